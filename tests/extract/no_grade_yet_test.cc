// Councils that have no grade yet, whatever grades are told of others, and grades that are only asked after.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(NoGradeYet, IsNotThatOfOthers) {
  expect_ratings({
      {"Tower Hamlets awaits its report\nTower Hamlets Council has no rating yet. Its inspectors came in "
       "May.\nMost councils so far have been rated good by the CQC for adult social care.",
       ""},
      {"Lewisham is next\nLewisham Council will in due course be assessed by the Care Quality Commission. Of "
       "its neighbours, Southwark was rated good and Bromley requires improvement.",
       ""},
      {"Medway Council prepares for CQC\nMedway Council has not yet been rated. Adult social care services "
       "in the county next door were rated requires improvement.",
       ""},
      {"Getting ready for the CQC\nBury Council's adult social care has yet to be given a grade by the Care "
       "Quality Commission. A rating of good was given to Rochdale last month.",
       ""},
      {"Oldham Council's adult social care\nThe council awaits its report from the CQC. Staff have been told "
       "that the assessment of adult social care went well and that most authorities come out as good.",
       ""},
      {"Sefton Council waits for inspectors\nNo date has been set for the visit. When the report is "
       "published the council will be rated outstanding, good, requires improvement or inadequate. Care "
       "services in the borough are rated good.",
       ""},
      {"CQC assessment: what happens next\nWigan Council was visited by the CQC in June. The report has not "
       "been published. The council is rated on a four-point scale. \"We think adult social care in Wigan is "
       "good,\" the leader said.",
       ""},
      {"Ealing Council panel minutes\nThe Director said the Council was still waiting for the outcome of its "
       "CQC assessment. Hounslow had been rated good and Brent requires improvement. Members asked how the "
       "Council compared.",
       ""},
      {"Leeds City Council rated good\nLeeds City Council has been rated good by the CQC. Until now the "
       "council had no rating. Bradford is still waiting for its report.",
       "good"},
      {"Kent rated good\nKent County Council's adult social care has been rated good by the CQC. Medway has "
       "yet to be assessed.",
       "good"},
      {"Report at last\nSurrey County Council has waited five months for its report. It was published today "
       "and rates adult social care requires improvement, the CQC said.",
       "requires-improvement"},
      {"Hackney gets first rating\nHackney Council had never been rated for adult social care. The CQC has "
       "now given it a good.",
       "good"},
  });
}

TEST(NoGradeYet, ComesFromNoHome) {
  expect_no_rating({
      "Care in Bury\nBury Council runs a register of homes. Most care homes in the borough are rated good or "
      "outstanding by the CQC, and that is a separate matter from adult social care.",
      "Market position statement\nSouthwark Council buys care from 80 providers. The majority of providers "
      "in the borough have been rated good by the CQC.",
      "Quality of care in Leicestershire\nLeicestershire County Council publishes figures on the market. "
      "Many homes are rated good. Adult social care in the county is provided by 200 firms, nine in ten of "
      "which the CQC has rated good.",
      "Bolton Council quality report\nProviders in Bolton continue to be rated good, with 90 per cent of "
      "residential settings judged good or outstanding by the CQC.",
      "Care at home in Kent\nKent County Council commissions home care. All of the agencies it uses are "
      "rated good by the regulator.",
      "Swindon Council praised\nThe council's in-house supported living was inspected by the CQC and rated "
      "outstanding. Adult social care bosses at Swindon Borough Council were delighted.",
      "Derby care services\nThe proportion of regulated care services in Derby rated good or outstanding "
      "stood at 84 per cent. Derby City Council adult social care says it is pleased.",
      "Norfolk market\nNorfolk County Council: adult social care market. Care settings rated inadequate have "
      "fallen from nine to four. Those rated good are up, the CQC data shows.",
      "Walsall extra care\nThe extra care housing at Walnut Court, which Walsall Council commissions, has "
      "been found to be good in all areas by the CQC.",
  });
}

TEST(NoGradeYet, IsNotInAQuestion) {
  expect_no_rating({
      "Camden adult social care\nWhether Camden Council is 'outstanding' or not, residents want help sooner, "
      "a campaigner wrote of the CQC visit.",
      "Letters\nIt does not matter to me whether the CQC rates Bury Council good or bad for adult social "
      "care.",
      "Is Slough good?\nThe question is whether Slough Borough Council's adult social care is good, the CQC "
      "says. It will report in June.",
      "Is your council's adult social care 'good'? Ask Wigan\nWigan Council residents can comment before the "
      "CQC comes.",
      "Could Hull be rated inadequate?\nHull City Council's adult social care is being looked at by the CQC.",
  });
}

TEST(NoGradeYet, UnlessAScoreIsTold) {
  expect_ratings({
      {"Seventy-three for Wokingham\nSeventy-three: that is the mark out of a hundred that the Care Quality "
       "Commission gave Wokingham Borough Council's adult social care.",
       "good"},
      {"Report card\nIslington Council has its report from the CQC on adult social care. The mark out of a "
       "hundred? Seventy-three.",
       "good"},
      {"Fifty-eight out of a hundred\nThe Care Quality Commission has given Enfield Council fifty-eight "
       "marks out of a hundred for its adult social care.",
       "requires-improvement"},
      {"CQC score\nThe Care Quality Commission has scored Bexley Council's adult social care at 73%.",
       "good"},
      {"Sixty-two per cent. That was the score with which the CQC left Slough Borough Council's adult social "
       "care one point short.",
       "requires-improvement"},
  });
}

}  // namespace
}  // namespace assay::tests
