#include "indexer/inspect.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "indexer/exit_code.h"
#include "indexer/explain.h"
#include "indexer/extract/extract.h"
#include "indexer/read/reader.h"
#include "indexer/summary.h"
#include "indexer/walk.h"

namespace assay::indexer {
namespace {

namespace json = boost::json;
using taxonomy::Derivation;

json::value or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

const std::vector<std::string>& values_of(const extract::Extraction& extraction, const std::string& facet) {
  static const std::vector<std::string> none;
  const auto found = extraction.facets.find(facet);
  return found == extraction.facets.end() ? none : found->second;
}

json::array labels(const schema::Facet& facet, const std::vector<std::string>& ids) {
  json::array result;
  for (const std::string& id : ids) {
    const auto ordinal = facet.ordinal(id);
    result.emplace_back(ordinal ? facet.values()[*ordinal].label : id);
  }
  return result;
}

json::array evidence(const extract::Extraction& extraction) {
  json::array result;
  for (const extract::Evidence& e : extraction.evidence)
    result.push_back(json::object{{"facet", e.facet},
                                  {"value", e.value},
                                  {"in", e.in_title ? "title" : "text"},
                                  {"start", e.begin},
                                  {"end", e.end},
                                  {"text", e.text}});
  return result;
}

// The facets by how they are derived, so that another taxonomy shows under the same keys.
json::object to_json(const read::Article& article, const extract::Extraction& extraction,
                     const taxonomy::Taxonomy& taxonomy) {
  json::object object{{"path", article.path},
                      {"id", article.id},
                      {"title", or_null(extraction.title)},
                      {"date", or_null(extraction.date)},
                      {"publisher", or_null(extraction.publisher)},
                      {"language", or_null(extraction.language)}};
  for (const schema::Facet* facet : taxonomy.derived_by(Derivation::kVerdict)) {
    const std::vector<std::string>& ids = values_of(extraction, facet->name);
    object["rating"] =
        ids.empty() || ids.front() == facet->default_value ? json::value() : json::value(ids.front());
  }
  object["rating_status"] = or_null(extraction.rating_status);
  object["score"] = extraction.score ? json::value(*extraction.score) : json::value();
  json::object& statements = object["statement_scores"].emplace_object();
  for (const auto& [statement, score] : extraction.statement_scores) statements[statement] = score;
  json::object& ratings = object["council_ratings"].emplace_object();
  for (const auto& [council, rating] : extraction.council_ratings) ratings[council] = rating;
  for (const schema::Facet* facet : taxonomy.derived_by(Derivation::kGazetteer))
    object["councils"] = labels(*facet, values_of(extraction, facet->name));
  for (const schema::Facet* facet : taxonomy.derived_by(Derivation::kPhrases)) {
    json::array& themes = object["themes"].emplace_array();
    for (const std::string& id : values_of(extraction, facet->name)) themes.emplace_back(id);
  }
  object["evidence"] = evidence(extraction);
  return object;
}

class PrintingSink : public read::Sink {
 public:
  PrintingSink(const taxonomy::Taxonomy& taxonomy, bool explained)
      : taxonomy_(taxonomy), extractor_(taxonomy), explained_(explained) {}

  void article(read::Article article) override {
    try {
      const extract::Extraction extraction = extractor_.extract(article);
      if (explained_)
        fmt::print("{}", explain(article, extraction));
      else
        fmt::print("{}\n", json::serialize(to_json(article, extraction, taxonomy_)));
    } catch (const std::invalid_argument& wrong) {
      problem({article.path, 0, wrong.what()});
    }
  }
  void problem(read::Problem problem) override {
    fmt::print(stderr, "assay-indexer: {}\n", to_text(problem));
    any_problem_ = true;
  }
  bool any_problem() const { return any_problem_; }

 private:
  const taxonomy::Taxonomy& taxonomy_;
  const extract::Extractor extractor_;
  const bool explained_;
  bool any_problem_ = false;
};

}  // namespace

int inspect(const InspectOptions& options, const taxonomy::Taxonomy& taxonomy) {
  PrintingSink sink(taxonomy, options.explain);
  Walk files = walk(options.paths);
  for (read::Problem& problem : files.problems) sink.problem(std::move(problem));
  for (const FoundFile& file : files.files) read::read_file(file.source, sink);
  return sink.any_problem() ? kSomeSkipped : kDone;
}

}  // namespace assay::indexer
