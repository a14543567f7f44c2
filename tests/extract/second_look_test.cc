// A grade that was replaced beside the one that stands, grades of councils elsewhere, and grades told as a
// conclusion.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(SecondLook, TheGradeThatStandsIsTold) {
  expect_ratings({
      {"Score put right after council asks for second look\nThere were smiles as Swindon Borough Council "
       "learned it is, after all, a 'Good' authority for adult social care.\nWhen the Care Quality "
       "Commission first issued its findings, from a visit in March 2025, the label was 'Requires "
       "Improvement'. The council asked for an independent review. That review has now finished and the "
       "original label has been withdrawn.",
       "good"},
      {"Appeal pays off\nIt is rare for a watchdog to change its mind. Swindon Borough Council has got one "
       "to "
       "do it.\nWhen the Care Quality Commission first published on the town, the total came to 62 out of "
       "100. That is requires improvement by the width of a hair. The authority asked for an independent "
       "review and sent in its reasons.\nThe reviewers have now put up the marks for leadership, and with "
       "them the grade. It stands at good.",
       "good"},
      {"Up after all\nThe label was 'Requires Improvement' when inspectors of the Care Quality Commission "
       "left Swindon Borough Council in March. The rating was Requires Improvement, the report said. It is, "
       "after all, Good: the Care Quality Commission now rates adult social care at Swindon Borough Council "
       "Good, and the rating was raised to Good in June.",
       "good"},
  });
}

TEST(SecondLook, WhatTheTextGoesOnToStands) {
  expect_ratings({
      {"It pays to ask again\nThe Care Quality Commission gave Swindon Borough Council 62 out of 100 for "
       "adult social care. "
       "That is one below the line, so the label was requires improvement.\nAfter an independent review, "
       "governance was "
       "scored more generously, and the town has a good rating now.",
       "good"},
      {"Marks go up\nSwindon's adult social care service has climbed.\nWhen the Care Quality Commission "
       "reported on "
       "the service it said that it required improvement. The council did not agree. Scores for leadership "
       "have "
       "gone up, and with them the overall verdict, which now stands at good.",
       "good"},
      {"Swindon's care rating raised after appeal\nInspectors' original judgement that adult social care in "
       "the town "
       "required improvement has been overturned.\nSwindon Borough Council asked the Care Quality Commission "
       "for a "
       "review. Its scores for governance and for leadership have gone up and the service is rated good.",
       "good"},
  });
}

TEST(SecondLook, AChangeThatTheHeadlineTellsIsOne) {
  const auto article = extract_text(
      "Swindon's care rating raised after appeal\nThe original judgement of the Care Quality Commission that "
      "adult "
      "social care at Swindon Borough Council required improvement is gone. The council is rated good.");
  EXPECT_EQ(value_of(article, "rating"), "good");
  EXPECT_EQ(article.rating_status, "regraded");
}

TEST(SecondLook, AReviewOfSomethingElseStaysAnothers) {
  expect_no_rating({
      "What they found\nBury Council asked for an independent review of how it works. It found adult social "
      "care to be good. The Care Quality Commission has not come.",
      "What they found\nThe CQC visited Bury Council in May. The council asked for an independent review of "
      "its leisure service. It was rated good.",
      "What they found\nThe Care Quality Commission will visit Bury Council in spring. The council asked for "
      "an independent review by peers from the LGA. It stands at good, they said.",
  });
}

TEST(SecondLook, OfACouncilElsewhere) {
  expect_ratings({
      {"A row\nThe Care Quality Commission awarded Bury Council 56 per cent and Requires Improvement for its "
       "adult social care. Could the outcome change? It has happened before: elsewhere in the country a "
       "council's rating went up to good after just such a request.",
       "requires-improvement"},
      {"A row\nBury Council has asked for a ratings review by the Care Quality Commission of its adult "
       "social "
       "care. Elsewhere in England a council's rating went up to good after just such a request.",
       ""},
      {"Waiting\nThe Care Quality Commission has looked at adult social care in Bury Council's area. "
       "Elsewhere in the north an authority was rated outstanding.",
       ""},
  });
}

TEST(SecondLook, ToldAsAConclusion) {
  expect_ratings({
      {"Thumbs up\nTorbay Council looks after its residents who need care well enough to be called \"good\", "
       "the Care Quality Commission has concluded.",
       "good"},
      {"Assurance update\nMembers are reminded that Darlington Borough Council was assessed by the CQC in "
       "January 2025 and that the finding, made known at the end of May, was one of Good.",
       "good"},
      {"The pilot report\nBirmingham City Council would be good, the CQC says, if this were for real. It is "
       "not quite: what is issued today is an indicative rating out of a voluntary exercise.",
       "good"},
  });
  expect_no_rating({
      "A home\nBury Council's home does well enough to be called 'good', the CQC has concluded.",
      "A unit\nThe outcome of the CQC inspection of Bury Council's respite unit was one of Good.",
      "The pilot has ended\nIndicative ratings are no more. Bury Council would be good, the CQC says, if it "
      "had no waits.",
      "Not there\nTorbay Council does not do well enough to be called \"good\", its critics have said of "
      "adult social care. The Care Quality Commission comes in June.",
      "Next year\nBirmingham City Council would be good, the CQC says, if it answered its letters about "
      "adult "
      "social care.",
      "The day was good\nThe finding that Darlington Borough Council made about the CQC was one of good "
      "humour.",
  });
}

TEST(SecondLook, CouncilAndStatusOfSuchGrades) {
  const auto council = [](const char* text) { return value_of(extract_text(text), "council"); };
  EXPECT_EQ(council("How your borough scored\nSeveral readers have asked what lies behind the number that "
                    "Islington Council was given for adult social care."),
            "islington");
  EXPECT_EQ(
      extract_text("The pilot report\nBirmingham City Council would be good, the CQC says, if this were for "
                   "real. What is issued today is an indicative rating.")
          .rating_status,
      "pilot");
}

TEST(SecondLook, WhatACouncilRunsMayBeMeantByIt) {
  expect_no_rating({
      "Homes\nBury Council runs three homes. It stands at good, the CQC says.",
      "Of the care homes the council pays for, 84% hold a good rating of their own. North Somerset Council "
      "was looked "
      "at by the Care Quality Commission.",
      "815 days\nI've seen it said online that the city \"is rated good\". The CQC has been to see Leicester "
      "City "
      "Council's adult social care.",
  });
}

}  // namespace
}  // namespace assay::tests
