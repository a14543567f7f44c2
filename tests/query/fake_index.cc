#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

schema::Facet facet(std::string name, bool open, std::vector<schema::FacetValue> values) {
  schema::Facet result;
  result.name = name;
  result.label = std::move(name);
  result.open = open;
  for (schema::FacetValue& value : values) result.add(std::move(value));
  return result;
}

schema::FacetValue value(std::string id, std::string label, std::vector<std::string> aliases = {}) {
  return {std::move(id), std::move(label), {}, std::move(aliases)};
}

schema::Schema make_schema() {
  schema::Schema schema;
  schema.facets = {
      facet("rating", false,
            {value("outstanding", "Outstanding"), value("good", "Good"),
             value("requires-improvement", "Requires improvement", {"RI"}), value("inadequate", "Inadequate"),
             value("none", "No rating")}),
      facet("council", false,
            {value("barnet", "Barnet", {"London Borough of Barnet"}),
             value("brent", "Brent", {"London Borough of Brent"}),
             value("bournemouth-christchurch-and-poole", "Bournemouth, Christchurch and Poole", {"BCP"}),
             value("derby", "Derby", {"Derby City Council"}), value("derbyshire", "Derbyshire"),
             value("east-riding", "East Riding of Yorkshire", {"East Riding"}),
             value("hull", "Hull", {"Kingston upon Hull"}),
             value("kingston-upon-thames", "Kingston upon Thames"),
             value("stoke-on-trent", "Stoke-on-Trent", {"Stoke-on-Trent City Council"})}),
      facet(
          "theme", false,
          {value("direct-payments", "Direct payments"), value("unpaid-carers", "Unpaid carers", {"carers"})}),
      facet("source", true,
            {value("The Daily Paper", "The Daily Paper"), value("cafe-news", "Café News"),
             value("The \"Evening\" Paper", "The \"Evening\" Paper")}),
  };
  return schema;
}

}  // namespace

FakeVocabulary::FakeVocabulary(std::string_view text) {
  for (std::string& word : schema::folded_words(text)) words_.insert(std::move(word));
}

std::vector<std::string> FakeVocabulary::conflation_class(const std::string& word) const {
  std::vector<std::string> result;
  for (const std::string& known : words_)
    if (stemmer_.stem(known) == stemmer_.stem(word)) result.push_back(known);
  return result;
}

std::vector<std::string> FakeVocabulary::words_with_prefix(const std::string& prefix,
                                                           std::size_t limit) const {
  std::vector<std::string> result;
  for (auto word = words_.lower_bound(prefix); word != words_.end() && word->starts_with(prefix); ++word) {
    if (result.size() == limit) break;
    result.push_back(*word);
  }
  return result;
}

const FakeVocabulary& vocabulary() {
  static const FakeVocabulary kVocabulary(
      "a and the of in on or not near adj text title rating good all "
      "assess assessed assessing assessment assessments budget budgets care cared carer carers co production "
      "council councils delay delayed direct discharge hospital home homes payment payments pay paid "
      "social adult waiting wait waits list lists 24 7 5 stoke trent h52 1 cafe date 2025 06 30 s "
      "kurz improve improvement improving oxford oxfordshire");
  return kVocabulary;
}

const schema::Schema& sample_schema() {
  static const schema::Schema kSchema = make_schema();
  return kSchema;
}

std::set<std::string> facet_names() {
  std::set<std::string> names;
  for (const schema::Facet& facet : sample_schema().facets) names.insert(facet.name);
  return names;
}

query::Plan plan_text(std::string_view text, const query::SynonymTable* synonyms) {
  query::Request request;
  request.text = text;
  request.today = kToday;
  request.synonyms = synonyms;
  return query::plan(request, sample_schema(), vocabulary());
}

}  // namespace assay::tests
