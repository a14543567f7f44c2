#include "client/cli/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace assay::cli {
namespace {

constexpr std::array<std::string_view, 4> kKnown = {"search", "count", "facets", "date"};

TEST(Nearest, LettersMayBeWrongMissingOrSwapped) {
  for (const char* written : {"serch", "saerch", "searhc", "SEARCH", "searching"})
    EXPECT_EQ(nearest(written, kKnown), "search") << written;
  EXPECT_EQ(nearest("facet", kKnown), "facets");
  EXPECT_EQ(nearest("dat", kKnown), "date");
}

TEST(Nearest, WhatIsFarIsNone) {
  for (const std::string& written :
       {std::string("carers"), std::string(), std::string("d"), std::string(1'000, 's')})
    EXPECT_EQ(nearest(written, kKnown), "") << written;
  EXPECT_EQ(nearest("search", {}), "");
}

}  // namespace
}  // namespace assay::cli
