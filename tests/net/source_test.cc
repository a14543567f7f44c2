// Rules that the sources of net/ keep and no compiler checks.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(ASSAY_SOURCE_DIR "/searchd/net"))
    if (entry.path().extension() == ".cc" || entry.path().extension() == ".h") found.push_back(entry.path());
  return found;
}

std::string without_comments(const std::string& source) {
  std::istringstream lines(source);
  std::string code;
  for (std::string line; std::getline(lines, line);) code += line.substr(0, line.find("//")) + '\n';
  return code;
}

// The expression that begins at `begin`: as far as its statement or the parenthesis around it.
std::string expression_at(const std::string& source, std::size_t begin) {
  int depth = 0;
  std::size_t end = begin;
  for (; end < source.size() && depth >= 0; ++end) {
    if (source[end] == '(') ++depth;
    if (source[end] == ')') --depth;
    if (source[end] == ';' && depth == 0) break;
  }
  return source.substr(begin, end - begin);
}

std::vector<std::string> awaited(const std::string& source) {
  std::vector<std::string> found;
  for (std::size_t at = source.find("co_await"); at != std::string::npos;
       at = source.find("co_await", at + 1))
    found.push_back(expression_at(source, at));
  return found;
}

TEST(NetSources, AreReadAsIntended) {
  EXPECT_EQ(awaited("if (co_await f(a, b()))\n{"), std::vector<std::string>{"co_await f(a, b()))"});
  EXPECT_EQ(awaited("co_await g([x] { h(); });"), std::vector<std::string>{"co_await g([x] { h(); })"});
}

// g++ 12 destroys twice a lambda with captures or an aggregate that is made inside an awaited expression.
TEST(NetSources, MakeNoLambdaAndNoAggregateWithinAnAwaitedExpression) {
  std::size_t seen = 0;
  for (const fs::path& path : sources()) {
    for (const std::string& expression : awaited(without_comments(read(path)))) {
      ++seen;
      EXPECT_EQ(expression.find_first_of("[{"), std::string::npos) << path << ": " << expression;
    }
  }
  EXPECT_GT(seen, 5U);
}

TEST(NetSources, KeepAsioOutOfTheContract) {
  for (const char* name : {"server.h", "listen.h", "conversation.h", "answer.h"})
    EXPECT_EQ(read(fs::path(ASSAY_SOURCE_DIR "/searchd/net") / name).find("boost"), std::string::npos)
        << name;
}

}  // namespace
}  // namespace assay::tests
