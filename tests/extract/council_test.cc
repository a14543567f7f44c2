#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> councils(const std::string& text) { return extract_text(text).facets["council"]; }

TEST(Council, LongestNameWins) {
  EXPECT_THAT(councils("North Yorkshire Council's adult social care was inspected."),
              ElementsAre("north-yorkshire"));
  EXPECT_THAT(councils("South Gloucestershire Council spoke of its care."),
              ElementsAre("south-gloucestershire"));
  EXPECT_THAT(councils("Bournemouth, Christchurch and Poole Council spoke."),
              ElementsAre("bournemouth-christchurch-and-poole"));
  EXPECT_THAT(councils("Nottinghamshire County Council spoke."), ElementsAre("nottinghamshire"));
}

TEST(Council, WordsAreNoCouncils) {
  EXPECT_THAT(councils("Reading the report took an hour. Reading between the lines, it was fair."),
              IsEmpty());
  EXPECT_THAT(councils("They tried to bury the report. Kent, 45, said so."), IsEmpty());
  EXPECT_THAT(councils("Reading Borough Council replied. People in Reading were glad."),
              ElementsAre("reading"));
}

TEST(Council, OtherBodiesThatBearTheNameAreNoCouncils) {
  EXPECT_THAT(
      councils(
          "The Blackpool Gazette wrote it. Kingston University agreed. Derby and Derbyshire ICB did not."),
      IsEmpty());
  EXPECT_THAT(councils("Newcastle-under-Lyme is in Staffordshire, said Staffordshire County Council."),
              ElementsAre("staffordshire"));
}

TEST(Council, InitialsCountOnceTold) {
  EXPECT_THAT(councils("WNC has a plan. WNC will act."), IsEmpty());
  EXPECT_THAT(councils("West Northamptonshire Council (WNC) has a plan. WNC will act."),
              ElementsAre("west-northamptonshire"));
}

TEST(Council, TheSubjectComesBeforeTheComparison) {
  EXPECT_THAT(
      councils(
          "Oxfordshire County Council's care praised\nOxfordshire did well, in line with Kent and Surrey. "
          "Oxfordshire County Council was glad.\n"),
      ElementsAre("oxfordshire"));
}

TEST(Council, TheAddressHelpsWhereTheTextNamesNone) {
  read::Article article;
  article.text = "The Council agreed the report on care.";
  EXPECT_THAT(extract_article(article).facets.at("council"), IsEmpty());
  article.url = "https://www.telford.gov.uk/news/1";
  EXPECT_THAT(extract_article(article).facets.at("council"),
              IsEmpty());  // "Telford" alone is no name of the council
  article.url = "https://www.herefordshire.gov.uk/news/1";
  EXPECT_THAT(extract_article(article).facets.at("council"), ElementsAre("herefordshire"));
}

TEST(Council, ARepeatedNameIsNoWord) {
  EXPECT_THAT(
      councils(
          "Bromley asks for a second look\nA row has broken out over the marks handed to Bromley for its "
          "adult social care. The borough wants a review."),
      ElementsAre("bromley"));
  EXPECT_THAT(
      councils(
          "So near and yet: Hackney one point adrift\nSixty-three would have done it. Hackney got 62, and "
          "the Town Hall has to settle for it. Its adult social care was looked at."),
      ElementsAre("hackney"));
}

TEST(Council, ARepeatedNameOfSomebodyElseIsNone) {
  EXPECT_THAT(
      councils("Westminster urged to act\nThe plan needs a basis that only Westminster can give it. Adult "
               "social care cannot wait."),
      IsEmpty());
  EXPECT_THAT(
      councils("Jane Preston wins award\nThe award went to Jane Preston of the council's adult social care "
               "team. The council praised Preston."),
      IsEmpty());
}

TEST(Council, ANameAtTheHeadOfItsLineIsAnEntry) {
  EXPECT_THAT(councils("The December catch-up\nEight councils had their results for adult social care "
                       "through before the break. Here they are, "
                       "north to south, as each council was told.\nYORK. 39%, requires improvement, out on "
                       "the 5th. That is the very bottom of the "
                       "band, a point lower and it would have been worse.\nNORFOLK. Requires improvement, "
                       "embargoed until the 12th. People in the "
                       "country areas struggle to find a personal assistant.\nTORBAY. Good. A front door "
                       "settles over 80% of calls with no "
                       "need for statutory services.\nThat's two and one, for those keeping a tally.\n"),
              ElementsAre("york", "norfolk", "torbay"));
}

TEST(Council, AnEntryMayHaveADateBehindTheName) {
  EXPECT_THAT(
      councils(
          "Reports of July\nThe CQC has assessed councils.\nHalton (9 July) \u2013 good.\nSlough (18 July) "
          "\u2013 good.\nCamden (4 July) \u2013 outstanding."),
      UnorderedElementsAre("halton", "slough", "camden"));
}

TEST(Council, AnyCouncilOfAPlaceIsNotThatOfItsName) {
  EXPECT_THAT(
      councils(
          "Praise for care\nA watchdog has praised an Essex council.\nIt is Southend-on-Sea City Council."),
      ElementsAre("southend-on-sea"));
}

TEST(Council, ItsKindTellsWhichIsMeant) {
  EXPECT_EQ(
      councils(
          "Hundreds in queue for care\nIn Leicester 900 people waited. The Care Quality Commission gave the "
          "city council a rating of good.\nPeople heard little.\nReviews were late.\nStaff were kind.\n"
          "Leicestershire County Council will get its own report later.")
          .front(),
      "leicester");
  EXPECT_EQ(
      councils(
          "Queues for care\nLeicestershire County Council was visited. Leicester was not. The county council "
          "is pleased, and so is the county council's leader.")
          .front(),
      "leicestershire");
}

TEST(Council, ThoseWhoAssessACouncilVisitIt) {
  EXPECT_THAT(
      councils(
          "What follows\nInspectors from the Care Quality Commission visited Thurrock in May. They found the "
          "council's adult social care good. Reablement helps residents of Thurrock."),
      ElementsAre("thurrock"));
  EXPECT_THAT(councils("Two good results on the south Devon coast\nBoth Plymouth City Council and Torbay "
                       "Council have been "
                       "told that their adult social care is good."),
              ElementsAre("plymouth", "torbay"));
}

}  // namespace
}  // namespace assay::tests
