// A line that is typed on a terminal, with history and completion. There is one terminal, so one editor.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace assay::cli {

// What the word that is typed may become: `before` is the line up to it. Throws nothing.
using Completer = std::function<std::vector<std::string>(const std::string& before, const std::string& word)>;

// Not thread-safe.
class LineEditor {
 public:
  // Keeps what was typed in the file, which only its owner can read; empty: nowhere.
  LineEditor(std::filesystem::path history, Completer completer);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // The next line; empty when Ctrl-C took it back; nothing at its end (Ctrl-D).
  std::optional<std::string> read(const std::string& prompt);

 private:
  std::filesystem::path history_;
};

// $XDG_STATE_HOME/assay/history, or ~/.local/state/assay/history; empty where neither variable is set.
std::filesystem::path history_path();

}  // namespace assay::cli
