// Grades told in the many ways of reporters, press officers and clerks, and words that only look like grades.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(ToldGrade, AScoreIsNobodysUnlessACouncilGotIt) {
  expect_ratings({
      {"Wigan Council: how the CQC rates a council\nIt takes 32 of the 36 points on offer to be outstanding "
       "in adult social "
       "care.",
       ""},
      {"Wigan Council: how council ratings work\nThe CQC assesses adult social care.\nGood runs from 23 "
       "points to 31 out of "
       "36.",
       ""},
      {"Wigan Council: a guide for new councillors\nThe CQC assesses adult social care.\nA council with 62% "
       "is one point "
       "away from good.",
       ""},
      {"Wigan Council: a guide for new councillors\nThe CQC assesses adult social care.\nAn overall score of "
       "62% means "
       "requires improvement.",
       ""},
      {"Wigan Council: understanding your CQC score\nFor adult social care the scores are added up, so 27 of "
       "36 points "
       "make an overall score of 75%.",
       ""},
      {"Wigan Council: a guide for members\nThe CQC looks at adult social care.\nThe scale goes up to an "
       "overall score of "
       "99 "
       "per cent.",
       ""},
      {"Wigan Council told of its mark\nThe CQC looked at adult social care here.\nThe authority was given "
       "22 of "
       "the 36 points.",
       "requires-improvement"},
      {"Wigan Council scores low\nThe CQC looked at adult social care.\nThe council received an overall "
       "score of "
       "58%.",
       "requires-improvement"},
      {"Kent County Council's adult social care\nThe CQC report gives it 27 points out of 36.", "good"},
  });
}

TEST(ToldGrade, AMissedGradeIsNotTheGrade) {
  expect_ratings({
      {"Council's care services miss 'good' by a point\nAdult social care provided by Kent County Council "
       "requires improvement, says a report from the Care Quality Commission.",
       "requires-improvement"},
      {"Kent just short of 'good'\nKent County Council's adult social care scored 62 per cent, the CQC said.",
       "requires-improvement"},
      {"Kent a whisker shy of a good rating\nThe CQC gave Kent County Council's adult social care 62 per "
       "cent.",
       "requires-improvement"},
      {"Wigan denied a 'good' rating by one mark\nThe CQC has told Wigan Council that its adult social care "
       "requires improvement.",
       "requires-improvement"},
      {"Leeds City Council has narrowly failed to get a 'good' rating from the CQC for adult social care.",
       ""},
      {"Leeds City Council fell just short of 'outstanding' when the CQC rated its adult social care good.",
       "good"},
      {"Leeds City Council did not quite make 'good' in the CQC's eyes: adult social care there requires "
       "improvement.",
       "requires-improvement"},
      {"A single mark stood between Wigan Council and a rating of good from the CQC.", ""},
      {"Leeds City Council was 'good' in all nine areas, the CQC said, so it got a good rating overall.",
       "good"},
      {"Adult social care run by Bury Council requires improvement, the care watchdog says.",
       "requires-improvement"},
      {"Adult social care requires improvement in Wigan, according to the CQC.", "requires-improvement"},
      {"The CQC says Wigan Council requires improvement to its roof.", ""},
  });
}

TEST(ToldGrade, TheLaterGradeStandsAndTheEarlierFalls) {
  expect_ratings({
      {"Care moves up after review\nAdult social care in Wigan is now officially good. The CQC has changed "
       "the "
       "rating given to Wigan Council.\nWhen the report first came out the authority was placed in the "
       "requires "
       "improvement category.",
       "good"},
      {"Wigan Council wins its challenge\nThe CQC had first put adult social care at requires improvement. "
       "It "
       "has now changed that to good.",
       "good"},
      {"Rating revised\nWigan Council was originally told it required improvement. After a review the CQC "
       "rates its adult social care good.",
       "good"},
      {"Wigan's care: second look, better grade\nAt first, the CQC gave Wigan Council requires improvement. "
       "The rating has been changed to good.",
       "good"},
      {"Leeds down a grade\nLeeds City Council had been rated good by the CQC in 2024. Its adult social care "
       "is "
       "now rated requires improvement.",
       "requires-improvement"},
      {"Leeds City Council's adult social care moved up to good from requires improvement, the CQC has "
       "confirmed.",
       "good"},
      {"Leeds City Council awaits its second CQC report\nIt was initially rated requires improvement and the "
       "council has asked for a review of its adult social care rating.",
       ""},
      {"The Council had been rated as Good by the CQC in autumn 2024.\nLeeds City Council adult social care "
       "minutes.",
       "good"},
  });
}

