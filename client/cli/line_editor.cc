#include "client/cli/line_editor.h"

// clang-format off: readline's headers want this one before them.
#include <cstdio>
// clang-format on
#include <readline/history.h>
#include <readline/readline.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace assay::cli {
namespace {

constexpr int kKeptLines = 1'000;
constexpr const char* kWordBreaks = " \t\"(),|:=";

// Readline knows functions only.
Completer completer_of_terminal;
std::vector<std::string> candidates;
volatile std::sig_atomic_t was_interrupted = 0;

extern "C" void on_interrupt(int) { was_interrupted = 1; }

int take_line_back() {
  if (was_interrupted == 0) return 0;
  rl_replace_line("", 0);
  rl_crlf();
  rl_done = 1;
  return 0;
}

char* next_candidate(const char*, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  return at < candidates.size() ? ::strdup(candidates[at++].c_str()) : nullptr;
}

char** complete(const char* word, int begin, int) {
  rl_attempted_completion_over = 1;
  candidates = completer_of_terminal(std::string(rl_line_buffer, static_cast<std::size_t>(begin)), word);
  rl_completion_append_character = candidates.size() == 1 && candidates.front().ends_with(':') ? '\0' : ' ';
  return rl_completion_matches(word, next_candidate);
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

LineEditor::LineEditor(std::filesystem::path history, Completer completer) : history_(std::move(history)) {
  completer_of_terminal = std::move(completer);
  rl_readline_name = "assay";
  rl_change_environment = 0;  // COLUMNS is the user's word
  rl_catch_signals = 0;
  rl_event_hook = take_line_back;
  rl_attempted_completion_function = complete;
  rl_basic_word_break_characters = kWordBreaks;
  rl_completer_word_break_characters = kWordBreaks;
  rl_catch_sigwinch = 1;
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  using_history();
  stifle_history(kKeptLines);
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  if (!history_.empty()) {
    std::error_code failed;  // then there is no history the next time
    std::filesystem::create_directories(history_.parent_path(), failed);
    const mode_t before = ::umask(077);
    write_history(history_.c_str());
    ::umask(before);
  }
  completer_of_terminal = nullptr;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
  was_interrupted = 0;
  const std::unique_ptr<char, decltype(&std::free)> line(::readline(prompt.c_str()), std::free);
  if (was_interrupted != 0) return "";
  if (!line) return std::nullopt;
  const HIST_ENTRY* last = history_length > 0 ? history_get(history_base + history_length - 1) : nullptr;
  if (*line != '\0' && (last == nullptr || std::strcmp(last->line, line.get()) != 0)) add_history(line.get());
  return line.get();
}

std::filesystem::path history_path() {
  std::string folder = variable("XDG_STATE_HOME");
  if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") + "/.local/state";
  return folder.empty() ? std::filesystem::path() : std::filesystem::path(folder) / "assay/history";
}

}  // namespace assay::cli
