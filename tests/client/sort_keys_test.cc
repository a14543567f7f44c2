#include "client/cli/sort_keys.h"

#include <gmock/gmock.h>

namespace assay::cli {
namespace {

using testing::ElementsAre;

TEST(SortKeys, AreOneOrTwoInEitherOrder) {
  EXPECT_THAT(parse_sort_keys("relevance"), ElementsAre(SortKey{"relevance", false}));
  EXPECT_THAT(parse_sort_keys("-date"), ElementsAre(SortKey{"date", true}));
  EXPECT_THAT(parse_sort_keys("rating,-date"), ElementsAre(SortKey{"rating", false}, SortKey{"date", true}));
  EXPECT_THAT(parse_sort_keys("-a-b,c"), ElementsAre(SortKey{"a-b", true}, SortKey{"c", false}));
}

TEST(SortKeys, WhatIsNoKeyIsRefused) {
  for (const char* text : {"", "-", ",", "date,", ",date", "date,-", "a,b,c"}) {
    try {
      parse_sort_keys(text);
      ADD_FAILURE() << text << " was taken for keys";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::kInvalid) << text;
    }
  }
}

}  // namespace
}  // namespace assay::cli
