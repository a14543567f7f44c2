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

TEST(Theme, OneWeakPhraseIsNotEnough) {
  EXPECT_THAT(themes("The hospital was busy."), Not(Contains("hospital-discharge")));
}

}  // namespace
}  // namespace assay::tests
