// The verbs beside search against a daemon that behaves: what is asked, and what is printed.
#include <gmock/gmock.h>

#include "tests/client/golden.h"
#include "tests/client/served_program.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Verbs = ServedProgram;

TEST_F(Verbs, EachFormatOfTheFirstVerbsIsPrinted) {
  for (const char* format : {"text", "json", "csv", "tsv"})
    expect_golden("facets." + std::string(format), run({"facets", "--format", format}).out);
  expect_golden("article.text", run({"get", "x"}).out);
  expect_golden("article.json", run({"get", "--format=json", "--", "-x y"}).out);
  EXPECT_EQ(daemon_.requests().back().get().id(), "-x y");
  expect_golden("info.text", run({"info"}).out);
  expect_golden("info.json", run({"info", "--format", "json"}).out);
}

TEST_F(Verbs, EachFormatOfTheOthersIsPrinted) {
  const std::vector<std::pair<Words, Words>> verbs = {
      {{"similar", "a"}, {"text", "json", "ndjson", "csv", "tsv", "ids"}},
      {{"pivot", "x"}, {"text", "json", "csv", "tsv"}},
      {{"history", "Leeds"}, {"text", "json", "csv", "tsv"}},
      {{"compare", "Leeds", "Hull"}, {"text", "json", "csv", "tsv"}},
      {{"suggest", "sto"}, {"text", "json"}},
      {{"explain", "x"}, {"text", "json"}}};
  for (const auto& [arguments, formats] : verbs) {
    EXPECT_EQ(run(arguments).out, run([&] {
                                    Words with = arguments;
                                    with.insert(with.end(), {"--format", "text"});
                                    return with;
                                  }())
                                      .out);
    for (const std::string& format : formats) {
      Words with = arguments;
      with.push_back("--format=" + format);
      const Finished outcome = run(with);
      EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
      expect_golden(arguments.front() + "." + format, outcome.out);
    }
  }
}

TEST_F(Verbs, TheTreeOfFacetsIsText) {
  EXPECT_THAT(run({"facets", "counts", "--tree"}).out, HasSubstr("\n  London      5"));
  EXPECT_THAT(run({"facets", "counts", "--tree"}).out, HasSubstr("\n    Barnet    4"));
}

TEST_F(Verbs, SimilarAsksForTheId) {
  const v1::SimilarRequest sent =
      asked({"similar", "--limit", "4", "--rating", "good", "--filter", "area=a", "--", "-x y"}).similar();
  EXPECT_EQ(sent.id(), "-x y");
  EXPECT_EQ(sent.limit(), 4U);
  EXPECT_EQ(sent.filters_size(), 2);
  EXPECT_EQ(asked({"similar", "x"}).similar().limit(), 10U);
}

TEST_F(Verbs, PivotAsksForItsFacets) {
  const v1::PivotRequest sent = asked({"pivot", "a", "b", "--rows", "theme", "--cols", "region"}).pivot();
  EXPECT_EQ(sent.search().query(), "a b");
  EXPECT_EQ(sent.rows(), "theme");
  EXPECT_EQ(sent.columns(), "region");
  EXPECT_EQ(asked({"pivot"}).pivot().rows(), "council");
  EXPECT_EQ(asked({"pivot"}).pivot().columns(), "rating");
}

TEST_F(Verbs, TheWordsOfHistoryAreOneName) {
  EXPECT_EQ(asked({"history", "East", "Riding"}).history().council(), "East Riding");
}

TEST_F(Verbs, EachArgumentOfCompareIsACouncil) {
  EXPECT_THAT(asked({"compare", "East Riding", "Hull", "leeds"}).compare().councils(),
              ElementsAre("East Riding", "Hull", "leeds"));
}

TEST_F(Verbs, SuggestAsksForTheText) {
  EXPECT_EQ(asked({"suggest", "direct", "pay"}).suggest().text(), "direct pay");
  EXPECT_EQ(asked({"suggest", "x", "--limit", "3"}).suggest().limit(), 3U);
  EXPECT_EQ(asked({"suggest", "x"}).suggest().limit(), 5U);
}

TEST_F(Verbs, NotesGoToStandardErrorUnlessJsonCarriesThem) {
  for (const char* verb : {"pivot", "explain"}) {
    EXPECT_EQ(run({verb, "x"}).err, "note: a note\n");
    EXPECT_EQ(run({verb, "x", "--format", "json"}).err, "");
  }
}

}  // namespace
}  // namespace assay::tests
