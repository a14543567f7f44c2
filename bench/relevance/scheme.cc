#include "bench/relevance/scheme.h"

#include <charconv>
#include <map>
#include <sstream>
#include <stdexcept>

namespace assay::bench {
namespace {

using Parts = std::vector<std::string>;

constexpr std::string_view kJoin = " + ";

[[noreturn]] void refuse(const std::string& what) { throw std::invalid_argument("scheme: " + what); }

Parts split(const std::string& text, char separator) {
  Parts parts;
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
  }
  return parts;
}

double number(const std::string& text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || behind != end) refuse("'" + text + "' is no number");
  return value;
}

unsigned count(const std::string& text) { return static_cast<unsigned>(number(text)); }

template <typename Value>
Value one_of(const std::map<std::string, Value>& names, const std::string& name) {
  const auto found = names.find(name);
  if (found == names.end()) refuse("'" + name + "' is none of the choices");
  return found->second;
}

void demand(const Parts& parts, std::size_t size, const std::string& setting) {
  if (parts.size() != size) refuse(setting + " takes " + std::to_string(size) + " values");
}

void set_feedback(Scheme& scheme, const Parts& value) {
  if (value.front() == "none") return;
  demand(value, 4, "feedback");
  const FeedbackKind kind = one_of<FeedbackKind>({{"bo1", FeedbackKind::kBo1},
                                                  {"trad", FeedbackKind::kTrad},
                                                  {"classes", FeedbackKind::kClasses},
                                                  {"rm", FeedbackKind::kRelevanceModel}},
                                                 value.front());
  scheme.feedback = {kind, count(value[1]), count(value[2]), number(value[3])};
}

void set_stop(Scheme& scheme, const Parts& value) {
  scheme.stop = value[0] == "none" ? Stop::kNone : value[0] == "list" ? Stop::kList : Stop::kShare;
  if (scheme.stop == Stop::kShare) scheme.stop_share = number(value[0]);
  if (value.size() > 1) scheme.stop_scale = number(value[1]);
}

void set_title(Scheme& scheme, const std::string& value) {
  scheme.title = value == "none" ? Title::kNone : value == "class" ? Title::kClass : Title::kScaled;
  if (scheme.title == Title::kScaled) scheme.title_scale = number(value);
}

void set_near(Scheme& scheme, const Parts& value) {
  if (value.front() == "none") return;
  demand(value, 2, "near");
  scheme.near_window = count(value[0]);
  scheme.near_scale = number(value[1]);
}

void set_fuse(Scheme& scheme, const Parts& value) {
  demand(value, 2, "fuse");
  scheme.fuse = one_of<Fuse>({{"rank", Fuse::kRanks}, {"score", Fuse::kScores}}, value.front());
  scheme.fuse_parameter = number(value[1]);
}

void set(Scheme& scheme, const std::string& name, const std::string& value) {
  const Parts parts = split(value, ':');
  if (name == "terms")
    return void(scheme.stems_indexed = one_of<bool>({{"classes", false}, {"stems", true}}, value));
  if (name == "match")
    return void(scheme.demand = one_of<Demand>(
                    {{"any", Demand::kAny}, {"all", Demand::kAll}, {"content", Demand::kContent}}, value));
  if (name == "repeats")
    return void(scheme.repeats = one_of<Repeats>(
                    {{"sum", Repeats::kSum}, {"once", Repeats::kOnce}, {"log", Repeats::kLog}}, value));
  if (name == "exact") return void(scheme.exact_scale = number(value));
  if (name == "stop") return set_stop(scheme, parts);
  if (name == "title") return set_title(scheme, value);
  if (name == "near") return set_near(scheme, parts);
  if (name == "feedback") return set_feedback(scheme, parts);
  if (name == "fuse") return set_fuse(scheme, parts);
  refuse("there is no setting '" + name + "'");
}

Scheme parse_one(const std::string& text) {
  Scheme scheme;
  std::istringstream words(text);
  std::string word;
  if (!(words >> word)) refuse("no weight is named");
  const Parts weight = split(word, ':');
  scheme.weight = weight.front();
  for (std::size_t i = 1; i < weight.size(); ++i) scheme.parameters.push_back(number(weight[i]));
  while (words >> word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) refuse("'" + word + "' is no setting");
    set(scheme, word.substr(0, equals), word.substr(equals + 1));
  }
  return scheme;
}

}  // namespace

Scheme parse_scheme(const std::string& text) {
  const std::size_t join = text.find(kJoin);
  Scheme scheme = parse_one(text.substr(0, join));
  if (join != std::string::npos)
    scheme.other = std::make_shared<const Scheme>(parse_scheme(text.substr(join + kJoin.size())));
  scheme.text = text;
  return scheme;
}

std::vector<std::string> alternatives(const std::string& pattern) {
  const std::size_t open = pattern.find('{');
  if (open == std::string::npos) return {pattern};
  const std::size_t close = pattern.find('}', open);
  if (close == std::string::npos) refuse("'{' without '}'");
  std::vector<std::string> result;
  for (const std::string& choice : split(pattern.substr(open + 1, close - open - 1), ','))
    for (std::string& rest : alternatives(pattern.substr(close + 1)))
      result.push_back(pattern.substr(0, open) + choice + std::move(rest));
  return result;
}

}  // namespace assay::bench
