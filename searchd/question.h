// What is common to requests of all kinds: for logs and metrics.
#pragma once

#include <string>

#include "assay/v1/envelope.pb.h"

namespace assay::searchd {

// The name of its field in the envelope: "search"; "unknown" where the daemon does not know it.
const std::string& verb_of(const v1::Envelope& request);

// The part that searches, in requests that have one; else null. It lives as long as the request.
const v1::SearchRequest* search_of(const v1::Envelope& request);

// What the client wrote: a query, an id, the name of a council; empty where there is nothing to write.
std::string text_of(const v1::Envelope& request);

v1::Code code_of(const v1::Envelope& reply);

// "NOT_FOUND" for CODE_NOT_FOUND.
std::string name_of(v1::Code code);

}  // namespace assay::searchd