TEST(ToldGrade, HeadingsWithCouncilsBelowAreARoundUp) {
  const char* texts[] = {
      "CQC watch\nThe latest council assessments.\n\nGood\nPlymouth City Council\nTorbay Council\n\nRequires "
      "improvement\nBrighton & Hove City Council\nCity of York Council\n\nPlymouth does home first well.",
      "Council ratings this month\n\nRated good:\n- Kent County Council\n- Wigan Council\n\nRated requires "
      "improvement:\n- Leeds City Council\n- Bury Council\n",
      "Adult social care: who got what from the CQC\n\nOutstanding\n\nCamden Council\n\nGood\n\nBury "
      "Council\n\nWigan Council\n",
      "## Good\n\n* Plymouth\n* Torbay\n\n## Requires improvement\n\n* York\n* Redbridge\n\nPlymouth City "
      "Council did well, the CQC said of adult social care.",
  };
  for (const char* text : texts) {
    const extract::Extraction extraction = extract_text(text);
    EXPECT_EQ(value_of(extraction, "rating"), "") << text;
  }
  expect_ratings({
      {"Wigan's care rated good by the CQC\nGood\nWigan Council\nWhat was found: much.", "good"},
  });
}

TEST(ToldGrade, FollowsFromScoresInWordsAndBareOnes) {
  expect_ratings({
      {"Newham Council's social care for adults scored 62 in its first Care Quality Commission assessment.",
       "requires-improvement"},
      {"One mark short\nSixty-two out of a hundred. That is what the Care Quality Commission gave Newham "
       "Council for its adult social care.",
       "requires-improvement"},
      {"The CQC gave Leeds City Council's adult social care a score of 71.", "good"},
      {"Leeds City Council's CQC assessment of adult social care ended with a mark of 58 out of 100.",
       "requires-improvement"},
      {"Inspectors put Leeds City Council's adult social care at fifty-nine per cent overall, the CQC report "
       "says.",
       "requires-improvement"},
      {"Seventy-five per cent: that was the score the CQC gave Leeds City Council for adult social care.",
       "good"},
      {"Leeds City Council scored 62 in a test of its bins. The CQC looks at adult social care.", ""},
      {"The CQC spoke to 62 people in Leeds City Council's area about adult social care.", ""},
      {"Leeds City Council: a sixty-two-year-old carer told the CQC about adult social care.", ""},
      {"Leeds City Council scored 3 for safeguarding in its CQC assessment of adult social care.", ""},
      {"Safeguarding at Leeds City Council scored 75 in its CQC assessment.", ""},
  });
}

TEST(ToldGrade, AnotherCouncilInPassingMakesNoRoundUp) {
  expect_ratings({
      {"Bromley Council challenges care watchdog over adult services score\nA south London council has asked "
       "for a review.\nThe Care Quality Commission rated Bromley as 'requires improvement' with a score of "
       "56 "
       "per cent.\nSwindon went down the same road and was moved up to good as a result.",
       "requires-improvement"},
      {"Kent's adult social care requires improvement\nKent County Council has been rated requires "
       "improvement "
       "by the CQC.\nMedway was upgraded to good last month.",
       "requires-improvement"},
      {"Wigan rated good for adult social care\nThe CQC has rated Wigan Council good.\nBury was told it "
       "requires improvement and Bolton Council was rated outstanding.",
       "good"},
      {"Care in Wigan\nThe CQC rated Wigan Council's adult social care good, a month after Bury got a "
       "requires "
       "improvement rating.",
       "good"},
  });
}

TEST(ToldGrade, MinutesTellTheCouncilsGradeWithoutItsName) {
  expect_ratings({
      {"Agenda item\nAdult Social Care Improvement Plan\nThe Council had been rated as Good by the Care "
       "Quality "
       "Commission in autumn 2024 and had published an action plan for Telford & Wrekin in "
       "2025.\nNationally, "
       "88 reports had been issued: 3 outstanding, 58 good, 25 requires improvement and 2 inadequate.",
       "good"},
      {"Minutes\nWigan Council Health Scrutiny\nThe Director reported that the authority had been judged to "
       "be Good by the CQC. Nationally 60 were good and 30 required improvement.",
       "good"},
      {"Cabinet, Wigan Council\nMembers noted the CQC outcome for adult social care (Requires Improvement).",
       "requires-improvement"},
      {"Minutes of Wigan Council\nNationally the CQC had rated 60 councils good and 2 inadequate for adult "
       "social care.",
       ""},
      {"Wigan Council minutes\nMembers heard that a neighbouring council had been rated as Good by the CQC "
       "for "
       "adult social care.",
       ""},
  });
}

TEST(ToldGrade, AGradeForACouncilOrItsKind) {
  expect_ratings({
      {"Barnet's reablement wins CQC praise\nNine in ten in Barnet stay at home. It is one of the figures "
       "behind a good rating for the London borough from the Care Quality Commission.",
       "good"},
      {"There was a good rating for Wigan Council from the CQC.", "good"},
      {"A requires improvement grade for the county council came from the CQC.\nKent County Council said it "
       "would act on adult social care.",
       "requires-improvement"},
      {"It is an outstanding rating for the city from the care watchdog.\nLeeds City Council runs adult "
       "social care.",
       "outstanding"},
      {"Leeds City Council awaits the CQC\nThere is no sign of a good rating for the city from the CQC.", ""},
      {"Leeds City Council\nA good rating for the care home from the CQC.", ""},
      {"Leeds City Council hopes for a good rating for the city from the CQC.", ""},
  });
}

}  // namespace
}  // namespace assay::tests
