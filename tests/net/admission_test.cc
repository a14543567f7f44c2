#include "searchd/net/admission.h"

#include <gtest/gtest.h>

#include <chrono>
#include <variant>
#include <vector>

namespace assay::tests {
namespace {

using net::Admission;
using net::Excess;
using net::Ticket;
using std::chrono::milliseconds;

constexpr milliseconds kMaxWait{25};
const Admission::Clock::time_point kStart = Admission::Clock::now();

bool is_let_in(const std::variant<Ticket, Excess>& answer) { return std::holds_alternative<Ticket>(answer); }

TEST(Tickets, AreLimited) {
  net::Tickets tickets(2);
  Ticket first = tickets.take();
  const Ticket second = tickets.take();
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(tickets.take());
  first.reset();
  EXPECT_TRUE(tickets.take());
}

TEST(Admission, LetsABurstQueue) {
  Admission admission(3, 2, kMaxWait);
  std::vector<std::variant<Ticket, Excess>> burst;
  for (int i = 0; i < 3; ++i) {
    burst.push_back(admission.admit(kStart));
    EXPECT_TRUE(is_let_in(burst.back()));
    admission.join_queue(kStart);
  }
  EXPECT_EQ(admission.taken(), 3U);
  const auto refused = admission.admit(kStart);
  ASSERT_FALSE(is_let_in(refused));
  EXPECT_EQ(std::get<Excess>(refused).name, "max_queued");
  EXPECT_EQ(admission.refused(), 1U);
}

TEST(Admission, RefusesWhileTheFirstWaitsTooLong) {
  Admission admission(100, 2, kMaxWait);
  admission.join_queue(kStart);
  admission.join_queue(kStart + milliseconds(20));
  EXPECT_TRUE(is_let_in(admission.admit(kStart + kMaxWait)));
  const auto refused = admission.admit(kStart + kMaxWait + std::chrono::nanoseconds(1));
  ASSERT_FALSE(is_let_in(refused));
  EXPECT_EQ(std::get<Excess>(refused).name, "max_wait_ms");
  EXPECT_EQ(std::get<Excess>(refused).limit, 25U);
  EXPECT_EQ(std::get<Excess>(refused).actual, 26U);

  admission.leave_queue();  // now the second is the first
  EXPECT_EQ(admission.waited(kStart + milliseconds(30)), milliseconds(10));
  EXPECT_TRUE(is_let_in(admission.admit(kStart + milliseconds(45))));
  EXPECT_FALSE(is_let_in(admission.admit(kStart + milliseconds(46))));
  admission.leave_queue();
  EXPECT_TRUE(is_let_in(admission.admit(kStart + std::chrono::hours(1))));
  EXPECT_EQ(admission.refused(), 2U);
}

TEST(ServiceTime, TellsHowLongTheRequestIsThatOneMeets) {
  net::ServiceTime none, equal, mixed;
  EXPECT_EQ(none.met().count(), 0);
  for (int i = 0; i < 10; ++i) equal.add(milliseconds(40));
  EXPECT_NEAR(equal.met().count(), 0.040, 1e-9);
  for (int i = 0; i < 9; ++i) mixed.add(milliseconds(1));
  mixed.add(milliseconds(91));
  EXPECT_NEAR(mixed.mean().count(), 0.010, 1e-9);
  EXPECT_NEAR(mixed.met().count(), 0.0829, 1e-9);  // most who come meet the long one: (9 + 91²) / 100 ms
}

TEST(ServiceTime, ForgetsWhatIsLongOver) {
  net::ServiceTime time;
  for (int i = 0; i < 1000; ++i) time.add(milliseconds(1000));
  for (int i = 0; i < 3000; ++i) time.add(milliseconds(2));
  EXPECT_NEAR(time.met().count(), 0.002, 1e-6);
}

TEST(Admission, SetsTheWaitByHowLongRequestsTake) {
  Admission admission(100, 2);
  EXPECT_EQ(admission.outlook(kStart).most, Admission::kLeastMaxWait);
  for (int i = 0; i < 10; ++i) admission.served(milliseconds(1));
  EXPECT_EQ(admission.outlook(kStart).most, Admission::kLeastMaxWait);
  for (int i = 0; i < 3000; ++i) admission.served(milliseconds(100));
  EXPECT_NEAR(std::chrono::duration<double>(admission.outlook(kStart).most).count(), 0.150, 1e-6);

  admission.join_queue(kStart);
  EXPECT_TRUE(is_let_in(admission.admit(kStart + milliseconds(149))));
  const auto refused = admission.admit(kStart + milliseconds(160));
  ASSERT_FALSE(is_let_in(refused));
  EXPECT_EQ(std::get<Excess>(refused).limit, 150U);
  EXPECT_EQ(std::get<Excess>(refused).actual, 160U);
}

TEST(Admission, RefusesWhatWouldHaveToWaitForThoseBeforeIt) {
  Admission admission(100, 2, milliseconds(100));
  admission.served(milliseconds(50));
  for (int queued = 0; queued < 5; ++queued) {
    EXPECT_EQ(admission.outlook(kStart).wait, queued * milliseconds(25));
    EXPECT_TRUE(is_let_in(admission.admit(kStart))) << queued;
    admission.join_queue(kStart);
  }
  EXPECT_FALSE(is_let_in(admission.admit(kStart)));
  admission.leave_queue();
  EXPECT_TRUE(is_let_in(admission.admit(kStart)));
}

TEST(Admission, PutsFurtherPartsOffWithoutRefusingThem) {
  Admission admission(1, 2, kMaxWait);
  admission.join_queue(kStart);
  EXPECT_TRUE(admission.resume(kStart));
  EXPECT_FALSE(admission.resume(kStart + milliseconds(26)));
  const Ticket only = admission.resume(kStart);
  EXPECT_FALSE(admission.resume(kStart));
  EXPECT_EQ(admission.refused(), 0U);
}

}  // namespace
}  // namespace assay::tests
