// A batch of any length takes no more memory than a short one, on either side.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

constexpr int kQueries = 10'000;
constexpr int kSettled = 1'000;               // answers after which caches and buffers have what they need
constexpr std::uint64_t kAllowedKib = 8'192;  // what is kept of each other answer may not come to 1 KiB

// KiB of memory that is the process's own; 0 when there is no such process.
std::uint64_t resident(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssAnon:")) return std::stoull(line.substr(8));
  return 0;
}

// One question after another, each when the one before it is answered.
class Conversation {
 public:
  explicit Conversation(const Service& service)
      : questions_(open(service.folder() / "questions")),
        batch_({"/bin/sh", "-c", "exec \"$ASSAY_CLIENT\" batch --limit 1 < \"$QUESTIONS\""},
               {{"ASSAY_CLIENT", ASSAY_CLIENT},
                {"ASSAY_SERVER", service.server()},
                {"QUESTIONS", (service.folder() / "questions").string()}}) {}
  ~Conversation() { ::close(questions_); }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  std::string ask(const std::string& question) {
    const std::string line = question + '\n';
    if (::write(questions_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return {};
    return batch_.read_line();
  }
  pid_t pid() const { return batch_.pid(); }

 private:
  // Open on both sides, so that opening waits for nobody.
  static int open(const std::filesystem::path& pipe) {
    if (::mkfifo(pipe.c_str(), 0600) != 0) throw std::runtime_error("mkfifo failed");
    return ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
  }

  const int questions_;
  Process batch_;
};

TEST(BatchMemory, IsThatOfAShortBatch) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer keeps memory of its own";
#endif
  static constexpr std::array kQuestions = {"carers", "\"direct payments\"", "safeguarding rating:good",
                                            "assess*"};
  Service service({kCorpus + "/web"});
  Conversation conversation(service);
  std::uint64_t client = 0, daemon = 0;
  for (int number = 0; number < kQueries; ++number) {
    const std::string answer =
        conversation.ask(kQuestions[static_cast<std::size_t>(number) % kQuestions.size()]);
    ASSERT_TRUE(answer.starts_with("{\"id\":" + std::to_string(number + 1) + ",\"reply\":")) << answer;
    if (number + 1 != kSettled) continue;
    client = resident(conversation.pid());
    daemon = resident(service.daemon().pid());
  }
  ASSERT_GT(client, 0u);
  ASSERT_GT(daemon, 0u);
  EXPECT_LT(resident(conversation.pid()), client + kAllowedKib);
  EXPECT_LT(resident(service.daemon().pid()), daemon + kAllowedKib);
}

}  // namespace
}  // namespace assay::tests
