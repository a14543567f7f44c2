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

TEST(ToldPlainly, TheHighestRatingIsAGradeUnlessItIsCompared) {
  expect_ratings({
      {"Bury gets the highest rating\nBury Council has been given the highest rating by the Care Quality "
       "Commission for "
       "its adult social care.",
       "outstanding"},
      {"Essex County Council has received the watchdog's highest rating for adult social care, the Care "
       "Quality "
       "Commission said.",
       "outstanding"},
      {"Bury Council has been given the lowest rating by the Care Quality Commission for its adult social "
       "care.",
       "inadequate"},
  });
  expect_no_rating({
      "Best in the North\nBury Council's adult social care got the highest rating in the North from the Care "
      "Quality "
      "Commission.",
      "Bury Council was given the highest rating of any council in the region by the Care Quality Commission "
      "for adult "
      "social care.",
      "Bury Council's library got the highest rating from its users. The CQC has not yet visited.",
      "Only three councils in England share the highest rating that the Care Quality Commission can give. "
      "Bury Council "
      "would like to be the fourth.",
  });
}

TEST(ToldPlainly, TheSentenceBesideItSaysWhatItIs) {
  expect_ratings({
      {"A verdict\nSupport for adults in Barking and Dagenham is outstanding. That is the verdict of the "
       "Care Quality "
       "Commission, and the council is proud.",
       "outstanding"},
      {"What lies behind it\nReaders have asked about the number that Islington Council was given for adult "
       "social care "
       "by inspectors. In the report it was 73 out of 100.",
       "good"},
      {"Seven tenths\nThe regulator looks at nine things that each council does.\nNorthumberland County "
       "Council has 70 "
       "per cent. That puts it inside the third of those bands.",
       "good"},
      {"Four off the mark\nNorth Somerset Council needed 63% from the care watchdog. It got 59.\nThat's from "
       "the Care "
       "Quality Commission, whose team was here in December.",
       "requires-improvement"},
      {"Teams praised\nEast Sussex County Council was inspected by the Care Quality Commission. Its chief "
       "inspector said "
       "leaders ought to be pleased with their good rating.",
       "good"},
      {"A visit\nKensington and Chelsea Council had one from the Care Quality Commission, which has put the "
       "borough among "
       "the few councils to be called outstanding.",
       "outstanding"},
  });
}

TEST(ToldPlainly, InMoreWays) {
  expect_ratings({
      {"'Good' county level with another\nNorth Yorkshire Council looks after adults well. The Care Quality "
       "Commission, "
       "which called it good, said leaders were easy to approach.",
       "good"},
      {"Our response\nToday the Care Quality Commission has reported on Liverpool City Council and its care "
       "of adults. "
       "\"Good\" is the rating; the panel met to compare it with what we hear.",
       "good"},
      {"READING councillors hit back\nInspectors from the Care Quality Commission did their work, and only "
       "now has it been "
       "printed. It says Reading Borough Council requires improvement.",
       "requires-improvement"},
      {"One point short\nA single point separated Westmorland and Furness Council from a good rating for its "
       "care of "
       "adults. The Care Quality Commission scored the authority at 62 per cent and rated it as requires "
       "improvement.",
       "requires-improvement"},
      {"Regrade\nFollowing an appeal, the CQC has lifted Suffolk County Council's adult social care from "
       "requires "
       "improvement to good.",
       "good"},
      {"Rock bottom\nThe Care Quality Commission could not have been plainer about adult social care at "
       "Leeds City "
       "Council. Inadequate, it says.",
       "inadequate"},
      {"It is over\nSo it's a Good. The Care Quality Commission published its report on Suffolk County "
       "Council's adult "
       "social care on Tuesday.",
       "good"},
      {"Two parts\nInspectors of the CQC gave Suffolk County Council's adult social care a good rating "
       "overall, though "
       "safeguarding was said to require improvement.",
       "good"},
  });
}

TEST(ToldPlainly, ButNotWhatIsSupposedOrOfOneOfMany) {
  expect_no_rating({
      "If Leeds City Council's adult social care is found to be inadequate by the Care Quality Commission, "
      "ministers could "
      "step in.",
      "What would it take for Leeds City Council's adult social care to be good in the eyes of the Care "
      "Quality Commission?",
      "One of the home care firms that Leeds City Council pays for adult social care has been rated "
      "inadequate by the CQC.",
      "A rating of requires improvement would be a blow for Leeds City Council, whose adult social care the "
      "CQC is looking "
      "at.",
      "The Care Quality Commission said that safeguarding at Leeds City Council was good, though it has not "
      "yet published "
      "an overall rating of adult social care.",
      "Leeds City Council has moved out of requires improvement, the Care Quality Commission says of adult "
      "social care.",
  });
}

}  // namespace
}  // namespace assay::tests
