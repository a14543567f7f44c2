#include "searchd/config/option_table.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace assay::config {
namespace {

constexpr bool kLive = true;

constexpr std::array kOptions = {
    Option{"index", &Config::index, "DIR", "Folder of the index"},
    Option{"listen", &Config::listen, "ADDRESS",
           "Where to serve: unix:PATH, tcp:HOST:PORT (loopback) or tls:HOST:PORT; may be given several times",
           Check::kAddress},
    Option{"metrics", &Config::metrics, "ADDRESS",
           "Where to answer HTTP with metrics and health: unix:PATH or tcp:HOST:PORT (loopback)",
           Check::kAddress},
    Option{"workers", &Config::workers, "N", "Threads that answer queries", Check::kNone, 1, 256},
    Option{"max_connections", &Config::max_connections, "N", "Connections at once", Check::kNone, 1,
           1'000'000},
    Option{"max_queued", &Config::max_queued, "N", "Requests at once, over all connections", Check::kNone, 1,
           1'000'000},
    Option{"max_wait_ms", &Config::max_wait_ms, "N",
           "Milliseconds that requests may wait for a thread before new ones are refused; 0: by how long "
           "requests take",
           Check::kNone, 0, 3'600'000},
    Option{"cache_mib", &Config::cache_mib, "N",
           "MiB of memory for postings and words that queries ask for; 0: none, Xapian's own matcher matches",
           Check::kNone, 0, 1'000'000},
    Option{"state_dir", &Config::state_dir, "DIR", "Folder that the daemon keeps its alerts in"},
    Option{"tls_certificate", &Config::tls_certificate, "FILE",
           "Certificate (PEM, with the chain behind it) of the TLS addresses", Check::kNone, 0, 0, kLive},
    Option{"tls_key", &Config::tls_key, "FILE", "Key (PEM) of the certificate", Check::kNone, 0, 0, kLive},
    Option{"token_file", &Config::token_file, "FILE", "Tokens and what they allow, a line each", Check::kNone,
           0, 0, kLive},
    Option{"log_level", &Config::log_level, "LEVEL", "What goes to standard error", Check::kLogLevel, 0, 0,
           kLive},
    Option{"slow_query_ms", &Config::slow_query_ms, "N", "Milliseconds from which on a request is logged",
           Check::kNone, 0, 3'600'000, kLive},
};

constexpr std::array kLogLevels = {"debug", "info", "warning", "error", "off"};

}  // namespace

std::span<const Option> options() { return kOptions; }
std::span<const char* const> log_levels() { return kLogLevels; }

std::string flag(std::string key) {
  std::replace(key.begin(), key.end(), '_', '-');
  return "--" + key;
}

std::string variable(std::string key) {
  for (char& c : key) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return "ASSAY_SEARCHD_" + key;
}

}  // namespace assay::config
