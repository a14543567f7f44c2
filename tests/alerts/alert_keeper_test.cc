#include "searchd/alert_keeper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "searchd/commit_watch.h"
#include "searchd/engine/failure.h"
#include "searchd/refusal.h"
#include "searchd/service.h"
#include "tests/engine/small_index.h"

namespace assay::searchd {
namespace {

using testing::ElementsAre;
using tests::SmallIndex;
using Articles = std::vector<std::pair<std::string, std::string>>;

class AlertKeeperTest : public testing::Test {
 protected:
  v1::AddAlertRequest request_for(const std::string& name, const std::string& query) const {
    v1::AddAlertRequest request;
    request.set_name(name);
    request.mutable_search()->set_query(query);
    return request;
  }
  void add(const std::string& name, const std::string& query) {
    keeper_.add(request_for(name, query), Stop::never());
  }
  template <typename Reply>
  static std::vector<std::string> ids(const Reply& reply) {
    std::vector<std::string> ids;
    for (const v1::AlertHit& hit : reply.articles()) ids.push_back(hit.hit().id());
    return ids;
  }
  std::vector<std::string> run(const std::string& name, std::uint64_t acknowledge = 0) {
    v1::RunAlertRequest request;
    request.set_name(name);
    request.set_acknowledge(acknowledge);
    return ids(keeper_.run(request));
  }
  void commit(const Articles& articles) {
    index_.add(articles);
    EXPECT_TRUE(keeper_.look(Stop::never()));
  }
  v1::Code code_of_adding(const std::string& name, const std::string& query) {
    try {
      add(name, query);
    } catch (const Refusal& refusal) {
      return refusal.code;
    }
    return v1::CODE_OK;
  }

