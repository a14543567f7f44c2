// Synonyms of the index's taxonomy, put beside the plain words of a query.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/schema/schema.h"
#include "searchd/query/ast.h"
#include "searchd/query/error.h"

namespace assay::query {

// What each phrase of the taxonomy also stands for, by the stems of its words. Immutable, so safe to share.
class SynonymTable {
 public:
  explicit SynonymTable(const std::vector<schema::Synonyms>& synonyms);

  // Beside each plain word, run of plain words and unquoted compound (co-production) that is such a phrase
  // stands what it also finds, marked as implied and noted. What is quoted, exact, in a field, or an operand
  // of NEAR stays alone.
  NodePtr widened(NodePtr tree, std::vector<Note>& notes) const;

 private:
  class Widening;

  std::map<std::string, std::vector<std::string>> others_;  // stems -> phrases
  std::size_t longest_ = 0;                                 // words of the longest such phrase
};

}  // namespace assay::query
