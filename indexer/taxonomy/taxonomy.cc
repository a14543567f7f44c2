#include "indexer/taxonomy/taxonomy.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

#include "indexer/taxonomy/score_bands.h"
#include "indexer/taxonomy/synonyms.h"
#include "indexer/taxonomy/table.h"

namespace assay::taxonomy {
namespace {

namespace fs = std::filesystem;
using schema::Facet;
using schema::FacetParent;
using schema::FacetValue;

constexpr const char *kFacetsFile = "facets.tsv", *kSynonymsFile = "synonyms.tsv";
constexpr std::string_view kValuesFolder = "values/", kRulesFolder = "rules/", kSuffix = ".tsv";

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& what) {
  throw TaxonomyError(file + ":" + std::to_string(line) + ": " + what);
}

std::string values_file(const std::string& facet) {
  return std::string(kValuesFolder) + facet + std::string(kSuffix);
}

std::vector<FacetParent> read_parents(const std::string& file, const Row& row) {
  std::vector<FacetParent> parents;
  for (const std::string& parent : split(row.cells[2], ';')) {
    const std::size_t equals = parent.find('=');
    if (equals == std::string::npos) fail(file, row.line, "the parent '" + parent + "' is not FACET=VALUE");
    parents.push_back({parent.substr(0, equals), parent.substr(equals + 1)});
  }
  return parents;
}

void read_values(Facet& facet, const std::string& file, const std::string& content) {
  std::map<std::string, std::size_t> lines;
  for (const Row& row : read_table(file, content, 4)) {
    const auto [earlier, is_new] = lines.emplace(row.cells[0], row.line);
    if (!is_new)
      fail(file, row.line,
           "the id '" + row.cells[0] + "' is there already (line " + std::to_string(earlier->second) + ")");
    facet.add(FacetValue{row.cells[0], row.cells[1].empty() ? row.cells[0] : row.cells[1],
                         read_parents(file, row), split(row.cells[3], '|')});
  }
}

Derivation read_derivation(const Row& row) {
  static const std::map<std::string, Derivation> names = {{"verdict", Derivation::kVerdict},
                                                          {"gazetteer", Derivation::kGazetteer},
                                                          {"phrases", Derivation::kPhrases},
                                                          {"parents", Derivation::kParents},
                                                          {"publisher", Derivation::kPublisher}};
  const auto found = names.find(row.cells[4]);
  if (found == names.end())
    fail(kFacetsFile, row.line,
         "'" + row.cells[4] + "' is none of verdict, gazetteer, phrases, parents, publisher");
  return found->second;
}

Facet read_facet(const Row& row, const Files& files) {
  Facet facet;
  facet.name = row.cells[0];
  facet.label = row.cells[1];
  facet.default_value = row.cells[3];
  if (row.cells[2] != "open" && row.cells[2] != "closed" && row.cells[2] != "ordered")
    fail(kFacetsFile, row.line,
         "the values of a facet are closed, ordered or open, not '" + row.cells[2] + "'");
  facet.open = row.cells[2] == "open";
  facet.ordered = row.cells[2] == "ordered";
  const std::string file = values_file(facet.name);
  const auto content = files.find(file);
  if (content != files.end()) read_values(facet, file, content->second);
  if (!facet.open && facet.values().empty())
    fail(kFacetsFile, row.line,
         "the closed facet '" + facet.name + "' has no values; " + file + " is missing");
  if (!facet.default_value.empty() && !facet.ordinal(facet.default_value))
    fail(kFacetsFile, row.line,
         "the default '" + facet.default_value + "' is not among the values of " + facet.name);
  return facet;
}

// A value may lie under values of other facets, never, at any remove, under its own facet.
void check_parents(const std::vector<Facet>& facets) {
  std::map<std::string, std::set<std::string>> above;
  for (const Facet& facet : facets)
    for (const FacetValue& value : facet.values())
      for (const FacetParent& parent : value.parents) {
        const auto target = std::find_if(facets.begin(), facets.end(),
                                         [&](const Facet& f) { return f.name == parent.facet; });
        const std::string where = values_file(facet.name) + ": the value '" + value.id + "' lies under ";
        if (target == facets.end()) throw TaxonomyError(where + "the unknown facet '" + parent.facet + "'");
        if (!target->ordinal(parent.value))
          throw TaxonomyError(where + "'" + parent.value + "', which is no value of " + parent.facet);
        above[facet.name].insert(parent.facet);
      }
  for (const Facet& facet : facets) {
    std::set<std::string> reached = above[facet.name];
    for (std::size_t before = 0; before != reached.size();) {
      before = reached.size();
      for (const std::string& name : std::set<std::string>(reached))
        reached.insert(above[name].begin(), above[name].end());
    }
    if (reached.contains(facet.name))
      throw TaxonomyError(values_file(facet.name) + ": the facet " + facet.name + " lies under itself");
  }
}

std::vector<Cue> read_cues(const std::string& file, const std::string& content) {
  std::vector<Cue> cues;
  for (const Row& row : read_table(file, content, 2)) {
    if (row.cells[1].empty()) fail(file, row.line, "a cue has no phrases");
    for (std::string& phrase : split(row.cells[1], '|')) cues.push_back({row.cells[0], std::move(phrase)});
  }
  return cues;
}

std::string hash_of(const Files& files) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  for (const auto& [name, content] : files) {
    XXH3_64bits_update(state, name.data(), name.size() + 1);
    XXH3_64bits_update(state, content.data(), content.size());
  }
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(XXH3_64bits_digest(state)));
  XXH3_freeState(state);
  return text;
}

}  // namespace

