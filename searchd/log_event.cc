#include "searchd/log_event.h"

#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace assay::searchd {
namespace {

// Of the logger whose messages are pairs of name and value already; those of all others are plain sentences.
constexpr const char* kEvents = "events";

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("-_.:/+@,").find(c) != std::string_view::npos;
}

bool is_shown(UChar32 c) {
  const int kind = u_charType(c);
  return u_isprint(c) != 0 && kind != U_LINE_SEPARATOR && kind != U_PARAGRAPH_SEPARATOR;
}

void append_quoted(std::string_view text, std::string& out) {
  const auto size = static_cast<int>(text.size());
  for (int at = 0; at < size;) {
    const int begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    const std::string_view bytes =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    if (c < 0) {
      for (const char byte : bytes)
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    } else if (c == '"' || c == '\\') {
      out.append({'\\', static_cast<char>(c)});
    } else if (c == '\n') {
      out += "\\n";
    } else if (is_shown(c)) {
      out += bytes;
    } else {
      const auto number = static_cast<unsigned>(c);
      out += c < 0x10000 ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
    }
  }
}

// "%*": the message as pairs of name and value.
class Pairs : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    const std::string_view text(message.payload.data(), message.payload.size());
    const bool has_pairs =
        std::string_view(message.logger_name.data(), message.logger_name.size()) == kEvents;
    const std::string pairs = has_pairs ? std::string(text) : "msg=" + logfmt(text);
    out.append(pairs.data(), pairs.data() + pairs.size());
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Pairs>(); }
};

spdlog::logger& events() {
  static const std::shared_ptr<spdlog::logger> registered = spdlog::get(kEvents);
  return registered ? *registered : *spdlog::default_logger_raw();
}

}  // namespace

std::string logfmt(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out = "\"";
  append_quoted(text, out);
  return out + "\"";
}

void start_log(const std::string& level) {
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<Pairs>('*').set_pattern("%Y-%m-%dT%H:%M:%S.%eZ level=%l %*");
  auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  sink->set_formatter(std::move(formatter));
  spdlog::register_logger(std::make_shared<spdlog::logger>(kEvents, sink));
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("assay-searchd", sink));
  set_log_level(level);
}

void set_log_level(const std::string& level) { spdlog::set_level(spdlog::level::from_str(level)); }

LogEvent::LogEvent(spdlog::level::level_enum level, std::string_view message) : level_(level) {
  if (events().should_log(level)) line_ = "msg=" + logfmt(message);
}

LogEvent::~LogEvent() {
  if (!line_.empty()) events().log(level_, spdlog::string_view_t(line_.data(), line_.size()));
}

LogEvent& LogEvent::with(std::string_view name, std::string_view value) {
  if (!line_.empty()) line_.append(" ").append(name).append("=").append(logfmt(value));
  return *this;
}

}  // namespace assay::searchd
