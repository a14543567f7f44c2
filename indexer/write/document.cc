#include "indexer/write/document.h"

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/extract/stated.h"
#include "indexer/schema/article_value.h"
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

bool knows(const schema::Schema& schema, const std::string& facet, const std::string& value) {
  return schema.find(facet)->ordinal(value).has_value();
}

void add_publisher(Values& values, const std::string& publisher, const taxonomy::Taxonomy& taxonomy,
                   const schema::Schema& schema, std::vector<NewValue>& new_values) {
  for (const Facet* derived : taxonomy.derived_by(taxonomy::Derivation::kPublisher)) {
    if (publisher.empty() || !values[derived->name].empty()) continue;
    const std::string id = extract::slug(publisher);
    if (id.empty()) continue;
    if (!knows(schema, derived->name, id)) new_values.push_back({derived->name, {id, publisher, {}, {}}});
    values[derived->name] = {id};
  }
}

// Values of open facets that the article states itself.
void add_open_values(const Values& values, const schema::Schema& schema, std::vector<NewValue>& new_values) {
  for (const auto& [name, ids] : values)
    for (const std::string& id : ids)
      if (schema.find(name)->open && !knows(schema, name, id)) new_values.push_back({name, {id, id, {}, {}}});
}

void post_words(Xapian::Document& document, const ArticleWords& words) {
  for (const ArticleWords::Distinct& each : words.distinct) {
    document.add_term(schema::word_term(Field::kText, each.word), each.times);
    if (each.times_in_title > 0)
      document.add_term(schema::word_term(Field::kTitle, each.word), each.times_in_title);
  }
}

// Nothing where the facet lacks one of the values.
std::optional<std::vector<schema::Ordinal>> ordinals_of(const Facet& facet,
                                                        const std::vector<std::string>& values) {
  std::vector<schema::Ordinal> ordinals;
  for (const std::string& value : values) {
    const auto ordinal = facet.ordinal(value);
    if (!ordinal) return std::nullopt;
    ordinals.push_back(*ordinal);
  }
  return ordinals;
}

void post_facets(Xapian::Document& document, const schema::StoredArticle& article,
                 const schema::Schema& schema) {
  for (const schema::StoredFacetValues& values : article.facets) {
    const Facet& facet = *schema.find(values.facet);
    for (const std::string& value : values.values)
      document.add_boolean_term(schema::facet_term(facet.name, value));
    if (auto ordinals = ordinals_of(facet, values.values))
      document.add_value(facet.slot, schema::ordinals_value(std::move(*ordinals)));
  }
}

}  // namespace

Completed to_stored(const read::Article& article, extract::Extraction extraction,
                    const taxonomy::Taxonomy& taxonomy, const schema::Schema& schema) {
  Completed completed;
  schema::StoredArticle& stored = completed.stored;
  Values values = std::move(extraction.facets);
  add_open_values(values, schema, completed.new_values);
  add_publisher(values, extraction.publisher, taxonomy, schema, completed.new_values);
  for (const Facet& facet : schema.facets) add_parents(values, facet, schema);
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
  return completed;
}

void add_new_values(const std::vector<NewValue>& values, schema::Schema& schema) {
  for (const NewValue& added : values)
    if (!knows(schema, added.facet, added.value.id)) schema.find(added.facet)->add(added.value);
}

Xapian::Document to_document(const schema::StoredArticle& article, const ArticleWords& words,
                             const std::string& fingerprint, const schema::Schema& schema) {
  Xapian::Document document;
  schema::post_article(document, article);
  post_lookups(document, article, fingerprint, schema);
  post_words(document, words);
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

void post_word_order(Xapian::Document& document, const ArticleWords& words, KnownWords& known_words) {
  document.add_value(spec(Field::kWords).slot,
                     word_sequence(words, [&](const std::string& word) { return known_words.id_of(word); }));
}

void post_open_ordinals(Xapian::Document& document, const schema::StoredArticle& article,
                        const schema::Schema& schema) {
  for (const schema::StoredFacetValues& values : article.facets)
    if (const Facet& facet = *schema.find(values.facet); facet.open)
      document.add_value(facet.slot, schema::ordinals_value(ordinals_of(facet, values.values).value()));
}

}  // namespace assay::indexer
