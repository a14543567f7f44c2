#include <fcntl.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <memory>

#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

// Counts the lines of the log that hold some words, and lets a test wait for the first.
class LineCounter : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit LineCounter(std::string words) : words_(std::move(words)) {}

  void await_first() {
    std::unique_lock lock(counting_);
    changed_.wait(lock, [this] { return count_ > 0; });
  }
  int count() {
    const std::lock_guard lock(counting_);
    return count_;
  }

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    const std::string_view line(message.payload.data(), message.payload.size());
    if (line.find(words_) == std::string_view::npos) return;
    const std::lock_guard lock(counting_);
    ++count_;
    changed_.notify_all();
  }
  void flush_() override {}

  const std::string words_;
  std::mutex counting_;
  std::condition_variable changed_;
  int count_ = 0;
};

// While it lives, this process may open only so many more file descriptors.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(int more) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(next);
    rlimit limit = before_;
    limit.rlim_cur = static_cast<rlim_t>(next + more);
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
  ~DescriptorLimit() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  DescriptorLimit(const DescriptorLimit&) = delete;
  DescriptorLimit& operator=(const DescriptorLimit&) = delete;

 private:
  rlimit before_{};
};

using AcceptTest = NetTest;

TEST_F(AcceptTest, FailureIsLoggedOnceAndOvercome) {
  const auto failures = std::make_shared<LineCounter>("cannot accept connections");
  const auto closed = std::make_shared<LineCounter>("closed");
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", spdlog::sinks_init_list{failures, closed}));
  spdlog::set_level(spdlog::level::debug);
  start(echo);
  {
    // UBSan needs a descriptor whenever it meets a type for the first time: let it meet them all.
    Peer before = connect_and_greet();
    before.send(search(2, "before"));
    EXPECT_TRUE(is_echo(before.receive(), 2, "before"));
  }
  closed->await_first();

  Peer first = connect_and_greet();
  std::optional<Peer> second;
  {
    const DescriptorLimit limit(1);  // for the peer's end, and none for the server's
    second.emplace(address);
    failures->await_first();
  }
  second->greet();
  first.send(search(2, "unharmed"));
  EXPECT_TRUE(is_echo(first.receive(), 2, "unharmed"));
  EXPECT_EQ(failures->count(), 1);
}

}  // namespace
}  // namespace assay::tests
