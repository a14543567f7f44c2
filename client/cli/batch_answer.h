// The answer to one request of a batch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/cli/batch_request.h"
#include "client/cli/view.h"

namespace assay::cli {

struct BatchAnswer {
  std::string line{};  // {"id":...,"reply":{...}} or {"id":...,"error":{...}}, ended by a newline
  bool found = false;  // as the verb's exit code says it
  std::optional<Error> error{};
};

// The verbs that a request may name.
std::vector<std::string_view> batch_verbs();

// What the client answers, as the verb's format json; `view` chooses the fields of hits. An Error is an
// answer, too.
BatchAnswer answer(Client& client, BatchRequest request, const View& view);

// The answer to what failed.
BatchAnswer failed(const boost::json::value& id, const Error& error);

}  // namespace assay::cli
