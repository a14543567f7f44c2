// A way of ranking, and the words in which it is written down.
//
//   ineb2:1 stop=list title=0.5 feedback=bo1:5:20:0.3
//
// A weight comes first: its name and, after colons, its parameters. Settings follow in any order:
//
//   terms=classes|stems    a query word stands for all words of its stem, weighed as one (what the engine
//                          does), or stems are what is indexed
//   stop=none|list|list:SCALE|SHARE
//                          scale stop words (by 0 where none is given), or weigh no word that more than this
//                          share of documents has
//   repeats=sum|once|log   what a word counts that the query says n times: n, 1, 1 + ln n
//   match=any|all|content  what a document must have: any word, all, all but stop words
//   title=none|class|SCALE title words again: as more forms of their class, or by themselves, scaled
//   near=none|WINDOW:SCALE neighbours in the query that stand within so many words weigh again, scaled
//   exact=SCALE            the word as written again, scaled
//   feedback=none|KIND:DOCUMENTS:TERMS:SCALE
//                          order what is found anew, with the words of the best documents: bo1, trad (chosen
//                          by Xapian), classes (Bo1 over conflation classes), rm (relevance model over
//                          classes)
//   fuse=rank:K|score:SHARE how " + ANOTHER SCHEME" is joined: by reciprocal ranks, or as the share that
//                          the other's scores have
//
// {a,b} stands for several schemes, one with each: "bm25:{1.2,2}:0.5" is two.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace assay::bench {

enum class Stop { kNone, kList, kShare };
enum class Demand { kAny, kAll, kContent };
enum class Repeats { kSum, kOnce, kLog };
enum class Title { kNone, kClass, kScaled };
enum class FeedbackKind { kNone, kBo1, kTrad, kClasses, kRelevanceModel };
enum class Fuse { kRanks, kScores };

struct Feedback {
  FeedbackKind kind = FeedbackKind::kNone;
  unsigned documents = 0, terms = 0;
  double scale = 0;  // of the best word found, beside 1 for a word of the query
};

struct Scheme {
  std::string text;  // as written
  std::string weight;
  std::vector<double> parameters;
  bool stems_indexed = false;
  Stop stop = Stop::kNone;
  double stop_share = 1, stop_scale = 0;
  Repeats repeats = Repeats::kSum;
  Demand demand = Demand::kAny;
  Title title = Title::kNone;
  double title_scale = 0;
  unsigned near_window = 0;  // 0: none
  double near_scale = 0;
  double exact_scale = 0;
  Feedback feedback;
  Fuse fuse = Fuse::kRanks;
  double fuse_parameter = 60;
  std::shared_ptr<const Scheme> other;  // to be fused with; null: none
};

// Throws std::invalid_argument naming what is wrong. Whether the weight exists is not looked at.
Scheme parse_scheme(const std::string& text);

// Every way to choose one alternative from each {...}.
std::vector<std::string> alternatives(const std::string& pattern);

}  // namespace assay::bench
