// The messages of pivot, history, compare, suggest and explain.
#include <gmock/gmock.h>

#include "client/convert.h"
#include "tests/client/messages.h"

namespace assay::client {
namespace {

using testing::ElementsAre;
using testing::Pair;
using tests::message;

TEST(ConvertPivot, RequestReachesTheWire) {
  const v1::PivotRequest wire = to_wire(
      PivotRequest{.search = {.query = "carers", .fold = true}, .rows = "council", .columns = "rating"});
  EXPECT_EQ(wire.search().query(), "carers");
  EXPECT_TRUE(wire.search().fold());
  EXPECT_EQ(wire.rows(), "council");
  EXPECT_EQ(wire.columns(), "rating");
  EXPECT_THROW(to_wire(PivotRequest{.rows = "\xff"}), Error);
  EXPECT_THROW(to_wire(PivotRequest{.columns = "\xff"}), Error);
}

TEST(ConvertPivot, ReplyComesBackWhole) {
  const PivotReply got = from_wire(tests::pivot_message());
  EXPECT_EQ(got.total, 12U);
  EXPECT_EQ(got.rows.facet, "council");
  EXPECT_EQ(got.columns.values.at(1).count, 3U);
  EXPECT_THAT(got.cells, ElementsAre(ElementsAre(8, 1, 0), ElementsAre(0, 3, 1)));
  EXPECT_EQ(got.canonical_query, "carers");
  EXPECT_EQ(got.notes.at(0).text, "a note");
  EXPECT_EQ(got.revision, 7U);
  EXPECT_FALSE(got.counts_groups);
}

TEST(ConvertPivot, CellsAlwaysFitRowsAndColumns) {
  const PivotReply got = from_wire(message<v1::PivotReply>(R"(
    rows { values { value: "a" } values { value: "b" } values { value: "c" } } columns { values { value: "x" } }
    cells { } cells { cells: 1 cells: 2 })"));
  EXPECT_THAT(got.cells, ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(0)));
  EXPECT_TRUE(from_wire(message<v1::PivotReply>("cells { cells: 1 }")).cells.empty());
}

TEST(ConvertHistory, GoesAndComesBackWhole) {
  EXPECT_EQ(history_request("East Riding").council(), "East Riding");
  EXPECT_THROW(history_request("\xff"), Error);
  const History got = from_wire(tests::history_message());
  EXPECT_EQ(got.council, "leeds");
  EXPECT_EQ(got.label, "Leeds");
  EXPECT_EQ(got.revision, 7U);
  ASSERT_EQ(got.events.size(), 2U);
  const RatingEvent& event = got.events[0];
  EXPECT_EQ(event.date, "2024-05-17");
  EXPECT_EQ(event.rating, "requires-improvement");
  EXPECT_EQ(event.label, "Requires improvement");
  EXPECT_EQ(event.rating_status, "pilot");
  EXPECT_EQ(event.overall_score, 59U);
  EXPECT_EQ(event.id, "press/leeds-pilot.txt");
  EXPECT_EQ(event.title, "A pilot, told");
  EXPECT_EQ(event.url, "https://example.org/leeds");
  EXPECT_EQ(event.publisher, "Gazette");
  EXPECT_EQ(event.copies, 2U);
  EXPECT_EQ(got.events[1].copies, 1U);
}

TEST(ConvertCompare, GoesAndComesBackWhole) {
  EXPECT_THAT(compare_request({"Leeds", "Hull"}).councils(), ElementsAre("Leeds", "Hull"));
  EXPECT_THROW(compare_request({"Leeds", "\xff"}), Error);
  const Comparison got = from_wire(tests::compare_message());
  EXPECT_EQ(got.revision, 7U);
  ASSERT_EQ(got.councils.size(), 2U);
  const CouncilSummary& leeds = got.councils[0];
  EXPECT_EQ(leeds.council, "leeds");
  EXPECT_EQ(leeds.label, "Leeds");
  EXPECT_EQ(leeds.articles, 12U);
  EXPECT_EQ(leeds.overall_score, 75U);
  EXPECT_EQ(leeds.latest.value().id, "leeds.txt");
  EXPECT_THAT(leeds.statement_scores, ElementsAre(Pair("equity", 3), Pair("safety", 2)));
  EXPECT_EQ(leeds.facets.at(1).values.at(0).count, 4U);
  EXPECT_FALSE(got.councils[1].latest.has_value());
}

TEST(ConvertSuggest, GoesAndComesBackWhole) {
  EXPECT_EQ(suggest_request("sto", 3).text(), "sto");
  EXPECT_EQ(suggest_request("sto", 3).limit(), 3U);
  EXPECT_THROW(suggest_request("\xff", 0), Error);
  const SuggestReply got = from_wire(tests::suggest_message());
  ASSERT_EQ(got.suggestions.size(), 3U);
  EXPECT_EQ(got.suggestions[0].kind, SuggestionKind::kWord);
  const Suggestion& value = got.suggestions[1];
  EXPECT_EQ(value.kind, SuggestionKind::kValue);
  EXPECT_EQ(value.text, "Stoke-on-Trent");
  EXPECT_EQ(value.facet, "council");
  EXPECT_EQ(value.id, "stoke-on-trent");
  EXPECT_EQ(value.count, 38U);
  EXPECT_EQ(got.suggestions[2].kind, SuggestionKind::kTitle);
  EXPECT_EQ(got.revision, 7U);
}

TEST(ConvertSuggest, AKindOfANewerDaemonIsLeftOut) {
  v1::SuggestReply reply = tests::suggest_message();
  reply.mutable_suggestions(0)->set_kind(static_cast<v1::SuggestionKind>(9));
  EXPECT_EQ(from_wire(reply).suggestions.size(), 2U);
}

TEST(ConvertExplain, GoesAndComesBackWhole) {
  EXPECT_TRUE(explain_request({.query = "x", .no_synonyms = true}).search().no_synonyms());
  EXPECT_THROW(explain_request({.query = "\xff"}), Error);
  const Explanation got = from_wire(tests::explain_message());
  EXPECT_EQ(got.canonical_query, "carers del*");
  EXPECT_EQ(got.tree, "(and (word carers) (prefix del))");
  EXPECT_EQ(got.plan, "(and (any carer carers) del*)");
  EXPECT_EQ(got.total, 3U);
  EXPECT_EQ(got.revision, 7U);
  EXPECT_EQ(got.notes.at(0).text, "a note");
  ASSERT_EQ(got.expansions.size(), 3U);
  EXPECT_EQ(got.expansions[0].written, "carers");
  EXPECT_EQ(got.expansions[0].how, "forms");
  EXPECT_EQ(got.expansions[0].terms.at(1).term, "carers");
  EXPECT_EQ(got.expansions[0].terms.at(1).articles, 120U);
  EXPECT_EQ(got.expansions[0].terms.at(1).occurrences, 512U);
}

}  // namespace
}  // namespace assay::client
