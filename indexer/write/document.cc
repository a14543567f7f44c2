#include "indexer/write/document.h"

#include <algorithm>
#include <map>

#include "indexer/extract/stated.h"
#include "indexer/schema/analyzer.h"
#include "indexer/schema/terms.h"

namespace assay::indexer {
namespace {

using schema::Facet;
using schema::Field;
using Values = std::map<std::string, std::vector<std::string>>;

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

// What lies above the values of `facet`, and above that. A taxonomy has no cycles.
void add_parents(Values& values, const Facet& facet, const schema::Schema& schema) {
  for (std::size_t i = 0; i < values[facet.name].size(); ++i) {
    const auto ordinal = facet.ordinal(values[facet.name][i]);
    if (!ordinal) continue;
    for (const schema::FacetParent& parent : facet.values()[*ordinal].parents) {
      add_once(values[parent.facet], parent.value);
      add_parents(values, *schema.find(parent.facet), schema);
    }
  }
}

void add_publisher(Values& values, const std::string& publisher, const taxonomy::Taxonomy& taxonomy,
                   schema::Schema& schema) {
  for (const Facet* derived : taxonomy.derived_by(taxonomy::Derivation::kPublisher)) {
    if (publisher.empty() || !values[derived->name].empty()) continue;
    Facet* facet = schema.find(derived->name);
    const std::string id = extract::slug(publisher);
    if (id.empty()) continue;
    if (!facet->ordinal(id)) facet->add({id, publisher, {}, {}});
    values[derived->name] = {id};
  }
}

// Values of open facets that the article states itself.
void add_open_values(const Values& values, schema::Schema& schema) {
  for (const auto& [name, ids] : values) {
    Facet* facet = schema.find(name);
    for (const std::string& id : ids)
      if (facet->open && !facet->ordinal(id)) facet->add({id, id, {}, {}});
  }
}

// Posts the words of `text` from position `at` on; gives the position behind the last.
Xapian::termpos post_words(Xapian::Document& document, const std::string& text, Xapian::termpos at,
                           std::initializer_list<Field> fields, std::unordered_set<std::string>& words) {
  schema::WordReader reader(text);
  for (schema::Word word; reader.next(word); ++at) {
    for (const Field field : fields) document.add_posting(schema::word_term(field, word.folded), at);
    words.insert(word.folded);
  }
  return at;
}

void post_facets(Xapian::Document& document, const schema::StoredArticle& article,
                 const schema::Schema& schema) {
  for (const schema::StoredFacetValues& values : article.facets) {
    const Facet& facet = *schema.find(values.facet);
    std::vector<schema::Ordinal> ordinals;
    for (const std::string& value : values.values) {
      document.add_boolean_term(schema::facet_term(facet.name, value));
      ordinals.push_back(facet.ordinal(value).value());
    }
    document.add_value(facet.slot, schema::ordinals_value(std::move(ordinals)));
  }
}

}  // namespace

schema::StoredArticle to_stored(const read::Article& article, extract::Extraction extraction,
                                const taxonomy::Taxonomy& taxonomy, schema::Schema& schema) {
  Values values = std::move(extraction.facets);
  add_open_values(values, schema);
  add_publisher(values, extraction.publisher, taxonomy, schema);
  for (const Facet& facet : schema.facets) add_parents(values, facet, schema);
  schema::StoredArticle stored;
  stored.id = article.id;
  stored.title = std::move(extraction.title);
  stored.date = std::move(extraction.date);
  stored.url = std::move(extraction.url);
  stored.publisher = std::move(extraction.publisher);
  stored.path = article.path;
  stored.text = std::move(extraction.body);
  stored.language = std::move(extraction.language);
  stored.rating_status = std::move(extraction.rating_status);
  stored.score = extraction.score.value_or(0);
  for (const auto& [statement, score] : extraction.statement_scores)
    stored.statement_scores.push_back({extraction.statement_facet, statement, score});
  for (const auto& [council, rating] : extraction.council_ratings)
    stored.council_ratings.push_back({council, rating});
  for (const Facet& facet : schema.facets) {
    std::vector<std::string>& ids = values[facet.name];
    if (ids.empty() && !facet.default_value.empty()) ids.push_back(facet.default_value);
    if (!ids.empty()) stored.facets.push_back({facet.name, std::move(ids)});
  }
  for (extract::Evidence& evidence : extraction.evidence)
    stored.evidence.push_back(
        {std::move(evidence.facet), std::move(evidence.value), std::move(evidence.text)});
  return stored;
}

Xapian::Document to_document(const schema::StoredArticle& article, const std::string& fingerprint,
                             const schema::Schema& schema, std::unordered_set<std::string>& words) {
  Xapian::Document document;
  document.set_data(serialise(article));
  post_lookups(document, article, fingerprint, schema);
  const Xapian::termpos behind_title =
      post_words(document, article.title, 1, {Field::kText, Field::kTitle}, words);
  post_words(document, article.text, behind_title + schema::kFieldGap, {Field::kText}, words);
  return document;
}

void post_lookups(Xapian::Document& document, const schema::StoredArticle& article,
                  const std::string& fingerprint, const schema::Schema& schema) {
  document.add_boolean_term(schema::id_term(article.id));
  document.add_value(spec(Field::kId).slot, article.id);
  document.add_value(spec(Field::kFingerprint).slot, fingerprint);
  if (const auto date = schema::date_value(article.date)) document.add_value(spec(Field::kDate).slot, *date);
  if (article.score > 0) document.add_value(spec(Field::kScore).slot, schema::score_value(article.score));
  post_facets(document, article, schema);
}

}  // namespace assay::indexer
