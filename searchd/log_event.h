// One line of the log: "2026-01-02T03:04:05.678Z level=info msg=reloaded connections=3".
#pragma once

#include <spdlog/common.h>

#include <concepts>
#include <string>
#include <string_view>

namespace assay::searchd {

// A value of a line, quoted where that is needed; whatever the text holds, it stays on one line and within
// its quotes, and shows nothing that a terminal obeys.
std::string logfmt(std::string_view text);

// Logs to standard error from now on, in lines of this form, what is logged by LogEvent or by spdlog itself.
// To be called once, before there are other threads.
void start_log(const std::string& level);

// May be called at any time, from any thread. `level` is one of config::log_levels().
void set_log_level(const std::string& level);

// Written where it ends. LogEvent(spdlog::level::info, "draining").with("connections", 3);
class LogEvent {
 public:
  LogEvent(spdlog::level::level_enum level, std::string_view message);
  ~LogEvent();
  LogEvent(const LogEvent&) = delete;
  LogEvent& operator=(const LogEvent&) = delete;

  LogEvent& with(std::string_view name, std::string_view value);
  template <std::integral Number>
  LogEvent& with(std::string_view name, Number value) {
    return with(name, std::string_view(std::to_string(value)));
  }

 private:
  spdlog::level::level_enum level_;
  std::string line_;  // empty: nobody wants it
};

}  // namespace assay::searchd
