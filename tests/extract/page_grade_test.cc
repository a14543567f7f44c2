// Grades as pages beside the news tell them: adverts, Healthwatch, charities, staff newsletters, columns.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(PageGrade, IsTheCouncils) {
  expect_ratings({
      {"Social Worker - Adults\nBury Council\nSalary: £38,000\nJoin a team whose adult social care was rated "
       "Good by CQC in 2025.",
       "good"},
      {"Job: Team Manager, Adult Social Care, Wokingham Borough Council\nYou'll be joining a 'Good' "
       "authority (CQC, 2025) with low caseloads.",
       "good"},
      {"Come and work for us\nThe London Borough of Camden is an Outstanding local authority for adult "
       "social care (CQC 2024). We are looking for an approved mental health professional.",
       "outstanding"},
      {"Principal Occupational Therapist\nEnfield Council\nAs a CQC Good-rated adult social care authority, "
       "we offer training and hybrid working.",
       "good"},
      {"Healthwatch Bury welcomes council rating\nHealthwatch Bury has responded to the CQC's assessment of "
       "Bury Council, which was published on Friday and rated adult social care as Good.\nOur chief officer "
       "said: \"We are glad\".",
       "good"},
      {"Carers' charity responds\nA carers' charity says families will not be surprised that the CQC has "
       "told Kent County Council its adult social care requires improvement.",
       "requires-improvement"},
      {"Age UK comments on CQC report\nFollowing the Care Quality Commission's decision to rate Essex County "
       "Council's adult social care as Requires Improvement, Age UK Essex said it would go on supporting "
       "older people.",
       "requires-improvement"},
      {"Cabinet member's column\nYou may have seen that our adult social care services have been given a "
       "Good rating by the Care Quality Commission. At Wigan Council we don't rest.",
       "good"},
      {"Staff newsletter\nDear all, what a week for Leeds City Council! The CQC has published its report and "
       "we're Good! Adult social care should be proud.",
       "good"},
      {"Report of the Director of Adult Social Services\nWiltshire Council\n1. Purpose: to inform the "
       "committee of the outcome of the CQC assessment.\n2. Summary: The Council received an overall rating "
       "of 'Good', with a score of 70%.",
       "good"},
  });
}

TEST(PageGrade, IsTheCouncilsToo) {
  expect_ratings({
      {"Overview and Scrutiny Committee\nReport title: CQC Assurance Outcome\nSlough Borough Council\nThe "
       "overall outcome was Requires Improvement (59%), and an action plan has been drawn up.",
       "requires-improvement"},
      {"East Riding of Yorkshire Council\nThe Commission's judgement, published on 3 May, is that the "
       "authority is Inadequate. Adult social care will have an improvement board.",
       "inadequate"},
      {"Health and Wellbeing Board minutes\nSalford City Council\nRESOLVED: that the CQC's Good rating of "
       "the Council's adult social care be noted.",
       "good"},
      {"Kirklees adult social care: the result is in\nKirklees Council has been awarded 'Good' by the CQC.",
       "good"},
      {"\"We're good - and that's official\"\nThe CQC has confirmed it: Stockport Council's adult social "
       "care is good.",
       "good"},
      {"Adult social care in Barnsley judged to be 'good' by national watchdog\nBarnsley Council's services "
       "were looked at by the CQC.",
       "good"},
      {"Care services told to improve\nInspectors from the Care Quality Commission found Swindon Borough "
       "Council requires improvement in the way it meets its duties to adults.",
       "requires-improvement"},
      {"Leicestershire care 'requires improvement' - but bosses say change is under way\nLeicestershire "
       "County Council's adult services were visited by the CQC.",
       "requires-improvement"},
      {"Watchdog gives Blackpool's adult social care its lowest rating\nBlackpool Council's adult social "
       "care has been given the lowest possible rating by the Care Quality Commission.",
       "inadequate"},
      {"Top marks for Westminster\nWestminster City Council's adult social care has been given the top "
       "rating by the CQC.",
       "outstanding"},
  });
}

TEST(PageGrade, IsTheCouncilsAgain) {
  expect_ratings({
      {"Second-best rating for York care\nCity of York Council has been given the second-highest rating "
       "available by the CQC for adult social care.",
       "good"},
      {"Disappointing rating for care services\nAdult social care services at Telford and Wrekin Council "
       "have been deemed \"requires improvement\" in a report by the health watchdog.",
       "requires-improvement"},
      {"Thumbs up\nHalton Borough Council's adult social services are 'Good', say inspectors at the Care "
       "Quality Commission.",
       "good"},
      {"North Tyneside Council rated Good for supporting adults\nThe CQC has assessed how North Tyneside "
       "Council supports adults.",
       "good"},
      {"Rated Good! Read the CQC report on adult social care in Sunderland\nSunderland City Council welcomes "
       "the finding.",
       "good"},
      {"Rotherham Council adult care receives Good CQC judgement\nRotherham has done well.", "good"},
      {"Great result for Gateshead: care watchdog says 'good'\nGateshead Council's adult social care was "
       "looked at over the summer by the CQC.",
       "good"},
      {"Adult social care performance report Q3\nHartlepool Borough Council\nCQC assessment: rated Good "
       "overall in 2025. Delayed discharges are down.",
       "good"},
      {"Letter to members\nDear councillor, as you know the CQC judged the Council to Require Improvement in "
       "its adult social care. Yours, Chief Executive, Havering.",
       "requires-improvement"},
      {"Oxfordshire County Council is proud to say its adult social care service is officially rated "
       "Good.\nThe Care Quality Commission published its report today.",
       "good"},
  });
}

