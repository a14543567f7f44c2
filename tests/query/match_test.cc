#include "searchd/query/match.h"

#include <gtest/gtest.h>

namespace assay::tests {
namespace {

using query::all_of;
using query::any_of;
using query::match;
using query::Match;
using query::PlanNode;
using query::without;

PlanNode term(const std::string& word) {
  PlanNode node = match(Match::kTerm);
  node.terms = {word};
  return node;
}

PlanNode all() { return match(Match::kAll); }
PlanNode none() { return match(Match::kNone); }

std::string tree(const PlanNode& node) { return to_tree(node); }

TEST(Match, AllOfNeedsEveryPart) {
  EXPECT_EQ(tree(all_of({})), "(all)");
  EXPECT_EQ(tree(all_of({term("a")})), "(term a)");
  EXPECT_EQ(tree(all_of({term("a"), all(), term("b")})), "(and (term a) (term b))");
  EXPECT_EQ(tree(all_of({all(), all()})), "(all)");
  EXPECT_EQ(tree(all_of({term("a"), none()})), "(none)");
  EXPECT_EQ(tree(all_of({all_of({term("a"), term("b")}), term("c")})), "(and (term a) (term b) (term c))");
}

TEST(Match, AnyOfNeedsOnePart) {
  EXPECT_EQ(tree(any_of({})), "(none)");
  EXPECT_EQ(tree(any_of({term("a")})), "(term a)");
  EXPECT_EQ(tree(any_of({none(), term("a"), none()})), "(term a)");
  EXPECT_EQ(tree(any_of({none(), none()})), "(none)");
  EXPECT_EQ(tree(any_of({any_of({term("a"), term("b")}), term("c")})), "(or (term a) (term b) (term c))");
}

TEST(Match, AnAlternativeThatIsEverythingLeavesTheOthersTheirWeight) {
  EXPECT_EQ(tree(any_of({all(), term("a")})), "(or (all) (term a))");
  EXPECT_EQ(tree(all_of({any_of({all(), term("a")}), term("b")})), "(and (or (all) (term a)) (term b))");
}

TEST(Match, WithoutTakesAway) {
  EXPECT_EQ(tree(without(term("a"), term("b"))), "(and-not (term a) (term b))");
  EXPECT_EQ(tree(without(term("a"), none())), "(term a)");
  EXPECT_EQ(tree(without(none(), term("a"))), "(none)");
  EXPECT_EQ(tree(without(all(), term("a"))), "(and-not (all) (term a))");
  EXPECT_EQ(tree(without(term("a"), all())), "(none)");
  EXPECT_EQ(tree(without(term("a"), any_of({term("b"), all()}))), "(none)");
}

}  // namespace
}  // namespace assay::tests
