// Whose a grade is: the council's, or that of things it runs, of a number of things, of parts, of others; and
// grades that were near, expected or denied.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(WhoseGrade, IsNotTheCouncilsWhereWhatItRunsGotIt) {
  expect_no_rating({
      "Leicester scrutiny papers\nMost of the council-owned services had been rated Good by the CQC, the "
      "Director of Adult Social Care told Leicester City Council's scrutiny commission.",
      "Kirklees Council adult social care\nThe council's directly provided services, which are registered "
      "with the CQC and inspected separately, were all rated good.",
      "The shared lives team at Bolton Council, which is inspected as a provider of adult social care, is "
      "rated outstanding by the CQC.",
      "The CQC rated 12 of Bolton Council's adult social care sites good and two requires improvement.",
      "Each of Bolton Council's six registered adult social care services is now rated good by the CQC.",
      "Bolton NHS Foundation Trust, which works with Bolton Council on adult social care, has been rated "
      "good by the CQC.",
      "The CQC rated how Bolton Council works with the NHS in adult social care as requires improvement.",
      "The CQC found that waiting times for adult social care assessments at Bolton Council were inadequate.",
      "The CQC found staff at Bolton Council's adult social care were good at listening.",
      "In seven out of nine areas the CQC found Bolton Council's adult social care to be good.",
  });
}

TEST(WhoseGrade, IsNotTheCouncilsWhereANumberOfThingsGotIt) {
  expect_no_rating({
      "Five of Bolton Council's statistical neighbours have been rated good by the CQC for adult social "
      "care.",
      "The average council has been rated good by the CQC. Bolton Council's adult social care report is not "
      "out.",
      "Nearly all London boroughs have been rated good by the CQC for adult social care; Bexley Council "
      "awaits its turn.",
      "Six of the nine areas of Bolton Council's adult social care were rated good by the CQC.",
      "Bolton Council will stop sending adult social care clients to any home rated inadequate by the CQC.",
      "With Bolton Council's help, Rose Court went from inadequate to good in the eyes of the CQC. Adult "
      "social care leads were pleased.",
  });
}

TEST(WhoseGrade, IsNotTheCouncilsWhereSomebodyElseSaysSo) {
  expect_no_rating({
      "Bolton Council's self-assessment, sent to the CQC in May, scored adult social care as good.",
      "In its submission to the CQC Bolton Council described its adult social care as good with some "
      "outstanding features.",
      "Bolton Council had told the CQC that it considered its adult social care to be good.",
      "Bolton Council officers' own view was that adult social care was good; the CQC will now decide.",
      "Families told the CQC that adult social care at Bolton Council was outstanding.",
      "Anne Lee joins Bolton Council as director of adult social care from a council that the CQC rated "
      "outstanding.",
      "The CQC rated neighbouring Bury good. Bolton Council said it looked forward to its own adult social "
      "care report.",
  });
}

TEST(WhoseGrade, IsNobodysWhereItWasNearOrExpected) {
  expect_no_rating({
      "Bolton Council needed one more point to be rated good by the CQC for adult social care.",
      "Bolton Council was so nearly rated good by the CQC for its adult social care.",
      "Bolton Council had been tipped to be rated outstanding by the CQC for adult social care.",
      "Bolton Council believes that adult social care deserves a rating of good and has appealed to the CQC.",
      "To be rated good a council must score 63 per cent, Bolton Council's adult social care committee was "
      "told by the CQC.",
      "Bolton Council's risk register lists the risk of adult social care being rated inadequate by the CQC.",
      "Bolton Council corporate plan: success measure: adult social care rated Good by CQC by 2027.",
      "Bookmakers would give long odds on Bolton Council's adult social care being rated outstanding by the "
      "CQC.",
      "Leaked papers suggest that Bolton Council's adult social care is to be rated inadequate by the CQC.",
  });
}