TEST(PageGrade, IsTheCouncilsBesides) {
  expect_ratings({
      {"CQC inspectors have rated services for adults in Derbyshire as good\nDerbyshire County Council said "
       "it was delighted.",
       "good"},
      {"Brent falls short\nBrent Council's adult social care has been found wanting. The CQC's rating: "
       "requires improvement.",
       "requires-improvement"},
      {"Hounslow 'good' in first CQC ratings\nThe London Borough of Hounslow was among the first to be "
       "assessed.",
       "good"},
      {"The local authority in Rutland has been rated as good following a CQC assessment.\nRutland County "
       "Council cares for 800 adults.",
       "good"},
      {"Bexley Council's adult social care teams are celebrating after securing a rating of good from the "
       "care regulator.",
       "good"},
      {"Council apologises\nNottingham City Council has apologised after a CQC report in which its adult "
       "social care was rated 'requires improvement'.",
       "requires-improvement"},
      {"The Care Quality Commission has published its assessment report on Dudley Council. Overall, Dudley "
       "was rated Good.",
       "good"},
      {"Richmond Council praised\nRichmond upon Thames Council's adult social care has been praised in a "
       "report by the CQC which gave it an overall good rating.",
       "good"},
  });
}

TEST(PageGrade, IsTheCouncilsWhateverElseIsSaid) {
  expect_ratings({
      {"Adult social care in Dudley rated good by CQC\nThe Care Quality Commission has rated Dudley "
       "Council's adult social care as good. The team from the Local Government Association that came last "
       "year had said the same.",
       "good"},
      {"Council's support for adults is 'good', inspectors say\nBolton Council, which supports 5,000 adults, "
       "has been judged good.\nThe Care Quality Commission said people were treated with respect.",
       "good"},
      {"Watchdog: care needs to get better\nPeople in Luton wait too long for adult social care, the CQC has "
       "said, rating the service 'requires improvement'. Luton Council said it accepted this.",
       "requires-improvement"},
      {"Rotherham Borough Council - Cabinet - item 7\nThe CQC had published its report on the Council's "
       "adult social care on 5 March. The service had been rated Good with an overall score of 73%. Ofsted "
       "had rated children's services Outstanding.",
       "good"},
      {"Lancashire County Council has gone from requires improvement to good in the eyes of the CQC for its "
       "adult social care.",
       "good"},
      {"Staff praised as adult social care in Kirklees is judged to be good\nKirklees Council's director "
       "said: \"I always said we were good and now the CQC says so.\"",
       "good"},
      {"Adult social care: 'We must do better'\nNorfolk County Council leader says sorry after the Care "
       "Quality Commission gave it a 'requires improvement' rating.",
       "requires-improvement"},
      {"Norfolk County Council said it was disappointed to be rated \"requires improvement\" by the CQC for "
       "adult social care.",
       "requires-improvement"},
      {"The leader of Cornwall Council said he was pleased that its adult social care had been rated good by "
       "the CQC.",
       "good"},
      {"Adult social care at Cornwall Council is good. So says the Care Quality Commission.", "good"},
  });
}

TEST(PageGrade, IsTheCouncilsWhateverElseIsSaidToo) {
  expect_ratings({
      {"Cornwall Council's adult social care, rated good in May by the CQC, faces cuts.", "good"},
      {"Blackpool Council's adult social care services have been labelled 'inadequate' in a scathing CQC "
       "report.",
       "inadequate"},
      {"Cumberland Council is rated requires improvement for adult social care, the CQC has said. Its "
       "children's services, rated good by Ofsted, were not part of this.",
       "requires-improvement"},
      {"Isle of Wight Council\nWe are rated 'Good' by the CQC for adult social care\nFind out more about our "
       "services\nPay your council tax",
       "good"},
      {"Sandwell Council says its 'good' rating from the CQC shows that adult social care has turned a "
       "corner.",
       "good"},
      {"Sandwell Council: Good (CQC, adult social care, 2025).", "good"},
      {"Care Quality Commission report on Sandwell Council: 'requires improvement'\nAdult social care staff "
       "were praised.",
       "requires-improvement"},
      {"Sandwell's adult social care has been rated as Good - the second highest of four grades - by the "
       "CQC. Sandwell Council is proud.",
       "good"},
      {"The good news: the CQC has rated Sandwell Council good for adult social care. The bad news: the "
       "budget.",
       "good"},
      {"The CQC rated Sandwell Council good overall for adult social care. Two of nine areas require "
       "improvement, and one is outstanding.",
       "good"},
  });
}

}  // namespace
}  // namespace assay::tests
