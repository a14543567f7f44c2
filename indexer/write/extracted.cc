#include "indexer/write/extracted.h"

#include <stdexcept>

namespace assay::indexer {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

void require_known(const read::Article& article, const schema::Schema& schema) {
  for (const auto& [name, values] : article.facets) {
    const schema::Facet* facet = schema.find(name);
    if (facet == nullptr)
      throw std::invalid_argument("the article has the facet '" + name +
                                  "', which the taxonomy does not have");
    for (const std::string& value : values)
      if (!facet->open && !facet->ordinal(value))
        throw std::invalid_argument("the article has " + name + " '" + value +
                                    "', which the taxonomy does not have");
  }
}

std::string label_of(const read::Extracted& extracted, const std::string& facet, const std::string& value) {
  const auto labels = extracted.labels.find(facet);
  if (labels == extracted.labels.end()) return value;
  const auto label = labels->second.find(value);
  return label == labels->second.end() ? value : label->second;
}

}  // namespace

Completed stored_as_it_stands(const read::Article& article, const schema::Schema& schema) {
  require_known(article, schema);
  const read::Extracted& extracted = *article.extracted;
  Completed completed;
  schema::StoredArticle& stored = completed.stored;
  stored.id = article.id;
  stored.title = article.title;
  stored.date = article.date;
  stored.url = article.url;
  stored.publisher = article.publisher;
  stored.path = article.path;
  stored.text = article.text;
  stored.language = article.language;
  stored.rating_status = extracted.rating_status;
  stored.score = extracted.score;
  for (const read::Extracted::Score& score : extracted.statement_scores)
    stored.statement_scores.push_back({score.facet, score.value, score.score});
  for (const read::Extracted::Rating& rating : extracted.council_ratings)
    stored.council_ratings.push_back({rating.council, rating.rating});
  for (const read::Extracted::Evidence& evidence : extracted.evidence)
    stored.evidence.push_back({evidence.facet, evidence.value, evidence.text});
  for (const schema::Facet& facet : schema.facets) {
    const auto values = article.facets.find(facet.name);
    if (values == article.facets.end() || values->second.empty()) continue;
    for (const std::string& value : values->second)
      if (!facet.ordinal(value))
        completed.new_values.push_back({facet.name, {value, label_of(extracted, facet.name, value), {}, {}}});
    stored.facets.push_back({facet.name, values->second});
  }
  return completed;
}

std::string to_hex(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) {
    digits.push_back(kDigits[static_cast<unsigned char>(byte) >> 4]);
    digits.push_back(kDigits[static_cast<unsigned char>(byte) & 0xf]);
  }
  return digits;
}

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<char>(kDigits.find(digits[i]) << 4 | kDigits.find(digits[i + 1])));
  return bytes;
}

}  // namespace assay::indexer
