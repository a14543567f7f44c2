// The query language: any bytes are a query or past a limit, and the canonical form stands for itself.
#include <algorithm>
#include <optional>
#include <sstream>

#include "searchd/query/parse.h"
#include "searchd/query/plan.h"
#include "tests/fuzz/fuzz.h"
#include "tests/query/fake_index.h"
#include "tests/query/random_query.h"

namespace assay::tests {
namespace {

// Nothing where `work` passes a limit, of which the error says where.
template <typename Work>
auto within_limits(std::string_view text, const Work& work) -> std::optional<decltype(work())> {
  try {
    return work();
  } catch (const query::QueryError& error) {
    require(error.span.begin < error.span.end && error.span.end <= text.size(), "an error lies in the text");
    return std::nullopt;
  }
}

void require_in_text(const std::vector<query::Note>& notes, std::string_view text) {
  for (const query::Note& note : notes)
    require(note.span.begin < note.span.end && note.span.end <= text.size(), "a note lies in the text");
}

void parse_and_again(std::string_view text) {
  static const std::set<std::string> facets = facet_names();
  const auto parsed = within_limits(text, [&] { return query::parse(text, facets); });
  if (!parsed) return;
  require_in_text(parsed->notes, text);
  const std::string canonical = to_query(*parsed->root);
  const auto again = within_limits(canonical, [&] { return query::parse(canonical, facets); });
  if (!again) return;
  require(to_query(*again->root) == canonical, "the canonical form of a canonical form is itself");
  require(equal(*parsed->root, *again->root), "the canonical form is the same tree");
  require(again->notes.empty(), "a canonical form has no notes");
}

void plan_and_again(std::string_view text) {
  const auto plan = within_limits(text, [&] { return plan_text(text); });
  if (!plan) return;
  require_in_text(plan->notes, text);
  const auto again = within_limits(plan->canonical, [&] { return plan_text(plan->canonical); });
  if (!again) return;
  require(again->canonical == plan->canonical, "the plan's canonical form is itself");
  require(to_tree(again->root) == to_tree(plan->root), "a canonical form has the same plan");
  require(again->highlights == plan->highlights, "a canonical form marks the same");
}

// Synonyms add to what is matched and noted, and to nothing else.
void widen(std::string_view text) {
  static const query::SynonymTable synonyms({{true, {"payments", "direct payments", "care home cash"}},
                                             {false, {"co production", "care"}},
                                             {true, {"a", "b", "c d"}}});
  const auto plain = within_limits(text, [&] { return plan_text(text); });
  const auto widened = within_limits(text, [&] { return plan_text(text, &synonyms); });
  if (!plain || !widened) return;
  require_in_text(widened->notes, text);
  require(widened->canonical == plain->canonical, "synonyms do not change the canonical form");
  require(widened->missing.size() <= plain->missing.size(), "synonyms are never missing");
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds;
  for (const char* const name :
       {"words", "operators", "proximity", "facets", "dates", "free_text", "nothing"}) {
    std::istringstream lines(
        file_bytes(ASSAY_SOURCE_DIR "/tests/query/golden/" + std::string(name) + ".txt"));
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with("query ")) seeds.push_back(line.substr(std::min<std::size_t>(10, line.size())));
  }
  for (const read::Article& article : corpus_articles(".md")) seeds.push_back(article.title);
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = assay::tests::bytes_of(data, size);
  assay::tests::parse_and_again(text);
  assay::tests::plan_and_again(text);
  assay::tests::widen(text);
  return 0;
}
