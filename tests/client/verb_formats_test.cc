// The formats of similar, pivot, history, compare, suggest and explain.
#include <gtest/gtest.h>

#include "client/cli/compare_format.h"
#include "client/cli/explain_format.h"
#include "client/cli/history_format.h"
#include "client/cli/pivot_format.h"
#include "client/cli/similar_format.h"
#include "client/cli/suggest_format.h"
#include "client/convert.h"
#include "tests/client/golden.h"
#include "tests/client/messages.h"

namespace assay::cli {
namespace {

using client::from_wire;

template <typename Reply>
void expect_goldens(const std::string& verb, std::span<const Format<Reply>* const> formats,
                    const Reply& reply, const View& screen = {false, 80}) {
  for (const Format<Reply>* format : formats)
    tests::expect_golden(verb + "." + std::string(format->name), format->print(reply, screen));
}

TEST(VerbFormats, EachIsAsItsGoldenFile) {
  expect_goldens("similar", similar_formats(), from_wire(tests::similar_message()));
  expect_goldens("pivot", pivot_formats(), from_wire(tests::pivot_message()));
  expect_goldens("history", history_formats(), from_wire(tests::history_message()));
  expect_goldens("compare", compare_formats(), from_wire(tests::compare_message()));
  expect_goldens("suggest", suggest_formats(), from_wire(tests::suggest_message()));
  expect_goldens("explain", explain_formats(), from_wire(tests::explain_message()));
}

TEST(VerbFormats, AnAnswerOfNothingIsAsItsGoldenFile) {
  expect_goldens<SimilarReply>("nothing-similar", similar_formats(), {});
  expect_goldens<PivotReply>("nothing-pivot", pivot_formats(), {});
  expect_goldens<History>("nothing-history", history_formats(), {});
  expect_goldens<Comparison>("nothing-compare", compare_formats(), {});
  expect_goldens<SuggestReply>("nothing-suggest", suggest_formats(), {});
  expect_goldens<Explanation>("nothing-explain", explain_formats(), {});
}

TEST(VerbFormats, APivotOfGroupsSaysSo) {
  PivotReply reply = from_wire(tests::pivot_message());
  reply.counts_groups = true;
  const std::string text = pivot_formats().front()->print(reply, {});
  EXPECT_TRUE(text.starts_with("12 articles or groups of copies\n\nCouncil  groups  Good")) << text;
}

TEST(VerbFormats, APivotIsCutToTheScreen) {
  tests::expect_golden("pivot-narrow.text",
                       pivot_formats().front()->print(from_wire(tests::pivot_message()), {true, 30}));
}

TEST(VerbFormats, APivotOfArticlesWithoutValuesHasItsTotals) {
  const auto text = pivot_formats().front()->print(
      from_wire(tests::message<v1::PivotReply>("total: 2 rows { label: 'Council' }")), {});
  EXPECT_EQ(text, "2 articles\n\nCouncil   articles\narticles         2\n");
}

}  // namespace
}  // namespace assay::cli
