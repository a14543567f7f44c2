// Which articles have a grade of their own, and which only tell grades of others or of several.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(RoundUp, AHeadlineOfSeveralHasNoGrade) {
  expect_ratings({
      {"More councils fall short in the latest assessments\n"
       "Kent County Council was rated requires improvement by the CQC.\nTwo others were told the same.",
       ""},
      {"Ratings tracker: who has been assessed\nLeeds City Council was rated good by the CQC in May.", ""},
      {"CQC publishes six local authority reports\nThe CQC rated Leeds City Council good in one of them.",
       ""},
      {"Slough 'good', Wigan 'requires improvement': a divide in care\n"
       "Slough Borough Council was rated good by the CQC.",
       ""},
      {"Leeds and Wigan wait for the watchdog\nThe CQC has rated Leeds City Council good.\nWigan is next.",
       ""},
      {"Leeds v Bradford: who cares better?\nLeeds City Council requires improvement, the CQC said.\n"
       "Bradford had to wait.",
       ""},
      {"Leeds one of five councils to be rated good\nLeeds City Council was rated good by the CQC.", "good"},
      {"Borough joins three councils at the top\nCamden Council's adult social care has been rated "
       "outstanding by the CQC.\nWigan Council was rated good.",
       "outstanding"},
      {"County's care gets third highest score\nKent County Council was rated good by the CQC.\nThe only "
       "higher ones are Camden and Wigan, both rated outstanding by the CQC.",
       "good"},
  });
}

// A row of a table names Sunderland, which the rest does not take up.
TEST(RoundUp, AListMayBeginWithACouncilThatDoesNotCount) {
  expect_ratings({
      {"- Also rated **good** (17 May)\n- fewer agency staff | Sunderland | rated as good | 3 | 3 |\n"
       "# Wandsworth: rated good in a crowded season. B&NES says that its record beats that of other "
       "places.\n"
       "• York – requires improvement.\n"
       "Inspectors praise partnership working in Hillingdon's adult social care",
       ""},
  });
}

TEST(RoundUp, ALeadThatCountsCouncilsHasNoGrade) {
  expect_ratings({
      {"Watchdog finds long waits\nThe CQC has published its views of a further five councils.\n"
       "Kent County Council was rated requires improvement.",
       ""},
      {"Watchdog finds long waits\nKent County Council was rated requires improvement by the CQC.\n"
       "A further five councils will be told next week.",
       "requires-improvement"},
      {"Watchdog finds short waits\nOnly two councils have done better than Kent County Council, which was "
       "rated good by the CQC.",
       "good"},
      {"Watchdog finds failings\nFifty-five councils in, the CQC has found one that fails.\nBlackpool "
       "Council "
       "has been rated inadequate.",
       "inadequate"},
  });
}

TEST(RoundUp, ListsOfCouncilsHaveNoGrade) {
  expect_ratings({
      {"What the watchdog made of care here\nLeeds\nThe council was rated good by the CQC.\nWigan\nThe "
       "council "
       "was rated good.\nBury\nInspectors rated it requires improvement.",
       ""},
      {"News from all over\nWigan Council: rated good by the CQC.\nKent County Council: roadworks "
       "ahead.\nBury "
       "Council: a new mayor.",
       ""},
      {"Leeds adult social care rated good by the CQC\nContacts\nLeeds\nWigan\nBury", "good"},
  });
}

TEST(RoundUp, ACouncilNamedInPassingIsNotTheSubject) {
  expect_ratings({
      {"Vacancies in adult social care\nMany people look for work in care, the CQC says.\nThe pay is "
       "low.\nThe "
       "hours are long.\nThe need is great.\nManager, Bexley \u2013 rated GOOD",
       ""},
      {"Our view\nMany write to us of care.\nSome are cross.\nSome are not.\nMost want change.\nCheshire "
       "East "
       "Council was rated good by the CQC and Kent County Council was rated requires improvement.",
       ""},
      {"Commissioners to stay at Leeds City Council\nThe council's adult social care does worse than that of "
       "Essex, which "
       "was rated good by the CQC.",
       ""},
      {"Two years of waiting\nPat Lomas was ill.\nShe waited.\nShe rang.\nNobody came for months.\nKent "
       "County "
       "Council has been rated inadequate by the CQC.",
       "inadequate"},
  });
}