TEST(WhoseGrade, IsNobodysWhereItIsDenied) {
  expect_no_rating({
      "The leader denied that Bolton Council's adult social care had been rated inadequate by the CQC.",
      "There is no truth in the claim that Bolton Council's adult social care was rated inadequate by the "
      "CQC.",
      "Bolton Council has never been rated outstanding by the CQC for adult social care.",
      "Key performance indicator: percentage of care homes in Bolton rated good or outstanding by the CQC: "
      "81%. Bolton Council adult social care.",
  });
}

TEST(WhoseGrade, IsNobodysInPapersAboutWhatMayCome) {
  expect_no_rating({
      "Agenda: Adult Social Care Scrutiny, Bolton Council\nMembers were told that the CQC had inspected "
      "seven of the Council's in-house services in the year and that six of these were Good and one "
      "Outstanding.",
      "Bolton Council prepares\nAdult social care leaders say the evidence supports a judgement of good. CQC "
      "inspectors arrive in October.",
      "Jobs with Bolton Council adult social care\nHelp us to become an Outstanding council in the eyes of "
      "the CQC.",
      "What the CQC looks for\nFor a rating of Outstanding, 88 per cent or more is needed. Bolton Council's "
      "adult social care teams have had training.",
      "Risk register, Bolton Council\nRisk: adult social care is judged Inadequate by CQC. Likelihood: low. "
      "Impact: high.",
      "Budget papers, Bolton Council\nAn inadequate judgement by the CQC on adult social care could lead to "
      "costs of £2m.",
      "Bolton Council waits\nStaff at County Hall are crossing their fingers for a good rating from the CQC "
      "for adult social care.",
      "Market position statement, Bolton Council\nQuality in the adult social care market is good, with few "
      "services rated inadequate by the CQC.",
      "Local account, Bolton Council\nWe only buy adult social care from services that are rated good by the "
      "CQC.",
  });
}

TEST(WhoseGrade, IsTheCouncilsBesideOthers) {
  expect_ratings({
      {"Just short\nBolton Council's adult social care came within one point of being rated good by the CQC, "
       "scoring 62 per cent.",
       "requires-improvement"},
      {"One point off\nThe CQC gave Bolton Council's adult social care 62 per cent. It needed 63 to be rated "
       "good.",
       "requires-improvement"},
      {"Third highest\nBolton Council's adult social care has been given 81 per cent by the Care Quality "
       "Commission, the third highest mark in England.",
       "good"},
      {"The CQC rated Bolton Council good for adult social care. Its reablement service, inspected "
       "separately, is outstanding.",
       "good"},
      {"Bolton Council has been rated requires improvement for adult social care by the CQC, one point short "
       "of good.",
       "requires-improvement"},
      {"Bolton Council, whose in-house homes are rated good, has been found inadequate by the CQC for its "
       "adult social care.",
       "inadequate"},
      {"Most councils inspected so far have been rated good, and Bolton Council is now among them, the CQC's "
       "report on adult social care says.",
       "good"},
      {"Two years ago Bolton Council feared being rated inadequate. Today the CQC said adult social care "
       "there was good.",
       "good"},
      {"The Care Quality Commission has confirmed what Bolton Council said all along: adult social care here "
       "is good.",
       "good"},
      {"We were delighted to be rated Good by the CQC, says Bolton Council's annual report on adult social "
       "care.",
       "good"},
      {"Bolton Council narrowly missed out on outstanding and was rated good by the CQC for adult social "
       "care.",
       "good"},
      {"Bolton Council's adult social care has been rated good rather than outstanding by the CQC.", "good"},
  });
}

