// Long exports: many answers of the daemon, one stream of hits.
#include <gmock/gmock.h>
#include <unistd.h>

#include <boost/json.hpp>

#include "tests/client/fake_daemon.h"
#include "tests/client/program.h"
#include "tests/client/serving_hits.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::uint32_t kTotal = 25, kPage = 10;

std::string numbers(std::uint32_t begin, std::uint32_t end) {
  std::string lines;
  for (std::uint32_t i = begin; i < end; ++i) lines += std::to_string(i) + "\n";
  return lines;
}

// The hits from `begin` on, as many as are asked for. A cursor is the number of the hit that follows.
v1::SearchReply page(const v1::SearchRequest& asked) {
  const bool follows = !asked.cursor().empty() && asked.cursor() != "*";
  const std::uint32_t begin = follows ? std::stoul(asked.cursor()) : asked.offset();
  const std::uint32_t end = std::min(begin + std::min(asked.limit(), kPage), kTotal);
  v1::SearchReply reply;
  reply.set_total(kTotal);
  reply.set_revision(1);
  for (std::uint32_t i = begin; i < end; ++i) reply.add_hits()->set_id(std::to_string(i));
  if (!asked.cursor().empty() && end < kTotal) reply.set_next_cursor(std::to_string(end));
  return reply;
}

class ProgramPaging : public testing::Test {
 protected:
  // A daemon with 25 hits of which an answer holds at most 10; `answer` may spoil them.
  FakeDaemon serve(const Page& answer = page) const {
    v1::Limits limits;
    limits.set_max_hits(kPage);
    return {endpoint(), after_greeting(serving_hits(answer), limits)};
  }
  Finished run(const std::vector<std::string>& arguments, int output = kCollected) const {
    return run_program(arguments, {{"ASSAY_SERVER", endpoint().text()}}, output);
  }
  std::string ids(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "search");
    arguments.insert(arguments.end(), {"--format", "ids"});
    return run(arguments).out;
  }

  Endpoint endpoint() const { return Endpoint::parse("unix:" + (folder_.path() / "s").string()); }

 private:
  TempFolder folder_;
};

TEST_F(ProgramPaging, EveryHitComesByAStream) {
  for (const std::vector<std::string>& all :
       std::vector<std::vector<std::string>>{{"--all"}, {"--limit", "all"}}) {
    const FakeDaemon daemon = serve();
    std::vector<std::string> arguments = {"care", "--sort", "date", "--fold"};
    arguments.insert(arguments.end(), all.begin(), all.end());
    EXPECT_EQ(ids(arguments), numbers(0, kTotal));
    const auto requests = daemon.requests();
    ASSERT_GE(requests.size(), 2U);
    EXPECT_EQ(requests[0].stream().ShortDebugString(),
              "search { query: \"care\" limit: 10 sort { field: \"date\" } fold: true snippets: 0 "
              "no_hit_facets: true } credit: 2");
    EXPECT_EQ(requests[1].credit().id(), requests[0].id());
    EXPECT_EQ(requests[1].credit().parts(), 1U);
    ::unlink(daemon.endpoint().path.c_str());
  }
}

TEST_F(ProgramPaging, ALimitIsKeptToTheHit) {
  const FakeDaemon daemon = serve();
  EXPECT_EQ(ids({"--limit", "22"}), numbers(0, 22));
  EXPECT_EQ(ids({"--limit", "20"}), numbers(0, 20));
  EXPECT_EQ(ids({"--limit", "11"}), numbers(0, 11));
}

TEST_F(ProgramPaging, ALimitWithinAPageIsOneSearch) {
  const FakeDaemon daemon = serve();
  EXPECT_EQ(ids({"--limit", "10"}), numbers(0, 10));
  ASSERT_EQ(daemon.requests().size(), 1U);
  EXPECT_EQ(daemon.requests()[0].search().cursor(), "");
}

TEST_F(ProgramPaging, BehindAnOffsetPagesAreFetchedByOffsets) {
  const FakeDaemon daemon = serve();
  EXPECT_EQ(ids({"--limit", "12", "--offset", "9"}), numbers(9, 21));
  EXPECT_EQ(daemon.requests().size(), 2U);
  EXPECT_EQ(daemon.requests().back().search().cursor(), "");
  EXPECT_EQ(ids({"--limit", "99", "--offset", "24"}), numbers(24, 25));
  EXPECT_EQ(ids({"--all", "--offset", "3"}), numbers(3, 25));
  const Finished beyond = run({"search", "--offset", "99", "--format", "ids"});
  EXPECT_EQ(beyond.out, "");
  EXPECT_EQ(beyond.exit_code, 0);
}

