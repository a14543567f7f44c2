// Answers against a brute-force reading of every article: phrases, booleans, filters, counts of each facet.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "client/assay.h"
#include "indexer/schema/analyzer.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

using Ids = std::set<std::string>;
using Words = std::vector<std::string>;

struct Read {
  Words title, text;
  std::map<std::string, std::set<std::string>> facets;
};

// All articles by id, as the daemon gives them out.
std::map<std::string, Read> read_all(Client& client) {
  std::map<std::string, Read> articles;
  SearchRequest everything;
  everything.limit = 1000;
  for (const Hit& hit : client.search(everything).hits) {
    const Article article = client.get(hit.id);
    Read& read = articles[hit.id];
    read.title = schema::folded_words(article.title);
    read.text = schema::folded_words(article.text);
    for (const FacetValues& facet : article.facets)
      read.facets[facet.facet] = {facet.ids.begin(), facet.ids.end()};
  }
  return articles;
}

bool holds(const Words& words, const Words& phrase) {
  return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

class Oracle : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    service_ = new Service({kCorpus});
    client_ = new Client(Endpoint::parse(service_->server()));
    articles_ = new std::map<std::string, Read>(read_all(*client_));
  }
  static void TearDownTestSuite() {
    delete articles_;
    delete client_;
    delete service_;
  }

  static Ids with_phrase(const Words& phrase) {
    Ids ids;
    for (const auto& [id, article] : *articles_)
      if (holds(article.title, phrase) || holds(article.text, phrase)) ids.insert(id);
    return ids;
  }
  static Ids with_form_of(const std::string& word) {
    const schema::Stemmer stemmer;
    const std::string stem = stemmer.stem(word);
    Ids ids;
    for (const auto& [id, article] : *articles_)
      for (const Words* words : {&article.title, &article.text})
        for (const std::string& each : *words)
          if (stemmer.stem(each) == stem) ids.insert(id);
    return ids;
  }

  static SearchReply ask(const std::string& query, std::vector<FacetFilter> filters = {}) {
    SearchRequest request;
    request.query = query;
    request.limit = 1000;
    request.facets = {"*"};
    request.filters = std::move(filters);
    return client_->search(request);
  }
  static Ids found(const SearchReply& reply) {
    Ids ids;
    for (const Hit& hit : reply.hits) ids.insert(hit.id);
    EXPECT_EQ(ids.size(), reply.total);
    return ids;
  }

  // Counts of every facet over `ids`, by hand.
  static void expect_counts(const SearchReply& reply, const Ids& ids) {
    for (const FacetCounts& facet : reply.facets) {
      std::map<std::string, std::uint64_t> by_hand;
      for (const std::string& id : ids)
        for (const std::string& value : articles_->at(id).facets[facet.facet]) ++by_hand[value];
      std::map<std::string, std::uint64_t> counted;
      for (const FacetCount& value : facet.values)
        if (value.count > 0) counted[value.value] = value.count;
      EXPECT_EQ(counted, by_hand) << facet.facet << " for " << reply.canonical_query;
    }
  }

  static Service* service_;
  static Client* client_;
  static std::map<std::string, Read>* articles_;
};

Service* Oracle::service_ = nullptr;
Client* Oracle::client_ = nullptr;
std::map<std::string, Read>* Oracle::articles_ = nullptr;

std::string quoted(const Words& phrase) {
  std::string text;
  for (const std::string& word : phrase) text += (text.empty() ? "" : " ") + word;
  return "\"" + text + "\"";
}

// A run of words that some article really holds.
Words random_phrase(const std::map<std::string, Read>& articles, std::mt19937& random) {
  for (;;) {
    auto at = articles.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random() % articles.size()));
    const Words& words = at->second.text;
    const std::size_t length = 1 + random() % 4;
    if (words.size() < length) continue;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(random() % (words.size() - length + 1));
    return {first, first + static_cast<std::ptrdiff_t>(length)};
  }
}

TEST_F(Oracle, RandomPhrases) {
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    const Words phrase = random_phrase(*articles_, random);
    const SearchReply reply = ask(quoted(phrase));
    const Ids expected = with_phrase(phrase);
    ASSERT_EQ(found(reply), expected) << quoted(phrase);
    expect_counts(reply, expected);
  }
}

TEST_F(Oracle, RandomBooleans) {
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i) {
    const Words a = random_phrase(*articles_, random), b = random_phrase(*articles_, random);
    const std::string c = random_phrase(*articles_, random).front();
    const Ids in_a = with_phrase(a), in_b = with_phrase(b), in_c = with_form_of(c);
    Ids either, both, only, mixed;
    std::set_union(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(), std::inserter(either, either.end()));
    std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                          std::inserter(both, both.end()));
    std::set_difference(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(), std::inserter(only, only.end()));
    std::set_intersection(either.begin(), either.end(), in_c.begin(), in_c.end(),
                          std::inserter(mixed, mixed.end()));
    ASSERT_EQ(found(ask(quoted(a) + " OR " + quoted(b))), either);
    ASSERT_EQ(found(ask(quoted(a) + " " + quoted(b))), both);
    ASSERT_EQ(found(ask(quoted(a) + " -" + quoted(b))), only);
    const std::string word = c == "near" || c == "adj" || c == "or" || c == "and" || c == "not" ? "=" + c : c;
    if (word == c) {
      ASSERT_EQ(found(ask("(" + quoted(a) + " OR " + quoted(b) + ") " + c)), mixed) << c;
    }
  }
}

TEST_F(Oracle, EachFacetValueAsAFilter) {
  const SearchReply all = ask("care");
  const Ids with_care = found(all);
  for (const FacetCounts& facet : all.facets)
    for (const FacetCount& value : facet.values) {
      Ids expected;
      for (const std::string& id : with_care)
        if (articles_->at(id).facets[facet.facet].contains(value.value)) expected.insert(id);
      const SearchReply narrowed = ask("care", {{facet.facet, {value.value}}});
      ASSERT_EQ(found(narrowed), expected) << facet.facet << ":" << value.value;
      EXPECT_EQ(narrowed.total, value.count);
      if (facet.facet != "source") {
        ASSERT_EQ(found(ask("care " + facet.facet + ":" + value.value)), expected)
            << facet.facet << ":" << value.value;
      }
    }
}

// Beside a chosen value stand the counts of choosing another one instead.
TEST_F(Oracle, ChosenFacetsCountDisjunctively) {
  for (const char* chosen : {"good", "requires-improvement", "none"}) {
    const SearchReply reply = ask("care", {{"rating", {chosen}}, {"region", {"london", "south-west"}}});
    for (const FacetCounts& facet : reply.facets) {
      if (facet.facet != "rating") continue;
      for (const FacetCount& value : facet.values) {
        EXPECT_EQ(value.selected, value.value == chosen);
        EXPECT_EQ(ask("care", {{"rating", {value.value}}, {"region", {"london", "south-west"}}}).total,
                  value.count);
      }
    }
  }
}

}  // namespace
}  // namespace assay::tests
