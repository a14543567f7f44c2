#include "client/cli/hints.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "client/cli/description.h"
#include "client/cli/nearest.h"

namespace assay::cli {
namespace {

// Longer queries are queries, whatever they begin with.
constexpr std::size_t kMaxHintedWords = 2;

const Instead* find_instead(const std::string& word) {
  for (const Verb* verb : verbs()) {
    const auto found = std::ranges::find(verb->instead, word, &Instead::word);
    if (found != verb->instead.end()) return &*found;
  }
  return nullptr;
}

// "list themes" and "themes" are both about themes, so the last word decides.
std::string command_instead(const std::vector<std::string>& words) {
  if (words.size() > kMaxHintedWords || find_instead(words.front()) == nullptr) return {};
  const Instead* last = find_instead(words.back());
  return std::string((last != nullptr ? last : find_instead(words.front()))->command);
}

std::string nearest_verb(const std::string& word) {
  std::vector<std::string_view> known;
  for (const Verb* verb : verbs()) known.push_back(verb->name);
  const std::string_view near = nearest(word, known);
  return near.empty() ? "" : fmt::format("assay {}", near);
}

std::string quoted(const std::string& word) {
  const bool is_plain = !word.empty() && std::ranges::all_of(word, [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view("-_=+,.:/@%").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (is_plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

}  // namespace

std::string command_text(const std::vector<std::string>& arguments) {
  std::string text = "assay";
  for (const std::string& argument : arguments) text += ' ' + quoted(argument);
  return text;
}

const Verb* verb_with(const std::string& flag, const Verb& verb) {
  for (const Verb* other : verbs()) {
    if (other == &verb || other->arguments != verb.arguments) continue;
    Session session;
    CLI::App app;
    add_verb_flags(app, *other, session);
    if (app.get_option_no_throw(flag.substr(0, flag.find('='))) != nullptr) return other;
  }
  return nullptr;
}

std::string nearest_flag(std::string_view written, const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  const std::vector<std::string_view> known(flags.begin(), flags.end());
  const std::string_view near = nearest(written.substr(0, written.find('=')), known);
  return near.empty() ? "" : fmt::format(", did you mean {}?", near);
}

std::optional<std::string> verb_hint(const std::vector<std::string>& words, bool found) {
  if (words.empty()) return std::nullopt;
  std::string command = command_instead(words);
  if (command.empty() && !found) command = nearest_verb(words.front());
  if (command.empty()) return std::nullopt;
  return fmt::format("note: {} is no verb, so it was searched for; did you mean {}?\n", words.front(),
                     command);
}

}  // namespace assay::cli
