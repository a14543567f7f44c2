// What comes with a grade: how it came about, the score, the scores of single statements, other councils'.
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

using Scores = std::map<std::string, int>;

TEST(Grading, SaysHowTheGradeCameAbout) {
  const struct {
    const char* text;
    const char* rating;
    const char* status;
  } cases[] = {
      {"The CQC has rated Leeds City Council's adult social care as good.", "good", "current"},
      {"The CQC pilot gave Leeds City Council an indicative rating of good.", "good", "pilot"},
      {"Leeds City Council's adult social care has been regraded as good by the CQC after a review.", "good",
       "regraded"},
      {"The Care Quality Commission gave Leeds City Council's adult social care 59 per cent.",
       "requires-improvement", "derived"},
      {"Leeds City Council's adult social care finished one point short of good, the CQC said.",
       "requires-improvement", "derived"},
      {"The CQC gave Leeds City Council 12 points out of a possible 36 for adult social care.", "inadequate",
       "derived"},
      {"Leeds City Council aims to be rated good by the CQC.", "", ""},
  };
  for (const auto& c : cases) {
    const extract::Extraction extraction = extract_text(c.text);
    EXPECT_EQ(value_of(extraction, "rating"), c.rating) << c.text;
    EXPECT_EQ(extraction.rating_status, c.status) << c.text;
  }
}

TEST(Grading, FindsTheOverallScore) {
  const struct {
    const char* text;
    int score;  // 0: none
  } cases[] = {
      {"The CQC rated Leeds City Council good, with an overall score of 70%.", 70},
      {"Leeds City Council's adult care requires improvement, the CQC said, giving it 59 out of a possible "
       "100.",
       59},
      {"Overall rating for Leeds City Council: 81%", 81},
      {"The CQC rated Leeds City Council good. It found 85% of care homes in the city were good.", 0},
      {"The CQC rated Leeds City Council good. Satisfaction in the city rose by 64%.", 0},
      {"The CQC rated Leeds City Council good. Its safeguarding scored 75%.", 0},
      // A number that belies the grade is not its score.
      {"The CQC rated Leeds City Council good, with a score of 40%.", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(extract_text(c.text).score.value_or(0), c.score) << c.text;
}

TEST(Grading, FindsTheScoresOfStatements) {
  const struct {
    const char* text;
    Scores scores;
  } cases[] = {
      {"Safeguarding - 1\nAssessing people's needs: 2\n", {{"safeguarding", 1}, {"assessing-needs", 2}}},
      {"Safeguarding\nScore: 3\n3 - Evidence shows a good standard\n", {{"safeguarding", 3}}},
      {"| Safeguarding | 3 |\n| Governance, management and sustainability | 2 |\n",
       {{"safeguarding", 3}, {"governance", 2}}},
      {"The council was given a two for safeguarding and a three for equity and governance.",
       {{"safeguarding", 2}, {"equity", 3}, {"governance", 3}}},
      {"Safeguarding was given a 2, and so was equity.", {{"safeguarding", 2}, {"equity", 2}}},
      {"Better marks, threes, went to equity and to governance.", {{"equity", 3}, {"governance", 3}}},
      {"Care provision scored three from a possible four.", {{"care-provision", 3}}},
      {"There were two safeguarding enquiries and four weeks of equity training.", {}},
      {"Safeguarding enquiries took 3 weeks.", {}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(extract_text(std::string("A report on Leeds City Council\n") + c.text).statement_scores,
              c.scores)
        << c.text;
}

TEST(Grading, AScoreOfAllIsThatOfEachStatement) {
  const Scores scores =
      extract_text("Leeds City Council scored three in all nine categories.").statement_scores;
  EXPECT_EQ(scores.size(), 9u);
  for (const auto& [statement, score] : scores) EXPECT_EQ(score, 3) << statement;
}

TEST(Grading, AScoreOfTheRestGoesToThoseThatHaveNone) {
  const Scores scores = extract_text(
                            "Leeds City Council\nPartnerships and communities scored 4.\nThe other eight "
                            "statements scored 3 each.")
                            .statement_scores;
  EXPECT_EQ(scores.size(), 9u);
  EXPECT_EQ(scores.at("partnerships"), 4);
  EXPECT_EQ(scores.at("safeguarding"), 3);
}

TEST(Grading, EachCouncilHasItsOwn) {
  const extract::Extraction extraction = extract_text(
      "How three councils fared\n"
      "Leeds City Council \u2013 rated as good\n"
      "Kent County Council \u2013 rated as requires improvement\n"
      "Wigan Council \u2013 rated as good\n");
  const std::map<std::string, std::string> expected = {
      {"leeds", "good"}, {"kent", "requires-improvement"}, {"wigan", "good"}};
  EXPECT_EQ(extraction.council_ratings, expected);
  EXPECT_EQ(value_of(extraction, "rating"), "") << "the article has no grade of its own";
}

TEST(Grading, AllOfThoseThatTheSentenceNamesShareIt) {
  const extract::Extraction extraction = extract_text(
      "First verdicts\nReports of the Care Quality Commission on Hertfordshire County Council, Hounslow "
      "Council and West "
      "Berkshire Council are out, and all three authorities have come away rated as good.");
  EXPECT_EQ(extraction.council_ratings.size(), 3u);
}

TEST(Grading, TheStepsOfAScaleAreNoDistance) {
  EXPECT_EQ(
      extract_text(
          "Bury Council was rated good for adult social care.\nThe CQC uses a four-point scale: outstanding, "
          "good, requires improvement, inadequate.")
          .score,
      std::nullopt);
}

TEST(Grading, AListBeforeTheVerbSharesTheGrade) {
  const extract::Extraction extraction = extract_text(
      "Leeds City Council, Wigan Council and Kent County Council have all been rated good by the CQC.");
  EXPECT_EQ(extraction.council_ratings.size(), 3u);
}

}  // namespace
}  // namespace assay::tests
