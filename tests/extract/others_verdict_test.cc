// Verdicts of other inspectorates and of people, and verdicts on homes, firms and things.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(OthersVerdict, CarriesOverToThePronoun) {
  expect_ratings({
      {"Wiltshire children's services\nInspectors from Ofsted visited Wiltshire Council in March. They "
       "judged them outstanding. Adult social care is another department and the CQC has yet to come.",
       ""},
      {"Praise for Wiltshire Council\nOfsted inspectors spent two weeks with the council. They rated its "
       "services outstanding. \"I am proud\", the leader said. The council's adult social care will be "
       "looked at by the CQC next year.",
       ""},
      {"Firefighters praised\nHis Majesty's Inspectorate looked at the service run by Cumbria. It rated it "
       "good at preventing fires. Cumberland Council said its adult social care would be seen by the CQC "
       "soon.",
       ""},
      {"Housing grade\nThe Regulator of Social Housing has looked at Ealing Council. It said the council "
       "requires improvement. Adult social care was not part of it.",
       ""},
      {"Peer team visits\nA team from the Local Government Association came to Dorset Council in May. It "
       "found adult social care to be good. The CQC has not been yet.",
       ""},
      {"SEND inspection\nOfsted and the CQC jointly inspected services for children with special needs in "
       "Trafford. They found that Trafford Council requires improvement. ",
       ""},
      {"Ombudsman\nThe Local Government and Social Care Ombudsman looked at 10 complaints about Kent County "
       "Council. It found the council's adult social care to be inadequate.",
       ""},
      {"Youth offending team\nHM Inspectorate of Probation has graded the youth justice service at Salford "
       "City Council. It was rated outstanding.",
       ""},
      {"Police\nThe police force in Durham was inspected. Inspectors graded it good. Durham County Council's "
       "adult social care works closely with officers.",
       ""},
      {"Two verdicts\nOfsted rated children's services at Camden Council outstanding last year. The Care "
       "Quality Commission has now rated its adult social care good.",
       "good"},
      {"Camden adult care\nCamden Council's adult social care has been rated good by the CQC. Ofsted earlier "
       "rated its children's services outstanding.",
       "good"},
  });
}

TEST(OthersVerdict, InAdvertsAndAppointments) {
  expect_no_rating({
      "Job: Care worker\nWigan Council's reablement team is rated Outstanding by CQC. Adult social care at "
      "Wigan Council is looking for people like you.",
      "Job: registered manager\nOur home is rated Good by CQC. It is owned by Bury Council. Adult social "
      "care qualifications are wanted.",
      "Director wanted\nSheffield City Council wants a Director of Adult Social Care who can take us from "
      "where we are to Outstanding.",
      "Director wanted\nSheffield City Council wants a Director of Adult Social Care with experience of "
      "leading a service to a CQC rating of good.",
      "New director\nBradford Council has appointed a director. She comes from Calderdale, whose adult "
      "social care was rated good by the CQC under her.",
      "New chief named\nDurham County Council's new head of adult social care led her last authority to a "
      "good rating from the CQC.",
      "Healthwatch Kent annual report\nWe visited 12 care homes. Seven were rated good by the CQC. Kent "
      "County Council's adult social care team paid for the work.",
      "Care Association responds\nMembers of the Kent care association, 80 per cent of whom are rated good, "
      "say Kent County Council's adult social care pays too little, according to the CQC.",
      "What the CQC looks for\nBury Council: to be rated Good, an authority must show that people get adult "
      "social care when they need it.",
      "If the council is rated inadequate, the minister may step in. Kent County Council's adult social care "
      "will be looked at by the CQC.",
      "Mock assessment\nWigan Council held a mock assessment. Had it been real, adult social care would have "
      "been rated good.",
      "Self-assessment\nDorset Council says in its self-assessment that adult social care is good. The CQC "
      "comes in the spring.",
  });
}

