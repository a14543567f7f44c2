#include "tests/query/oracle.h"

#include <algorithm>

#include "searchd/query/dates.h"
#include "tests/query/fake_index.h"
#include "tests/query/placement.h"

namespace assay::tests {

using query::Kind;
using query::Node;

Oracle::Oracle(std::vector<Article> articles) : articles_(std::move(articles)) {
  for (std::size_t i = 0; i < articles_.size(); ++i) read(i);
}

void Oracle::read(std::size_t number) {
  const Article& article = articles_[number];
  Place place{number, 0};
  for (const std::string& word : article.title) {
    read(place, word, title_);
    read(place, word, all_);
    ++place.position;
  }
  place.position += kApart;
  for (const std::string& word : article.text) {
    read(place, word, all_);
    ++place.position;
  }
  for (const auto& [facet, values] : article.facets)
    for (const std::string& value : values) holders_[{facet, value}].push_back(number);
}

void Oracle::read(const Place& place, const std::string& word, Field& field) {
  field.words[word].push_back(place);
  field.stems[stemmer_.stem(word)].push_back(place);
}

Oracle::Places Oracle::places(const Field& field, Kind kind, const std::string& word) const {
  if (kind == Kind::kPrefix) {
    Places result;
    for (auto at = field.words.lower_bound(word); at != field.words.end() && at->first.starts_with(word);
         ++at)
      result.insert(result.end(), at->second.begin(), at->second.end());
    std::sort(result.begin(), result.end());
    return result;
  }
  const auto& index = kind == Kind::kWord ? field.stems : field.words;
  const auto found = index.find(kind == Kind::kWord ? stemmer_.stem(word) : word);
  return found == index.end() ? Places() : found->second;
}

Oracle::Places Oracle::starts(const Node& leaf) const {
  const Field& in = leaf.field.empty() ? all_ : title_;
  Places result = places(in, leaf.kind, leaf.words.front());
  for (std::size_t i = 1; i < leaf.words.size(); ++i) {
    const Places next = places(in, leaf.kind, leaf.words[i]);
    std::erase_if(result, [&](const Place& start) {
      return !std::binary_search(next.begin(), next.end(), Place{start.article, start.position + i});
    });
  }
  return result;
}

Oracle::Set Oracle::in_window(const std::vector<Places>& starts, const std::vector<std::size_t>& lengths,
                              std::size_t window, bool ordered) const {
  Set result = none();
  for (auto at = starts.front().begin(); at != starts.front().end();) {
    const std::size_t article = at->article;
    std::vector<Run> runs;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      Run& run = runs.emplace_back();
      run.length = lengths[i];
      for (auto place = std::lower_bound(starts[i].begin(), starts[i].end(), Place{article, 0});
           place != starts[i].end() && place->article == article; ++place)
        run.starts.push_back(place->position);
    }
    result[article] = fit(runs, window, ordered);
    while (at != starts.front().end() && at->article == article) ++at;
  }
  return result;
}

Oracle::Set Oracle::with_words(const Node& node) const {
  std::vector<Places> runs;
  std::vector<std::size_t> lengths;
  if (node.kind == Kind::kProximity) {
    std::size_t length = 0;
    for (const query::NodePtr& child : node.children) {
      runs.push_back(starts(*child));
      lengths.push_back(child->words.size());
      length += child->words.size();
    }
    return in_window(runs, lengths, length + node.window - 1, node.ordered);
  }
  if (node.kind == Kind::kPhrase && node.window > node.words.size()) {
    for (const std::string& word : node.words)
      runs.push_back(places(node.field.empty() ? all_ : title_, node.kind, word));
    return in_window(runs, std::vector<std::size_t>(runs.size(), 1), node.window, true);
  }
  Set result = none();
  for (const Place& start : starts(node)) result[start.article] = true;
  return result;
}

Oracle::Set Oracle::with_date(const Node& node) const {
  Set result = none();
  const auto since = query::parse_days(node.since, kToday), until = query::parse_days(node.until, kToday);
  if ((!since && !node.since.empty()) || (!until && !node.until.empty())) return result;
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    if (articles_[i].date.empty()) continue;
    const std::string day = schema::iso_date(articles_[i].date);
    result[i] = (!since || query::iso(since->first) <= day) && (!until || day <= query::iso(until->last));
  }
  return result;
}

Oracle::Set Oracle::with_any(const std::string& facet, const std::vector<std::string>& values) const {
  Set result = none();
  for (const std::string& value : values)
    if (const auto found = holders_.find({facet, value}); found != holders_.end())
      for (const std::size_t article : found->second) result[article] = true;
  return result;
}

Oracle::Set Oracle::matches(const Node& node) const {
  switch (node.kind) {
    case Kind::kAll:
      return !none();
    case Kind::kNot:
      return !matches(*node.children.front());
    case Kind::kFacet:
      return with_any(node.field, node.values);
    case Kind::kDate:
      return with_date(node);
    case Kind::kAnd:
    case Kind::kOr: {
      Set result = matches(*node.children.front());
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Set child = matches(*node.children[i]);
        result = node.kind == Kind::kAnd ? Set(result && child) : Set(result || child);
      }
      return result;
    }
    default:
      return with_words(node);
  }
}

Oracle::Counts Oracle::counts(const Set& articles) const {
  Counts result;
  for (const auto& [value, holders] : holders_) {
    const auto count =
        std::count_if(holders.begin(), holders.end(), [&](std::size_t i) { return articles[i]; });
    if (count != 0) result[value.first][value.second] = static_cast<std::size_t>(count);
  }
  return result;
}

}  // namespace assay::tests
