// Files come, change and go under a watch while clients ask the daemon. Some rounds in every run;
// ASSAY_SOAK_SECONDS makes it last, and tells the memory of both daemons.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "client/assay.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kFiles = 400;   // at most that are there at a time
constexpr int kRounds = 150;  // of the short form
constexpr int kAskers = 2;
constexpr int kSamples = 20;  // of memory, in the long form

std::chrono::seconds duration() {
  const char* const seconds = std::getenv("ASSAY_SOAK_SECONDS");
  return std::chrono::seconds(seconds != nullptr ? std::atoi(seconds) : 0);
}

std::uint64_t resident_kib(const Process& process) {
  std::uint64_t all = 0, resident = 0;
  std::ifstream(fmt::format("/proc/{}/statm", process.pid())) >> all >> resident;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

std::multiset<std::string> export_of(const fs::path& index) {
  std::multiset<std::string> lines;
  std::istringstream out(indexer({"export", "--index", index.string()}).out);
  for (std::string line; std::getline(out, line);) lines.insert(line);
  return lines;
}

class Soak : public testing::Test {
 protected:
  Soak() {
    folder_.write("in/first.txt", "Leeds City Council was rated good.");
    watch_ = std::make_unique<Process>(
        std::vector<std::string>{ASSAY_INDEXER, "watch", "--index", path("index"), path("in")});
    watch_->read_line();
    EXPECT_EQ(watch_->read_line(), "ready");
    told_ = std::thread([this] {
      while (!watch_->read_line().empty()) {
      }
    });
    // What it keeps in memory is to be full soon, so that it shows what grows besides.
    searchd_ = std::make_unique<Process>(std::vector<std::string>{ASSAY_SEARCHD, "--index", path("index"),
                                                                  "--listen", server(), "--log-level",
                                                                  "error", "--cache-mib", "8"});
    EXPECT_EQ(searchd_->read_line(), "ready " + server());
  }
  ~Soak() override {
    watch_->send_signal(SIGTERM);
    told_.join();
  }

  std::string path(const char* name) const { return (folder_.path() / name).string(); }
  std::string server() const { return "unix:" + path("searchd.sock"); }

  // A file comes, changes, goes or gets another name; some are in folders that come and go with them.
  void stir() {
    const int number = std::uniform_int_distribution<int>(0, kFiles - 1)(random_);
    const std::string name = fmt::format("in/{}{}.txt", number % 3 == 0 ? "deep/" : "", number);
    const fs::path file = folder_.path() / name;
    const int what = std::uniform_int_distribution<int>(0, 5)(random_);
    std::error_code ignored;
    if (what == 0) {
      fs::remove(file, ignored);
    } else if (what == 1) {
      fs::rename(file, file.string() + ".md", ignored);
    } else if (what == 2) {
      fs::remove(file.string() + ".md", ignored);
    } else {
      folder_.write(name,
                    fmt::format("{} Council was rated good. Carers read report {} for the {}th time. {}",
                                number % 2 == 0 ? "Bury" : "Kent County", number, ++written_,
                                std::string(static_cast<std::size_t>(number) % 7 * 50, 'x')));
    }
  }

  void ask(int seed) {
    Client client(Endpoint::parse(server()));
    for (int i = seed; !done_; ++i) {
      SearchRequest request;
      request.query = i % 3 == 0   ? "\"report " + std::to_string(i % kFiles) + "\""
                      : i % 3 == 1 ? "carers OR leeds"
                                   : "";
      request.facets = {"*"};
      try {
        const SearchReply reply = client.search(request);
        EXPECT_TRUE(!request.query.empty() || reply.total > 0);
        ++answers_;
        answers_.notify_all();
      } catch (const Error& error) {
        ADD_FAILURE() << error.what();
      }
    }
  }

  void sample() {
    const std::uint64_t watch = resident_kib(*watch_), searchd = resident_kib(*searchd_);
    fmt::print(stderr, "watch {} KiB, searchd {} KiB, {} answers\n", watch, searchd, answers_.load());
    watch_kib_.push_back(watch);
    searchd_kib_.push_back(searchd);
  }

  // The last file is answered for, and the batch that it was in is done.
  void await_rest() const {
    folder_.write("in/last.txt", "Hovercraft come last.");
    Client client(Endpoint::parse(server()));
    SearchRequest last;
    last.query = "hovercraft";
    while (client.search(last).total == 0) std::this_thread::yield();
    while (indexer({"status", "--index", path("index")}).out.find("\"idle\"") == std::string::npos)
      std::this_thread::yield();
  }

  const TempFolder folder_;
  std::unique_ptr<Process> watch_, searchd_;
  std::thread told_;  // takes what the watch tells, lest it wait for a reader
  std::mt19937 random_{3};
  int written_ = 0;
  std::atomic<bool> done_ = false;
  std::atomic<std::uint64_t> answers_ = 0;
  std::vector<std::uint64_t> watch_kib_, searchd_kib_;
};

TEST_F(Soak, WhatIsWatchedIsWhatABuildWouldMake) {
  const Clock::time_point began = Clock::now();
  std::vector<std::thread> askers;
  for (int i = 0; i < kAskers; ++i) askers.emplace_back([this, i] { ask(i); });
  for (int round = 0; round < kRounds; ++round) stir();
  auto next_sample = began;
  for (std::uint64_t seen = answers_; Clock::now() - began < duration(); seen = answers_) {
    answers_.wait(seen);
    // Not at each, so that there is an end to the changes that a look has to take in.
    if (seen % 20 == 0) stir();
    if (Clock::now() < next_sample) continue;
    sample();
    next_sample += duration() / kSamples;
  }
  await_rest();
  done_ = true;
  for (std::thread& asker : askers) asker.join();
  EXPECT_GT(answers_, 0U);

  ASSERT_EQ(indexer({"build", "-q", "--index", path("fresh"), path("in")}).exit_code, 0);
  EXPECT_EQ(export_of(path("index")), export_of(path("fresh")));
  EXPECT_EQ(indexer({"check", "--index", path("index")}).exit_code, 0);
  // Flat: what was so after a third of the time is not much exceeded at the end.
  for (const auto& kib : {watch_kib_, searchd_kib_})
    EXPECT_TRUE(kib.size() < kSamples || kib.back() <= kib[kSamples / 3] * 5 / 4);
}

}  // namespace
}  // namespace assay::tests
