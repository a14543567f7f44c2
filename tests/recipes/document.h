// The recipes of a document in Markdown, taken apart so that they can be run.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace assay::tests {

// A command of a block ```console: what stands behind "$ ", with the lines behind "> " that continue it, and
// the output shown below.
struct Command {
  std::string text;
  std::string output;
};

// What stands under a heading "### ...".
struct Recipe {
  std::string title;
  std::map<std::string, std::string> files;  // blocks "```sh NAME" by their names
  std::vector<Command> commands;
};

// Those with commands. Throws std::runtime_error where a block does not end, or a console block begins with
// no command.
std::vector<Recipe> recipes_of(const std::string& markdown);

// The same document with the outputs of `recipes`, which has the shape of the document's own.
std::string with_outputs(const std::string& markdown, const std::vector<Recipe>& recipes);

}  // namespace assay::tests
