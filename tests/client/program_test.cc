// The program against a daemon that behaves: what arguments become of, and what is printed.
#include <gmock/gmock.h>

#include "client/cli/verb.h"
#include "tests/client/golden.h"
#include "tests/client/served_program.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;

using Program = ServedProgram;

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
               "--until", "3months", "--offset", "20", "--region", "London"});
  EXPECT_EQ(sent.query(), "care homes");
  ASSERT_EQ(sent.filters_size(), 4);
  EXPECT_EQ(sent.filters(0).facet(), "rating");
  EXPECT_THAT(sent.filters(0).values(), ElementsAre("good", "Outstanding"));
  EXPECT_EQ(sent.filters(1).facet(), "council");
  EXPECT_THAT(sent.filters(1).values(), ElementsAre("Bath and North East Somerset"));
  EXPECT_EQ(sent.filters(2).facet(), "theme");
  EXPECT_EQ(sent.filters(3).facet(), "region");
  EXPECT_EQ(sent.since(), "2025");
  EXPECT_EQ(sent.until(), "3months");
  EXPECT_EQ(sent.offset(), 20U);
}

TEST_F(Program, AFilterMayBeOfAnyFacetAndWidensTheChoiceOfItsOwn) {
  const v1::SearchRequest sent = request({"search", "--filter", "area=Safety", "--filter", "kind=a=b", "care",
                                          "--filter", "rating=good", "--rating", "outstanding"});
  EXPECT_EQ(sent.query(), "care");
  ASSERT_EQ(sent.filters_size(), 3);
  EXPECT_EQ(sent.filters(0).facet(), "rating");
  EXPECT_THAT(sent.filters(0).values(), ElementsAre("outstanding", "good"));
  EXPECT_EQ(sent.filters(1).facet(), "area");
  EXPECT_EQ(sent.filters(2).facet(), "kind");
  EXPECT_THAT(sent.filters(2).values(), ElementsAre("a=b"));
}

TEST_F(Program, TheFlagsOfAQueryAreThoseOfEveryVerbThatTakesOne) {
  const Words flags = {"x",       "--filter", "area=a",        "--since", "2025",
                       "--until", "2026",     "--no-synonyms", "--fold"};
  for (const char* verb : {"search", "count", "facets", "pivot", "explain"}) {
    Words arguments = flags;
    arguments.insert(arguments.begin(), verb);
    const v1::Envelope sent = asked(arguments);
    const v1::SearchRequest& search = sent.has_pivot()     ? sent.pivot().search()
                                      : sent.has_explain() ? sent.explain().search()
                                                           : sent.search();
    EXPECT_EQ(search.query(), "x") << verb;
    EXPECT_EQ(search.filters_size(), 1) << verb;
    EXPECT_EQ(search.since(), "2025") << verb;
    EXPECT_EQ(search.until(), "2026") << verb;
    EXPECT_TRUE(search.no_synonyms()) << verb;
    EXPECT_TRUE(search.fold()) << verb;
  }
}

TEST_F(Program, SortAndLimitReachTheDaemon) {
  const v1::SearchRequest newest = request({"search", "--sort", "-date"});
  ASSERT_EQ(newest.sort_size(), 1);
  EXPECT_EQ(newest.sort(0).field(), "date");
  EXPECT_TRUE(newest.sort(0).descending());
  const v1::SearchRequest two = request({"search", "--sort=council,-score"});
  ASSERT_EQ(two.sort_size(), 2);
  EXPECT_EQ(two.sort(0).field(), "council");
  EXPECT_FALSE(two.sort(0).descending());
  EXPECT_EQ(two.sort(1).field(), "score");
  EXPECT_TRUE(two.sort(1).descending());
  EXPECT_EQ(request({"search", "--sort", "-rating,date"}).sort(0).field(), "rating");
  EXPECT_EQ(request({"search", "--sort", "relevance"}).sort(0).field(), "relevance");
  EXPECT_EQ(request({"search"}).sort(0).field(), "relevance");
  EXPECT_EQ(request({"search"}).limit(), 10U);
  EXPECT_EQ(request({"search"}).cursor(), "");
  EXPECT_EQ(request({"search", "--limit", "0"}).limit(), 0U);
}

