#include "tests/recorded/recording.h"

#include <regex>
#include <sstream>

namespace assay::tests {
namespace {

struct Varying {
  std::regex what;
  const char* word;
};

std::string steady(std::string text, const Words& words) {
  static const std::vector<Varying> kVarying = {
      {std::regex(R"(\([0-9.]+ m?s\))"), "(TIME)"},
      {std::regex(R"("milliseconds":[0-9.eE+-]+)"), "\"milliseconds\":TIME"},
      {std::regex(R"([0-9]+\.[0-9]{6,}(E[0-9-]+)?)"), "SCORE"},  // the last digits are the machine's
      {std::regex(R"(uptime    [0-9]+ s)"), "uptime    TIME"},
      {std::regex(R"("uptime_seconds":[0-9]+)"), "\"uptime_seconds\":TIME"},
      {std::regex(R"(index     [0-9a-f-]+)"), "index     ID"},
      {std::regex(R"("index_id":"[^"]*")"), "\"index_id\":\"ID\""},
      {std::regex(R"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z)"), "NOW"}};
  for (const auto& [varying, word] : words)
    for (std::size_t at; (at = text.find(varying)) != std::string::npos;)
      text.replace(at, varying.size(), word);
  for (const Varying& each : kVarying) text = std::regex_replace(text, each.what, each.word);
  return text;
}

std::string visible(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\0')
      result += "␀";
    else if (c == '\x1b')
      result += "␛";
    else if (c == '\r')
      result += "␍";
    else
      result += c;
  }
  return result;
}

std::string marked(const std::string& text, const std::string& mark) {
  std::istringstream lines(visible(text));
  std::string result;
  for (std::string line; std::getline(lines, line);) result += mark + (line.empty() ? "" : " ") + line + '\n';
  if (!text.empty() && text.back() != '\n') result.insert(result.size() - 1, "␄");  // ends without a newline
  return result;
}

}  // namespace

std::vector<Recorded> commands_of(const std::string& recording) {
  std::istringstream lines(recording);
  std::vector<Recorded> result;
  std::string above;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("$ ")) {
      result.push_back({std::move(above), line.substr(2)});
      above.clear();
    } else if (line.empty() || line.starts_with("#")) {
      above += line + '\n';
    }
  }
  return result;
}

std::string record(const Recorded& recorded, const Finished& outcome, const Words& words) {
  return recorded.above + "$ " + recorded.command + '\n' + marked(steady(outcome.out, words), "|") +
         marked(steady(outcome.err, words), "!") + "? " + std::to_string(outcome.exit_code) + '\n';
}

}  // namespace assay::tests
