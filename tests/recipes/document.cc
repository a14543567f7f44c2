#include "tests/recipes/document.h"

#include <functional>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace assay::tests {
namespace {

// Walks through the lines of a document and tells what each is.
class Walk {
 public:
  enum class Kind { kText, kHeading, kFence, kFile, kCommand, kMore, kOutput };

  Kind next(const std::string& line) {
    if (line.starts_with("```")) {
      block_ = block_.empty() ? line : "";
      return Kind::kFence;
    }
    if (block_.starts_with("```sh ")) return Kind::kFile;
    if (block_ == "```console") {
      if (line.starts_with("$ ")) return Kind::kCommand;
      return line.starts_with("> ") ? Kind::kMore : Kind::kOutput;
    }
    return block_.empty() && line.starts_with("### ") ? Kind::kHeading : Kind::kText;
  }

  std::string file() const { return block_.substr(6); }
  bool in_block() const { return !block_.empty(); }

 private:
  std::string block_;  // its first line
};

void for_each_line(const std::string& text, const std::function<void(const std::string&)>& take) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) take(line);
}

Command& last_command(std::vector<Recipe>& recipes) {
  if (recipes.empty() || recipes.back().commands.empty())
    throw std::runtime_error("a console block that begins with no command");
  return recipes.back().commands.back();
}

}  // namespace

std::vector<Recipe> recipes_of(const std::string& markdown) {
  std::vector<Recipe> recipes;
  Walk walk;
  for_each_line(markdown, [&](const std::string& line) {
    const Walk::Kind kind = walk.next(line);
    if (kind == Walk::Kind::kHeading) recipes.push_back({line.substr(4), {}, {}});
    if (recipes.empty()) return;
    if (kind == Walk::Kind::kFile) recipes.back().files[walk.file()] += line + "\n";
    if (kind == Walk::Kind::kCommand) recipes.back().commands.push_back({line.substr(2), ""});
    if (kind == Walk::Kind::kMore) last_command(recipes).text += "\n" + line.substr(2);
    if (kind == Walk::Kind::kOutput) last_command(recipes).output += line + "\n";
  });
  if (walk.in_block()) throw std::runtime_error("a block that does not end");
  std::erase_if(recipes, [](const Recipe& recipe) { return recipe.commands.empty(); });
  return recipes;
}

std::string with_outputs(const std::string& markdown, const std::vector<Recipe>& recipes) {
  std::vector<Command> commands;
  for (const Recipe& recipe : recipes)
    commands.insert(commands.end(), recipe.commands.begin(), recipe.commands.end());
  std::string text, pending;  // the output of the command that was just written
  std::size_t next = 0;
  Walk walk;
  bool in_recipes = false;
  for_each_line(markdown, [&](const std::string& line) {
    const Walk::Kind kind = walk.next(line);
    in_recipes |= kind == Walk::Kind::kHeading;
    if (in_recipes && kind == Walk::Kind::kOutput) return;
    if (kind != Walk::Kind::kMore) text += std::exchange(pending, "");
    text += line + "\n";
    if (in_recipes && kind == Walk::Kind::kCommand) pending = commands.at(next++).output;
  });
  return text;
}

}  // namespace assay::tests
