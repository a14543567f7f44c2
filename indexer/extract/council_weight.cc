#include "indexer/extract/council_weight.h"

#include <algorithm>

#include "indexer/extract/council_name.h"

namespace assay::extract {
namespace {

constexpr int kHeadlineFactor = 4, kLeadFactor = 2;
constexpr int kEnough = 2;  // one formal mention, or two bare ones

int points_of(const Mention& mention) {
  const int points = mention.formal ? kFormalWeight : mention.served ? kServedWeight : kBareWeight;
  switch (mention.place) {
    case Mention::kAbove:
      return mention.formal ? kFormalWeight : 0;  // the site's own name, or an item of a menu
    case Mention::kHeadline:
      return mention.aside ? kBareWeight : points * kHeadlineFactor;
    case Mention::kLead:
      return mention.aside ? 0 : points * kLeadFactor;
    case Mention::kTail:
      return mention.formal ? kBareWeight : 0;
    case Mention::kBody:
      break;
  }
  return mention.aside ? 0 : points;
}

}  // namespace

Weights weigh(const std::vector<Mention>& mentions, const std::map<schema::Ordinal, int>& rated) {
  Weights weights;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (!mention.refused.empty()) continue;
    if (mention.place == Mention::kHeadline && !mention.aside) weights.in_headline.insert(mention.value);
    if (mention.place == Mention::kLead && (mention.formal || mention.served) && !mention.aside)
      weights.in_lead.insert(mention.value);
    weights.points[mention.value] += points_of(mention);
    weights.first.emplace(mention.value, i);
    weights.mentioned += points_of(mention);
  }
  std::set<schema::Ordinal> compared;  // named only for comparison
  for (const Mention& mention : mentions)
    if (mention.refused.empty() && mention.aside) compared.insert(mention.value);
  for (const Mention& mention : mentions)
    if ((mention.refused.empty() || mention.only_perhaps()) && !mention.aside) compared.erase(mention.value);
  for (const auto& [council, verdicts] : rated)
    if (!compared.contains(council)) weights.points[council] += kFormalWeight * verdicts;
  return weights;
}

std::vector<schema::Ordinal> heaviest_first(const Weights& weights) {
  std::vector<schema::Ordinal> order;
  for (const auto& [council, points] : weights.points)
    if (points >= kEnough) order.push_back(council);
  std::sort(order.begin(), order.end(), [&](schema::Ordinal a, schema::Ordinal b) {
    const int of_a = weights.points.at(a), of_b = weights.points.at(b);
    return of_a != of_b ? of_a > of_b : weights.first.at(a) < weights.first.at(b);
  });
  // Of those in the headline, or else in the lead, the first one is meant, unless another is talked of far
  // more.
  const std::set<schema::Ordinal>& foremost =
      weights.in_headline.empty() ? weights.in_lead : weights.in_headline;
  const auto named_first = std::min_element(order.begin(), order.end(), [&](auto a, auto b) {
    const bool a_in = foremost.contains(a), b_in = foremost.contains(b);
    return a_in != b_in ? a_in : a_in && weights.first.at(a) < weights.first.at(b);
  });
  if (named_first != order.end() && foremost.contains(*named_first) &&
      weights.points.at(*named_first) * 2 >= weights.points.at(order.front()))
    std::rotate(order.begin(), named_first, named_first + 1);
  return order;
}

std::vector<schema::Ordinal> listed_councils(const Document& document, const std::vector<Mention>& mentions) {
  std::vector<schema::Ordinal> councils;
  for (const Mention& mention : mentions) {
    if (mention.place == Mention::kHeadline || mention.place == Mention::kAbove ||
        mention.place == Mention::kTail)
      continue;
    const TokenRange line = document.lines[document.sentences[mention.sentence].line].tokens;
    const auto together = mentions_of(mentions, mention.sentence);  // more than one in a row: a menu
    const bool in_row = mention.tokens.first > line.first && together.size() == 1 &&
                        document.slice(document.tokens[mention.tokens.first - 1].end,
                                       document.tokens[mention.tokens.first].begin)
                                .find('|') != std::string_view::npos;
    if (mention.tokens.first != line.first && !in_row) continue;
    const std::string_view behind =
        std::string_view(document.text).substr(document.tokens[mention.tokens.last - 1].end);
    if ((mention.tokens.last == document.sentences[mention.sentence].tokens.last || opens_entry(behind)) &&
        std::find(councils.begin(), councils.end(), mention.value) == councils.end())
      councils.push_back(mention.value);
  }
  return councils;
}

}  // namespace assay::extract