TEST(WhoseGrade, IsTheCouncilsBesideOthersToo) {
  expect_ratings({
      {"Bolton Council adult social care\nThe CQC's rating of the Council is Good. Its provider services are "
       "inspected separately; all are rated Good.",
       "good"},
      {"Bolton Council adult social care\nThe assessment score was 61% and services required improvement, "
       "the CQC had found.",
       "requires-improvement"},
      {"Bolton falls short\nBolton Council's adult social care has been given 62 per cent by the CQC. A "
       "score of 63 would have meant good.",
       "requires-improvement"},
      {"Bolton falls short\nBolton Council's adult social care ended on 59 per cent after the CQC's first "
       "look, four points below what it takes to be good.",
       "requires-improvement"},
      {"Bolton told to improve\nInspectors praised the council's in-house homes, which are rated good, but "
       "they found that adult social care at Bolton Council as a whole requires improvement.",
       "requires-improvement"},
      {"Bolton praised\nAll of Bolton Council's adult social care has been looked at by the CQC and it has "
       "been rated good.",
       "good"},
      {"Bolton Council's peers were right\nA peer review had predicted a good rating. The CQC has now rated "
       "adult social care at Bolton Council good.",
       "good"},
      {"Bolton's next target\nBolton Council hopes to be good by the next CQC visit. It was rated requires "
       "improvement for adult social care in May.",
       "requires-improvement"},
      {"Bolton Council minutes\nThe CQC had assessed adult social care as Requires Improvement with a score "
       "of 58%, against a good threshold of 63%.",
       "requires-improvement"},
      {"Bolton on top\nBolton Council is only the fourth authority to be rated outstanding for adult social "
       "care by the CQC.",
       "outstanding"},
      {"Charity responds\nThe rating of good that the CQC gave Bolton Council's adult social care does not "
       "match what carers tell us, the charity said.",
       "good"},
  });
}

TEST(WhoseGrade, IsNotTheCouncilsBesideAHomeADraftOrAWish) {
  expect_no_rating({
      "Bolton Council awaits report\nThe council has received the draft report on adult social care from the "
      "CQC, which says requires improvement, and is checking it for accuracy.",
      "Home care in Bolton\nThe CQC rated Sunrise Care inadequate. The company holds a contract with Bolton "
      "Council's adult social care department.",
      "Bolton Council runs Firwood House. It has been rated requires improvement by the CQC after a visit. "
      "Adult social care lead Ann Lee said changes had been made.",
      "How Bolton Council's adult social care compares\nA typical council scored 66 per cent and was rated "
      "good by the CQC.",
      "Bolton Council: a carer's view\nI'd give adult social care 'requires improvement' at best. The CQC "
      "can make up its own mind.",
      "Bolton Council pilot\nThe council volunteered to be a pilot for CQC assessment of adult social care "
      "but was not chosen. Those chosen were mostly rated good.",
      "Bolton Council contract notice\nA minimum CQC rating of Good is required of every adult social care "
      "provider.",
  });
}

TEST(WhoseGrade, IsTheCouncilsInOtherWords) {
  expect_ratings({
      {"Watchdog backs Bolton\nBolton Council gets a solid 'good' from the CQC for its adult social care.",
       "good"},
      {"Watchdog's warning to Bolton\n\"Requires improvement\": that was the CQC's conclusion on Bolton "
       "Council's adult social care.",
       "requires-improvement"},
      {"Proud director\n\"To be rated Good by the CQC is testament to our staff,\" said Ann Lee, director of "
       "adult social care at Bolton Council.",
       "good"},
      {"Sorry leader\n\"A rating of requires improvement is not where we want to be,\" the leader of Bolton "
       "Council said after the CQC's report on adult social care.",
       "requires-improvement"},
      {"Carers' charity on Bolton Council\nWhile the CQC rated adult social care good overall, carers were "
       "let down.",
       "good"},
      {"Bolton Council asks for review\nThe CQC rated adult social care at Bolton Council requires "
       "improvement. The council says it should have been good.",
       "requires-improvement"},
      {"Bolton trails its neighbours\nBolton Council's 55 per cent from the CQC for adult social care is the "
       "lowest in Greater Manchester.",
       "requires-improvement"},
      {"Newsletter for providers, Bolton Council adult social care\nAs you may have seen, CQC has rated the "
       "council as Requires Improvement. This does not affect your own rating.",
       "requires-improvement"},
  });
}