Taxonomy::Taxonomy(const Files& files) : fingerprint_(hash_of(files)) {
  const auto table = files.find(kFacetsFile);
  if (table == files.end()) throw TaxonomyError(std::string(kFacetsFile) + " is missing from the taxonomy");
  std::set<std::string> known;
  for (const Row& row : read_table(kFacetsFile, table->second, 5)) {
    if (!known.insert(row.cells[0]).second)
      fail(kFacetsFile, row.line, "the facet '" + row.cells[0] + "' is there already");
    derivations_.push_back(read_derivation(row));
    const bool single =
        derivations_.back() == Derivation::kVerdict || derivations_.back() == Derivation::kGazetteer;
    if (single && std::count(derivations_.begin(), derivations_.end(), derivations_.back()) > 1)
      fail(kFacetsFile, row.line, "only one facet can be derived by '" + row.cells[4] + "'");
    facets_.push_back(read_facet(row, files));
  }
  check_parents(facets_);
  for (const auto& [name, content] : files) {
    if (name.starts_with(kValuesFolder)) {
      const std::string facet = fs::path(name).stem().string();
      if (!known.contains(facet)) throw TaxonomyError(name + ": facets.tsv has no facet '" + facet + "'");
    } else if (name.starts_with(kRulesFolder)) {
      cues_[fs::path(name).stem().string()] = read_cues(name, content);
    } else if (name == kSynonymsFile) {
      synonyms_ = read_synonyms(name, content);
    } else if (name != kFacetsFile) {
      throw TaxonomyError(name + " is no file of a taxonomy");
    }
  }
  for (const Facet* verdict : derived_by(Derivation::kVerdict))
    score_bands_ = read_score_bands(cues("score"), *verdict);
}

Taxonomy Taxonomy::built_in() { return Taxonomy(built_in_files()); }

Taxonomy Taxonomy::load(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw TaxonomyError("there is no taxonomy folder " + folder.string());
  Files files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != kSuffix) continue;
    std::ostringstream content;
    content << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[fs::relative(entry.path(), folder).generic_string()] = content.str();
  }
  return Taxonomy(files);
}

std::vector<const Facet*> Taxonomy::derived_by(Derivation derivation) const {
  std::vector<const Facet*> result;
  for (std::size_t i = 0; i < facets_.size(); ++i)
    if (derivations_[i] == derivation) result.push_back(&facets_[i]);
  return result;
}

const std::vector<Cue>& Taxonomy::cues(const std::string& rules) const {
  static const std::vector<Cue> none;
  const auto found = cues_.find(rules);
  return found == cues_.end() ? none : found->second;
}

}  // namespace assay::taxonomy
