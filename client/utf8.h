// The check that every string passes on its way to the daemon.
#pragma once

#include <string>

namespace assay::client {

// Both give the text, or throw Error(kInvalid) if it is not UTF-8.
const std::string& require_utf8(const std::string& text, const std::string& what);  // what: its name
const std::string& require_utf8_query(const std::string& query);                    // the error says where

}  // namespace assay::client
