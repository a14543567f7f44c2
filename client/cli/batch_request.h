// One line of a batch.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "client/assay.h"

namespace assay::cli {

struct BatchRequest {
  boost::json::value id;  // as the line gives it, or else the line's number
  std::string verb = "search";
  SearchRequest search{};               // of the verbs with a query, and the filters and the limit of similar
  std::string article{};                // of get and similar
  std::string text{};                   // of suggest
  std::vector<std::string> councils{};  // of history, one, and of compare
  std::string rows = "council", columns = "rating";  // of pivot
};

// Reads a line, a JSON object or else a query, into `request`, which keeps what the line does not say. Throws
// Error(kInvalid), by when `request` has its id if the line has any.
void parse_batch_line(const std::string& line, BatchRequest& request);

}  // namespace assay::cli
