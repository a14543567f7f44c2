// Manual pages: what is in them, and that the formatters that are there take them without a warning.
#include "usage/manual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/temp_folder.h"
#include "tests/usage/programs.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const usage::Flag kShared = {.names = {"--index"}, .value = "DIR", .help = "Folder", .is_required = true};

usage::Command command(const std::string& name, std::vector<usage::Flag> flags) {
  return {
      .name = name, .arguments = "[ID...]", .summary = "Do it", .examples = "", .flags = std::move(flags)};
}

usage::Program program() {
  return {.name = "my-tool",
          .section = 1,
          .arguments = "COMMAND",
          .summary = "does it",
          .commands = {command("one", {kShared}), command("two", {kShared}), command("three", {kShared})},
          .exit_codes = {{0, "done"}}};
}

TEST(Manual, HasItsParts) {
  const std::string page = usage::manual(program());
  EXPECT_THAT(page, HasSubstr(".TH MY\\-TOOL 1 20"));
  EXPECT_THAT(page, HasSubstr("my-tool \\- does it\n"));
  EXPECT_THAT(page, HasSubstr(".SS my\\-tool one [\\fIID\\fR...]\nDo it.\n"));
  EXPECT_THAT(page, HasSubstr(".SH EXIT STATUS\n.TP\n\\fB0\\fR\ndone\n"));
  EXPECT_THAT(page, Not(HasSubstr("ENVIRONMENT")));
}

TEST(Manual, WhatSeveralCommandsHaveIsToldOnce) {
  const std::string told = "\\fB\\-\\-index\\fR \\fIDIR\\fR\nFolder.\nMust be given.\n";
  const std::string page = usage::manual(program());
  EXPECT_THAT(page, HasSubstr(".SH OPTIONS OF SEVERAL COMMANDS\n.TP\n" + told));
  EXPECT_EQ(page.find(told), page.rfind(told));
}

TEST(Manual, AFlagThatDiffersIsToldWithEachCommand) {
  usage::Program differing = program();
  differing.commands[1].flags[0].help = "Another folder";
  const std::string page = usage::manual(differing);
  EXPECT_THAT(page, Not(HasSubstr("OPTIONS OF SEVERAL COMMANDS")));
  EXPECT_NE(page.find("Folder.\n"), page.rfind("Folder.\n"));
}

// Whether a shell finds it.
bool is_there(const std::string& tool) { return run({"/bin/sh", "-c", "command -v " + tool}).exit_code == 0; }

// The page of the query language, which is made of a document.
Finished query_page() {
  return run({ASSAY_PYTHON, ASSAY_SOURCE_DIR "/packaging/markdown_to_man.py",
              ASSAY_SOURCE_DIR "/docs/query-syntax.md", "assay-query-syntax", "7", "a summary", "2026-01-31",
              "assay"});
}

TEST(Manual, TheQueryLanguageHasAPage) {
  const Finished made = query_page();
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr(".SH WORDS AND PHRASES\nCapitals and accents do not matter:"));
  EXPECT_THAT(made.out, HasSubstr(".TP\n\\fBdelay NEAR/5 discharge\\fR\nthe two at most 5 words apart\n"));
}

class Formatters : public testing::Test {
 protected:
  // What `tool` says of each program's page, by standard output and standard error.
  void expect_no_word_of(const std::string& tool) {
    for (const NamedProgram& program : programs())
      expect_no_word_of(tool, program.name, output_of(program, {"--man"}));
    expect_no_word_of(tool, "assay-query-syntax", query_page().out);
  }

  void expect_no_word_of(const std::string& tool, const std::string& name, const std::string& text) {
    const std::string page = (folder_.path() / (name + ".man")).string();
    std::ofstream(page) << text;
    const Finished told = run({"/bin/sh", "-c", tool + " '" + page + "' 2>&1"});
    EXPECT_EQ(told.exit_code, 0) << name;
    EXPECT_EQ(told.out, "") << name;
  }

  TempFolder folder_;
};

TEST_F(Formatters, GroffHasNoWarning) {
  if (!is_there("groff")) GTEST_SKIP() << "there is no groff";
  expect_no_word_of("groff -ww -man -Tutf8 -z");
}

TEST_F(Formatters, MandocHasNoWarning) {
  if (!is_there("mandoc")) GTEST_SKIP() << "there is no mandoc";
  expect_no_word_of("mandoc -Tlint -W style");
}

}  // namespace
}  // namespace assay::tests
