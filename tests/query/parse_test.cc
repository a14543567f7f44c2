#include "searchd/query/parse.h"

#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::Kind;
using query::Node;
using query::Span;

query::Parsed parse(std::string_view text) { return query::parse(text, facet_names()); }

TEST(Parse, LeavesKnowWhereTheyStand) {
  const query::Parsed parsed = parse("care -\"direct payments\"~2 rating:good,none OR title:pay*");
  const Node& all = *parsed.root->children.at(0);
  EXPECT_EQ(all.children.at(0)->span, (Span{0, 4}));
  EXPECT_EQ(all.children.at(1)->children.at(0)->span, (Span{6, 25}));
  EXPECT_EQ(all.children.at(2)->span, (Span{26, 42}));
  EXPECT_EQ(parsed.root->children.at(1)->span, (Span{46, 56}));
  EXPECT_EQ(parsed.root->span, (Span{0, 56}));
}

TEST(Parse, AChainSpansItsOperands) {
  const query::Parsed parsed = parse("x care NEAR home ADJ/3 list");
  EXPECT_EQ(parsed.root->children.at(1)->span, (Span{2, 27}));
}

TEST(Parse, NotesStandInTheOrderOfTheText) {
  const query::Parsed parsed = parse("(care ) ) colour:red & OR");
  ASSERT_EQ(parsed.notes.size(), 4U);
  for (std::size_t i = 1; i < parsed.notes.size(); ++i)
    EXPECT_LT(parsed.notes[i - 1].span.begin, parsed.notes[i].span.begin);
}

TEST(Parse, WhatIsReadTwiceIsNotedOnce) {
  EXPECT_EQ(parse("title:\"").notes.size(), 3U);  // no value, then a quote that is open, then without a word
}

TEST(Parse, FieldsAreThoseGiven) {
  EXPECT_EQ(to_tree(*query::parse("colour:red", {"colour"}).root), "(facet colour: red)");
  EXPECT_EQ(to_tree(*query::parse("Colour:red", {"COLOUR"}).root), "(facet COLOUR: red)");
  EXPECT_EQ(to_tree(*query::parse("rating:good", {}).root), "(compound rating good)");
}

TEST(Parse, AnotherTreeIsAnotherExpression) {
  EXPECT_NE(to_tree(*parse("rating:good,none").root), to_tree(*parse("rating:\"good none\"").root));
  EXPECT_NE(to_tree(*parse("\"direct payments\"").root), to_tree(*parse("direct payments").root));
}

TEST(Parse, WhiteSpaceIsUnicodes) {
  EXPECT_EQ(to_tree(*parse("care\xE3\x80\x80-home\xC2\xA0list").root),
            "(and (word care) (not (word home)) (word list))");
}

TEST(Parse, BytesThatAreNoUtf8Separate) {
  EXPECT_EQ(to_tree(*parse("care\xFFhome").root), "(compound care home)");
  EXPECT_EQ(to_tree(*parse(std::string_view("care\0home", 9)).root), "(compound care home)");
}

}  // namespace
}  // namespace assay::tests
