#include "searchd/engine/selection.h"

#include <algorithm>

#include "searchd/engine/failure.h"
#include "searchd/engine/vocabulary.h"

namespace assay::engine {

std::chrono::sys_days today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

const schema::Facet& facet_named(const std::string& name, const schema::Schema& schema) {
  const schema::Facet* const facet = schema.find(name);
  if (facet == nullptr) throw Failure(FailureKind::kInvalid, "the index has no facet '" + name + "'");
  return *facet;
}

Selection::Selection(const Reader& reader, const SearchRequest& request, const Stop& stop)
    : plan_(query::plan({request.query, request.filters, request.since, request.until, today(),
                         request.synonyms ? reader.synonyms.get() : nullptr},
                        *reader.schema, IndexVocabulary(reader.database, reader.snapshot.get()))),
      matching_(matching(reader, plan_.root, plan_.filters, stop)) {
  if (request.snippets > kMaxSnippets)
    throw Failure(FailureKind::kInvalid, "a hit has at most " + std::to_string(kMaxSnippets) + " snippets");
}

const query::Filter* Selection::filter_on(const schema::Facet& facet) const {
  const auto found = std::find_if(plan_.filters.begin(), plan_.filters.end(),
                                  [&](const query::Filter& filter) { return filter.facet == facet.name; });
  return found == plan_.filters.end() ? nullptr : &*found;
}

std::set<schema::Ordinal> Selection::chosen(const schema::Facet& facet) const {
  std::set<schema::Ordinal> chosen;
  if (const query::Filter* filter = filter_on(facet))
    for (const std::vector<schema::Ordinal>& clause : filter->clauses)
      chosen.insert(clause.begin(), clause.end());
  return chosen;
}

}  // namespace assay::engine
