#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> themes(const std::string& text) { return extract_text(text).facets["theme"]; }

TEST(Theme, PhrasesAfterStemming) {
  EXPECT_THAT(themes("A direct payment helped her."), ElementsAre("direct-payments"));
  EXPECT_THAT(themes("People were discharged from hospital on time."), Contains("hospital-discharge"));
}

TEST(Theme, AbbreviationsAsWritten) {
  EXPECT_THAT(themes("The number of DPs rose."), ElementsAre("direct-payments"));
  EXPECT_THAT(themes("The dps rose."), IsEmpty());
}

TEST(Theme, StandardSentencesSayNothing) {
  EXPECT_THAT(themes("The regulator has a duty to assess how councils meet their duties on safeguarding, "
                     "prevention and unpaid "
                     "carers under part 1 of the Care Act."),
              IsEmpty());
}

TEST(Theme, WhatGoesOnWithAStandardSentenceSaysNothing) {
  EXPECT_THAT(themes("The regulator has a duty to assess how councils meet their duties. These include "
                     "safeguarding and support for unpaid carers."),
              IsEmpty());
}

TEST(Theme, AListOfTheAreasSaysNothingUnlessTheyAreScored) {
  EXPECT_THAT(themes("What is looked at\nassessing needs\nequity in experience and outcomes\n"
                     "care provision, integration and continuity\npartnerships and communities\n"
                     "safeguarding\ngovernance, management and sustainability\n"),
              IsEmpty());
  EXPECT_THAT(themes("Areas scored: assessing needs; equity; care provision; partnerships; safeguarding; "
                     "governance."),
              IsEmpty());
  EXPECT_THAT(themes("What was found\nassessing needs: two\nequity in experience and outcomes: three\n"
                     "care provision, integration and continuity: two\npartnerships and communities: two\n"
                     "safeguarding: three\n"),
              Contains("safeguarding"));
}

TEST(Theme, WordsOfTheSameStemSayNothing) {
  EXPECT_THAT(themes("Travel news. Steady progress was made. Somebody will translate the page."), IsEmpty());
  EXPECT_THAT(themes("Gypsy and Traveller families were asked."), ElementsAre("equity"));
}

TEST(Theme, WaitingForInspectorsIsNoWaitForCare) {
  EXPECT_THAT(themes("The council is waiting for its report."), IsEmpty());
  EXPECT_THAT(themes("People kept waiting for help."), ElementsAre("waiting-times"));
}

TEST(Theme, OneWeakPhraseIsNotEnough) {
  EXPECT_THAT(themes("The hospital was busy."), Not(Contains("hospital-discharge")));
}

}  // namespace
}  // namespace assay::tests