TEST_F(ProgramPaging, JsonOfManyPagesIsOneDocument) {
  const FakeDaemon daemon = serve();
  const boost::json::value document = boost::json::parse(run({"search", "--all", "--format", "json"}).out);
  EXPECT_EQ(document.at("hits").as_array().size(), kTotal);
  EXPECT_THAT(run({"search", "--all"}).out, StartsWith("25 articles (0.0 ms)\n"));
}

TEST_F(ProgramPaging, WhatCannotBeHadBehindAPrintedPartIsSeven) {
  v1::Limits limits;
  limits.set_max_hits(kPage);
  const auto first_page_only = [](const v1::Envelope& request) {
    v1::Envelope answer;
    answer.set_id(request.id());
    if (request.search().offset() <= 1)
      *answer.mutable_search_reply() = page(request.search());
    else
      answer.mutable_status()->set_code(v1::CODE_INTERNAL);
    return Reaction{frame(answer)};
  };
  const FakeDaemon daemon(endpoint(), after_greeting(first_page_only, limits));
  const Finished part =
      run({"search", "--offset", "1", "--limit", "20", "--format", "ndjson", "--fields", "id"});
  EXPECT_EQ(part.exit_code, 7);
  EXPECT_THAT(part.out, StartsWith("{\"id\":\"1\"}\n"));
  EXPECT_THAT(part.err, HasSubstr("\"partial\":true"));
}

TEST_F(ProgramPaging, ADaemonThatGivesMoreThanWasAskedForIsCut) {
  const FakeDaemon daemon = serve([](v1::SearchRequest asked) {
    asked.set_limit(kPage);
    return page(asked);
  });
  EXPECT_EQ(ids({"--limit", "3"}), numbers(0, 3));
  EXPECT_EQ(ids({"--limit", "12"}), numbers(0, 12));
  EXPECT_EQ(ids({"--limit", "0"}), "");
}

TEST_F(ProgramPaging, AStreamGivesNoMoreHitsThanMatch) {
  const FakeDaemon daemon = serve([](const v1::SearchRequest& asked) {
    v1::SearchReply reply = page(asked);
    reply.set_next_cursor("0");
    return reply;
  });
  EXPECT_EQ(ids({"--all"}), numbers(0, 10) + numbers(0, 10) + numbers(0, 5));
}

TEST_F(ProgramPaging, AStreamMayEndEarly) {
  const FakeDaemon daemon = serve([](const v1::SearchRequest& asked) {
    v1::SearchReply reply = page(asked);
    if (asked.cursor() != "*") reply.clear_next_cursor();
    return reply;
  });
  EXPECT_EQ(ids({"--all"}), numbers(0, 20));
}

TEST_F(ProgramPaging, APartWithoutHitsIsNoEnd) {
  const FakeDaemon daemon = serve([](const v1::SearchRequest& asked) {
    v1::SearchReply reply = page(asked);
    if (asked.cursor() == "10") reply.clear_hits();
    return reply;
  });
  EXPECT_EQ(ids({"--all"}), numbers(0, 10) + numbers(20, 25));
}

TEST_F(ProgramPaging, AnIndexThatChangesIsNotedBehindAnOffsetOnly) {
  const FakeDaemon daemon = serve([](const v1::SearchRequest& asked) {
    v1::SearchReply reply = page(asked);
    reply.set_revision(reply.hits(0).id() == "1" || asked.cursor() == "*" ? 1 : 2);
    return reply;
  });
  const Finished outcome = run({"search", "--all", "--offset", "1", "--format", "ids"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, StartsWith("note: the index changed"));
  const std::string json = run({"search", "--all", "--offset", "1", "--format", "json"}).out;
  EXPECT_THAT(json, HasSubstr("\"notes\":[\"the index changed"));
  EXPECT_EQ(run({"search", "--all", "--format", "ids"}).err, "");
}

TEST_F(ProgramPaging, AClosedPipeIsSuccess) {
  const FakeDaemon daemon = serve();
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"search"}, {"search", "--all", "--format", "ids"}, {"count"}, {"facets"}, {"--help"}}) {
    const Finished outcome = run(arguments, ends[1]);
    EXPECT_EQ(outcome.exit_code, 0) << arguments.front();
    EXPECT_EQ(outcome.err, "") << arguments.front();
  }
  ::close(ends[1]);
}

}  // namespace
}  // namespace assay::tests