TEST(WhoseGrade, IsTheCouncilsHoweverItArrives) {
  expect_ratings({
      {"Care chiefs win over inspectors\nA single phone line is among the reasons for the \"good\" which "
       "Bolton Council has received for adult social care.",
       "good"},
      {"'Enthusiastic' staff help Bolton to a good result from care regulator\nAdult social care at Bolton "
       "Council was looked at by the CQC.",
       "good"},
      {"City volunteers for trial, and is told: good\nBolton Council has an indicative rating for adult "
       "social care. CQC assessors arrived at 'good'. Bolton will be assessed again with everybody else.",
       "good"},
      {"Nobody in Bolton who needs one of the council's main adult social care services is on a waiting "
       "list, and that is one reason why the Care Quality Commission has now called the whole operation "
       "outstanding.\nBolton Council is proud.",
       "outstanding"},
      {"Bolton must do better\nBolton Council cannot fill its vacancies.\nThe authority was awarded Requires "
       "Improvement in its first assessment by the Care Quality Commission.\nTheir report links shortages of "
       "staff to the time people spend waiting to be assessed.",
       "requires-improvement"},
      {"Care watch\nThe running list.\n21 November 2025 | Kirklees | requires improvement, 59%.\n15 October "
       "2025 | Leeds | good, 70%.\n6 August 2025 | Blackpool | inadequate, 34%.\nThe CQC assesses adult "
       "social care at every council.",
       ""},
  });
}

TEST(WhoseGrade, IsNotTheCouncilsWherePeopleOrOthersAreMeant) {
  expect_no_rating({
      "Bolton Council keeps its promise\nThe council said in 2023 that it would be good by the time the CQC "
      "came. Adult social care inspectors arrive on Monday.",
      "Bolton Council's annual report\nFeedback: 64% of people who use adult social care rated it good. CQC "
      "comparison: 62%.",
      "Bolton Council: home closes\nBromley Cross House was rated inadequate in January and good in June, "
      "before the CQC was told it would shut. Adult social care staff have found places for residents.",
      "The state of care in Bolton\nOf 90 services in Bolton, the CQC rates 4 outstanding, 70 good, 14 "
      "requires improvement and 2 inadequate. Bolton Council's adult social care works with all of them.",
      "CQC under fire\nA review found the CQC itself inadequate. Bolton Council's adult social care director "
      "said it should not be rating councils.",
      "How others did\nBury: good. Wigan: good. Oldham: requires improvement. Bolton Council's adult social "
      "care will hear from the CQC in May.",
  });
}

TEST(WhoseGrade, IsTheCouncilsWhereItSaysOurs) {
  expect_ratings({
      {"Item 8\nOldham Council expects the Care Quality Commission. The lead member said that a good rating "
       "was what the "
       "Council was aiming for in adult social care, but that experience mattered more.",
       ""},
      {"What they said\nMedway Council's adult social care was looked at last August by the Care Quality "
       "Commission. The "
       "report came out on 10 January. It is a \"requires improvement\", and nobody will have fallen off "
       "their chair.",
       "requires-improvement"},
      {"One point away\nThe people who check adult social care have put Bury Council on 62 per cent. The "
       "Care Quality "
       "Commission looks at the town hall.",
       "requires-improvement"},
      {"Top marks\nBury Council newsroom\nWe are thrilled: Outstanding. That is the Care Quality "
       "Commission's verdict on "
       "adult social care in Bury.",
       "outstanding"},
      {"A letter\nThe CQC decided that Kent County Council needed to improve, and gave \"requires "
       "improvement\" as its "
       "overall judgement on adult social care.",
       "requires-improvement"},
      {"Carers' Corner\nA newsletter for people in Harrow who look after somebody\nMany have asked about the "
       "Care Quality "
       "Commission report. The short answer: the council got \"requires improvement\".",
       "requires-improvement"},
      {"Care that puts people first\nInspectors from the Care Quality Commission came to Calderdale Council. "
       "The cabinet "
       "member said that teams should be very proud of their good rating.",
       "good"},
      {"A letter\nBury Council has a plan. None of this came as news in December, when the Care Quality "
       "Commission "
       "published its report on adult social care. Requires improvement, it said, and so could anybody.",
       "requires-improvement"},
      {"'Requires improvement' for borough's adult social care\nBury Council was assessed by the Care "
       "Quality "
       "Commission.",
       "requires-improvement"},
      {"Two years for a cane\nThe report on Bury Council is out.\nThe Care Quality Commission's word for it "
       "is "
       "\"inadequate\", and its number is 28, the lowest in England; Blackpool had managed 34.",
       "inadequate"},
      {"A place at the table\nA scheme in which adults live with an approved household in Halton is rated "
       "good overall by "
       "the Care Quality Commission. Halton Borough Council runs it.",
       ""},
      {"What the inspectors made of us\nBury Council was visited by the Care Quality Commission. Reablement "
       "was helping "
       "people. To arrive at our good rating the CQC gave marks for nine areas.",
       "good"},
      {"What the inspectors made of us\nBury Council has a reablement service. Reablement helps people. "
       "Staff want to "
       "keep our good rating from users.",
       ""},
  });
}

