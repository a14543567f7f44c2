// How well extraction reads articles whose facets are known.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace assay::bench {

// What is known of one article, as labelled or as extracted: by facet or field, the values.
using Facts = std::map<std::string, std::set<std::string>>;

// The facets and fields that are scored, in the order in which they are printed.
inline constexpr std::array kScored = {"rating",   "status",          "main council",
                                       "councils", "council ratings", "date",
                                       "themes",   "score",           "statement scores"};

struct Labelled {
  std::string name;   // path, and #id in a file of several
  std::string split;  // tune or final
  Facts facts;
};

// One line of corpus/labels.jsonl each. Throws std::runtime_error naming the line.
std::vector<Labelled> read_labels(const std::string& path);

// Precision, recall and F1 of one facet; an article where neither side has a value counts nowhere but in
// accuracy (the share of articles on which both sides agree wholly).
class Score {
 public:
  void add(const std::set<std::string>& truth, const std::set<std::string>& found);
  double precision() const { return ratio(hits_, found_); }
  double recall() const { return ratio(hits_, truth_); }
  double f1() const {
    return truth_ + found_ == 0 ? 1 : 2.0 * static_cast<double>(hits_) / static_cast<double>(truth_ + found_);
  }
  double accuracy() const { return ratio(agreed_, articles_); }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
  }
  std::size_t hits_ = 0, truth_ = 0, found_ = 0, agreed_ = 0, articles_ = 0;
};

// Facet name -> score, over the articles of one split.
std::map<std::string, Score> score(const std::vector<Labelled>& labels,
                                   const std::map<std::string, Facts>& found, const std::string& split);

}  // namespace assay::bench
