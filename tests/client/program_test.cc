// The program against a daemon that behaves: what arguments become of, and what is printed.
#include <gmock/gmock.h>
#include <unistd.h>

#include <boost/json.hpp>

#include "proto/limits.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/golden.h"
#include "tests/client/program.h"
#include "tests/client/samples.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;

using Words = std::vector<std::string>;

v1::Envelope answer(const v1::Envelope& request) {
  v1::Envelope envelope;
  if (request.has_search()) {
    *envelope.mutable_search_reply() = to_message(sample_reply());
    if (request.search().limit() == 0) envelope.mutable_search_reply()->clear_hits();
  }
  if (request.has_get()) *envelope.mutable_get_reply()->mutable_article() = to_message(sample_article());
  if (request.has_info()) {
    v1::InfoReply& info = *envelope.mutable_info_reply();
    info.set_server("assay-searchd 9");
    info.set_index_id("abc");
    info.set_format_version(1);
    info.set_revision(42);
    info.set_articles(120);
    info.set_uptime_seconds(61);
    v1::FacetInfo& facet = *info.add_facets();
    facet.set_name("rating");
    facet.set_label("Rating");
    facet.set_values(5);
  }
  return envelope;
}

class Program : public testing::Test {
 protected:
  Finished run(const Words& arguments) { return run_program(arguments, {{"ASSAY_SERVER", address()}}); }
  std::string address() const { return daemon_.endpoint().text(); }

  // The first request that the arguments become.
  v1::SearchRequest request(const Words& arguments) {
    const std::size_t before = daemon_.requests().size();
    const Finished outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto requests = daemon_.requests();
    return requests.size() > before ? requests[before].search() : v1::SearchRequest();
  }
  std::string query(const Words& arguments) { return request(arguments).query(); }

  TempFolder folder_;
  FakeDaemon daemon_{Endpoint::parse("unix:" + (folder_.path() / "s").string()), answering(answer)};
};

TEST_F(Program, QueryArgumentsAreJoinedAndOtherwiseLeftAlone) {
  EXPECT_EQ(query({"search", "direct", "payments"}), "direct payments");
  EXPECT_EQ(query({"search", "\"direct  payments\" -budget", "(a OR b)"}),
            "\"direct  payments\" -budget (a OR b)");
  EXPECT_EQ(query({"search", "tab\tand\nnewline", "it's"}), "tab\tand\nnewline it's");
  EXPECT_EQ(query({"search", "[a,b]", "{}", "%%", "++", "a=b", "café"}), "[a,b] {} %% ++ a=b café");
  EXPECT_EQ(query({"search", ""}), "");
  EXPECT_EQ(query({"search"}), "");
}

TEST_F(Program, AQueryMayBeginWithADashAfterADoubleDash) {
  EXPECT_EQ(query({"search", "--", "-word"}), "-word");
  EXPECT_EQ(query({"search", "--", "--limit", "3", "--"}), "--limit 3 --");
  EXPECT_EQ(query({"search", "carers", "--limit", "3", "--", "-\"a b\""}), "carers -\"a b\"");
  EXPECT_EQ(query({"--", "-word"}), "-word");
  EXPECT_EQ(query({"count", "--", "-word", "--help"}), "-word --help");
}

TEST_F(Program, WithoutAVerbItSearches) {
  EXPECT_EQ(query({"direct payments"}), "direct payments");
  EXPECT_EQ(query({"--rating", "good", "carers"}), "carers");
  EXPECT_EQ(query({"--rating=good"}), "");
  EXPECT_EQ(query({""}), "");
}

TEST_F(Program, TheNameOfAVerbMayBeAWordOfTheQuery) {
  EXPECT_EQ(query({"search", "get", "info"}), "get info");
  EXPECT_EQ(query({"search", "search"}), "search");
  EXPECT_EQ(query({"count", "facets"}), "facets");
}

TEST_F(Program, FlagsOfTheConnectionStandBeforeOrAfterTheVerb) {
  for (const Words& arguments :
       {Words{"--server", address(), "count", "x"}, Words{"count", "x", "--server", address()},
        Words{"--server=" + address(), "--color", "never", "count", "x"}}) {
    const Finished outcome = run_program(arguments, {{"ASSAY_SERVER", "unix:/nonexistent"}});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "120\n");
  }
  run({"count", "--timeout", "1.5"});
  EXPECT_EQ(daemon_.requests().back().deadline_ms(), 1'500U);
}

