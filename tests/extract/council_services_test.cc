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

TEST(CouncilServices, NorAreGoodThingsAboutIt) {
  expect_no_rating({
      "Sandwell Council's adult social care got a good write-up in the local paper. The CQC comes in June.",
      "A good turn-out for Sandwell Council's adult social care day. The CQC had a stall.",
      "Sandwell Council and the CQC\nInspectors will look at adult social care and say if it is good.",
      "Sandwell Council's adult social care is in good shape, its leader told the CQC.",
      "The CQC has found that 14 of 20 homes in Sandwell require improvement. Sandwell Council's adult "
      "social care team visits them.",
      "Adult social care providers in Sandwell are good, the CQC says. Sandwell Council buys from 60.",
      "Sandwell Council buys from good providers only, its adult social care director told the CQC.",
      "Councils like Sandwell, where adult social care is under strain, tend to be rated requires "
      "improvement by the CQC.",
      "Nobody expects Sandwell Council to be rated outstanding by the CQC for adult social care.",
      "An independent board found Sandwell Council's adult social care to be inadequate in 2018. The CQC has "
      "yet to visit.",
      "Minister on Sandwell Council: 'inadequate is not acceptable'\nAdult social care there will be looked "
      "at by the CQC.",
      "No grade for Sandwell\nThe CQC has paused its assessment of Sandwell Council's adult social care. "
      "Dudley next door was rated good.",
  });
}

TEST(CouncilServices, NorAreGoodThingsAboutItToo) {
  expect_no_rating({
      "Trafford Council has had a letter from the CQC. It will be told in June whether its adult social care "
      "is good, requires improvement or worse.",
      "The CQC rates hospitals, homes and councils. A rating of good was given to Sandwell General last "
      "week. Sandwell Council's adult social care was not part.",
      "Willows, Sandwell Council's own care home, has been rated outstanding by the CQC. Adult social care "
      "chiefs celebrated.",
      "Sandwell Council's Willows day service was rated good by the CQC. Adult social care chiefs "
      "celebrated.",
      "Adult social care chiefs at Sandwell Council celebrated as the Willows was rated good by the CQC.",
      "Inspectors have rated a Sandwell Council supported living scheme as good. The CQC visited in May. "
      "Adult social care staff were praised.",
      "Fire cover in the county 'requires improvement'\nInspectors said so of Essex County Fire and Rescue. "
      "Essex County Council's adult social care works with it on falls.",
      "A council's fostering service has been rated outstanding\nBrighton and Hove City Council said its "
      "staff were proud. Ofsted inspected in May. Adult social care was not inspected.",
      "The housing regulator gave Brighton and Hove City Council a C3. It said its homes require "
      "improvement. Adult social care has no rating.",
      "LGA peers visited Brighton and Hove City Council. Their report calls adult social care 'good'. A CQC "
      "visit is due.",
      "The chief fire officer welcomed a grade of good from inspectors. Suffolk County Council's adult "
      "social care passes names to the service. The CQC does not inspect it.",
  });
}

}  // namespace
}  // namespace assay::tests
