// The recipes of docs/scripting.md print what the document shows. ASSAY_UPDATE_GOLDEN=1 writes what they
// print into the document.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/e2e/programs.h"
#include "tests/recipes/document.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

const std::string kDocument = ASSAY_SOURCE_DIR "/docs/scripting.md";

std::string read_file(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A folder with what the document promises: articles, their index, and a daemon on it.
class Kitchen {
 public:
  explicit Kitchen(const Recipe& recipe) {
    fs::create_directory(folder());
    fs::create_directory_symlink(service_.index_folder(), folder() / "articles.index");
    fs::create_directory_symlink(kCorpus, folder() / "articles");
    for (const auto& [name, text] : recipe.files) {
      std::ofstream(folder() / name) << text;
      fs::permissions(folder() / name, fs::perms::owner_all);
    }
  }

  // What a terminal would show.
  std::string cook(const std::string& command) const {
    const std::string script = "cd \"$KITCHEN\"; exec 2>&1\n" + command;
    return run({"/bin/bash", "-c", script}, {{"KITCHEN", folder().string()},
                                             {"ASSAY_SERVER", service_.server()},
                                             {"PATH", ASSAY_PROGRAMS ":/usr/bin:/bin"},
                                             {"LC_ALL", "C.UTF-8"},
                                             {"NO_COLOR", "1"},
                                             {"COLUMNS", "100"}})
        .out;
  }

 private:
  fs::path folder() const { return service_.folder() / "kitchen"; }

  TempFolder state_;
  Service service_{{kCorpus}, {"--state-dir", (state_.path() / "alerts").string()}};
};

TEST(Recipes, PrintWhatTheDocumentShows) {
  const std::string text = read_file(kDocument);
  std::vector<Recipe> recipes = recipes_of(text);
  EXPECT_GE(recipes.size(), 10u);
  for (Recipe& recipe : recipes) {
    SCOPED_TRACE(recipe.title);
    const Kitchen kitchen(recipe);
    for (Command& command : recipe.commands) {
      const std::string printed = kitchen.cook(command.text);
      EXPECT_EQ(printed, command.output) << command.text;
      command.output = printed;
    }
  }
  if (std::getenv("ASSAY_UPDATE_GOLDEN") != nullptr) std::ofstream(kDocument) << with_outputs(text, recipes);
}

}  // namespace
}  // namespace assay::tests
