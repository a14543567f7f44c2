// Tokens: where the program takes them from, and what the daemon is told.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <mutex>

#include "client/cli/token_file.h"
#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/client/program.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

class Token : public testing::Test {
 protected:
  std::string file(const std::string& content, mode_t mode = 0600) const {
    std::filesystem::remove(folder_.path() / "token");
    const std::string path = folder_.write("token", content).string();
    ::chmod(path.c_str(), mode);
    return path;
  }
  std::string told() {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  Finished count(const std::vector<std::string>& flags, Environment environment = {}) const {
    std::vector<std::string> arguments = {"count", "--retry", "0"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    environment["ASSAY_SERVER"] = daemon_.endpoint().text();
    return run_program(arguments, environment);
  }

  const TempFolder folder_;
  std::mutex mutex_;
  std::string told_;
  const Script answer_ = answering(sample_answer);
  // Lets in who has the token.
  const FakeDaemon daemon_{Endpoint::parse("unix:" + (folder_.path() / "s").string()),
                           [this](const v1::Envelope& request) {
                             if (!request.has_hello()) return answer_(request);
                             const std::lock_guard lock(mutex_);
                             told_ = request.hello().token();
                             if (told_ == "open sesame") return answer_(request);
                             v1::Envelope refused;
                             refused.set_id(request.id());
                             refused.mutable_status()->set_code(v1::CODE_UNAUTHENTICATED);
                             refused.mutable_status()->set_message("a token is wanted");
                             return Reaction{frame(refused), true};
                           }};
};

TEST_F(Token, IsTheFirstLineOfAFile) {
  EXPECT_EQ(count({"--token-file", file("open sesame\nand a remark\n")}).out, "120\n");
  EXPECT_EQ(count({}, {{"ASSAY_TOKEN_FILE", file("open sesame\r\n", 0400)}}).out, "120\n");
  EXPECT_EQ(count({"--token-file", file("open sesame")}, {{"ASSAY_TOKEN_FILE", "/nonexistent"}}).out,
            "120\n");
}

TEST_F(Token, WithoutTheRightOneTheExitCodeIsFour) {
  const Finished without = count({});
  EXPECT_EQ(without.exit_code, 4);
  EXPECT_EQ(without.err,
            "assay: a token is wanted\n--token-file or ASSAY_TOKEN_FILE name the file with the token.\n");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(count({"--token-file", file("guess")}).exit_code, 4);
  EXPECT_EQ(told(), "guess");
}

TEST_F(Token, AFileThatOthersMayReadIsRefused) {
  for (const mode_t mode : {0640, 0604, 0620, 0644}) {
    const Finished outcome = count({"--token-file", file("open sesame", mode)});
    EXPECT_EQ(outcome.exit_code, 2) << mode;
    EXPECT_THAT(outcome.err, HasSubstr("chmod 600"));
  }
  EXPECT_EQ(told(), "");
}

TEST_F(Token, AFileWithoutATokenIsRefused) {
  for (const std::string& path : {file("\nopen sesame\n"), folder_.path().string(), std::string("/dev/null")})
    EXPECT_THROW(cli::read_token(path), Error) << path;
}

}  // namespace
}  // namespace assay::tests
