// What users are told when something failed.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "client/assay.h"
#include "client/cli/verb.h"

namespace assay::cli {

Exit exit_of(ErrorKind kind);

// Lines for standard error. When the error is about a part of `query`, that is shown with carets below it.
std::string failure_text(const Error& error, std::string_view query);

// What scripts find under "error": kind, message, and what else there is.
boost::json::object error_json(const Error& error);

// {"error":{"kind","message",...}} and a newline. `partial`: a part of the answer was printed before.
std::string failure_json(const Error& error, bool partial);

}  // namespace assay::cli
