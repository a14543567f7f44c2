#include "usage/answer.h"

#include <algorithm>

#include "usage/completion_script.h"
#include "usage/manual.h"

namespace assay::usage {
namespace {

std::string_view name_of(Completion::Kind kind) {
  switch (kind) {
    case Completion::Kind::kWords:
      return "words";
    case Completion::Kind::kFiles:
      return "files";
    case Completion::Kind::kFolders:
      return "folders";
  }
  return "";
}

// A candidate is a line, so that what has control characters is none.
bool is_a_line(const Candidate& candidate) {
  return std::ranges::none_of(candidate.text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

std::string lines(const Completion& completion) {
  std::string text(name_of(completion.kind));
  text += '\n';
  for (const Candidate& candidate : completion.candidates) {
    if (!is_a_line(candidate)) continue;
    text += candidate.text;
    if (!candidate.note.empty()) {
      std::string note = candidate.note;
      std::ranges::replace_if(
          note, [](unsigned char c) { return c < ' ' || c == 0x7f; }, ' ');
      text += '\t' + note;
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::optional<std::string> answer(std::span<const std::string> arguments,
                                  const std::function<Program()>& program, const ValuesOf& values_of) {
  if (arguments.empty()) return std::nullopt;
  const std::string& asked = arguments.front();
  if (asked == "--man" && arguments.size() == 1) return manual(program());
  if (asked == "--complete") return lines(complete(program(), arguments.subspan(1), values_of));
  if (asked != "--completion" || arguments.size() != 2) return std::nullopt;
  std::string script = completion_script(arguments[1], program().name);
  return script.empty() ? std::nullopt : std::optional(std::move(script));
}

std::vector<Candidate> no_values(const Flag*, const std::string&) { return {}; }

}  // namespace assay::usage