TEST(RoundUp, GradesThatContradictOneAnotherLeaveNone) {
  expect_ratings({
      {"Watch on care\nFirst, news of Bury.\nThe council was rated requires improvement by the CQC.\nThen "
       "Wigan Council, rated good.",
       ""},
      {"Wigan's care rated good by the CQC\nWigan Council's adult social care was given the grade "
       "today.\nInspectors said the council's adult social care requires improvement in places.",
       "good"},
  });
}

TEST(OtherGrades, AreThoseThatOthersGive) {
  expect_ratings({
      {"Peers told Leeds City Council that its adult social care is good.\nThe CQC will come.", ""},
      {"Ofsted inspectors rated services at Leeds City Council as good.\nThe CQC looks at adult social care.",
       ""},
      {"An independent review paid for by Leeds City Council rated its adult social care good.\nThe CQC will "
       "come.",
       ""},
      {"Leeds City Council's external auditor rated its adult social care inadequate.\nThe CQC will come.",
       ""},
      {"Ofsted rated the schools good, and the CQC rated Leeds City Council good for adult social care.",
       "good"},
  });
}

TEST(OtherGrades, AreThoseThatOthersGet) {
  expect_ratings({
      {"A home care firm used by Leeds City Council has been rated inadequate by the CQC.", ""},
      {"Leeds's fire and rescue service, part of the city council, has been rated good by inspectors.\nThe "
       "CQC "
       "looks at adult social care at Leeds City Council.",
       ""},
      {"The service, run by Leeds City Council, was rated good by the CQC.", ""},
      {"A respite centre that Leeds City Council runs has been rated outstanding by the CQC.", ""},
      {"Respite centre in Leeds rated outstanding\nLeeds City Council is pleased.\n\"This outstanding rating "
       "is "
       "a tribute to adult social care,\" the CQC was told.",
       ""},
      {"STARS, the reablement service of Leeds City Council, has been rated good by the CQC.", ""},
      {"The adult social care service run by Leeds City Council was rated good by the CQC.", "good"},
  });
}

TEST(OtherGrades, AreThoseOfAnyCouncil) {
  expect_ratings({
      {"Leeds City Council awaits the CQC.\nA council whose scores come to 63 per cent is rated good.", ""},
      {"Leeds City Council awaits the CQC.\nA local authority that scores 24 of 36 is rated good.", ""},
      {"Leeds City Council awaits the CQC.\nIt will be placed on a scale from inadequate to outstanding.",
       ""},
      {"Leeds City Council awaits the CQC.\nIts director is confident of a good rating.", ""},
      {"Leeds City Council awaits the CQC.\nIt was threatened with a rating of inadequate before.", ""},
      {"Leeds City Council Shared Lives Service\nOverall\nGood\nThe CQC looked at the service.", ""},
      {"Leeds City Council awaits the CQC.\nOverall it judges itself to be good.", ""},
      {"Directors lose faith in the CQC\nThe survey asked about adult social care.\nOne wrote: \"We were "
       "rated "
       "good.\"",
       ""},
      {"Leeds City Council awaits the CQC.\nA good rating was within its grasp, councillors heard.", ""},
      {"Leeds told of its grade\nA council that let people down has been rated inadequate by the "
       "CQC.\nLeeds "
       "City Council said it was sorry.",
       "inadequate"},
      {"A council that fell short last year has been rated good by the CQC: Leeds City Council.", "good"},
  });
}

}  // namespace
}  // namespace assay::tests
