#include "searchd/health.h"

#include <boost/json.hpp>

namespace assay::searchd {
namespace {

net::HttpAnswer answer_json(unsigned status, const boost::json::object& object) {
  return {status, "application/json", boost::json::serialize(object) + "\n"};
}

}  // namespace

net::HttpAnswer answer_http(std::string_view target, const HealthSources& sources) {
  const std::string_view path = target.substr(0, target.find('?'));
  if (path == "/metrics") return {200, "text/plain; version=0.0.4; charset=utf-8", sources.metrics()};
  if (path == "/readyz")
    return sources.is_ready() ? answer_json(200, {{"status", "READY"}})
                              : answer_json(503, {{"status", "NOT READY"}});
  if (path == "/healthz") {
    const std::string reason = sources.degraded_because();
    if (reason.empty()) return answer_json(200, {{"status", "OK"}});
    return answer_json(200, {{"status", "DEGRADED"}, {"reason", reason}});
  }
  return {404, "text/plain; charset=utf-8", "there is /metrics, /healthz and /readyz\n"};
}

}  // namespace assay::searchd
