#include "tests/faults/stage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <stdexcept>

#include "indexer/maintain/check.h"
#include "indexer/maintain/export.h"
#include "indexer/schema/index_directory.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

constexpr int kArticles = 30;

std::string text(int number, const std::string& more) {
  const char* const councils[] = {"Leeds City Council", "Kent County Council", "Bury Council"};
  std::string words = std::string(councils[number % 3]) +
                      " was rated good by the Care Quality Commission. Report " + std::to_string(number) +
                      " tells how carers are met " + more + ".";
  for (int i = 0; i < 40; ++i) words += " Word" + std::to_string(number * (i % 7) + i) + " stands here.";
  return words;
}

void succeed(const std::vector<std::string>& arguments) {
  const Finished finished = run_with({}, "/nonexistent", arguments);
  if (finished.exit_code != 0) throw std::runtime_error(finished.err);
}

std::uint64_t total(const engine::Engine& engine, const std::string& query) {
  engine::SearchRequest request;
  request.query = query;
  request.facets = {"*"};
  return engine.search(request, Stop(Stop::Clock::now() + std::chrono::minutes(1))).total;
}

}  // namespace

const std::vector<Work>& all_work() {
  static const std::vector<Work> work = {
      {"FirstBuild",
       {"build", "--min-free", "0", "--commit-every", "5", "--index", "INDEX", "IN"},
       false,
       false},
      {"Incremental",
       {"build", "--min-free", "0", "--commit-every", "5", "--index", "INDEX", "IN"},
       true,
       false},
      {"Fresh", {"build", "--min-free", "0", "--fresh", "--commit-every", "5", "--index", "INDEX", "IN"}},
      {"Compact", {"compact", "--min-free", "0", "--index", "INDEX"}},
      {"Restore", {"restore", "--min-free", "0", "--from", "BACKUP", "--index", "INDEX"}},
      {"Delete", {"delete", "--index", "INDEX", "--where", "council:leeds"}},
  };
  return work;
}

Lines lines_of(const fs::path& index) {
  Lines lines;
  maintain::export_articles(index, [&](const std::string&, const std::string& line) { lines.insert(line); });
  return lines;
}

void expect_answers(const engine::Engine& engine, const Lines& lines) {
  EXPECT_EQ(total(engine, ""), lines.size());
  EXPECT_EQ(total(engine, "\"bury council\""),
            static_cast<std::uint64_t>(std::ranges::count_if(lines, [](const std::string& line) {
              return line.find("Bury Council") != std::string::npos;
            })));
}

Stage::Stage(const Work& work) : work_(work) {
  prepare();
  reset();
  if (work_.has_index) before_ = lines_of(index());
  calls_ = count_calls(index(), command());
  after_ = lines_of(index());
}

void Stage::prepare() const {
  const auto write = [&](int number, const std::string& more) {
    folder_.write("in/article" + std::to_string(number) + ".txt", text(number, more));
  };
  for (int i = 0; i < kArticles; ++i) write(i, "in town");
  folder_.write("in/copy.txt", text(3, "in town"));
  const std::string in = (folder_.path() / "in").string();
  succeed({"build", "-q", "--index", (folder_.path() / "pristine").string(), in});
  for (int i = 0; i < 6; ++i) write(i * 5, "at home");
  for (int i = 0; i < 6; ++i)
    fs::remove(folder_.path() / "in" / ("article" + std::to_string(i * 5 + 1) + ".txt"));
  for (int i = kArticles; i < kArticles + 8; ++i) write(i, "by the sea");
  folder_.write("other/a.txt", text(1, "anywhere"));
  folder_.write("other/b.txt", text(2, "anywhere"));
  succeed(
      {"build", "-q", "--index", (folder_.path() / "backup").string(), (folder_.path() / "other").string()});
}

std::vector<std::string> Stage::command() const {
  std::vector<std::string> arguments = work_.command;
  for (std::string& argument : arguments) {
    if (argument == "INDEX") argument = index().string();
    if (argument == "IN") argument = (folder_.path() / "in").string();
    if (argument == "BACKUP") argument = (folder_.path() / "backup").string();
  }
  return arguments;
}

void Stage::reset() const {
  fs::remove_all(index());
  if (work_.has_index) fs::copy(folder_.path() / "pristine", index(), fs::copy_options::recursive);
}

Finished Stage::run(const Fault& fault) const { return run_with(fault, index(), command()); }

void Stage::expect_whole(const Finished& disturbed) const {
  if (!schema::has_index(index())) {
    EXPECT_FALSE(work_.has_index);
    EXPECT_EQ(disturbed.out.find("committed"), std::string::npos) << disturbed.out;
    return;
  }
  const maintain::CheckReport report = maintain::check(index());
  EXPECT_TRUE(report.is_sound()) << report.text();
  const Lines now = lines_of(index());
  EXPECT_TRUE(!work_.is_atomic || now == before_ || now == after_) << now.size() << " articles";
  expect_acknowledged(now, disturbed);
  expect_answers(engine::Engine(index()), now);
}

// Each article is in a file of its own, and each that is committed is one that changes.
void Stage::expect_acknowledged(const Lines& now, const Finished& disturbed) const {
  if (work_.is_atomic) return;
  std::size_t acknowledged = 0;
  std::istringstream out(disturbed.out);
  for (std::string line; std::getline(out, line);)
    if (line.starts_with("committed ")) acknowledged += std::stoul(line.substr(10));
  // A changed line is one that goes and one that comes.
  Lines wanted, gone, done_gone;
  std::ranges::set_difference(after_, before_, std::inserter(wanted, wanted.end()));
  std::ranges::set_difference(before_, after_, std::inserter(gone, gone.end()));
  const auto came =
      std::ranges::count_if(wanted, [&](const std::string& line) { return now.contains(line); });
  const auto went = std::ranges::count_if(gone, [&](const std::string& line) { return !now.contains(line); });
  EXPECT_GE(static_cast<std::size_t>(came + went), acknowledged) << disturbed.out;
  for (const std::string& line : now) EXPECT_TRUE(before_.contains(line) || after_.contains(line)) << line;
}

void Stage::expect_next_run_completes() const {
  const Finished next = run({});
  EXPECT_EQ(next.exit_code, 0) << next.err;
  EXPECT_EQ(lines_of(index()), after_);
  const maintain::CheckReport report = maintain::check(index());
  EXPECT_TRUE(report.is_sound()) << report.text();
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(index())) left.push_back(entry.path().filename().string());
  std::ranges::sort(left);
  EXPECT_EQ(left, (std::vector<std::string>{"XAPIANDB", schema::live_generation(index()).filename().string(),
                                            "writer.lock"}));
}

}  // namespace assay::tests
