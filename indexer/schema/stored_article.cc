#include "indexer/schema/stored_article.h"

#include "indexer/schema/schema.h"
#include "indexer/schema/stored.pb.h"
#include "indexer/schema/terms.h"

namespace assay::schema {

std::string serialise(const StoredArticle& article) {
  stored::Article out;
  out.set_id(article.id);
  out.set_title(article.title);
  out.set_date(article.date);
  out.set_url(article.url);
  out.set_publisher(article.publisher);
  out.set_path(article.path);
  out.set_text(article.text);
  for (const StoredFacetValues& facet : article.facets) {
    stored::FacetValues& f = *out.add_facets();
    f.set_facet(facet.facet);
    f.mutable_values()->Assign(facet.values.begin(), facet.values.end());
  }
  for (const StoredEvidence& evidence : article.evidence) {
    stored::Evidence& e = *out.add_evidence();
    e.set_facet(evidence.facet);
    e.set_value(evidence.value);
    e.set_text(evidence.text);
  }
  out.set_language(article.language);
  out.set_rating_status(article.rating_status);
  out.set_score(static_cast<std::uint32_t>(article.score));
  for (const StoredScore& score : article.statement_scores) {
    stored::Score& s = *out.add_statement_scores();
    s.set_facet(score.facet);
    s.set_value(score.value);
    s.set_score(static_cast<std::uint32_t>(score.score));
  }
  for (const StoredRating& rating : article.council_ratings) {
    stored::Rating& r = *out.add_council_ratings();
    r.set_council(rating.council);
    r.set_rating(rating.rating);
  }
  return out.SerializeAsString();
}

StoredArticle parse_article(std::string_view data) {
  stored::Article in;
  if (!in.ParseFromArray(data.data(), static_cast<int>(data.size())))
    throw FormatError("a document of the index holds no article; the index is damaged");
  StoredArticle article;
  article.id = in.id();
  article.title = in.title();
  article.date = in.date();
  article.url = in.url();
  article.publisher = in.publisher();
  article.path = in.path();
  article.text = in.text();
  article.language = in.language();
  article.rating_status = in.rating_status();
  article.score = static_cast<int>(in.score());
  for (const stored::FacetValues& f : in.facets())
    article.facets.push_back({f.facet(), {f.values().begin(), f.values().end()}});
  for (const stored::Evidence& e : in.evidence())
    article.evidence.push_back({e.facet(), e.value(), e.text()});
  for (const stored::Score& s : in.statement_scores())
    article.statement_scores.push_back({s.facet(), s.value(), static_cast<int>(s.score())});
  for (const stored::Rating& r : in.council_ratings())
    article.council_ratings.push_back({r.council(), r.rating()});
  return article;
}

Xapian::docid find_article(const Xapian::Database& database, std::string_view id) {
  const std::string term = id_term(id);
  const Xapian::PostingIterator found = database.postlist_begin(term);
  return found == database.postlist_end(term) ? 0 : *found;
}

}  // namespace assay::schema
