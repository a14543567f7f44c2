#include "bench/relevance/ranker.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "bench/relevance/expand.h"
#include "bench/relevance/weight.h"
#include "indexer/schema/terms.h"
#include "searchd/engine/stop_words.h"

namespace assay::bench {
namespace {

using schema::Field;
using Xapian::Query;

bool is_stopped(const JudgedIndex& index, const Scheme& scheme, const std::string& word) {
  if (scheme.stop == Stop::kList) return engine::is_stop_word(word);
  return scheme.stop == Stop::kShare &&
         index.frequency(index.stem(word)).documents > scheme.stop_share * index.database().get_doccount();
}

// A word of the query as written.
struct Asked {
  std::string word, stem;
  bool stopped = false;
};

// The words of the query in its order, without those that the index does not have. In a query of nothing but
// stop words none is stopped.
std::vector<Asked> asked_words(const JudgedIndex& index, const Scheme& scheme, const std::string& query) {
  std::vector<Asked> asked;
  for (const std::string& word : schema::folded_words(query))
    if (const std::string stem = index.stem(word); !index.forms(stem).empty())
      asked.push_back({word, stem, is_stopped(index, scheme, word)});
  if (std::all_of(asked.begin(), asked.end(), [](const Asked& each) { return each.stopped; }))
    for (Asked& each : asked) each.stopped = false;
  return asked;
}

double counted(Repeats repeats, double times) {
  return repeats == Repeats::kSum ? times : repeats == Repeats::kLog ? 1 + std::log(times) : 1;
}

std::vector<QueryWord> weighed(const Scheme& scheme, const std::vector<Asked>& asked) {
  std::vector<QueryWord> words;
  for (const auto& [word, stem, stopped] : asked) {
    const auto same = [&](const auto& each) { return each.stem == stem; };
    if (std::any_of(words.begin(), words.end(), same)) continue;
    const auto times = static_cast<double>(std::count_if(asked.begin(), asked.end(), same));
    const double weight = counted(scheme.repeats, times) * (stopped ? scheme.stop_scale : 1);
    // What weighs nothing matters only where every word must be there.
    if (weight > 0 || scheme.demand == Demand::kAll) words.push_back({stem, weight});
  }
  return words;
}

Query scaled(const Query& query, double factor) {
  return factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query any_of(Query::op op, const std::vector<std::string>& terms) {
  return terms.size() == 1 ? Query(terms.front()) : Query(op, terms.begin(), terms.end());
}

std::vector<std::string> title_terms(const JudgedIndex& index, const std::string& stem) {
  std::vector<std::string> terms;
  for (const std::string& form : index.forms(stem)) {
    std::string term = schema::word_term(Field::kTitle, form);
    if (index.database().term_exists(term)) terms.push_back(std::move(term));
  }
  return terms;
}

Query word_query(const JudgedIndex& index, const Scheme& scheme, const QueryWord& word) {
  std::vector<std::string> terms = index.forms(word.stem);
  if (scheme.title == Title::kClass)
    for (std::string& term : title_terms(index, word.stem)) terms.push_back(std::move(term));
  return scaled(any_of(Query::OP_SYNONYM, terms), word.weight);
}

// What adds to the score of documents found without being asked for.
std::vector<Query> extras(const JudgedIndex& index, const Scheme& scheme,
                          const std::vector<QueryWord>& required, std::vector<Asked> asked) {
  std::vector<Query> queries;
  if (scheme.title == Title::kScaled)
    for (const QueryWord& word : required)
      if (const auto terms = title_terms(index, word.stem); !terms.empty() && word.weight > 0)
        queries.push_back(scaled(any_of(Query::OP_SYNONYM, terms), scheme.title_scale * word.weight));
  std::erase_if(asked, [](const Asked& each) { return each.stopped; });
  for (const Asked& each : asked)
    if (scheme.exact_scale > 0 && index.database().term_exists(each.word))
      queries.push_back(scaled(Query(each.word), scheme.exact_scale));
  for (std::size_t i = 1; scheme.near_window > 0 && i < asked.size(); ++i) {
    if (asked[i].stem == asked[i - 1].stem) continue;
    const Query pair[] = {any_of(Query::OP_OR, index.forms(asked[i - 1].stem)),
                          any_of(Query::OP_OR, index.forms(asked[i].stem))};
    queries.push_back(scaled(Query(Query::OP_NEAR, std::begin(pair), std::end(pair), scheme.near_window),
                             scheme.near_scale));
  }
  return queries;
}

// The required words decide what is found; the added ones, like the extras, order it.
Query whole_query(const JudgedIndex& index, const Scheme& scheme, const std::vector<QueryWord>& required,
                  const std::vector<QueryWord>& added, const std::vector<Asked>& asked) {
  std::vector<Query> parts, more = extras(index, scheme, required, asked);
  for (const QueryWord& word : required) parts.push_back(word_query(index, scheme, word));
  for (const QueryWord& word : added) more.push_back(word_query(index, scheme, word));
  const Query base(scheme.demand == Demand::kAny ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end());
  if (more.empty()) return base;
  return Query(Query::OP_AND_MAYBE, base, Query(Query::OP_OR, more.begin(), more.end()));
}

Xapian::MSet match(const JudgedIndex& index, const Scheme& scheme, const Query& query) {
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(*make_weight(scheme.weight, scheme.parameters));
  enquire.set_query(query);
  return enquire.get_mset(0, kDepth);
}

std::vector<Scored> search(const JudgedIndex& index, const Scheme& scheme, const std::string& query) {
  const std::vector<Asked> asked = asked_words(index, scheme, query);
  const std::vector<QueryWord> words = weighed(scheme, asked);
  Xapian::MSet found = match(index, scheme, whole_query(index, scheme, words, {}, asked));
  if (scheme.feedback.kind != FeedbackKind::kNone && !found.empty())
    found = match(index, scheme,
                  whole_query(index, scheme, words, words_of_best(index, scheme.feedback, found), asked));
  std::vector<Scored> scored;
  for (auto hit = found.begin(); hit != found.end(); ++hit) scored.push_back({*hit, hit.get_weight()});
  return scored;
}

// What each document found gets from one of two schemes that are fused.
void add_shares(const Scheme& scheme, const std::vector<Scored>& scored, double share,
                std::map<Xapian::docid, double>& sums) {
  for (std::size_t i = 0; i < scored.size(); ++i)
    sums[scored[i].document] += scheme.fuse == Fuse::kRanks
                                    ? 1 / (scheme.fuse_parameter + static_cast<double>(i) + 1)
                                    : share * scored[i].score / std::max(scored.front().score, 1e-9);
}

std::vector<Scored> fused(const Scheme& scheme, const std::vector<Scored>& one,
                          const std::vector<Scored>& other) {
  std::map<Xapian::docid, double> sums;
  add_shares(scheme, one, 1 - scheme.fuse_parameter, sums);
  add_shares(scheme, other, scheme.fuse_parameter, sums);
  std::vector<Scored> result;
  for (const auto& [document, score] : sums) result.push_back({document, score});
  std::stable_sort(result.begin(), result.end(),
                   [](const Scored& a, const Scored& b) { return a.score > b.score; });
  if (result.size() > kDepth) result.resize(kDepth);
  return result;
}

}  // namespace

Ranking rank(const JudgedIndex& index, const Scheme& scheme, const std::string& query) {
  std::vector<Scored> scored = search(index, scheme, query);
  if (scheme.other) scored = fused(scheme, scored, search(index, *scheme.other, query));
  Ranking ranking;
  for (const Scored& each : scored) ranking.push_back(index.document_id(each.document));
  return ranking;
}

}  // namespace assay::bench
