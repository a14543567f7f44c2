// The program beside a daemon that answers everything with samples.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/client/program.h"
#include "tests/temp_folder.h"

namespace assay::tests {

using Words = std::vector<std::string>;

// Answers everything with samples; what wants no answer gets none.
inline Script sample_script() {
  return after_greeting([](const v1::Envelope& request) {
    if (request.has_cancel() || request.has_credit()) return Reaction{};
    std::vector<v1::Envelope> answers = {sample_answer(request)};
    if (request.has_watch()) answers = news_messages(!request.watch().alert().empty());
    Reaction reaction;
    for (v1::Envelope& answer : answers) {
      answer.set_id(request.id());
      reaction.bytes += frame(answer);
    }
    return reaction;
  });
}

class ServedProgram : public testing::Test {
 protected:
  std::string address() const { return daemon_.endpoint().text(); }
  Finished run(const Words& arguments) { return run_program(arguments, {{"ASSAY_SERVER", address()}}); }

  // The first request that the arguments become.
  v1::Envelope asked(const Words& arguments) {
    const std::size_t before = daemon_.requests().size();
    const Finished outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto requests = daemon_.requests();
    return requests.size() > before ? requests[before] : v1::Envelope();
  }
  v1::SearchRequest request(const Words& arguments) { return asked(arguments).search(); }
  std::string query(const Words& arguments) { return request(arguments).query(); }

  TempFolder folder_;
  FakeDaemon daemon_{Endpoint::parse("unix:" + (folder_.path() / "s").string()), sample_script()};
};

}  // namespace assay::tests
