#include "indexer/schema/schema.h"

#include <algorithm>
#include <limits>

#include "indexer/schema/analyzer.h"
#include "indexer/schema/stored.pb.h"

namespace assay::schema {
namespace {

void store(const Facet& facet, stored::Facet& out) {
  out.set_name(facet.name);
  out.set_label(facet.label);
  out.set_slot(facet.slot);
  out.set_open(facet.open);
  out.set_ordered(facet.ordered);
  out.set_default_value(facet.default_value);
  for (const FacetValue& value : facet.values()) {
    stored::Value& v = *out.add_values();
    v.set_id(value.id);
    v.set_label(value.label);
    v.mutable_aliases()->Assign(value.aliases.begin(), value.aliases.end());
    for (const FacetParent& parent : value.parents) {
      stored::Parent& p = *v.add_parents();
      p.set_facet(parent.facet);
      p.set_value(parent.value);
    }
  }
}

Facet load(const stored::Facet& in) {
  Facet facet;
  facet.name = in.name();
  facet.label = in.label();
  facet.slot = in.slot();
  facet.open = in.open();
  facet.ordered = in.ordered();
  facet.default_value = in.default_value();
  for (const stored::Value& v : in.values()) {
    FacetValue value{v.id(), v.label(), {}, {v.aliases().begin(), v.aliases().end()}};
    for (const stored::Parent& p : v.parents()) value.parents.push_back({p.facet(), p.value()});
    facet.add(std::move(value));
  }
  return facet;
}

void check(const stored::Schema& in) {
  if (in.format_version() != kFormatVersion)
    throw FormatError("the index has format version " + std::to_string(in.format_version()) +
                      ", this program reads version " + std::to_string(kFormatVersion) +
                      "; build the index again with assay-indexer build");
  if (in.analyzer() != kAnalyzerFingerprint)
    throw FormatError("the index was made with the analyzer '" + in.analyzer() + "', this program has '" +
                      std::string(kAnalyzerFingerprint) +
                      "'; build the index again with assay-indexer build");
}

}  // namespace

Ordinal Facet::add(FacetValue value) {
  if (values_.size() > std::numeric_limits<Ordinal>::max())
    throw std::length_error("facet " + name + " has more than 65536 values");
  const auto ordinal = static_cast<Ordinal>(values_.size());
  if (!ordinals_.emplace(value.id, ordinal).second)
    throw std::invalid_argument("facet " + name + " has the value '" + value.id + "' twice");
  values_.push_back(std::move(value));
  return ordinal;
}

std::optional<Ordinal> Facet::ordinal(std::string_view id) const {
  const auto found = ordinals_.find(std::string(id));
  if (found == ordinals_.end()) return std::nullopt;
  return found->second;
}

std::string Facet::label_of(const std::string& id) const {
  const auto at = ordinal(id);
  return at ? values_[*at].label : id;
}

const Facet* Schema::find(std::string_view facet) const {
  const auto found =
      std::find_if(facets.begin(), facets.end(), [&](const Facet& f) { return f.name == facet; });
  return found == facets.end() ? nullptr : &*found;
}

Facet* Schema::find(std::string_view facet) {
  return const_cast<Facet*>(static_cast<const Schema&>(*this).find(facet));
}

std::string serialise(const Schema& schema) {
  stored::Schema out;
  out.set_format_version(schema.format_version);
  out.set_analyzer(schema.analyzer);
  out.set_taxonomy(schema.taxonomy);
  out.set_index_id(schema.index_id);
  for (const Facet& facet : schema.facets) store(facet, *out.add_facets());
  out.set_subject(schema.subject);
  out.set_verdict(schema.verdict);
  for (const Synonyms& synonyms : schema.synonyms) {
    stored::Synonyms& s = *out.add_synonyms();
    s.set_mutual(synonyms.mutual);
    s.mutable_phrases()->Assign(synonyms.phrases.begin(), synonyms.phrases.end());
  }
  for (const ScoreBand& band : schema.score_bands) {
    stored::ScoreBand& b = *out.add_score_bands();
    b.set_first(static_cast<std::uint32_t>(band.first));
    b.set_last(static_cast<std::uint32_t>(band.last));
    b.set_value(band.value);
  }
  return out.SerializeAsString();
}

Schema parse_schema(std::string_view metadata) {
  stored::Schema in;
  if (metadata.empty() || !in.ParseFromArray(metadata.data(), static_cast<int>(metadata.size())))
    throw FormatError("this is a Xapian database but no assay index: it does not describe itself");
  check(in);
  Schema schema{in.format_version(),
                in.analyzer(),
                in.taxonomy(),
                in.index_id(),
                {},
                in.subject(),
                in.verdict(),
                {},
                {}};
  for (const stored::Facet& facet : in.facets()) schema.facets.push_back(load(facet));
  for (const stored::Synonyms& s : in.synonyms())
    schema.synonyms.push_back({s.mutual(), {s.phrases().begin(), s.phrases().end()}});
  for (const stored::ScoreBand& b : in.score_bands())
    schema.score_bands.push_back({static_cast<int>(b.first()), static_cast<int>(b.last()), b.value()});
  return schema;
}

}  // namespace assay::schema
