#include "searchd/slow_log.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "searchd/service.h"
#include "tests/engine/small_index.h"
#include "tests/operations/captured_log.h"

namespace assay::searchd {
namespace {

using std::chrono::milliseconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class SlowLogTest : public testing::Test {
 protected:
  static v1::Envelope search(const std::string& query) {
    v1::Envelope request;
    request.mutable_search()->set_query(query);
    return request;
  }

  tests::SmallIndex index_{{{"a", "Direct payments in Leeds.\n"}}};
  engine::Engine engine_{index_.path()};
  SlowLog slow_{engine_, milliseconds(500)};
  tests::CapturedLog log_;
};

TEST_F(SlowLogTest, TellsWhatTookLongAndHowItWasPlanned) {
  slow_.record(search("direct -payments"), {}, milliseconds(500));
  EXPECT_THAT(
      log_.text(),
      testing::StartsWith(
          "warning msg=\"slow request\" verb=search ms=500 code=OK query=\"direct -payments\" plan=\""));
  EXPECT_THAT(log_.text(), EndsWith("\"\n"));
  const std::string text = log_.text();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST_F(SlowLogTest, LeavesQuickRequestsAlone) {
  slow_.record(search("direct"), {}, std::chrono::microseconds(499'999));
  EXPECT_EQ(log_.text(), "");
  slow_.set_threshold(milliseconds(0));
  slow_.record(search("direct"), {}, milliseconds(0));
  EXPECT_THAT(log_.text(), HasSubstr("query=direct"));
}

TEST_F(SlowLogTest, CutsLongQueriesBetweenCharacters) {
  const std::string almost(499, 'x');
  slow_.record(search(almost + "é"), {}, milliseconds(500));
  EXPECT_THAT(log_.text(), HasSubstr(" query=\"" + almost + "…\""));
}

TEST_F(SlowLogTest, DoesWithoutAPlanWhereThereIsNone) {
  v1::Envelope reply;
  reply.mutable_status()->set_code(v1::CODE_INVALID_ARGUMENT);
  slow_.record(search("care a*"), reply, milliseconds(500));
  v1::Envelope get;
  get.mutable_get()->set_id("a");
  slow_.record(get, {}, milliseconds(500));
  EXPECT_THAT(log_.text(), HasSubstr("code=INVALID_ARGUMENT"));
  EXPECT_THAT(log_.text(), HasSubstr("verb=get ms=500 code=OK query=a\n"));
  EXPECT_THAT(log_.text(), Not(HasSubstr("plan=")));
}

TEST_F(SlowLogTest, IsToldByTheService) {
  slow_.set_threshold(milliseconds(0));
  const Service service(engine_, nullptr, [this](const auto& request, const auto& reply, auto took) {
    slow_.record(request, reply, took);
  });
  service.answer(search("direct"), v1::SCOPE_READ, Stop::never());
  EXPECT_THAT(log_.text(), HasSubstr("verb=search"));
}

}  // namespace
}  // namespace assay::searchd
