// Recipes are taken out of a document as they stand there.
#include "tests/recipes/document.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace assay::tests {
namespace {

const std::string kText =
    "# Title\n\n```console\n$ not a recipe\n```\n\n### One\n\n```sh morning\n#!/bin/sh\necho x\n```\n\n"
    "```console\n$ for i in a; do\n>   echo $i\n> done\na\n$ true\n$ echo b\nb\n```\n\n### No "
    "commands\n\ntext\n";

TEST(Document, HasFilesCommandsAndOutputs) {
  const std::vector<Recipe> recipes = recipes_of(kText);
  ASSERT_EQ(recipes.size(), 1u);
  EXPECT_EQ(recipes[0].title, "One");
  EXPECT_EQ(recipes[0].files.at("morning"), "#!/bin/sh\necho x\n");
  ASSERT_EQ(recipes[0].commands.size(), 3u);
  EXPECT_EQ(recipes[0].commands[0].text, "for i in a; do\n  echo $i\ndone");
  EXPECT_EQ(recipes[0].commands[0].output, "a\n");
  EXPECT_EQ(recipes[0].commands[1].output, "");
}

TEST(Document, OutputsAreReplaced) {
  std::vector<Recipe> recipes = recipes_of(kText);
  EXPECT_EQ(with_outputs(kText, recipes), kText);
  recipes[0].commands[1].output = "new\n";
  recipes[0].commands[2].output = "";
  const std::string changed = with_outputs(kText, recipes);
  EXPECT_NE(changed.find("$ true\nnew\n$ echo b\n```\n"), std::string::npos) << changed;
}

TEST(Document, WhatIsBrokenIsNotPassedOver) {
  EXPECT_THROW(recipes_of("### One\n```console\nno command\n```\n"), std::runtime_error);
  EXPECT_THROW(recipes_of("### One\n```console\n$ true\n"), std::runtime_error);
}

}  // namespace
}  // namespace assay::tests
