#include "searchd/commit_watch.h"

#include <utility>

#include "searchd/log_event.h"

namespace assay::searchd {

CommitWatch::CommitWatch(const engine::Engine& engine, OnCommit on_commit, std::chrono::milliseconds pause)
    : engine_(engine),
      on_commit_(std::move(on_commit)),
      pause_(pause),
      thread_([this](const std::stop_token& stop) { watch(stop); }) {}

CommitWatch::~CommitWatch() { stop_.cancel(); }

void CommitWatch::watch(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    try {
      look();
    } catch (const std::exception& wrong) {
      LogEvent(spdlog::level::err, "failed after a commit").with("reason", wrong.what());
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, kEvery, [] { return false; });
  }
}

void CommitWatch::tell_of_health() {
  const engine::Health health = engine_.health();
  if (std::exchange(degraded_, health.degraded) == health.degraded) return;
  if (health.degraded)
    LogEvent(spdlog::level::err, "degraded, the last good revision is served").with("reason", health.reason);
  else
    LogEvent(spdlog::level::info, "no longer degraded");
}

void CommitWatch::look() {
  engine_.keep_up();
  tell_of_health();
  follow(engine_.identity());
  if (!has_read_ahead_) read_ahead();
}

void CommitWatch::follow(const engine::Identity& now) {
  const bool is_new = now.index_id != seen_.index_id || now.revision != seen_.revision;
  if (!is_new && Stop::Clock::now() < again_) return;
  seen_ = now;
  if (is_new) has_read_ahead_ = false;
  again_ = Stop::Clock::now() + pause_;  // unless it is done
  if (on_commit_(stop_)) again_ = Stop::Clock::time_point::max();
}

// No longer at a time than until the next look, so that commits are noticed meanwhile.
void CommitWatch::read_ahead() {
  has_read_ahead_ = true;  // also where it fails: queries read for themselves, and find out why
  has_read_ahead_ = engine_.read_ahead(stop_.until(Stop::Clock::now() + kEvery));
}

}  // namespace assay::searchd
