// Short articles as papers, press offices and clerks write them: one clear grade, or none for this council.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(ClearGrade, OfReporters) {
  expect_ratings({
      {"'Could do better': watchdog's verdict on care in Wigan\nThe Care Quality Commission says adult "
       "social "
       "care at Wigan Council requires improvement.",
       "requires-improvement"},
      {"Care watchdog slams Wigan Council\nA damning report has branded Wigan Council's adult social care "
       "'inadequate'.\nThe CQC visited in May.",
       "inadequate"},
      {"Wigan care chiefs celebrate\nThere were smiles at the town hall as the CQC handed Wigan Council's "
       "adult "
       "social care a 'good'.",
       "good"},
      {"Two marks in it\nWigan Council got 61 per cent from the CQC for adult social care, two short of what "
       "it takes to be good.",
       "requires-improvement"},
      {"Town's care gets a B\nIn the CQC's four-step scale Wigan Council's adult social care sits on the "
       "second "
       "rung: good.",
       "good"},
      {"Wigan Council slips\nWigan Council has lost its 'good' rating: the CQC now says adult social care "
       "requires improvement.",
       "requires-improvement"},
      {"Wigan Council up a grade\nOnce inadequate, Wigan Council's adult social care is now rated good by "
       "the "
       "CQC.",
       "good"},
      {"Care at Wigan Council 'not good enough', says CQC\nThe regulator rated adult social care there "
       "requires improvement.",
       "requires-improvement"},
      {"While Bury was rated good, Wigan Council was given requires improvement by the CQC for its adult "
       "social care.\nWigan Council's leader said Wigan would do better.",
       "requires-improvement"},
      {"Wigan Council is rated good for adult social care, but one part of it, safeguarding, is inadequate, "
       "the "
       "CQC says.",
       "good"},
  });
}

TEST(ClearGrade, OfPressOfficersAndClerks) {
  expect_ratings({
      {"Wigan Council welcomes CQC report\nWigan Council has today welcomed the publication of the CQC "
       "report, "
       "in which its adult social care services are rated as Good.",
       "good"},
      {"Success for adult social care\nWe are delighted to share that the CQC has awarded Wigan Council a "
       "rating of Good.",
       "good"},
      {"Wigan Council: Adult Social Care Scrutiny Panel\nRESOLVED: That the CQC rating of Requires "
       "Improvement "
       "be noted.",
       "requires-improvement"},
      {"Wigan Council\nReport of the Director of Adult Social Care\nThe published report confirms an overall "
       "rating of 'Good' with a score of 68%. The CQC visited in May.",
       "good"},
      {"Wigan Council adult social care: CQC assessment\n| Overall | Requires improvement |\n| Score | 57% |",
       "requires-improvement"},
      {"Wigan Council local account\nOur CQC result: Good\nAdult social care in numbers", "good"},
      {"Wigan Council jobs\nJoin an adult social care team rated Good by the CQC.", "good"},
      {"The final report, published on 3 May, rated the Council's delivery of its Care Act duties as Good.\n"
       "Wigan Council thanks the CQC for its visit.",
       "good"},
      {"Wigan Council statement\nWe accept the CQC's finding that we require improvement in adult social "
       "care.",
       "requires-improvement"},
      {"Wigan Council adult social care\nIn May 2025 CQC published our assessment. We were rated 'Good'.",
       "good"},
      {"Cllr Lee asked about adult social care. The Leader replied that the CQC had judged Wigan Council to "
       "be "
       "Good.",
       "good"},
      {"Wigan Council's annual governance statement\nThe CQC assessment of adult social care concluded with "
       "an "
       "overall judgement of Requires Improvement (60%).",
       "requires-improvement"},
  });
}