  SmallIndex index_{Articles{{"a", "Care."}}};
  const engine::Engine engine_{index_.path()};
  const tests::TempFolder folder_;
  AlertKeeper keeper_{engine_, folder_.path() / "state"};
};

TEST_F(AlertKeeperTest, TellsNewArticlesOnce) {
  add("care", "care");
  commit({{"b", "More care."}, {"c", "Nothing."}});
  EXPECT_THAT(run("care"), ElementsAre("b"));
  EXPECT_THAT(run("care"), ElementsAre("b"));  // nobody acknowledged it
  commit({{"d", "Care again."}, {"a", "Care, changed."}, {"b", "Care, changed."}});
  EXPECT_THAT(run("care", 1), ElementsAre("d"));
  EXPECT_THAT(run("care", 2), ElementsAre());
  EXPECT_EQ(keeper_.list().alerts(0).total(), 2u);
}

TEST_F(AlertKeeperTest, GoesOnWhereItWasAfterARestart) {
  add("care", "care");
  commit({{"b", "Care."}});
  index_.add({{"c", "Care while nobody looked."}});
  AlertKeeper later(engine_, folder_.path() / "state");
  later.look(Stop::never());
  v1::RunAlertRequest request;
  request.set_name("care");
  EXPECT_THAT(ids(later.run(request)), ElementsAre("b", "c"));
}

TEST_F(AlertKeeperTest, DoesNotTellOldArticlesOfARebuiltIndex) {
  add("care", "care");
  commit({{"b", "Care."}});
  std::filesystem::remove_all(index_.path());
  commit({{"a", "Care."}, {"b", "Care."}, {"c", "Care."}});
  EXPECT_THAT(run("care"), ElementsAre("b", "c"));
}

TEST_F(AlertKeeperTest, FindsMoreThanOneLookTakes) {
  add("care", "care");
  Articles many;
  for (int i = 0; i < 250; ++i) many.emplace_back("n" + std::to_string(i), "Care.");
  commit(many);
  EXPECT_EQ(keeper_.waiting("care", 0, 1'000).articles_size(), 250);
  EXPECT_EQ(keeper_.waiting("care", 0, 10).waiting(), 240u);
}

TEST_F(AlertKeeperTest, RefusesWhatIsWrong) {
  add("care", "care");
  EXPECT_EQ(code_of_adding("care", "other"), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(code_of_adding("", "x"), v1::CODE_INVALID_ARGUMENT);
  EXPECT_EQ(code_of_adding("a b", "x"), v1::CODE_INVALID_ARGUMENT);
  EXPECT_EQ(code_of_adding(std::string(65, 'a'), "x"), v1::CODE_INVALID_ARGUMENT);
  EXPECT_THROW(add("wild", "a*"), engine::Failure);
  EXPECT_THROW(keeper_.remove("none"), Refusal);
  EXPECT_THROW(run("none"), Refusal);
  EXPECT_EQ(keeper_.remove("care").alert().canonical_query(), "care");
  EXPECT_EQ(keeper_.list().alerts_size(), 0);
}

class AlertVerbs : public AlertKeeperTest {
 protected:
  net::Reply ask(const v1::Envelope& request, v1::Scope scope = v1::SCOPE_ADMIN) const {
    return service_.answer(request, scope, Stop::never());
  }
  v1::Envelope add_request() const {
    v1::Envelope request;
    *request.mutable_add_alert() = request_for("care", "care");
    return request;
  }

  const Service service_{engine_, &keeper_};
};

TEST_F(AlertVerbs, ChangingTheDaemonTakesTheAdminScope) {
  EXPECT_EQ(ask(add_request(), v1::SCOPE_READ).envelope.status().code(), v1::CODE_PERMISSION_DENIED);
  EXPECT_TRUE(ask(add_request()).envelope.has_alert_reply());
  v1::Envelope list;
  list.mutable_list_alerts();
  EXPECT_EQ(ask(list, v1::SCOPE_READ).envelope.list_alerts_reply().alerts_size(), 1);
}

TEST_F(AlertVerbs, NeedAFolder) {
  const Service without(engine_);
  const net::Reply reply = without.answer(add_request(), v1::SCOPE_ADMIN, Stop::never());
  EXPECT_EQ(reply.envelope.status().code(), v1::CODE_FAILED_PRECONDITION);
}

TEST_F(AlertVerbs, AWatchTellsWhatComes) {
  v1::Envelope request;
  request.mutable_watch()->mutable_search()->set_query("care");
  net::Reply reply = ask(request);
  ASSERT_TRUE(reply.envelope.has_news());
  EXPECT_EQ(reply.envelope.news().articles_size(), 0);
  reply = ask(reply.next->request);
  EXPECT_EQ(reply.envelope.body_case(), v1::Envelope::BODY_NOT_SET);
  EXPECT_EQ(reply.next->after, net::Continuation::After::kCommit);
  index_.add({{"b", "Care."}});
  reply = ask(reply.next->request);
  EXPECT_THAT(ids(reply.envelope.news()), ElementsAre("b"));
  std::filesystem::remove_all(index_.path());
  index_.add({{"c", "Care."}});
  reply = ask(reply.next->request);
  EXPECT_TRUE(reply.envelope.news().restarted());
  EXPECT_EQ(reply.envelope.news().articles_size(), 0);
}

TEST_F(AlertVerbs, AWatchThatGoesOnTellsThatItHasBegun) {
  v1::Envelope request;
  request.mutable_watch()->mutable_search()->set_query("care");
  const std::string mark = ask(request).envelope.news().mark();
  request.mutable_watch()->set_mark(mark);
  EXPECT_TRUE(ask(request).envelope.has_news());
  index_.add({{"b", "Care."}});
  EXPECT_THAT(ids(ask(request).envelope.news()), ElementsAre("b"));
  request.mutable_watch()->mutable_search()->set_query(std::string(10'000, 'a'));
  EXPECT_EQ(ask(request).envelope.status().code(), v1::CODE_INVALID_ARGUMENT);
}

TEST_F(AlertVerbs, ACommitWatchTriesAgainUntilItIsDone) {
  std::atomic<int> calls = 0;
  const CommitWatch watch(
      engine_,
      [&](const Stop&) -> bool {
        const int call = ++calls;
        calls.notify_all();
        if (call == 1) throw std::runtime_error("the disk is full");
        return call >= 3;
      },
      std::chrono::milliseconds(1));
  for (int seen = calls; seen < 3; seen = calls) calls.wait(seen);
  index_.add({{"b", "Care."}});
  for (int seen = calls; seen < 4; seen = calls) calls.wait(seen);
}

TEST_F(AlertVerbs, AWatchOfAnAlertBeginsWithWhatWaits) {
  ask(add_request());
  commit({{"b", "Care."}});
  v1::Envelope request;
  request.mutable_watch()->set_alert("care");
  net::Reply reply = ask(request);
  EXPECT_THAT(ids(reply.envelope.news()), ElementsAre("b"));
  commit({{"c", "Care."}});
  reply = ask(reply.next->request);
  EXPECT_THAT(ids(reply.envelope.news()), ElementsAre("c"));
  EXPECT_EQ(ask(reply.next->request).envelope.body_case(), v1::Envelope::BODY_NOT_SET);
}

TEST_F(AlertVerbs, AStreamBringsEveryHitInParts) {
  Articles many;
  for (int i = 0; i < 25; ++i) many.emplace_back("n" + std::to_string(i), "Care.");
  index_.add(many);
  v1::Envelope request;
  request.mutable_stream()->mutable_search()->set_query("care");
  request.mutable_stream()->mutable_search()->set_limit(10);
  std::set<std::string> ids;
  int parts = 0;
  for (bool more = true; more; ++parts) {
    const net::Reply reply = ask(request);
    EXPECT_EQ(reply.envelope.search_reply().total(), 26u);
    for (const v1::Hit& hit : reply.envelope.search_reply().hits()) ids.insert(hit.id());
    more = reply.next.has_value();
    if (more) request = reply.next->request;
  }
  EXPECT_EQ(parts, 3);
  EXPECT_EQ(ids.size(), 26u);
  request.mutable_stream()->mutable_search()->set_offset(3);
  EXPECT_EQ(ask(request).envelope.status().code(), v1::CODE_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace assay::searchd
