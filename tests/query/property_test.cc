#include <gtest/gtest.h>

#include "searchd/query/limits.h"
#include "searchd/query/parse.h"
#include "tests/query/fake_index.h"
#include "tests/query/random_query.h"

namespace assay::tests {
namespace {

using query::parse;
using query::Parsed;

// What to_query writes is read back without a note as the same tree.
void expect_round_trip(const query::Node& tree, const std::string& origin) {
  const std::string canonical = to_query(tree);
  const Parsed again = parse(canonical, facet_names());
  ASSERT_TRUE(equal(tree, *again.root)) << origin << "\n"
                                        << canonical << "\n"
                                        << to_tree(tree) << "\n"
                                        << to_tree(*again.root);
  ASSERT_TRUE(again.notes.empty()) << origin << "\n" << canonical << "\n" << again.notes.front().text;
  ASSERT_EQ(to_query(*again.root), canonical);
}

TEST(Property, CanonicalFormsOfRandomTreesReadBackAsTheTree) {
  Random random(1);
  for (int i = 0; i < 5'000; ++i) expect_round_trip(*random_tree(random), "tree");
}

TEST(Property, AnyTextIsAQueryOrPastALimit) {
  Random random(2);
  int parsed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    try {
      const Parsed tree = parse(text, facet_names());
      ++parsed;
      expect_round_trip(*tree.root, text);
      for (const query::Note& note : tree.notes) {
        ASSERT_LT(note.span.begin, note.span.end) << text;
        ASSERT_LE(note.span.end, text.size()) << text;
      }
    } catch (const query::QueryError& error) {
      ASSERT_LT(error.span.begin, error.span.end) << text;
      ASSERT_LE(error.span.end, text.size()) << text;
    }
  }
  EXPECT_GT(parsed, 15'000);
}

TEST(Property, ACanonicalQueryPlansLikeTheTextItCameFrom) {
  Random random(3);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = random_text(random);
    try {
      const query::Plan plan = plan_text(text);
      const query::Plan again = plan_text(plan.canonical);
      ASSERT_EQ(again.canonical, plan.canonical) << text;
      ASSERT_EQ(to_tree(again.root), to_tree(plan.root)) << text;
      ASSERT_EQ(again.highlights, plan.highlights) << text;
      ASSERT_LE(plan.notes.size(), query::kMaxNotes);
    } catch (const query::QueryError&) {
    }
  }
}

}  // namespace
}  // namespace assay::tests
