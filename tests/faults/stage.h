// A piece of the indexer's work on an index of its own, which can be begun again from the same state.
#pragma once

#include <filesystem>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "searchd/engine/engine.h"
#include "tests/faults/faulty.h"
#include "tests/temp_folder.h"

namespace assay::tests {

// INDEX, IN and BACKUP in a command stand for the stage's folders. IN has files that came, changed and went
// since the index was made; BACKUP is an index of other articles.
struct Work {
  const char* name;
  std::vector<std::string> command;
  bool has_index = true;  // before it begins
  bool is_atomic = true;  // the index holds all of it or nothing
};

// For those who list the tests.
inline void PrintTo(const Work& work, std::ostream* out) { *out << work.name; }

// What the indexer can be disturbed in.
const std::vector<Work>& all_work();

using Lines = std::multiset<std::string>;  // of an export

class Stage {
 public:
  explicit Stage(const Work& work);

  const Work& work() const { return work_; }
  std::filesystem::path index() const { return folder_.path() / "index"; }
  const Lines& before() const { return before_; }  // what the index held at first
  const Lines& after() const { return after_; }    // and holds after an undisturbed run
  long calls() const { return calls_; }            // that change the disk in such a run

  void reset() const;  // the index is as before the work
  Finished run(const Fault& fault) const;

  // What a run that was disturbed owes: an index that is sound and answers, with what was acknowledged; it
  // may be missing where nothing was. Failures are those of the test.
  void expect_whole(const Finished& disturbed) const;
  // And the next run does the work as if nothing had been, leaving nothing behind.
  void expect_next_run_completes() const;

 private:
  std::vector<std::string> command() const;
  void prepare() const;
  void expect_acknowledged(const Lines& now, const Finished& disturbed) const;

  const Work& work_;
  const TempFolder folder_;
  Lines before_, after_;
  long calls_ = 0;
};

// Each article's line of the index.
Lines lines_of(const std::filesystem::path& index);

// All articles, and those of a phrase, are as many as `lines` say.
void expect_answers(const engine::Engine& engine, const Lines& lines);

}  // namespace assay::tests
