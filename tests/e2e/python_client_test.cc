// The sample client in Python finds what the program finds.
#include <gtest/gtest.h>

#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

const std::string kImports = ASSAY_PYTHON_MODULES ":" ASSAY_SOURCE_DIR "/client/python";

Finished python(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASSAY_PYTHON);
  return run(arguments, {{"PYTHONPATH", kImports}, {"PYTHONDONTWRITEBYTECODE", "1"}});
}

// Runs a scenario of python_client.py against the daemon.
std::string scenario(const Service& service, const std::string& name,
                     const std::vector<std::string>& arguments = {}) {
  std::vector<std::string> all = {ASSAY_SOURCE_DIR "/tests/e2e/python_client.py", name, service.server()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Finished finished = python(all);
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  return finished.out;
}

TEST(PythonClient, FindsTheSameArticles) {
  const Service service({kCorpus});
  const Finished expected = service.ask(
      {"search", "\"direct payments\"", "--rating", "good", "--limit", "1000", "--format", "ids"});
  ASSERT_NE(expected.out, "") << expected.err;
  EXPECT_EQ(scenario(service, "ids", {"\"direct payments\"", "rating", "good"}), expected.out);
}

TEST(PythonClient, ErrorsAreTyped) {
  const Service service({kCorpus + "/notes"});
  EXPECT_EQ(scenario(service, "error"), "INVALID_ARGUMENT None 5\nTrue\n");
}

TEST(PythonClient, AStreamBringsAllHits) {
  const Service service({kCorpus});
  const Finished expected = service.ask({"search", "care", "--limit", "1000", "--format", "ids"});
  EXPECT_EQ(scenario(service, "stream"), expected.out);
}

TEST(PythonClient, AStreamLeftEarlyDisturbsNothing) {
  const Service service({kCorpus + "/notes"});
  EXPECT_EQ(scenario(service, "early"), "3 True True\n");
}

TEST(PythonClient, SpeaksTls) {
  const Service service({kCorpus + "/notes"});
  const Finished expected = service.ask({"search", "carers", "--limit", "1000", "--format", "ids"});
  EXPECT_EQ(scenario(service, "tls", {"carers"}), expected.out);
}

TEST(PythonClient, AsAProgramPrintsTitles) {
  const Service service({kCorpus + "/notes"});
  const auto ask = [&](const std::string& server) {
    return run({ASSAY_PYTHON, ASSAY_SOURCE_DIR "/client/python/assay_client.py", "sunderland"},
               {{"PYTHONPATH", kImports}, {"PYTHONDONTWRITEBYTECODE", "1"}, {"ASSAY_SERVER", server}});
  };
  EXPECT_EQ(ask(service.server()).out, "Sunderland: threes across the board\n");
  const Finished alone = ask("unix:/nonexistent");
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_TRUE(alone.err.starts_with("assay_client: ")) << alone.err;
}

}  // namespace
}  // namespace assay::tests
