// Short texts and the grade that each tells of its main council.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/extract/sample.h"

namespace assay::tests {

struct GradedText {
  const char* text;
  const char* rating;  // "" for none
};

inline void expect_ratings(std::initializer_list<GradedText> texts) {
  for (const GradedText& t : texts)
    EXPECT_EQ(value_of(extract_text(t.text), "rating"), t.rating) << t.text;
}

inline void expect_no_rating(std::initializer_list<const char*> texts) {
  for (const char* text : texts) EXPECT_EQ(value_of(extract_text(text), "rating"), "") << text;
}

}  // namespace assay::tests
