#include "tests/oracle/generate.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <string_view>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::tests {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 46> kCommonFirst = {"the",
                                                           "of",
                                                           "and",
                                                           "to",
                                                           "a",
                                                           "in",
                                                           "care",
                                                           "for",
                                                           "is",
                                                           "carer's",
                                                           "assessed",
                                                           "on",
                                                           "council",
                                                           "not",
                                                           "24/7",
                                                           "payments",
                                                           "that",
                                                           "assessment",
                                                           "co-production",
                                                           "direct",
                                                           "assess",
                                                           "councils",
                                                           "or",
                                                           "waits",
                                                           "caf\u00e9",
                                                           "waiting",
                                                           "carers",
                                                           "payment",
                                                           "near",
                                                           "support",
                                                           "na\u00efve",
                                                           "cared",
                                                           "title",
                                                           "59%",
                                                           "supported",
                                                           "homes",
                                                           "R\u00e9sum\u00e9",
                                                           "o'clock",
                                                           "home",
                                                           "waited",
                                                           "h52.1",
                                                           "carers\u2019",
                                                           "stra\u00dfe",
                                                           "assesses",
                                                           "caring",
                                                           "until"};
constexpr std::array<std::string_view, 12> kSyllables = {"ba", "de", "ki", "lo",  "mu",  "ra",
                                                         "se", "ti", "vo", "wen", "con", "pre"};
constexpr std::array<std::string_view, 5> kEndings = {"", "", "s", "ed", "ing"};
constexpr std::size_t kWords = 1'500;

class Generator {
 public:
  Generator() : taxonomy_(taxonomy::Taxonomy::built_in()), words_(kCommonFirst.begin(), kCommonFirst.end()) {
    while (words_.size() < kWords) words_.push_back(rare_word());
    std::vector<double> weights;
    for (std::size_t rank = 1; rank <= kWords; ++rank)
      weights.push_back(1 / (static_cast<double>(rank) + 30));
    zipf_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
  }

  read::Article article(std::size_t number) {
    read::Article article;
    article.id = fmt::format("a{:04}", number);
    article.title = sentence(1 + below(8));
    for (std::size_t left = 20 + below(41); left > 0;) {
      const std::size_t length = std::min<std::size_t>(left, 5 + below(12));
      article.text += (article.text.empty() ? "" : " ") + sentence(length) + '.';
      left -= length;
    }
    if (below(5) != 0)
      article.date = fmt::format("{}-{:02}-{:02}", 2023 + below(3), 1 + below(12), 1 + below(28));
    for (const schema::Facet& facet : taxonomy_.facets()) article.facets[facet.name] = values(facet);
    article.facets["source"] = {article.id};
    return article;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  template <typename List>
  std::string pick(const List& list) {
    return std::string(list[below(list.size())]);
  }

  std::string rare_word() {
    std::string word = pick(kSyllables);
    for (std::size_t more = 1 + below(2); more > 0; --more) word += pick(kSyllables);
    return word + pick(kEndings);
  }

  std::string sentence(std::size_t count) {
    std::string text;
    for (; count > 0; --count) text += (text.empty() ? "" : " ") + words_[zipf_(random_)];
    return text;
  }

  // Ratings one at most, of others a few, the first ones more often; what lies above them is added by the
  // indexer.
  Words values(const schema::Facet& facet) {
    Words values;
    if (facet.values().empty()) return values;
    for (std::size_t count = below(facet.ordered ? 2 : 4); count > 0; --count)
      values.push_back(facet.values()[below(1 + below(facet.values().size()))].id);
    return values;
  }

  const taxonomy::Taxonomy taxonomy_;
  Words words_;
  std::mt19937 random_{20260531};
  std::discrete_distribution<std::size_t> zipf_;
};

}  // namespace

std::vector<read::Article> generate(std::size_t count) {
  Generator generator;
  std::vector<read::Article> articles;
  for (std::size_t number = 0; number < count; ++number) articles.push_back(generator.article(number));
  return articles;
}

}  // namespace assay::tests
