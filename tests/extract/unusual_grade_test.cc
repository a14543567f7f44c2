// Plain sentences in unusual words: grades that are the council's, and grade words that are not.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(UnusualGrade, IsStillTheCouncils) {
  expect_ratings({
      {"It's a 'good' from the CQC for adult social care at Leeds City Council.", "good"},
      {"The verdict on Leeds City Council's adult social care is in, and it is 'good'.\nThe CQC came in May.",
       "good"},
      {"Leeds City Council has joined the ranks of councils rated outstanding by the CQC for adult social "
       "care.",
       "outstanding"},
      {"Wigan Council has kept its good rating for adult social care, the CQC has confirmed.", "good"},
      {"The CQC's overall judgement of Bury Council's adult social care: requires improvement.",
       "requires-improvement"},
      {"CQC: Bury adult social care 'requires improvement'\nBury Council must do better, the watchdog says.",
       "requires-improvement"},
      {"Inspectors gave Kent County Council the second lowest rating for its adult social care, the CQC "
       "report "
       "shows.",
       "requires-improvement"},
      {"Kent County Council walked away from its CQC assessment with a good.", "good"},
      {"Adult social care in Kent is inadequate, according to the Care Quality Commission.", "inadequate"},
      {"The CQC considers adult social care at Kent County Council to be good.", "good"},
      {"Bury Council must improve its adult social care after being told it requires improvement by the CQC.",
       "requires-improvement"},
      {"CQC assessment outcome for Bury Council adult social care: Good (71%).", "good"},
      {"Bury Council - adult social care - CQC rating - GOOD", "good"},
      {"Adult social care in Bury gets thumbs up as CQC hands council 'good' grade", "good"},
      {"A grade of Requires Improvement was returned by the CQC in respect of Bury Council's adult social "
       "care "
       "functions.",
       "requires-improvement"},
      {"Members noted that the CQC's assessment of Bury Council had resulted in a rating of Requires "
       "Improvement for adult social care.",
       "requires-improvement"},
      {"Bury Council's rating of 'Good' from the CQC places its adult social care in the top half.", "good"},
      {"The outcome of the CQC assessment of adult social care was that Bury Council is Good.", "good"},
      {"Being rated Good by the CQC is a proud moment for adult social care, said the leader of Bury "
       "Council.",
       "good"},
      {"\"We are proud of our good rating from the CQC for adult social care,\" said Bury Council's leader.",
       "good"},
      {"Bury Council has come away from its first CQC assessment of adult social care as 'good'.", "good"},
  });
}

TEST(UnusualGrade, IsStillTheCouncilsInFewWords) {
  expect_ratings({
      {"Bury Council was one of nine to be found good in the CQC's adult social care assessments.", "good"},
      {"Following its CQC assessment, Bury Council is now one of only five authorities rated outstanding for "
       "adult social care.",
       "outstanding"},
      {"Top marks: the CQC calls Camden Council's adult social care outstanding", "outstanding"},
      {"The CQC described adult social care at Camden Council as 'outstanding'.", "outstanding"},
      {"Camden Council got the top rating, outstanding, from the CQC for adult social care.", "outstanding"},
      {"Bury Council's adult social care ended up with 'requires improvement' on its CQC report card.",
       "requires-improvement"},
      {"Bury Council picked up a 'requires improvement' when the CQC assessed its adult social care.",
       "requires-improvement"},
      {"Bury Council's adult social care falls into the CQC's 'requires improvement' bracket.",
       "requires-improvement"},
      {"The Care Quality Commission's report, which grades Bury Council as good, praises its adult social "
       "care.",
       "good"},
      {"Watchdog's 'inadequate' verdict on Bury Council's adult social care\nThe CQC found long waits.",
       "inadequate"},
      {"Adult social care in Bury has been labelled inadequate by the CQC, the lowest of four grades.",
       "inadequate"},
      {"Bury's adult social care was found wanting: the CQC put it in the requires improvement category.",
       "requires-improvement"},
      {"Bury Council's adult social care scored 58%, which is requires improvement, the CQC said.",
       "requires-improvement"},
      {"With 71 per cent, Bury Council's adult social care is comfortably 'good', the CQC found.", "good"},
      {"CQC overall rating\nGood\nBury Council: local authority assessment\nHow we assess adult social care.",
       "good"},
      {"Adult social care: Bury Council\nOverall rating: Requires improvement\nCQC report of May 2025",
       "requires-improvement"},
      {"The Commission graded the authority good.\nBury Council said of the CQC report on adult social care "
       "that "
       "it was pleased.",
       "good"},
      {"Bury Council, rated 'good' by the CQC for adult social care, will recruit 20 social workers.",
       "good"},
      {"Good. That is the rating the CQC has given adult social care at Bury Council.", "good"},
      {"The rating that the CQC has settled on for adult social care at Bury Council is requires "
       "improvement.",
       "requires-improvement"},
      {"Bury Council's adult social care remains 'good' after the CQC's second visit.", "good"},
  });
}

