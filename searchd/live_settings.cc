#include "searchd/live_settings.h"

#include <chrono>
#include <exception>
#include <utility>

#include "searchd/log_event.h"
#include "searchd/net/server.h"
#include "searchd/service_manager.h"

namespace assay::searchd {

LiveSettings::LiveSettings(const config::ConfigSource& source, config::Config running, Access& access,
                           SlowLog& slow_log, UseCertificate use_certificate)
    : source_(source),
      running_(std::move(running)),
      access_(access),
      slow_log_(slow_log),
      use_certificate_(std::move(use_certificate)) {}

void LiveSettings::reload() {
  notify_reloading();
  try {
    config::Reload found = source_.reload(running_);
    take_over(found.config);
    running_ = std::move(found.config);
    for (const std::string& key : found.need_restart)
      LogEvent(spdlog::level::warn, "a changed setting needs a restart").with("key", key);
    LogEvent(spdlog::level::info, "reloaded");
  } catch (const std::exception& error) {
    LogEvent(spdlog::level::err, "nothing was reloaded").with("reason", error.what());
  }
  notify_ready("serving");
}

// What can fail comes first.
void LiveSettings::take_over(const config::Config& config) {
  check_files(config);
  if (use_certificate_) use_certificate_(config);
  access_.load(config.token_file);
  slow_log_.set_threshold(std::chrono::milliseconds(config.slow_query_ms));
  set_log_level(config.log_level);
}

void check_files(const config::Config& config) {
  net::check_tls({config.tls_certificate, config.tls_key});
  Access().load(config.token_file);
}

}  // namespace assay::searchd
