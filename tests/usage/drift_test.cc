// That help, manual page and completion of each program tell the same flags, commands and values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/usage/programs.h"

namespace assay::tests {
namespace {

using Names = std::set<std::string>;

std::string without_backslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

// Of lines such as "  -n,--dry-run   Only print".
Names flags_in_help(const NamedProgram& program, Words command) {
  command.emplace_back("--help");
  Names flags;
  for (const std::string& line : lines_of(output_of(program, command)))
    if (line.starts_with("  -"))
      for (const std::string& name : matches(line.substr(0, line.find(' ', 2)), "(--?[a-z0-9-]+)"))
        flags.insert(name);
  return flags;
}

// The part of the page below `title`, up to the next one of its rank or above it.
std::string part_of_page(const std::string& page, const std::string& title) {
  std::string part;
  bool inside = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with(".SH") || line.starts_with(".SS"))
      inside = without_backslashes(line) == title ||
               (line.starts_with(".SS") && without_backslashes(line).starts_with(title + " "));
    else if (inside)
      part += line + "\n";
  }
  return part;
}

Names flags_in_page(const std::string& part) {
  return matches(without_backslashes(part), "fB(--?[a-z0-9-]+)fR");
}

Names united(Names some, const Names& others) {
  some.insert(others.begin(), others.end());
  return some;
}

TEST(Drift, ThePageHasTheFlagsOfTheHelpAndNoOthers) {
  for (const NamedProgram& program : programs()) {
    const std::string page = output_of(program, {"--man"});
    const Names everywhere = flags_in_help(program, {});
    EXPECT_GE(everywhere.size(), 3u);
    EXPECT_EQ(flags_in_page(part_of_page(page, ".SH OPTIONS")), everywhere) << program.name;
    Names of_commands;
    for (const std::string& command : commands(program)) {
      const Names own = flags_in_page(part_of_page(page, ".SS " + program.name + " " + command));
      EXPECT_EQ(united(own, everywhere), united(flags_in_help(program, {command}), everywhere))
          << program.name << " " << command;
      of_commands.insert(own.begin(), own.end());
    }
    // What a command refers to is told somewhere.
    for (const std::string& flag : of_commands)
      EXPECT_EQ(matches(without_backslashes(page), "\\.TP\n[^\n]*fB(" + flag + ")fR").size(), 1u) << flag;
  }
}

TEST(Drift, CompletionHasTheFlagsOfTheHelpAndNoOthers) {
  for (const NamedProgram& program : programs()) {
    const Names everywhere = flags_in_help(program, {});
    EXPECT_EQ(completions(program, {"-"}), everywhere) << program.name;
    for (const std::string& command : commands(program)) {
      const Names offered = completions(program, {command, "-"});
      const Names shown = flags_in_help(program, {command});
      EXPECT_TRUE(std::ranges::includes(offered, shown)) << program.name << " " << command;
      // Flags before a command may be taken behind it too.
      EXPECT_TRUE(std::ranges::includes(united(shown, everywhere), offered))
          << program.name << " " << command;
    }
  }
}

TEST(Drift, CompletionAndPageHaveTheCommandsOfTheHelp) {
  for (const NamedProgram& program : programs()) {
    if (program.name == "assay-searchd") continue;  // has none
    const std::vector<std::string> shown = commands(program);
    EXPECT_GE(shown.size(), 5u) << program.name;
    EXPECT_EQ(completions(program, {""}), Names(shown.begin(), shown.end())) << program.name;
    const std::string page = without_backslashes(output_of(program, {"--man"}));
    EXPECT_EQ(matches(page, "\\.SS " + program.name + " ([a-z]+)"), Names(shown.begin(), shown.end()));
  }
}

// "  --by INTERVAL:{month,quarter,year}": after --by there are these, and the page names them.
TEST(Drift, CompletionAndPageHaveTheValuesOfTheHelp) {
  std::size_t seen = 0;
  for (const NamedProgram& program : programs()) {
    std::vector<std::string> all = commands(program);
    all.emplace_back();
    const std::string page = without_backslashes(output_of(program, {"--man"}));
    for (const std::string& command : all) {
      const Words before = command.empty() ? Words() : Words{command};
      Words help = before;
      help.emplace_back("--help");
      const std::string text = output_of(program, help);
      for (const std::string& each : matches(text, "(--[a-z-]+ [A-Z]+:\\{[a-z,]+\\})")) {
        const std::string flag = each.substr(0, each.find(' '));
        const std::string list = each.substr(each.find('{') + 1, each.size() - each.find('{') - 2);
        Words typed = before;
        typed.insert(typed.end(), {flag, ""});
        EXPECT_EQ(completions(program, typed), matches(list, "([a-z]+)")) << command << " " << flag;
        std::string spaced = list;
        for (std::size_t at = 0; (at = spaced.find(',', at)) != std::string::npos; at += 2)
          spaced.insert(at + 1, " ");
        std::string in_one_line = page;
        std::ranges::replace(in_one_line, '\n', ' ');
        EXPECT_THAT(in_one_line, testing::HasSubstr("One of " + spaced + ".")) << command << " " << flag;
        ++seen;
      }
    }
  }
  EXPECT_GE(seen, 10u);
}

}  // namespace
}  // namespace assay::tests