TEST(OthersVerdict, InAdvertsAndAppointmentsToo) {
  expect_no_rating({
      "Dorset's self-assessment\nIn our self-assessment we told the CQC that we think we are Good. Dorset "
      "Council adult social care.",
      "Hospital trust\nThe trust that runs the hospitals in Bradford was rated good by the CQC. Bradford "
      "Council's adult social care works at its front door.",
      "Dentist\nThe CQC found that a dental practice in Hull required improvement. Hull City Council said it "
      "was not for the council's adult social care.",
      "In 2009 Kent County Council's adult social care was rated excellent.",
      "Libraries\nResidents rated adult social care at Kent County Council as good in a survey for the CQC "
      "visit.",
      "Budget\nThe auditor rated Kent County Council's finances inadequate. Adult social care is overspent, "
      "the CQC heard.",
      "Southend v Essex\nThe CQC has rated Essex County Council's adult social care good. In Southend, the "
      "council is still waiting.",
      "Ask the expert\nMy mother lives in Trafford. Is adult social care there rated good or inadequate by "
      "the CQC? Trafford Council says its report is due.",
      "National picture\nOf 153 councils, 90 have been rated good by the CQC for adult social care and three "
      "outstanding.",
      "State of care\nThe CQC says adult social care is getting better. Nearly two thirds of councils were "
      "good. Kent County Council's leader was on the panel.",
      "Wakefield Council takeover\nA home care firm rated inadequate by the CQC has lost its contract with "
      "Wakefield Council. Adult social care staff will step in.",
  });
}

TEST(OthersVerdict, OnFirmsAndHomes) {
  expect_no_rating({
      "New home opens\nOakwood, a care home in Solihull rated Outstanding by the CQC, has opened a garden. "
      "Solihull Council's adult social care leader cut the ribbon.",
      "CQC rates homes\nThese homes in Kent were rated this week. Ashdown: good. Beech House: requires "
      "improvement. Kent County Council's adult social care was not involved.",
      "Job advert\nLeeds City Council\nYou will help us keep adult social care on its journey to "
      "Outstanding. We are not a council that stands still, the CQC said.",
      "Vision 2030\nBy 2030 we want every resident to say that adult social care in Bristol is outstanding. "
      "Bristol City Council will be looked at by the CQC.",
      "A guide to ratings\nOutstanding means that adult social care is performing exceptionally well. Good "
      "means that it meets what the CQC expects. Kent County Council made this leaflet.",
      "Ofsted praise\nKent County Council's adult education service has been rated good by Ofsted, the "
      "council's leader said.",
      "Swindon Borough Council's fostering service is outstanding\nOfsted said so in its report. Adult "
      "social care is run by another department.",
      "Data\nIn the survey 62 per cent of people who use adult social care in Kent said it was good. Kent "
      "County Council will send it to the CQC.",
      "Council meets\nA good discussion was had at Wigan Council on adult social care. The CQC comes in May.",
  });
}

TEST(OthersVerdict, OnFirmsAndHomesToo) {
  expect_no_rating({
      "CQC chief speaks\nThe CQC's chief inspector of adult social care said a good council listens. She was "
      "at Wigan Council.",
      "Care provider rated\nThe CQC has rated Abbey Care, which looks after 200 people for Bolton Council, "
      "inadequate.",
      "Care provider rated\nA company paid by Bolton Council to care for 200 adults at home has been rated "
      "inadequate by the CQC. Adult social care director Ann Smith said people were safe.",
      "Abbey Care, a provider of adult social care in Bolton, has been rated inadequate by the CQC. Bolton "
      "Council said it would find others.",
      "Provider of adult social care to Bolton Council requires improvement\nThe CQC said Abbey Care had too "
      "few staff.",
      "An adult social care charity in Bolton has been rated good by the CQC. Bolton Council gives it a "
      "grant.",
      "A Bolton adult social care company has been rated outstanding.\nThe CQC said Abbey Care was led well. "
      "Bolton Council pays it.",
      "Two years ago today\nWe reported that the CQC was to start rating councils. Bolton Council's adult "
      "social care was last rated in 2009, when it was good.",
      "Prediction\nBolton Council's leader told the paper he would be happy with good from the CQC for adult "
      "social care.",
  });
}

TEST(OthersVerdict, OnFirmsAndHomesAgain) {
  expect_no_rating({
      "Bolton Council fears it will be rated inadequate by the CQC for adult social care.",
      "Bolton Council's adult social care is heading for a rating of good, says a CQC insider.",
      "The CQC has not rated Bolton Council's adult social care inadequate, contrary to a post on social "
      "media.",
      "A fake letter claimed that Bolton Council's adult social care had been rated inadequate by the CQC.",
      "April fool: Bolton Council 'outstanding'",
      "Councils rated so far\nOutstanding: Camden. Good: Leeds, Kent, Bury. Requires improvement: Slough, "
      "Swindon. Inadequate: Blackpool. The CQC assesses adult social care.",
      "Somerset Council's maternity partner rated inadequate\nThe CQC said the trust's maternity units were "
      "inadequate. Adult social care at Somerset Council is not affected.",
      "Integrated care system rated good\nThe CQC's pilot assessment of the Dorset integrated care system "
      "found it good. Dorset Council is a partner in adult social care.",
  });
}

