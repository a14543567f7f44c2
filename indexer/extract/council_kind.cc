#include "indexer/extract/council_kind.h"

#include <algorithm>
#include <array>

namespace assay::extract {
namespace {

struct Kind {
  std::string_view word, in_name;
};
constexpr std::array kKinds = {Kind{"city", " City Council"}, Kind{"county", " County Council"},
                               Kind{"borough", " Borough Council"}};

}  // namespace

std::map<std::string_view, int> kinds_told(const Document& document) {
  std::map<std::string_view, int> told;
  for (const Sentence& sentence : document.sentences) {
    if (document.in_tail(sentence)) continue;
    for (std::size_t i = sentence.tokens.first; i + 2 < sentence.tokens.last; ++i) {
      if (document.tokens[i].word != "the" || document.tokens[i + 1].capital ||
          document.tokens[i + 2].word != "council")
        continue;
      const auto kind = std::ranges::find(kKinds, document.tokens[i + 1].word, &Kind::word);
      if (kind != kKinds.end()) ++told[kind->word];
    }
  }
  return told;
}

bool is_of_kind(std::string_view name, std::string_view kind) {
  return name.ends_with(std::ranges::find(kKinds, kind, &Kind::word)->in_name);
}

}  // namespace assay::extract
