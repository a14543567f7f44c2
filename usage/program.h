// What a program's command line takes, as data. Manual page and completion are made from it; it is read from
// what parses the command line, so that none of them can say anything else than --help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::usage {

struct Flag {
  std::vector<std::string> names{};    // "-n", "--dry-run": short ones first
  std::string value{};                 // what its value is called, such as FILE; empty: it takes none
  std::vector<std::string> choices{};  // the values that there are; empty: too many to name
  std::string default_value{};
  std::string help{};
  bool repeats = false;
  bool is_required = false;

  bool operator==(const Flag&) const = default;
};

struct Command {
  std::string name{};
  // What is no flag: words in lower case stand for themselves, the others for what they name, "|" is between
  // alternatives, "..." behind what may repeat, "[]" around what may be left out.
  std::string arguments{};
  std::string summary{};
  std::string examples{};     // a line each, indented by two spaces
  std::vector<Flag> flags{};  // all that its help shows
};

struct ExitCode {
  int code;
  std::string_view meaning;
};

// A named text: an environment variable, a file, or a section of the page.
struct Note {
  std::string_view name;
  std::string_view
      text;  // paragraphs with empty lines between; lines indented by two spaces stay as they are
};

struct Program {
  std::string name{};
  int section = 1;          // of the manual
  std::string arguments{};  // for the synopsis
  std::string summary{};    // a phrase
  std::string_view description{};
  std::vector<Flag> flags{};  // before a command
  std::vector<Command> commands{};
  std::string default_command{};  // the one that is meant where none is named; empty: one has to be named
  std::vector<ExitCode> exit_codes{};
  std::vector<Note> environment{}, files{}, sections{};
  std::string_view see_also{};
};

const Command* find_command(const Program& program, std::string_view name);
const Flag* find_flag(const std::vector<Flag>& flags, std::string_view name);

// "0 done, 1 nothing found", for a help's footer.
std::string in_a_line(const std::vector<ExitCode>& codes);

}  // namespace assay::usage