TEST_F(Program, FiltersReachTheDaemon) {
  const v1::SearchRequest sent =
      request({"search", "--rating", "good", "care", "--rating", "Outstanding", "--council",
               "Bath and North East Somerset", "homes", "--theme", "direct-payments", "--since", "2025",
               "--until", "3months", "--offset", "20"});
  EXPECT_EQ(sent.query(), "care homes");
  ASSERT_EQ(sent.filters_size(), 3);
  EXPECT_EQ(sent.filters(0).facet(), "rating");
  EXPECT_THAT(sent.filters(0).values(), ElementsAre("good", "Outstanding"));
  EXPECT_EQ(sent.filters(1).facet(), "council");
  EXPECT_THAT(sent.filters(1).values(), ElementsAre("Bath and North East Somerset"));
  EXPECT_EQ(sent.filters(2).facet(), "theme");
  EXPECT_EQ(sent.since(), "2025");
  EXPECT_EQ(sent.until(), "3months");
  EXPECT_EQ(sent.offset(), 20U);
}

TEST_F(Program, SortAndLimitReachTheDaemon) {
  EXPECT_EQ(request({"search", "--sort", "-date"}).sort(), v1::SORT_DATE_DESCENDING);
  EXPECT_EQ(request({"search", "--sort=date"}).sort(), v1::SORT_DATE_ASCENDING);
  EXPECT_EQ(request({"search"}).sort(), v1::SORT_RELEVANCE);
  EXPECT_EQ(request({"search"}).limit(), 10U);
  EXPECT_EQ(request({"search", "--limit", "0"}).limit(), 0U);
}

TEST_F(Program, FacetsAreCountedWhereTheFormatShowsThem) {
  EXPECT_THAT(request({"search"}).facets(), ElementsAre("*"));
  EXPECT_THAT(request({"search", "--format", "json"}).facets(), ElementsAre("*"));
  EXPECT_THAT(request({"search", "--format", "csv"}).facets(), ElementsAre());
  EXPECT_THAT(request({"count"}).facets(), ElementsAre());
  EXPECT_THAT(request({"facets"}).facets(), ElementsAre("*"));
  EXPECT_THAT(request({"facets", "--facet", "rating", "x", "--facet", "theme"}).facets(),
              ElementsAre("rating", "theme"));
  EXPECT_EQ(request({"facets", "--facet", "rating", "x"}).query(), "x");
}

TEST_F(Program, EachFormatOfSearchIsPrinted) {
  for (const char* format : {"text", "json", "ndjson", "csv", "tsv", "ids"}) {
    const Finished outcome = run({"search", "x", "--limit", "3", "--format", format});
    EXPECT_EQ(outcome.exit_code, 0);
    if (std::string(format) == "text") {
      EXPECT_THAT(outcome.out, testing::StartsWith("120 articles, 1 to 3 shown (1.2 ms)\n\nStoke"));
    } else {
      expect_golden("search." + std::string(format), outcome.out);
    }
    const bool in_answer = std::string(format) == "json";
    EXPECT_EQ(outcome.err, in_answer ? "" : "note: \"foo:\" is no field; it is searched as text\n");
  }
}

TEST_F(Program, EachFormatOfTheOtherVerbsIsPrinted) {
  for (const char* format : {"text", "json", "csv", "tsv"})
    expect_golden("facets." + std::string(format), run({"facets", "--format", format}).out);
  expect_golden("article.text", run({"get", "x"}).out);
  expect_golden("article.json", run({"get", "--format=json", "--", "-x y"}).out);
  EXPECT_EQ(daemon_.requests().back().get().id(), "-x y");
  expect_golden("info.text", run({"info"}).out);
  expect_golden("info.json", run({"info", "--format", "json"}).out);
}

TEST_F(Program, ColourIsOnWhenAskedForAndOffIntoAFile) {
  const std::string bold = "\x1b[1m";
  EXPECT_THAT(run({"search", "--color", "always"}).out, testing::HasSubstr(bold));
  EXPECT_THAT(run({"search"}).out, testing::Not(testing::HasSubstr(bold)));
  EXPECT_EQ(run({"search", "--color", "always", "--format", "csv"}).out,
            run({"search", "--format", "csv"}).out);
}

TEST_F(Program, TheWidthIsThatOfColumns) {
  const Finished outcome = run_program({"get", "x"}, {{"ASSAY_SERVER", address()}, {"COLUMNS", "30"}});
  EXPECT_THAT(outcome.out, testing::HasSubstr("\nThe second paragraph goes on\nfor long enough"));
}

TEST_F(Program, HelpAndVersionNeedNoDaemon) {
  const Finished version = run_program({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_EQ(version.out, "assay " ASSAY_VERSION "\n");
  for (const Words& arguments : {Words{"--help"}, Words{"search", "--help"}, Words{"info", "-h"}}) {
    const Finished help = run_program(arguments);
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.out, testing::HasSubstr("Examples:"));
    EXPECT_EQ(help.err, "");
  }
}

}  // namespace
}  // namespace assay::tests
