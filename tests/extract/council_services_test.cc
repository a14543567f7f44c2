// Grades beside a council that are not its own: what it runs, pays, fears and wants.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(CouncilServices, AreNotTheCouncil) {
  expect_no_rating({
      "Ofsted: good\nBexley Council's children's services were rated good by Ofsted. The director of adult "
      "social care said she was pleased for her colleagues.",
      "The CQC's inspectors came to see Lea House. They rated it good. Bexley Council runs adult social care "
      "in the borough.",
      "Mr Smith moved to Lea House. It is rated requires improvement. Bexley Council's adult social care "
      "department paid.",
      "Care home ratings for Calderdale\nOutstanding 4, Good 60, Requires improvement 9, Inadequate 1. "
      "Source: CQC. Calderdale Council adult social care commissioning team.",
      "Annual report\nEighteen care homes in Calderdale closed. Of the rest, 80% were good. Calderdale "
      "Council's adult social care had a hard year. The CQC is due.",
      "CQC ratings of council-run services\nDay opportunities: Good. Shared Lives: Outstanding. Reablement: "
      "Good. These are run by Calderdale Council adult social care.",
      "Calderdale Council runs five services that are registered with the CQC. All are rated good. They are "
      "part of adult social care.",
      "Calderdale Council's leader welcomed Kirklees Council's rating of good from the CQC for adult social "
      "care.",
      "Calderdale Council is to learn from Leeds, which the CQC rated good for adult social care.",
      "The Care Quality Commission has told ministers that Calderdale Council's adult social care is not "
      "inadequate.",
      "Calderdale Council leader: 'outstanding is our goal'\nAdult social care will be assessed by the CQC "
      "next spring.",
      "Calderdale Council could be the next to be rated outstanding for adult social care by the CQC.",
  });
}

TEST(CouncilServices, AreNotTheCouncilToo) {
  expect_no_rating({
      "How will Calderdale Council do?\nWill it be good? Will it require improvement? The CQC is about to "
      "tell us about adult social care.",
      "If we are rated requires improvement we will work harder, Calderdale Council's director of adult "
      "social care told the CQC.",
      "Calderdale Council's adult social care budget is inadequate, the CQC was told by the leader.",
      "Calderdale Council's support for carers is inadequate, said a charity. Adult social care is under "
      "strain and the CQC is coming.",
      "The CQC said information for carers at Calderdale Council was inadequate. Adult social care there is "
      "good in parts.",
      "Calderdale Council seeks a peer to review its adult social care. The peer's own council must be rated "
      "good or outstanding by the CQC.",
      "Calderdale Council's adult social care assessment begins. The CQC will give one of four grades: "
      "outstanding, good, requires improvement or inadequate.",
      "Calderdale Council's adult social care assessment begins. Grades go from 'inadequate' up to "
      "'outstanding'. The CQC has so far handed out mostly good.",
      "Kirklees and Calderdale\nKirklees Council got good, and Calderdale Council got requires improvement, "
      "the CQC said of adult social care.",
      "The CQC has withdrawn its rating of Calderdale Council's adult social care.",
      "Council tax to rise\nCalderdale Council will put up council tax. The leader said care homes, which "
      "the CQC rates good or outstanding, needed the money for adult social care.",
  });
}

}  // namespace
}  // namespace assay::tests
