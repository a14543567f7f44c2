#include "indexer/schema/stored_article.h"

#include "indexer/schema/schema.h"
#include "indexer/schema/stored.pb.h"

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
  return out.SerializeAsString();
}

StoredArticle parse_article(std::string_view data) {
  stored::Article in;
  if (!in.ParseFromArray(data.data(), static_cast<int>(data.size())))
    throw FormatError("a document of the index holds no article; the index is damaged");
  StoredArticle article{in.id(),   in.title(), in.date(), in.url(), in.publisher(),
                        in.path(), in.text(),  {},        {}};
  for (const stored::FacetValues& f : in.facets())
    article.facets.push_back({f.facet(), {f.values().begin(), f.values().end()}});
  for (const stored::Evidence& e : in.evidence())
    article.evidence.push_back({e.facet(), e.value(), e.text()});
  return article;
}

}  // namespace assay::schema
