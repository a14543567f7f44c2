// What is answered over HTTP: metrics, and whether the daemon is well.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "searchd/net/http_server.h"

namespace assay::searchd {

// Asked for each request, on the thread of the HTTP server.
struct HealthSources {
  std::function<std::string()> metrics;
  std::function<bool()> is_ready;                 // an index is open, and the daemon is not draining
  std::function<std::string()> degraded_because;  // empty: all is well
};

// GET /metrics, /healthz (always 200: the process answers; the body says OK or DEGRADED) and /readyz (200 or
// 503); anything else is 404.
net::HttpAnswer answer_http(std::string_view target, const HealthSources& sources);

}  // namespace assay::searchd
