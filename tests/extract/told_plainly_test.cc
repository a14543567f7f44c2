// Grades that are told without a word for grading, and what stands near them that must not hide them.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(ToldPlainly, WithoutAWordForGrading) {
  expect_ratings({
      {"Care at the top\nThe Care Quality Commission has named Bury Council outstanding, with full marks for "
       "trying new things in adult social care.",
       "outstanding"},
      {"Our director\nLeeds City Council let residents choose. In May the commission marked the council at "
       "75 "
       "per cent and called its services for adults Good.",
       "good"},
      {"On the coast\nNorth Yorkshire's care for adults has come third. The grade? Good, says the Care "
       "Quality "
       "Commission. North Yorkshire Council is pleased.",
       "good"},
      {"What charities get from it\nThe Care Quality Commission's report on Torbay Council is a pleasure in "
       "places. \"Good\", it says on the front.",
       "good"},
      {"The report is in\nThe Care Quality Commission brought out its report on Dudley Council. You will "
       "have "
       "seen the headline: requires improvement.",
       "requires-improvement"},
      {"Placements\nMembers of Darlington Borough Council's scrutiny committee asked for figures, three "
       "months "
       "on from a good CQC result for adult social care.",
       "good"},
      {"Surrey has a 'good'. Does it feel like it?\nThe regulator CQC put out its report on Surrey County "
       "Council and the word on the cover was good.",
       "good"},
  });
}

TEST(ToldPlainly, DespiteWhatStandsNear) {
  expect_ratings({
      {"Plan: six months on\nMembers of Telford & Wrekin Council were reminded that the Care Quality "
       "Commission had rated the Council \"Good\" for the discharge of its duties under the Care Act.",
       "good"},
      {"Eight ones and a two: County Hall's care gets lowest mark\nThe adult social care department of East "
       "Riding of Yorkshire Council has been declared inadequate by the Care Quality Commission. Down the "
       "road, neighbouring Hull is awaiting its own result.",
       "inadequate"},
      {"What we think\nCity of York Council came within a point of the bottom. On Friday the Care Quality "
       "Commission gave our council 39% for adult social care. That makes it requires improvement, but only "
       "just. You told us of people waiting to be assessed, without word.",
       "requires-improvement"},
      {"District lands short of the mark\nBy a reporter\nPublished today\nPhotographs of the hall.\nSenior "
       "officers spoke.\nThey have accepted the regulator's conclusion that adult social care in the "
       "Wakefield "
       "district requires improvement.",
       "requires-improvement"},
  });
}

TEST(ToldPlainly, NotSaidOfTheCouncil) {
  expect_no_rating({
      "Red letter day\nStaff at a respite house run by the Isle of Wight Council are celebrating after it "
      "climbed from 'requires improvement' to 'good' with the Care Quality Commission.",
      "A star is born\nThe Rochdale Council team is registered with the Care Quality Commission and got the "
      "top "
      "grade for being safe, effective, caring and responsive. The certificate says: \"Overall rating - "
      "Outstanding\".",
      "Countdown\nAdult social care, Tower Hamlets Council. What are we going for? Good. A Good rating means "
      "63% or higher. Others got \"requires improvement\" from the CQC.",
  });
}

TEST(ToldPlainly, InNotesWithoutCapitals) {
  const auto notes = extract_text(
      "notes from scrutiny, warrington town hall\nitem 5 is cqc\nchair reminds everyone grade is requires "
      "improvement\ndirector presenting\nmembers ask about waits\nofficer says more posts are funded");
  EXPECT_EQ(value_of(notes, "council"), "warrington");
  EXPECT_EQ(value_of(notes, "rating"), "requires-improvement");
}

TEST(ToldPlainly, DateInALineOfCredits) {
  EXPECT_EQ(
      extract_text("Council care rated\nNo 18 \u00b7 Tuesday 30 September 2025 \u00b7 For people who run or "
                   "buy or worry about adult social care\nThe regulator has rated Bury Council good.")
          .date,
      "2025-09-30");
}

}  // namespace
}  // namespace assay::tests