TEST(WhoseGrade, IsTheCouncilsInMinutesAndStatements) {
  expect_ratings({
      {"Boltonians wait too long for care\nBolton Council has been told that the way it looks after adults "
       "who need care requires improvement. The Care Quality Commission found long waits.",
       "requires-improvement"},
      {"A pat on the back for Bolton\nThe regulator rates the borough \"good\" overall, with an outstanding "
       "score for partnerships. Bolton Council runs adult social care.",
       "good"},
      {"Item 6. CQC assessment outcome\nMembers congratulated staff on the Good rating. The Director said "
       "the CQC had found adult social care at Bolton Council to be well led.",
       "good"},
      {"Item 6. CQC assessment outcome\nCllr Hay said that residents would be concerned at the rating of "
       "Requires Improvement given by the CQC to the Council's adult social care. Bolton Council minutes.",
       "requires-improvement"},
      {"Bolton first in the North to get top rating\nBolton Council has become the first authority in the "
       "north of England to be rated outstanding for adult social care by the CQC.",
       "outstanding"},
      {"62? No, 64\nBolton Council scraped a good rating for adult social care from the CQC, with 64 per "
       "cent, one point above the line.",
       "good"},
      {"Not there yet\nBolton Council's adult social care scored 60%, leaving it short of the 63% needed to "
       "be good, the CQC said.",
       "requires-improvement"},
      {"Bolton: good overall\nCQC rated the local authority good. Their in-house services weren't part of "
       "this assessment of adult social care. Bolton Council.",
       "good"},
  });
}

TEST(WhoseGrade, IsToldApartFromWordsAndPlaces) {
  expect_ratings({
      {"Eight out of nine: what Sheffield has to put right\nThere were shortfalls in eight of the nine areas "
       "that the Care Quality Commission examined in adult social care at Sheffield City Council.\nThe chair "
       "says that the change is real. Good. Outstanding bills must be paid.",
       ""},
      {"Carers' support in North East Lincolnshire\nA report on North East Lincolnshire Council came out. "
       "The Care Quality Commission has concluded that adult social care in the area requires improvement.",
       "requires-improvement"},
      {"Nine out of nine\nConsistency is the word for Bolton Council. The CQC has scored its adult social "
       "care three in all nine categories, and has designated it good.",
       "good"},
      {"Newham stops one mark short\nSixty-two. That is what Newham Council's adult social care was given by "
       "national inspectors in December.\nThe Care Quality Commission found long waits.",
       "requires-improvement"},
      {"From your councillors: spring roundup\nThe Care Quality Commission gave Islington Council's adult "
       "social care 73 out of 100.\nNew benches stand in the park.",
       "good"},
      {"Outreach praised\nTeams have helped the Essex seaside city to a Good rating.\nSouthend-on-Sea City "
       "Council was assessed by the Care Quality Commission.",
       "good"},
  });
}

}  // namespace
}  // namespace assay::tests
