// The taxonomy: which facets there are, their values with the names that texts use, and the phrases that the
// extraction rules look for. Data files, described in README.md; the built-in ones are about councils'
// ratings.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"

namespace assay::taxonomy {

// A data file is wrong: "values/council.tsv:12: the id 'york' is there already (line 9)".
class TaxonomyError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// How an article gets its values of a facet, unless it states them itself.
enum class Derivation { kVerdict, kGazetteer, kPhrases, kParents, kPublisher };

// A phrase of a rule file and what it means there.
struct Cue {
  std::string kind;
  std::string phrase;
};

// File name relative to the taxonomy's folder -> content.
using Files = std::map<std::string, std::string>;

// Immutable, so safe to share between threads.
class Taxonomy {
 public:
  // The one that is compiled in.
  static Taxonomy built_in();
  // A folder of the same form. Throws TaxonomyError.
  static Taxonomy load(const std::filesystem::path& folder);
  // Throws TaxonomyError.
  explicit Taxonomy(const Files& files);

  // In the order of facets.tsv, without slots. A value's names are its aliases.
  const std::vector<schema::Facet>& facets() const { return facets_; }
  // The facets that are derived so, in the order of facets().
  std::vector<const schema::Facet*> derived_by(Derivation derivation) const;
  // The cues of rules/NAME.tsv in the file's order; none when there is no such file.
  const std::vector<Cue>& cues(const std::string& rules) const;
  // Of synonyms.tsv and of rules/score.tsv; none where the file is missing.
  const std::vector<schema::Synonyms>& synonyms() const { return synonyms_; }
  const std::vector<schema::ScoreBand>& score_bands() const { return score_bands_; }
  // Changes with any byte of the data.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::vector<schema::Facet> facets_;
  std::vector<Derivation> derivations_;  // of facets_, by position
  std::map<std::string, std::vector<Cue>> cues_;
  std::vector<schema::Synonyms> synonyms_;
  std::vector<schema::ScoreBand> score_bands_;
  std::string fingerprint_;
};

// The files that are compiled in; defined by the build.
const Files& built_in_files();

}  // namespace assay::taxonomy