TEST_F(Program, SnippetsFreshnessAndFeedbackReachTheDaemon) {
  const v1::SearchRequest sent = request({"search", "--snippets", "5", "--fresh", "90", "--feedback"});
  EXPECT_EQ(sent.snippets(), 5U);
  EXPECT_EQ(sent.freshness_days(), 90U);
  EXPECT_TRUE(sent.feedback());
  EXPECT_EQ(request({"search"}).snippets(), 1U);
  const v1::SearchRequest none = request({"search", "--snippets", "0"});
  EXPECT_TRUE(none.has_snippets());
  EXPECT_EQ(none.snippets(), 0U);
  EXPECT_EQ(request({"search"}).freshness_days(), 0U);
}

TEST_F(Program, AsksForNoMoreOfHitsThanItShows) {
  const auto wanted = [&](const std::vector<std::string>& flags) {
    std::vector<std::string> line = {"search", "--snippets", "2"};
    line.insert(line.end(), flags.begin(), flags.end());
    const v1::SearchRequest sent = request(line);
    return std::pair(!sent.no_hit_facets(), sent.snippets());
  };
  EXPECT_EQ(wanted({}), std::pair(true, 2U));
  EXPECT_EQ(wanted({"--csv"}), std::pair(true, 2U));
  EXPECT_EQ(wanted({"--csv", "--fields", "title,url"}), std::pair(false, 0U));
  EXPECT_EQ(wanted({"--json", "--fields", "url,themes"}), std::pair(true, 0U));
  EXPECT_EQ(wanted({"--ndjson", "--fields", "snippet"}), std::pair(false, 2U));
  EXPECT_EQ(wanted({"--ids"}), std::pair(false, 0U));
  EXPECT_EQ(wanted({"--ids0"}), std::pair(false, 0U));
}

TEST_F(Program, WhatFacetsCountsBesidesReachesTheDaemon) {
  const v1::SearchRequest sent =
      request({"facets", "--by", "quarter", "--score-bands", "--find", "Sto", "--tree"});
  EXPECT_EQ(sent.histogram(), "quarter");
  EXPECT_TRUE(sent.score_bands());
  EXPECT_EQ(sent.facet_prefix(), "Sto");
  const v1::SearchRequest plain = request({"facets"});
  EXPECT_EQ(plain.histogram(), "");
  EXPECT_FALSE(plain.score_bands());
  EXPECT_EQ(plain.facet_prefix(), "");
}

TEST_F(Program, ASuggestionIsInTheAnswerOrANote) {
  const std::string note = "note: did you mean carers\n";
  for (const char* format : {"ndjson", "csv", "tsv", "ids"})
    EXPECT_EQ(run({"search", "counts", "--format", format}).err, note) << format;
  EXPECT_EQ(run({"count", "counts"}).err, note);
  EXPECT_EQ(run({"facets", "counts", "--format", "csv"}).err, note);
  for (const char* verb : {"search", "facets"}) {
    const Finished text = run({verb, "counts"});
    EXPECT_THAT(text.out, testing::HasSubstr("\ndid you mean: carers\n")) << verb;
    EXPECT_EQ(text.err, "") << verb;
    const Finished json = run({verb, "counts", "--format", "json"});
    EXPECT_THAT(json.out, testing::HasSubstr(R"("suggestion":"carers")")) << verb;
    EXPECT_EQ(json.err, "") << verb;
  }
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

TEST_F(Program, TheOverviewNamesEveryVerb) {
  const std::string overview = run_program({"--help"}).out;
  for (const cli::Verb* verb : cli::verbs())
    EXPECT_THAT(overview, testing::HasSubstr("\n  " + std::string(verb->name) + " "));
}

TEST_F(Program, HelpAndVersionNeedNoDaemon) {
  const Finished version = run_program({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.out, testing::StartsWith("assay " ASSAY_VERSION "\n"));
  std::vector<Words> asking = {{"--help"}, {"info", "-h"}};
  for (const cli::Verb* verb : cli::verbs()) asking.push_back({std::string(verb->name), "--help"});
  for (const Words& arguments : asking) {
    const Finished help = run_program(arguments);
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.out, testing::HasSubstr("Examples:"));
    EXPECT_EQ(help.err, "");
  }
}

}  // namespace
}  // namespace assay::tests
