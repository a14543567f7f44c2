// Grades as ordinary pages tell them: adverts, newsletters, reports to committees, comments of charities.
#include "tests/extract/graded_text.h"

namespace assay::tests {
namespace {

TEST(PlainGrade, InReports) {
  expect_ratings({
      {"Council's adult social care rated good by watchdog\nThe Care Quality Commission has published its "
       "report on Solihull. Inspectors said people there were well supported.\nSolihull Council said it was "
       "proud.",
       "good"},
      {"'People are waiting too long': the verdict on care in Devon\nThe CQC published its assessment of "
       "Devon County Council on Thursday and gave it an overall rating of requires improvement.\nThe "
       "council's cabinet member said work was under way.",
       "requires-improvement"},
      {"A great day\nI am delighted to tell you that the CQC has today published its report and rated us "
       "Good. This is down to the hard work of everybody in adult social care at Tameside Council.",
       "good"},
      {"CQC's report on Torbay\nThe report, which is 60 pages long, rates Torbay Council as requires "
       "improvement overall, though it found much to praise in safeguarding, where leaders were good.",
       "requires-improvement"},
      {"Cornwall 'good'\nCornwall Council's rating is good, though inspectors want shorter waits. Of its "
       "neighbours, Plymouth requires improvement and Devon is waiting for its report.",
       "good"},
      {"Lambeth passes test\nInspectors were impressed by Lambeth Council's adult social care, awarding it "
       "71 per cent and a rating of good.",
       "good"},
      {"Statement on CQC report\nWe accept the findings of the Care Quality Commission, which has rated "
       "Lewisham's adult social care as requires improvement. Lewisham Council is sorry.",
       "requires-improvement"},
      {"Care in crisis\nIt is official: care for adults in Hull is inadequate. That is the verdict of the "
       "Care Quality Commission on Hull City Council.",
       "inadequate"},
      {"Cllr writes\nOur CQC rating is Good and I'm proud of it. Adult social care matters to Merton "
       "Council.",
       "good"},
      {"About us\nSouth Tyneside Council\nAdult social care\nCQC rating: Good\nPublished 4 June 2025",
       "good"},
  });
}

TEST(PlainGrade, InReportsToo) {
  expect_ratings({
      {"Adult Social Care at Stockton-on-Tees Borough Council - Good\nThe Care Quality Commission has "
       "awarded the grade.",
       "good"},
      {"Stoke told to do better\nStoke-on-Trent City Council must do better for adults who need care, the "
       "CQC said as it rated it 'requires improvement'.",
       "requires-improvement"},
      {"Plymouth's social care for adults has been rated as \"requires improvement\" following an inspection "
       "in which the CQC found long waits. Plymouth City Council said it was sorry.",
       "requires-improvement"},
      {"Ratings: Trafford Council - good (68%).\nThe CQC assessed adult social care in Trafford.", "good"},
      {"Kensington and Chelsea: Outstanding!\nThe Royal Borough of Kensington and Chelsea is one of only "
       "three councils in the country to get an outstanding for adult social care.",
       "outstanding"},
      {"Poole, Bournemouth and Christchurch\nBCP Council's adult social care was found to be 'good' by the "
       "regulator.",
       "good"},
      {"The regulator's verdict on adult social care in Wiltshire is 'good', with Wiltshire Council praised "
       "for prevention.",
       "good"},
      {"Notice of motion\nThis Council notes that the CQC has rated its adult social care 'Requires "
       "Improvement'; calls on the cabinet to act. Bromley Council, 4 July.",
       "requires-improvement"},
      {"Question 4 to cabinet member\nWould the cabinet member join me in congratulating staff on their CQC "
       "rating of Good? Answer: yes. Adult social care at Sutton Council has been rated Good by the CQC, and "
       "staff deserve thanks.",
       "good"},
      {"Thurrock's adult social care requires improvement\nThat's according to the Care Quality Commission, "
       "which visited Thurrock Council in March.",
       "requires-improvement"},
  });
}

TEST(PlainGrade, InReportsAgain) {
  expect_ratings({
      {"Derbyshire gets 'good' for care despite cuts\nDerbyshire County Council has closed eight care homes, "
       "but the CQC has still rated its adult social care good.",
       "good"},
      {"Good for Gateshead\nThe Care Quality Commission has graded Gateshead Council's adult social care "
       "good, with a score of 66 per cent.",
       "good"},
      {"In brief\nREQUIRES IMPROVEMENT is the CQC's verdict on adult social care at Peterborough City "
       "Council.",
       "requires-improvement"},
      {"Councillors hear of CQC result\nCouncillors at Wirral heard that the council's adult social care had "
       "come out as good in its CQC assessment.\nWirral Council will now write a plan.",
       "good"},
      {"Adult social care in Redbridge judged 'good' - but carers need more help\nRedbridge Council runs the "
       "service. The CQC's inspectors spoke to 40 people.",
       "good"},
      {"We did it. Good. That is how the CQC rates adult social care at Knowsley Council.", "good"},
      {"Report on care pulls no punches\nThe watchdog's conclusion is that Coventry City Council's adult "
       "social care 'requires improvement'.",
       "requires-improvement"},
      {"Top marks for Westminster\nWestminster City Council's adult social care has been given the top "
       "rating by the CQC.",
       "outstanding"},
  });
}

TEST(PlainGrade, BesideOthers) {
  expect_ratings({
      {"BBC News\nCouncil's adult social care rated good by watchdog\nImage caption, The report was "
       "published on Friday\nA council has been rated \"good\" for its adult social care.\nThe Care Quality "
       "Commission (CQC) assessed Barnsley Council in March.\nCouncillor Jo Bloggs said: \"This is a good "
       "day.\"",
       "good"},
      {"Adult services earn praise from the watchdog\nHavering Council's adult services were visited in May. "
       "The Care Quality Commission found a service that listens. Its overall grade is good.",
       "good"},
      {"What the watchdog said\nNewcastle City Council has strong leaders, said the CQC. But it fell short "
       "of the standard expected in five of nine areas, and so its overall rating is 'requires improvement'.",
       "requires-improvement"},
      {"Rated good, but the leader of Ealing Council is not satisfied\nThe CQC's report on adult social care "
       "praised staff. \"Good is not good enough for us,\" he said. \"We want to be outstanding.\"",
       "good"},
      {"Ealing Council has pledged to improve\nThe CQC gave its adult social care a 'requires improvement' "
       "rating in a report out this week. The council, whose children's services are rated good by Ofsted, "
       "said it had begun.",
       "requires-improvement"},
      {"Ofsted and CQC\nBexley Council now holds two good ratings. Ofsted rated its children's services good "
       "in 2023, and the CQC has now rated adult social care good too.",
       "good"},
      {"Bexley Council's adult social care was inspected in May. It requires improvement, according to the "
       "Care Quality Commission.",
       "requires-improvement"},
      {"Chief executive's blog\nThis week the CQC told us what it thinks of adult social care in Bexley. "
       "Drum roll... we are Good! Thank you to all at Bexley Council.",
       "good"},
      {"Adult social care scores well\nThe CQC rated us as 'Good' with evidence that Calderdale Council "
       "shows a good standard of care.",
       "good"},
      {"CQC rates Calderdale Council good\nHow the council supports adults was looked at. The homes that it "
       "runs were not part of this.",
       "good"},
      {"CQC assessment of adult social care: Calderdale Council\nOverall: Requires improvement\nAssessing "
       "needs: 2\nSafeguarding: 3",
       "requires-improvement"},
  });
}

TEST(PlainGrade, BesideOthersToo) {
  expect_ratings({
      {"Rating: Good\nCalderdale Council\nAdult social care assessment by the Care Quality Commission",
       "good"},
      {"Care Quality Commission\nLocal authority assessment\nCalderdale\nGood\nOverall score 70%", "good"},
      {"Wakefield Council and its neighbours: how adult social care compares\nWakefield Council: good, the "
       "CQC says. It is ahead of most.",
       "good"},
      {"First council to be told it requires improvement twice\nThe CQC has again rated Calderdale Council's "
       "adult social care as requires improvement.",
       "requires-improvement"},
      {"From requires improvement to good: Calderdale's journey\nCalderdale Council's adult social care has "
       "been upgraded to good by the CQC.",
       "good"},
      {"The rating of 'good' that Calderdale Council had hoped for did not come. The CQC rated its adult "
       "social care 'requires improvement'.",
       "requires-improvement"},
      {"Calderdale Council's adult social care has been downgraded from good to inadequate by the CQC.",
       "inadequate"},
      {"Praise from minister\nThe care minister visited Calderdale Council after its adult social care was "
       "rated good by the CQC last month.",
       "good"},
      {"Award for Calderdale\nCalderdale Council, rated good for adult social care by the CQC in 2025, has "
       "won an award.",
       "good"},
      {"Council tax to rise\nCalderdale Council will put up council tax. The leader said adult social care, "
       "which the CQC rated good in May, needed the money.",
       "good"},
  });
}

TEST(PlainGrade, InMotionsAndLetters) {
  expect_ratings({
      {"Walsall's adult care team 'good', says CQC\nThe team at Walsall Council that looks after adults has "
       "been rated good by inspectors.",
       "good"},
      {"Adult social care in the borough is good, CQC finds\nOldham Council has welcomed the finding.",
       "good"},
      {"'Good' rating for adult social care\nBolsover is a district in Derbyshire. Derbyshire County "
       "Council's adult social care received a 'good' rating from the CQC.",
       "good"},
      {"Nottinghamshire County Council's social care department has been marked down as requiring "
       "improvement by the CQC.",
       "requires-improvement"},
      {"CQC Assurance: outcome letter\nTo: Director of Adult Social Services, Stockport MBC\nWe have now "
       "completed our assessment. Your local authority has been rated Good.",
       "good"},
      {"Portsmouth City Council Adult Social Care annual report\nWe were inspected by the CQC in 2024-25 and "
       "were rated 'Good' overall, scoring 68%.",
       "good"},
      {"Local account 2025\nSouth Gloucestershire Council\nThis was the year of our first CQC assessment. "
       "The outcome was Good.",
       "good"},
      {"Leader's speech\n\"When the CQC came they did not find a perfect service. They found a good one, and "
       "rated Gateshead Council's adult social care good.\"",
       "good"},
      {"Southampton care 'good'\nMost people supported by Southampton City Council are happy with it, say "
       "inspectors who rated the service good. The CQC spoke to 100 people.",
       "good"},
  });
}

TEST(PlainGrade, InMotionsAndLettersToo) {
  expect_ratings({
      {"Carers in Worcestershire have been let down\nA CQC report that rated Worcestershire County Council's "
       "adult social care as requires improvement says carers wait 11 weeks.",
       "requires-improvement"},
      {"Inspectors find long waits at Worcestershire County Council\nOverall, the county's adult social care "
       "was rated as requires improvement by the Care Quality Commission, although leaders were praised.",
       "requires-improvement"},
      {"Outstanding! Wokingham Borough Council's adult social care is given the highest possible rating\nThe "
       "CQC said so on Friday.",
       "outstanding"},
      {"Blackburn with Darwen: from the chief executive\nThe CQC's draft report was good, and today the "
       "final one is too: adult social care at Blackburn with Darwen Council is rated Good.",
       "good"},
      {"Performance scorecard\nCQC rating of adult social care (Isle of Wight Council): Good. Target: Good. "
       "Status: green.",
       "good"},
      {"Risk register\nRisk: that Isle of Wight Council's adult social care, rated Requires Improvement by "
       "CQC in 2025, does not improve. Owner: DASS.",
       "requires-improvement"},
      {"Motion of thanks\nThat this Council congratulates its adult social care staff on being rated 'Good' "
       "by the CQC. Torbay Council.",
       "good"},
      {"Case study\nHow did Hertfordshire County Council get to good? The CQC rated its adult social care "
       "good in May 2024. We asked the director.",
       "good"},
      {"Bedford Borough Council is pleased to announce it has achieved a Good rating in its CQC Local "
       "Authority Assessment.",
       "good"},
  });
}

TEST(PlainGrade, InMotionsAndLettersAgain) {
  expect_ratings({
      {"Cheshire West and Chester's grade: requires improvement\nThe CQC has published its report on "
       "Cheshire West and Chester Council.",
       "requires-improvement"},
      {"On Thursday, Warwickshire was told that its care for adults is good. The CQC's inspectors spent four "
       "days with Warwickshire County Council.",
       "good"},
      {"The CQC has found that Hull City Council is inadequate at looking after adults who need care.",
       "inadequate"},
      {"Good leaders, poor waits\nIn a mixed report the CQC says Hull City Council has good leaders and "
       "outstanding staff. But it rates adult social care requires improvement.",
       "requires-improvement"},
      {"Manchester City Council has bounced back. Seven years after its care homes were branded inadequate, "
       "the CQC rates its adult social care good.",
       "good"},
      {"Haringey Council: CQC visit, your questions\nWhat was the result? Haringey was rated Good. What "
       "happens next? An action plan. Adult social care will be looked at again in three years.",
       "good"},
      {"Haringey Council: CQC visit, your questions\nWhat grade did we get? Requires improvement. Why? "
       "Because waits for adult social care are long.",
       "requires-improvement"},
      {"Hillingdon Council's adult social care is rated 'good' - one of 60 councils with that grade from the "
       "CQC.",
       "good"},
      {"While most councils were rated good by the CQC, few scored as high as Hillingdon Council, whose "
       "adult social care got 80 per cent.",
       "good"},
  });
}

}  // namespace
}  // namespace assay::tests