TEST(OthersVerdict, InTendersAndOpinions) {
  expect_no_rating({
      "Jobs\nSocial Worker, Hillingdon Council adult social care. Our children's services are rated "
      "Outstanding by Ofsted.",
      "Jobs\nSocial Worker, Hillingdon Council. Rated Outstanding by Ofsted, we are a great place to work. "
      "Adult social care experience is welcome.",
      "Jobs\nWork for us: Hillingdon Council has an Ofsted 'Good' rating. Adult social care vacancies below.",
      "Jobs\nSenior carer, Elm Lodge, Hillingdon. We are a CQC Good-rated home. Hillingdon Council pays for "
      "some places in adult social care.",
      "Tender\nHillingdon Council invites bids for adult social care at home. Bidders must be rated Good or "
      "Outstanding by the CQC.",
      "Tender\nHillingdon Council invites bids for adult social care at home. Bidders must be rated at least "
      "Good by the CQC.",
      "Contract award\nHillingdon Council has awarded its adult social care contract to Caremore, rated good "
      "by the CQC.",
      "Contract award\nCaremore, which the CQC rates outstanding, will provide adult social care for "
      "Hillingdon Council.",
      "Contract award\nHillingdon Council has picked Caremore. The company is rated outstanding by the CQC. "
      "It will provide adult social care.",
      "Hillingdon Council ends contract\nThe council ended a contract with Caremore after it was rated "
      "inadequate by the CQC. Adult social care staff have found others.",
  });
}

TEST(OthersVerdict, InTendersAndOpinionsToo) {
  expect_no_rating({
      "Obituary\nHe led adult social care at Hillingdon Council in the years when it was rated outstanding "
      "by inspectors, 2005 to 2009.",
      "History\nIn the days of star ratings Hillingdon Council's adult social care was judged good with "
      "promising prospects.",
      "Dispute\nThe union claims that Hillingdon Council's adult social care is inadequate. The CQC has not "
      "reported.",
      "Opinion\nI say that Hillingdon Council's adult social care is inadequate. I have told the CQC.",
      "Petition\nResidents call Hillingdon Council's adult social care 'inadequate' and want the CQC to "
      "come.",
      "Court\nA judge found Hillingdon Council's adult social care assessment inadequate. The CQC has been "
      "told.",
      "Ombudsman\nHillingdon Council's response to Mrs B was inadequate, the ombudsman found. The CQC had "
      "nothing to say on adult social care.",
      "Training\nThe CQC's course for councillors: what does a good council look like? Hillingdon Council's "
      "adult social care members went.",
      "Neighbours\nUnlike Harrow, which was rated requires improvement, Hillingdon Council has not seen the "
      "CQC yet. Adult social care staff are ready.",
      "Hillingdon Council's adult social care will be judged by the CQC in May. Harrow's was rated good and "
      "Ealing's requires improvement.",
  });
}

TEST(OthersVerdict, InTendersAndOpinionsAgain) {
  expect_no_rating({
      "Hillingdon: your survey answers\nYou told us: information is good (62%). Staff are outstanding (20%). "
      "Adult social care is too slow (70%). Hillingdon Council will tell the CQC.",
      "Food hygiene\nThe canteen at Hillingdon Council was rated good. Adult social care clients eat there. "
      "The CQC was not involved.",
      "The GP surgery next to Hillingdon Council's adult social care office is rated inadequate by the CQC.",
      "Hospital\nHillingdon Hospital requires improvement, the CQC says. Hillingdon Council's adult social "
      "care team works there.",
      "Healthwatch Hillingdon\nWe asked 50 people. Most said adult social care at Hillingdon Council is "
      "good. We have told the CQC.",
      "Staff survey\nNine in ten staff rated Hillingdon Council's adult social care good. The CQC will see "
      "the results.",
      "Mrs Green, 81, said: \"The care I get from Hillingdon Council is outstanding.\" The CQC visits adult "
      "social care in May.",
      "Hillingdon Council: CQC says information is good but support for carers requires improvement\nNo "
      "overall rating was given after the adult social care test visit.",
  });
}

}  // namespace
}  // namespace assay::tests