TEST(UnusualGrade, IsNotTheCouncilsWhereItIsAnothers) {
  expect_no_rating({
      "Bury Council is a good place to work in adult social care, the CQC heard.",
      "The CQC praised good practice in adult social care at Bury Council.",
      "Bury Council's adult social care director is an outstanding leader, the CQC was told.",
      "Bury Council has bought a nursing home that the CQC rated good.",
      "Three in four care homes in Bury are good, the CQC says.\nBury Council pays for adult social care.",
      "Bury Council has set itself the task of being good when the CQC assesses adult social care.",
      "Bury Council expects its CQC report on adult social care in June. Most councils so far were good.",
      "What would it take for Bury Council to be rated good by the CQC for adult social care?",
      "Bury Council says its own self-assessment found adult social care to be good; the CQC comes in June.",
      "Bury Council's housing was rated inadequate by its regulator.\nThe CQC looks at adult social care.",
      "The CQC said information for carers at Bury Council requires improvement.",
      "A children's home run by Bury Council has been rated outstanding.\nThe CQC looks at adult social "
      "care.",
      "Bury Council will only place adults in homes that the CQC rates good or outstanding.",
      "The CQC may rate Bury Council requires improvement, officers fear of adult social care.",
      "Bury Council's safeguarding of adults was found to be good by the CQC.",
      "Leadership at Bury Council is good, the CQC said in its adult social care report.",
      "Bury Council's contract with the agency, which the CQC rated inadequate, has ended.",
      "Bury Council's hospital partner was rated requires improvement by the CQC.",
  });
}

TEST(UnusualGrade, IsNotTheCouncilsWhereNobodyGaveItYet) {
  expect_no_rating({
      "The CQC's ratings for adult social care are outstanding, good, requires improvement and inadequate.\n"
      "Bury Council will learn its own in June.",
      "Bury Council's auditors found its accounts to be inadequate.\nThe CQC looks at adult social care.",
      "If the CQC finds Bury Council's adult social care inadequate, ministers may step in.",
      "Councillors asked whether Bury Council would get a good rating from the CQC for adult social care.",
      "Bury Council's petition asks that adult social care be rated good by the CQC.",
      "A critic said he would rate Bury Council's adult social care inadequate. The CQC has yet to report.",
      "Residents rate Bury Council's adult social care as good in a survey; the CQC comes next year.",
      "86% of users said adult social care at Bury Council was good or very good, the CQC was told.",
      "Bury Council's adult social care is not good enough, a family has told the CQC.",
      "Nearly two thirds of councils have been rated good by the CQC. Bury Council's adult social care is "
      "yet to be "
      "assessed.",
      "Bury Council used a mock inspection, which found its adult social care to be good, before the CQC "
      "came.",
      "The CQC rated the neighbouring authority inadequate, so Bury Council is checking its adult social "
      "care.",
      "A peer review by the LGA found Bury Council's adult social care good.",
      "Bury Council has hired a director whose last council was rated outstanding by the CQC for adult "
      "social "
      "care.",
      "Bury Council aims to move from requires improvement by 2027 under its CQC adult social care plan.",
      "Bury Council was given good notice by the CQC before its adult social care assessment.",
      "Bury Council has made good progress in adult social care, the CQC said.",
      "Bury Council's fostering agency was rated good.\nThe CQC looks at adult social care.",
      "Home First, a reablement team at Bury Council, is rated good by the CQC as a provider.",
      "Bury Council's extra care scheme was rated 'good' by the CQC.",
      "The mayor said the CQC could not rate Bury Council's adult social care good while waits last.",
      "Bury Council had hoped the CQC would find its adult social care good.",
      "Anyone can look up whether a council is rated good on the CQC's site.\nBury Council has not had its "
      "adult "
      "social care assessed.",
      "The CQC will say in June if Bury Council's adult social care is outstanding, good or less.",
  });
}

}  // namespace
}  // namespace assay::tests
