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
  Admission admission(3, kMaxWait);
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
  Admission admission(100, kMaxWait);
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

TEST(Admission, PutsFurtherPartsOffWithoutRefusingThem) {
  Admission admission(1, kMaxWait);
  admission.join_queue(kStart);
  EXPECT_TRUE(admission.resume(kStart));
  EXPECT_FALSE(admission.resume(kStart + milliseconds(26)));
  const Ticket only = admission.resume(kStart);
  EXPECT_FALSE(admission.resume(kStart));
  EXPECT_EQ(admission.refused(), 0U);
}

}  // namespace
}  // namespace assay::tests
