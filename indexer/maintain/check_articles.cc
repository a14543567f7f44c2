#include <fmt/format.h>

#include <map>
#include <set>
#include <unordered_map>

#include "indexer/maintain/check_parts.h"
#include "indexer/schema/article_value.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"
#include "indexer/schema/word_ids.h"
#include "indexer/write/article_words.h"
#include "indexer/write/document.h"

namespace assay::maintain {
namespace {

using schema::Field;
using schema::spec;
using Terms = std::set<std::string>;

constexpr std::size_t kFingerprintBytes = 16;

// The terms under which the article itself and its facets are found.
Terms lookup_terms(const Xapian::Document& document) {
  Terms terms;
  for (const Field field : {Field::kId, Field::kFacet}) {
    const std::string prefix(spec(field).prefix);
    auto term = document.termlist_begin();
    for (term.skip_to(prefix); term != document.termlist_end() && (*term).starts_with(prefix); ++term)
      terms.insert(*term);
  }
  return terms;
}

// All that follows from the article, which is a value itself; the bands would take a MinHash.
std::map<Xapian::valueno, std::string> values_of(const Xapian::Document& document) {
  std::map<Xapian::valueno, std::string> values;
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    if (value.get_valueno() != spec(Field::kBands).slot && value.get_valueno() != spec(Field::kArticle).slot)
      values[value.get_valueno()] = *value;
  return values;
}

class ArticleCheck {
 public:
  ArticleCheck(const Xapian::Database& database, const schema::Schema& schema, CheckReport& report)
      : database_(database), schema_(schema), report_(report) {}

  void check_document(Xapian::docid id) {
    const Xapian::Document document = database_.get_document(id);
    const Terms terms = lookup_terms(document);
    const std::string facet_prefix(spec(Field::kFacet).prefix);
    for (const std::string& term : terms)
      if (term.starts_with(facet_prefix)) ++counted_[term];
    const schema::StoredArticle article = schema::article_of(document);
    const std::string name = fmt::format("article '{}' (document {})", article.id, id);
    if (article.id.empty()) return report_.add_fault(fmt::format("document {} has no id", id));
    check_id(article.id, name, id);
    const std::string fingerprint = document.get_value(spec(Field::kFingerprint).slot);
    if (fingerprint.size() != kFingerprintBytes) report_.add_fault(name + " has no fingerprint");
    if (!has_known_facets(article, name)) return;
    Xapian::Document expected;
    indexer::post_lookups(expected, article, fingerprint, schema_);
    if (lookup_terms(expected) != terms)
      report_.add_fault(name + " is not found by the id and facets that it has");
    expected.add_value(spec(Field::kWords).slot,
                       indexer::word_sequence(indexer::words_of(article),
                                              [&](const std::string& word) { return id_of(word); }));
    if (const std::string bands = document.get_value(spec(Field::kBands).slot);
        !bands.empty() && schema::bands(bands).size() != schema::kBands)
      report_.add_fault(name + " has damaged bands");
    if (values_of(expected) != values_of(document))
      report_.add_fault(name + " has other values in its slots than its article says");
  }

  // Once every document was checked.
  void check_counts() {
    const std::string prefix(spec(Field::kFacet).prefix);
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term) {
      const auto counted = counted_.extract(*term);
      const Xapian::doccount articles = counted.empty() ? 0 : counted.mapped();
      if (articles != term.get_termfreq())
        report_.add_fault(fmt::format("the index counts {} articles under {}, and {} have it",
                                      term.get_termfreq(), (*term).substr(prefix.size()), articles));
    }
    for (const auto& [term, articles] : counted_)
      report_.add_fault(fmt::format("the index counts no articles under {}, and {} have it",
                                    term.substr(prefix.size()), articles));
  }

 private:
  void check_id(const std::string& id, const std::string& name, Xapian::docid document) {
    const std::string term = schema::id_term(id);
    auto found = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    const bool leads_here = found != end && *found == document && ++found == end;
    if (!leads_here) report_.add_fault(name + " is not the one document that its id leads to");
  }

  // Nothing else has the id that stands for a word which the index does not know.
  schema::WordId id_of(const std::string& word) {
    const auto [known, is_new] = ids_.try_emplace(word, schema::WordId(-1));
    if (is_new) known->second = schema::find_word_id(database_, word).value_or(known->second);
    return known->second;
  }

  bool has_known_facets(const schema::StoredArticle& article, const std::string& name) {
    bool known = true;
    for (const schema::StoredFacetValues& values : article.facets) {
      const schema::Facet* facet = schema_.find(values.facet);
      for (const std::string& value : values.values) {
        if (facet != nullptr && facet->ordinal(value)) continue;
        report_.add_fault(
            fmt::format("{} has {}:{}, which the index does not know", name, values.facet, value));
        known = false;
      }
      known &= facet != nullptr;
    }
    return known;
  }

  const Xapian::Database& database_;
  const schema::Schema& schema_;
  CheckReport& report_;
  std::unordered_map<std::string, schema::WordId> ids_;
  std::map<std::string, Xapian::doccount> counted_;  // facet term -> documents that have it
};

}  // namespace

void check_articles(const Xapian::Database& database, const schema::Schema& schema, CheckReport& report) {
  ArticleCheck articles(database, schema, report);
  Xapian::doccount listed = 0;
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
    ++listed;
    guarded(report, fmt::format("document {}", *document), [&] { articles.check_document(*document); });
  }
  if (listed != database.get_doccount())
    report.add_fault(
        fmt::format("the index counts {} articles and lists {}", database.get_doccount(), listed));
  articles.check_counts();
}

}  // namespace assay::maintain