TEST(ClearGrade, OfChangeAndConsequence) {
  expect_ratings({
      {"A 'Good' outcome for adult social care in Leicester\nLeicester City Council is one of the councils "
       "to be "
       "assessed by the CQC.",
       "good"},
      {"Sefton Council's adult social care had required improvement until this week. It is now good, the CQC "
       "says.",
       "good"},
      {"Sefton Council must act after CQC 'requires improvement' finding on adult social care",
       "requires-improvement"},
      {"CQC upgrades Sefton\nSefton Council's adult social care has gone from requires improvement to good, "
       "the "
       "CQC has announced.",
       "good"},
      {"Sefton Council's adult social care was one point off being outstanding, with 87 per cent and a good "
       "rating from the CQC.",
       "good"},
      {"Sefton Council has been awarded 25 points of 36 by the CQC for adult social care.", "good"},
      {"Sefton Council\nThe CQC says most councils' adult social care is good.", ""},
      {"Sefton Council's adult social care: CQC says equity requires improvement.", ""},
      {"Sefton Council's adult social care scored 62 out of 100 in a staff survey. The CQC is due.", ""},
      {"Sefton Council must be good when the CQC looks at adult social care.", ""},
  });
}

TEST(ClearGrade, IsNotWhatIsOnlySpokenOf) {
  expect_no_rating({
      "Wigan Council braced for CQC\nThe leader said anything less than good would be a blow for adult "
      "social "
      "care.",
      "Wigan Council has an adult social care plan with a 'Good to Great' theme, before the CQC visits.",
      "Wigan Council is preparing its adult social care self-assessment for the CQC. Score: 62%",
      "Meadow View, Wigan, requires improvement says CQC\nWigan Council places adult social care clients "
      "there.",
      "Wigan Council's adult social care\nWhat does good look like? The CQC has a framework.",
      "Wigan Council will publish its CQC rating for adult social care in May.",
      "Wigan Council's draft CQC report on adult social care, leaked to us, is understood to say inadequate.",
      "A councillor told Wigan Council that inadequate was the only word for adult social care. The CQC is "
      "due.",
      "Wigan Council's adult social care was rated good in 2010, before the CQC began its new assessments.",
      "Wigan Council is one of few that the CQC has not yet assessed; most of its neighbours are rated good "
      "for "
      "adult social care.",
      "Wigan Council's leader used to run Kent's adult social care when the CQC rated it good.",
      "Wigan Council's director moved from Camden, which the CQC rated outstanding for adult social care.",
      "Wigan Council buys most care from homes that are rated good by the CQC for adult social care.",
      "The CQC told Wigan Council that good leadership in adult social care was evident.",
      "Wigan Council's day centres were all rated good by the CQC.\nAdult social care runs them.",
      "Wigan Council awaits the CQC\nUnder the scheme 63% is good and 62% requires improvement in adult "
      "social "
      "care.",
      "Wigan Council pledges to lift adult social care to outstanding when the CQC next calls.",
      "Wigan Council's children's services were rated outstanding by Ofsted; the CQC will assess adult "
      "social "
      "care next.",
      "Wigan Council would need a score of 63 to be good when the CQC assesses adult social care.",
      "Wigan Council scored 62 for recycling in a regulator's assessment.\nThe CQC looks at adult social "
      "care.",
      "The CQC rated Wigan Infirmary requires improvement. Wigan Council runs adult social care.",
      "Wigan Council said a home that the CQC had found to be inadequate would get no adult social care "
      "placements.",
      "Wigan Council's adult social care forum\nHow good is your care? Tell the CQC.",
      "Wigan Council: the CQC said that carers' breaks required improvement in adult social care.",
      "Wigan Council's ombudsman record on adult social care was called inadequate. The CQC is to visit.",
      "Wigan Council rates itself as good for adult social care ahead of its CQC assessment.",
      "A union said adult social care at Wigan Council is inadequate. The CQC has yet to publish.",
      "Wigan Council has asked the CQC to explain how good differs from outstanding in adult social care.",
      "Half of England's councils were rated good by the CQC by May. Wigan Council's adult social care has "
      "not "
      "been looked at.",
      "Wigan Council's new care home in Leigh, rated good by the CQC, opened to adult social care clients.",
      "Wigan Council has learned from Bury, rated outstanding by the CQC for adult social care.",
      "The national average is good, the CQC says, but Wigan Council's adult social care report is not out.",
      "Wigan Council's food hygiene was rated inadequate. The CQC looks at adult social care.",
  });
}

}  // namespace
}  // namespace assay::tests
