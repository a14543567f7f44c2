#include "tests/usage/programs.h"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

namespace assay::tests {

std::vector<NamedProgram> programs() {
  return {{"assay", ASSAY_CLIENT}, {"assay-indexer", ASSAY_INDEXER}, {"assay-searchd", ASSAY_SEARCHD}};
}

std::string output_of(const NamedProgram& program, Words arguments) {
  arguments.insert(arguments.begin(), program.path);
  // Nobody answers there, whatever runs on the machine.
  const Finished finished = run(arguments, {{"ASSAY_SERVER", "unix:/nowhere/assay.sock"}});
  EXPECT_EQ(finished.exit_code, 0) << program.name << ": " << finished.err;
  return finished.out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::set<std::string> completions(const NamedProgram& program, Words words) {
  words.insert(words.begin(), "--complete");
  std::set<std::string> result;
  for (const std::string& line : lines_of(output_of(program, words)))
    result.insert(line.substr(0, line.find('\t')));
  EXPECT_EQ(result.erase("words"), 1u);
  return result;
}

std::vector<std::string> commands(const NamedProgram& program) {
  std::vector<std::string> result;
  bool listed = false;
  for (const std::string& line : lines_of(output_of(program, {"--help"}))) {
    static const std::regex title("(Subcommands:|Verbs \\(.*)"), entry("  ([a-z]+) .*");
    std::smatch match;
    if (std::regex_match(line, title))
      listed = true;
    else if (!std::regex_match(line, match, entry))
      listed = false;
    else if (listed)
      result.push_back(match[1]);
  }
  return result;
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::set<std::string> result;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), wanted); at != std::sregex_iterator(); ++at)
    result.insert((*at)[1]);
  return result;
}

}  // namespace assay::tests
