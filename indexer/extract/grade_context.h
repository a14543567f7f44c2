// One sentence with a grade, and what it offers to the judgement of it: cues, councils, what is spoken of.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/document.h"
#include "indexer/extract/phrase_matcher.h"
#include "indexer/schema/schema.h"

namespace assay::extract::grade {

// The kinds of rules/rating.tsv, which says what each means. kFollow is a word kind.
enum Cue : std::uint32_t {
  kVerdict,
  kAward,
  kNoun,
  kRater,
  kSubject,
  kOther,
  kEntity,
  kGoal,
  kAim,
  kConditional,
  kPast,
  kRegraded,
  kPilot,
  kPart,
  kMany,
  kScheme,
  kBar,
  kSource,
  kFollow,
  kNegation,
  kAssessor,
  kPeer,
  kNear,
  kOrigin,
  kLatest,
  kJoint,
  kUnrated
};
inline const std::vector<std::string> kCueNames = {
    "verdict",     "award",    "noun",     "rater", "subject", "other",  "entity", "goal",  "aim",
    "conditional", "past",     "regraded", "pilot", "part",    "many",   "scheme", "bar",   "source",
    "follow",      "negation", "assessor", "peer",  "near",    "origin", "latest", "joint", "unrated"};

inline constexpr std::size_t kVerdictReach = 8;  // tokens from "rated" to its grade
inline constexpr std::size_t kNearReach = 4;
inline constexpr std::size_t kScaleGrades =
    3;  // so many different grades, in one sentence or list, are the scale

// What the article as a whole tells of its grades.
struct Article {
  const Document& document;
  const CueFinder& finder;
  const std::vector<Cues>& cues;         // by sentence
  const std::vector<Mention>& councils;  // in the order of the text
  bool of_pilot = false;                 // it tells of the trials before the scheme began
  bool of_provider = false;              // it lists the five questions that a provider is graded by
  bool of_assessment = true;  // it speaks of the rater, of the service, or of a council by its full name
};

struct Context {
  const Article& article;
  const Document& document;
  const Sentence& sentence;
  std::size_t number = 0;  // of the sentence
  Cues cues;
  std::vector<PhraseMatch> parts;
  std::vector<Mention> councils;     // accepted ones of the sentence
  std::set<schema::Ordinal> grades;  // different ones of the sentence
  std::vector<PhraseMatch> places;   // where they stand

  std::optional<CueMatch> nearest(Cue kind, std::size_t at) const { return before(cues, kind, at, at); }

  // The last cue of a kind within `distance` tokens before `at`, unless a comma or another stop stands
  // between.
  std::optional<CueMatch> before_in_clause(Cue kind, std::size_t at, std::size_t distance) const;

  // As `before` finds it; nothing where another grade stands between, to which the cue then belongs.
  std::optional<CueMatch> before_of_it(Cue kind, std::size_t at, std::size_t distance) const;

  // Behind the last token of a home's name that stands before `at`: "Lea House".
  std::optional<std::size_t> home_before(std::size_t at) const;

  // A word for what is graded, or a council's name, that ends at most `distance` tokens before `at`.
  bool has_subject_before(std::size_t at, std::size_t distance) const;

  // The sentences before, or else behind, show what a sentence without a subject is about: the word for it,
  // or an empty one for a council. Nothing where they speak of neither.
  std::optional<std::string> spoken_of() const;
  bool speaks_of_council() const;

  // The council that a grade at `at` is said of, and those that are named in one list with it.
  // "Learns from Leeds, which is rated": one named in passing, whose own clause the grade stands in.
  std::optional<schema::Ordinal> council_of_clause(TokenRange at) const;
  // The council whose name alone is the line above; the sentence names no other subject.
  std::optional<schema::Ordinal> council_above() const;
  std::vector<schema::Ordinal> councils_of(TokenRange at) const;

 private:
  std::vector<schema::Ordinal> councils_meant() const;
};

// "care homes in Leeds", "care home, Leeds", "homes in the area of Leeds City Council": where something is,
// not who is graded.
bool is_place(const Document& document, Cues cues, const Mention& mention);

// Whether the article names another inspectorate, and neither the Commission nor the care of adults: its
// grades are that inspectorate's, whatever its sentences call it.
bool is_of_other_inspectorate(const Document& document);

// Whether the article shows the grades of a provider of care, question by question.
bool lists_questions_of_providers(const Document& document);

}  // namespace assay::extract::grade
