#include "usage/complete.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace assay::usage {
namespace {

using Kind = Completion::Kind;

// What was typed before the cursor, as the program will take it.
struct Typed {
  const Command* command = nullptr;
  const Flag* open = nullptr;          // the flag whose value comes next
  std::vector<std::string> arguments;  // of the command
  bool flags_ended = false;            // by "--"

  const std::vector<Flag>& flags(const Program& program) const {
    return command != nullptr ? command->flags : program.flags;
  }
};

void take(Typed& typed, const Program& program, const std::string& word) {
  if (typed.open != nullptr) {
    typed.open = nullptr;
  } else if (!typed.flags_ended && word == "--") {
    typed.flags_ended = true;
  } else if (!typed.flags_ended && word.size() > 1 && word.front() == '-') {
    const Flag* flag = find_flag(typed.flags(program), word.substr(0, word.find('=')));
    if (flag == nullptr && typed.command == nullptr) {
      typed.command = find_command(program, program.default_command);
      flag = find_flag(typed.flags(program), word);
    }
    if (word.find('=') != std::string::npos) return;
    if (flag != nullptr && !flag->value.empty()) typed.open = flag;
  } else if (typed.command == nullptr && !program.commands.empty()) {
    typed.command = find_command(program, word);
    if (typed.command != nullptr) return;
    typed.command = find_command(program, program.default_command);
    typed.arguments.push_back(word);
  } else {
    typed.arguments.push_back(word);
  }
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_literal(const std::string& word) {
  return std::islower(static_cast<unsigned char>(word.front())) != 0;
}

// What a usage line such as "add NAME [QUERY...] | list" expects behind `arguments`.
std::set<std::string> expected(const std::string& usage, const std::vector<std::string>& arguments) {
  std::set<std::string> result;
  for (const std::string& alternative : split(usage, '|')) {
    const std::vector<std::string> words = split(alternative, ' ');
    if (words.empty()) continue;
    std::size_t at = 0;
    for (; at < arguments.size() && at < words.size(); ++at)
      if (is_literal(words[at]) && words[at] != arguments[at]) break;
    if (at < arguments.size() && at < words.size()) continue;
    std::string next = at < words.size() ? words[at] : words.back();
    const bool repeats = next.find("...") != std::string::npos;
    if (at == words.size() && !repeats) continue;
    std::erase_if(next, [](char c) { return c == '[' || c == ']' || c == '.'; });
    result.insert(next);
  }
  return result;
}

Kind kind_of(const std::string& value) {
  static const std::set<std::string> kFiles = {"FILE", "PATH"}, kFolders = {"DIR", "TARGET", "BACKUP"};
  if (kFiles.contains(value)) return Kind::kFiles;
  return kFolders.contains(value) ? Kind::kFolders : Kind::kWords;
}

Completion values(const Flag& flag, const ValuesOf& values_of, const std::string& prefix) {
  Completion result{.kind = kind_of(flag.value)};
  if (!flag.choices.empty())
    for (const std::string& choice : flag.choices) result.candidates.push_back({choice, ""});
  else if (result.kind == Kind::kWords)
    result.candidates = values_of(&flag, flag.value);
  for (Candidate& candidate : result.candidates) candidate.text.insert(0, prefix);
  return result;
}

Completion flags(const std::vector<Flag>& flags) {
  Completion result;
  for (const Flag& flag : flags)
    for (const std::string& name : flag.names) result.candidates.push_back({name, flag.help});
  return result;
}

Completion arguments(const Typed& typed, const Program& program, const ValuesOf& values_of) {
  Completion result;
  const bool wants_command = typed.command == nullptr && !program.commands.empty();
  if (wants_command)
    for (const Command& command : program.commands)
      result.candidates.push_back({command.name, command.summary});
  const std::string usage = typed.command != nullptr ? typed.command->arguments : "";
  for (const std::string& value : expected(usage, typed.arguments)) {
    if (is_literal(value)) {
      result.candidates.push_back({value, ""});
    } else if (kind_of(value) != Kind::kWords) {
      result.kind = kind_of(value);
    } else {
      std::ranges::move(values_of(nullptr, value), std::back_inserter(result.candidates));
    }
  }
  return result;
}

Completion candidates(const Program& program, std::span<const std::string> words, const ValuesOf& values_of) {
  Typed typed;
  for (const std::string& word : words.first(words.size() - 1)) take(typed, program, word);
  const std::string& current = words.back();
  if (typed.open != nullptr) return values(*typed.open, values_of, "");
  if (typed.flags_ended || !current.starts_with('-')) return arguments(typed, program, values_of);
  const std::size_t equals = current.find('=');
  if (equals == std::string::npos) return flags(typed.flags(program));
  const Flag* flag = find_flag(typed.flags(program), current.substr(0, equals));
  if (flag == nullptr || flag->value.empty()) return {};
  return values(*flag, values_of, current.substr(0, equals + 1));
}

}  // namespace

Completion complete(const Program& program, std::span<const std::string> words, const ValuesOf& values_of) {
  if (words.empty()) return {};
  Completion result = candidates(program, words, values_of);
  std::erase_if(result.candidates,
                [&](const Candidate& candidate) { return !candidate.text.starts_with(words.back()); });
  return result;
}

}  // namespace assay::usage
