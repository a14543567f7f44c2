// What a page states about itself in JSON-LD, by schema.org's words.
#pragma once

#include <string>
#include <vector>

namespace assay::read {

struct LinkedData {
  std::string headline, date, publisher;
};

// Looks for an article (any of its kinds), else a page, in the scripts of one page. What cannot be parsed,
// or is over 1 MiB, is passed over.
LinkedData read_json_ld(const std::vector<std::string>& scripts);

}  // namespace assay::read
