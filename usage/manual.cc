#include "usage/manual.h"

#include <fmt/format.h>

#include <algorithm>

#include "usage/build.h"
#include "usage/roff.h"

namespace assay::usage {
namespace {

// Flags that at least so many commands have, all of them just so, are told once.
constexpr int kManyCommands = 3;

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

bool contains(const std::vector<Flag>& flags, const Flag& flag) {
  return std::ranges::find(flags, flag) != flags.end();
}

std::string names(const Flag& flag) {
  std::string text;
  for (const std::string& name : flag.names)
    text += (text.empty() ? "\\fB" : ", \\fB") + roff_code(name) + "\\fR";
  return text;
}

std::string told(const Flag& flag) {
  std::string text = ".TP\n" + names(flag);
  if (!flag.value.empty()) text += " \\fI" + roff_code(flag.value) + "\\fR";
  if (flag.repeats) text += " ...";
  std::string help = flag.help + ".";
  if (!flag.choices.empty()) help += fmt::format(" One of {}.", fmt::join(flag.choices, ", "));
  if (!flag.default_value.empty()) help += " Default: " + flag.default_value + ".";
  if (flag.is_required) help += " Must be given.";
  return text + "\n" + roff_lines(help);
}

bool is_shared(const Program& program, const Flag& flag) {
  if (contains(program.flags, flag)) return false;
  int having = 0;
  for (const Command& command : program.commands) {
    const Flag* same_name = find_flag(command.flags, flag.names.back());
    if (same_name != nullptr && *same_name != flag) return false;
    having += same_name != nullptr ? 1 : 0;
  }
  return having >= kManyCommands;
}

// Those of the commands that the program itself has not, but several commands have alike.
std::vector<Flag> shared_flags(const Program& program) {
  std::vector<Flag> shared;
  for (const Command& command : program.commands)
    for (const Flag& flag : command.flags)
      if (!contains(shared, flag) && is_shared(program, flag)) shared.push_back(flag);
  return shared;
}

// "[QUERY...]" with what stands for something else in italics.
std::string placeholders(const std::string& usage) {
  std::string out;
  bool in_name = false;
  for (const char c : usage) {
    const bool is_name = c >= 'A' && c <= 'Z';
    if (is_name != in_name) out += is_name ? "\\fI" : "\\fR";
    in_name = is_name;
    out += c == '-' ? "\\-" : std::string(1, c);
  }
  return in_name ? out + "\\fR" : out;
}

std::string command_section(const Program& program, const Command& command, const std::vector<Flag>& shared) {
  const std::string name = program.name + " " + command.name;
  std::string text = ".SS " + roff_code(name);
  text += (command.arguments.empty() ? "" : " " + placeholders(command.arguments)) + "\n";
  text += roff_lines(command.summary + ".");
  std::string also;
  for (const Flag& flag : command.flags) {
    if (contains(program.flags, flag)) continue;
    if (contains(shared, flag))
      also += (also.empty() ? "" : ",\n") + names(flag);
    else
      text += told(flag);
  }
  if (!also.empty())
    text += ".PP\nTakes also, as described under OPTIONS OF SEVERAL COMMANDS:\n" + also + ".\n";
  if (!command.examples.empty()) text += ".PP\nExamples:\n" + roff_paragraphs(command.examples);
  return text;
}

std::string section(std::string_view title, std::string_view body) {
  return body.empty() ? "" : ".SH " + upper(std::string(title)) + "\n" + std::string(body);
}

std::string list(const std::vector<Note>& notes) {
  std::string text;
  for (const Note& note : notes)
    text += ".TP\n\\fB" + roff_code(note.name) + "\\fR\n" + roff_lines(note.text);
  return text;
}

std::string list(const std::vector<Flag>& flags) {
  std::string text;
  for (const Flag& flag : flags) text += told(flag);
  return text;
}

std::string head(const Program& program) {
  std::string name = roff_lines(program.name + " - " + program.summary);
  name.replace(name.find(" - "), 3, " \\- ");  // as those who index pages want it
  return fmt::format(
      ".TH {} {} {} \"assay {}\" \"{}\"\n.nh\n.ad l\n.SH NAME\n{}.SH SYNOPSIS\n\\fB{}\\fR {}\n",
      roff_code(upper(program.name)), program.section, build_date(), version(),
      program.section == 8 ? "System administration" : "User commands", name, roff_code(program.name),
      placeholders(program.arguments));
}

std::string exit_status(const std::vector<ExitCode>& codes) {
  std::string text;
  for (const ExitCode& code : codes)
    text += ".TP\n\\fB" + std::to_string(code.code) + "\\fR\n" + roff_lines(code.meaning);
  return text;
}

}  // namespace

std::string manual(const Program& program) {
  const std::vector<Flag> shared = shared_flags(program);
  std::string commands;
  for (const Command& command : program.commands) commands += command_section(program, command, shared);
  std::string text = head(program);
  text += section("description", roff_paragraphs(program.description));
  text += section("options", list(program.flags));
  text += section("commands", commands);
  text += section("options of several commands", list(shared));
  for (const Note& note : program.sections) text += section(note.name, roff_paragraphs(note.text));
  text += section("exit status", exit_status(program.exit_codes));
  text += section("environment", list(program.environment));
  text += section("files", list(program.files));
  text += section("see also", roff_paragraphs(program.see_also));
  return text;
}

}  // namespace assay::usage
