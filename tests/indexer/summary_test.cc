#include "indexer/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::indexer {
namespace {

using testing::HasSubstr;

TEST(Summary, TellsWhatWasDone) {
  Summary summary;
  Put added{Outcome::kAdded, {}};
  added.stored.facets = {{"rating", {"good"}}};
  summary.count(added);
  summary.count(added);
  summary.count({Outcome::kUnchanged, {}});
  summary.skip({"x.txt", 0, "is empty"});
  summary.skip({"y.jsonl", 3, "is broken"});
  summary.ignore(4);
  summary.set_index_articles(9);
  const std::string text = summary.text(taxonomy::Taxonomy::built_in());
  EXPECT_THAT(text, HasSubstr("3 articles: 2 added, 0 updated, 1 unchanged, 0 removed; 2 skipped. The index holds 9."));
  EXPECT_THAT(text, HasSubstr("rating   good 2\n"));
  EXPECT_EQ(to_text(summary.skipped()[0]), "x.txt: is empty");
  EXPECT_EQ(to_text(summary.skipped()[1]), "y.jsonl:3: is broken");
  EXPECT_THAT(text, HasSubstr("4 files that are no articles"));
  EXPECT_TRUE(summary.anything_skipped());
}

}  // namespace
}  // namespace assay::indexer
