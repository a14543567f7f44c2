#include "indexer/taxonomy/synonyms.h"

#include "indexer/schema/analyzer.h"
#include "indexer/taxonomy/table.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::taxonomy {

std::vector<schema::Synonyms> read_synonyms(const std::string& file, const std::string& content) {
  std::vector<schema::Synonyms> all;
  for (const Row& row : read_table(file, content, 2)) {
    const std::string where = file + ":" + std::to_string(row.line) + ": ";
    if (row.cells[0] != "mutual" && row.cells[0] != "one-way")
      throw TaxonomyError(where + "synonyms are mutual or one-way, not '" + row.cells[0] + "'");
    schema::Synonyms synonyms{row.cells[0] == "mutual", {}};
    for (const std::string& phrase : split(row.cells[1], '|')) {
      synonyms.phrases.push_back(schema::folded_phrase(phrase));
      if (synonyms.phrases.back().empty()) throw TaxonomyError(where + "'" + phrase + "' has no word");
    }
    if (synonyms.phrases.size() < 2) throw TaxonomyError(where + "one phrase has no synonym; two are needed");
    all.push_back(std::move(synonyms));
  }
  return all;
}

}  // namespace assay::taxonomy
