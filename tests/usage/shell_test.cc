// The scripts of `assay completion` in the shells themselves, where they are there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/usage/programs.h"

namespace assay::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;

// What `shell` prints for a script of it, with the programs in the PATH and no daemon; a line each.
std::vector<std::string> say(const Words& shell, const std::string& script) {
  Words arguments = shell;
  arguments.insert(arguments.begin(), "/usr/bin/env");
  arguments.push_back(script);
  const Finished finished = run(arguments, {{"PATH", std::string(ASSAY_PROGRAMS) + ":/usr/bin:/bin"},
                                            {"ASSAY_SERVER", "unix:/nowhere/s"}});
  EXPECT_EQ(finished.exit_code, 0) << script << "\n" << finished.err;
  return lines_of(finished.out);
}

bool is_there(const std::string& shell) {
  return run({"/bin/sh", "-c", "command -v " + shell}).exit_code == 0;
}

TEST(Shell, TheVerbPrintsTheScriptThatIsInstalled) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = output_of(programs()[0], {"completion", shell});
    EXPECT_FALSE(script.empty());
    for (const NamedProgram& program : programs()) {
      const std::string own = output_of(program, {"--completion", shell});
      EXPECT_THAT(own, testing::HasSubstr(" " + program.name + "\n"));
      if (program.name == "assay") {
        EXPECT_EQ(own, script);
      }
    }
  }
  const Finished refused = run({ASSAY_CLIENT, "completion", "csh"});
  EXPECT_EQ(refused.exit_code, 2);
}

// What bash offers where its words are `words`, the last of which is being typed.
std::vector<std::string> bash(const std::string& words, const std::string& program = "assay") {
  std::string function = "_" + program;
  std::replace(function.begin(), function.end(), '-', '_');
  return say({"bash", "-c"}, "source <(" + program + " --completion bash); COMP_WORDS=(" + program + " " +
                                 words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); compopt() { :; }; " +
                                 function +
                                 "; [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' \"${COMPREPLY[@]}\"");
}

TEST(Shell, Bash) {
  EXPECT_THAT(bash("sea"), ElementsAre("search"));
  EXPECT_THAT(bash("facets --by ''"), ElementsAre("month", "quarter", "year"));
  EXPECT_THAT(bash("'\"direct payments\"' --sni"), ElementsAre("--snippets"));
  EXPECT_THAT(bash("--council ''"), ElementsAre());
  EXPECT_THAT(bash("--log-level w", "assay-searchd"), ElementsAre("warning"));
  EXPECT_THAT(bash("build -", "assay-indexer"), Contains("--dry-run"));
}

// bash cuts words there.
TEST(Shell, BashBehindEqualsSignsAndColons) {
  EXPECT_THAT(bash("info --color = al"), ElementsAre("always"));
  EXPECT_THAT(bash("info --color ="), ElementsAre("auto", "always", "never"));
  EXPECT_THAT(bash("--server unix : /x in"), ElementsAre("info"));
}

TEST(Shell, BashOffersFiles) {
  EXPECT_THAT(bash("info --ca " ASSAY_SOURCE_DIR "/READ"), ElementsAre(ASSAY_SOURCE_DIR "/README.md"));
  EXPECT_THAT(bash("info --ca = " ASSAY_SOURCE_DIR "/READ"), ElementsAre(ASSAY_SOURCE_DIR "/README.md"));
  EXPECT_THAT(bash("stats --index " ASSAY_SOURCE_DIR "/search", "assay-indexer"),
              ElementsAre(ASSAY_SOURCE_DIR "/searchd"));
}

std::vector<std::string> zsh(const std::string& words) {
  return say(
      {"zsh", "-fc"},
      "compdef() { :; }; compset() { :; }; _files() { print files $@; }; compadd() { print -l -- $texts; };"
      "source <(assay completion zsh); words=(assay " +
          words + "); CURRENT=$#words; _assay || true");
}

TEST(Shell, Zsh) {
  if (!is_there("zsh")) GTEST_SKIP() << "there is no zsh";
  EXPECT_THAT(zsh("sea"), ElementsAre("search"));
  EXPECT_THAT(zsh("facets --by ''"), ElementsAre("month", "quarter", "year"));
  EXPECT_THAT(zsh("info --color=al"), ElementsAre("--color=always"));
  EXPECT_THAT(zsh("info --ca ''"), ElementsAre("files"));
  EXPECT_THAT(zsh("--council ''"), ElementsAre());
}

std::vector<std::string> fish(const std::string& line) {
  return say({"fish", "--no-config", "-c"}, "assay completion fish | source; complete -C '" + line + "'");
}

TEST(Shell, Fish) {
  if (!is_there("fish")) GTEST_SKIP() << "there is no fish";
  EXPECT_THAT(fish("assay sea"), ElementsAre("search\tFind articles (the verb may be left out)"));
  EXPECT_THAT(fish("assay facets --by "), ElementsAre("month", "quarter", "year"));
  EXPECT_THAT(fish("assay info --color=al"), ElementsAre("--color=always"));
  EXPECT_THAT(fish("assay info --ca " ASSAY_SOURCE_DIR "/READ"),
              ElementsAre(testing::StartsWith(ASSAY_SOURCE_DIR "/README.md")));
  EXPECT_THAT(fish("assay --council "), ElementsAre());
}

}  // namespace
}  // namespace assay::tests
