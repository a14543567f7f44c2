#include "indexer/schema/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::schema {
namespace {

using testing::ElementsAre;

TEST(Terms, FieldsDoNotShareTerms) {
  EXPECT_EQ(word_term(Field::kText, "good"), "good");
  EXPECT_EQ(word_term(Field::kTitle, "good"), "Sgood");
  EXPECT_EQ(id_term("good"), "Qgood");
  EXPECT_EQ(facet_term("rating", "good"), "XFrating:good");
}

TEST(Terms, LongOnesAreCutToAHashAndStayDifferent) {
  const std::string base(300, 'x');
  const std::string a = id_term(base + "a"), b = id_term(base + "b");
  EXPECT_EQ(a.size(), kMaxTermBytes);
  EXPECT_EQ(b.size(), kMaxTermBytes);
  EXPECT_NE(a, b);
  EXPECT_EQ(a, id_term(base + "a"));
  EXPECT_EQ(id_term(std::string(kMaxTermBytes - 1, 'x')).size(), kMaxTermBytes);
}

TEST(Terms, DatesOfTheCalendarOnly) {
  EXPECT_EQ(date_value("2025-05-30"), "20250530");
  EXPECT_EQ(date_value("2024-02-29"), "20240229");
  for (const char* no_day :
       {"2025-02-29", "2025-13-01", "2025-00-10", "2025-5-30", "20250530", "2025-05-30 ", "", "2025-05-xx"})
    EXPECT_EQ(date_value(no_day), std::nullopt) << no_day;
  EXPECT_EQ(iso_date("20250530"), "2025-05-30");
  EXPECT_EQ(iso_date(""), "");
}

TEST(Terms, OrdinalSetsAreSortedAndUnique) {
  EXPECT_THAT(ordinals(ordinals_value({300, 2, 300, 0})), ElementsAre(0, 2, 300));
  EXPECT_EQ(ordinals_value({5, 1}), ordinals_value({1, 5, 1}));
  EXPECT_LT(ordinals_value({1}), ordinals_value({2}));
  EXPECT_LT(ordinals_value({255}), ordinals_value({256}));
  EXPECT_TRUE(ordinals("").empty());
}

TEST(Terms, BandsComeBackAsTheyWere) {
  const std::vector<BandHash> some = {0, 1, 0x80000000, 0xfffefdfc};
  EXPECT_EQ(bands_value(some).size(), 16u);
  EXPECT_EQ(bands(bands_value(some)), some);
  EXPECT_TRUE(bands("").empty());
}

}  // namespace
}  // namespace assay::schema
