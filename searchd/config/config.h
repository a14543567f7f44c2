// What searchd is told to do.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace assay::config {

// An empty text means that there is none. option_table.cc says of each member how it is set.
struct Config {
  std::string index;
  std::vector<std::string> listen;
  std::string metrics;  // address of the HTTP listener
  std::size_t workers = 2;
  std::size_t max_connections = 1024;
  std::size_t max_queued = 256;
  std::size_t max_wait_ms = 0;  // 0: by how long requests take
  std::size_t cache_mib = 1024;  // 0: Xapian's own matcher matches
  std::string state_dir;
  std::string tls_certificate, tls_key;
  std::string token_file;
  std::string log_level = "info";
  std::size_t slow_query_ms = 500;  // 0: every request is slow

  bool operator==(const Config&) const = default;
};

// Bad usage. The text says where, and what would be right, in a sentence for the user.
class ConfigError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

}  // namespace assay::config
