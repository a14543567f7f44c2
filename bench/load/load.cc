#include "bench/load/load.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bench/load/connection.h"
#include "bench/load/pace.h"
#include "bench/load/poller.h"
#include "bench/load/process_use.h"
#include "proto/limits.h"

namespace assay::bench {
namespace {

// For the last answers, beyond the longest deadline.
constexpr std::chrono::seconds kPatience{2};

struct Asker {
  Connection connection;
  std::uint64_t last_id = 1;                                          // that of Hello
  std::unordered_map<std::uint64_t, Clock::time_point> unanswered{};  // by id: when it was meant to be sent
  bool broken = false;
  bool awaits_room = false;  // the socket takes no more at the moment
};

class Load {
 public:
  Load(const Endpoint& endpoint, const Mix& mix, const LoadOptions& options) : mix_(mix), options_(options) {
    for (std::size_t i = 0; i < options.clients; ++i) {
      askers_.push_back({Connection(endpoint)});
      poller_.watch(askers_.back().connection.fd(), i);
    }
    daemon_ = askers_.at(0).connection.daemon();
  }

  std::optional<pid_t> daemon() const { return daemon_; }

  LoadResult run() {
    begin_ = Clock::now() + options_.warm_up;
    end_ = begin_ + options_.duration;
    if (options_.rate)
      pace_.emplace(Clock::now(), *options_.rate, options_.arrivals, options_.seed);
    else
      for (Asker& asker : askers_) ask(asker, Clock::now());
    turn_until(begin_);
    const auto before = process_use(daemon_);
    turn_until(end_);
    const auto after = process_use(daemon_);
    if (before && after && answered_ > 0)
      result_.cpu_ms_an_answer =
          (after->cpu_seconds - before->cpu_seconds) * 1000 / static_cast<double>(answered_);
    await_last_answers();
    result_.ok_a_second =
        static_cast<double>(ok_in_time_) / std::chrono::duration<double>(end_ - begin_).count();
    return std::move(result_);
  }

 private:
  bool counts(Clock::time_point meant) const { return meant >= begin_ && meant < end_; }

  void turn_until(Clock::time_point until) {
    while (Clock::now() < until) {
      if (std::all_of(askers_.begin(), askers_.end(), [](const Asker& asker) { return asker.broken; }))
        throw std::runtime_error("all connections are lost");
      send_what_is_due();
      heed(poller_.wait(std::min(next_due(), until)));
    }
  }

  Clock::time_point next_due() const {
    if (pace_) return pace_->next();
    return pausing_.empty() ? end_ : pausing_.begin()->first;
  }

  void send_what_is_due() {
    while (!pausing_.empty() && pausing_.begin()->first <= Clock::now()) {
      Asker& asker = askers_[pausing_.begin()->second];
      pausing_.erase(pausing_.begin());
      if (Clock::now() < end_) ask(asker, Clock::now());
    }
    for (; pace_ && pace_->next() <= Clock::now() && pace_->next() < end_; pace_->advance())
      ask(askers_[turn_++ % askers_.size()], pace_->next());
  }

  void ask(Asker& asker, Clock::time_point meant) {
    v1::Envelope request;
    request.set_id(++asker.last_id);
    request.set_deadline_ms(options_.deadline_ms);
    *request.mutable_search() = mix_[question_++ % mix_.size()];
    if (counts(meant)) ++result_.asked;
    asker.unanswered.emplace(asker.last_id, meant);
    if (asker.broken || !asker.connection.send(request)) return lose(asker);
    if (counts(meant)) result_.worst_lag = std::max(result_.worst_lag, Clock::now() - meant);
    await_room(asker);
  }

  void await_room(Asker& asker) {
    if (asker.awaits_room == asker.connection.has_unsent()) return;
    asker.awaits_room = !asker.awaits_room;
    poller_.want_write(asker.connection.fd(), number(asker), asker.awaits_room);
  }

  void heed(const std::vector<Poller::Event>& events) {
    for (const Poller::Event& event : events) {
      Asker& asker = askers_[event.who];
      if (event.writable && !asker.connection.flush()) lose(asker);
      if (event.writable && !asker.broken) await_room(asker);
      if (event.readable && !asker.broken) take_answers(asker);
    }
  }

  void take_answers(Asker& asker) {
    answers_.clear();
    const bool open = asker.connection.receive(answers_);
    for (const Answer& answer : answers_) {
      const auto asked = asker.unanswered.find(answer.id);
      if (asked == asker.unanswered.end()) continue;  // about the connection: its end follows
      const Clock::time_point now = Clock::now();
      take_answer(answer, asked->second, now);
      asker.unanswered.erase(asked);
      if (open && !pace_ && now < end_) go_on(asker, answer, now);
    }
    if (!open) lose(asker);
  }

  // Of a closed loop: as a client that does what the daemon asks of it.
  void go_on(Asker& asker, const Answer& answer, Clock::time_point now) {
    if (answer.retry_after.count() == 0) return ask(asker, now);
    pausing_.emplace(now + answer.retry_after, number(asker));
  }

  void take_answer(const Answer& answer, Clock::time_point meant, Clock::time_point now) {
    const bool ok = answer.code == v1::CODE_OK;
    if (counts(now)) ++answered_;
    if (counts(now) && ok) ++ok_in_time_;
    if (!counts(meant)) return;
    count(v1::Code_Name(answer.code));
    if (ok) result_.latency.add(now - meant);
  }

  void count(std::string name) {
    constexpr std::string_view kPrefix = "CODE_";
    if (name.starts_with(kPrefix)) name.erase(0, kPrefix.size());
    ++result_.outcomes[name.empty() ? "UNKNOWN" : name];
  }

  void lose(Asker& asker) {
    if (!std::exchange(asker.broken, true)) poller_.forget(asker.connection.fd());
    for (const auto& [id, meant] : asker.unanswered)
      if (counts(meant)) count("LOST");
    asker.unanswered.clear();
  }

  void await_last_answers() {
    send_what_is_due();  // what was meant for the last moment and is late
    const auto longest =
        options_.deadline_ms == 0 ? proto::kDefaultDeadline : std::chrono::milliseconds(options_.deadline_ms);
    const auto until = end_ + longest + kPatience;
    const auto waits = [](const Asker& asker) { return !asker.unanswered.empty(); };
    while (Clock::now() < until && std::any_of(askers_.begin(), askers_.end(), waits))
      heed(poller_.wait(until));
    for (const Asker& asker : askers_)
      for (const auto& [id, meant] : asker.unanswered)
        if (counts(meant)) count("UNANSWERED");
  }

  std::size_t number(const Asker& asker) const { return static_cast<std::size_t>(&asker - askers_.data()); }

  const Mix& mix_;
  const LoadOptions options_;
  std::vector<Asker> askers_;
  Poller poller_;
  std::optional<pid_t> daemon_;
  std::optional<Pace> pace_;                               // of an open loop
  std::multimap<Clock::time_point, std::size_t> pausing_;  // askers that wait before they ask again, by when
  std::vector<Answer> answers_;
  std::size_t question_ = 0, turn_ = 0;
  Clock::time_point begin_, end_;  // of what counts
  std::uint64_t answered_ = 0, ok_in_time_ = 0;
  LoadResult result_;
};

}  // namespace

LoadResult run_load(const Endpoint& endpoint, const Mix& mix, const LoadOptions& options) {
  Load load(endpoint, mix, options);
  const auto without = process_use(load.daemon());
  std::vector<Connection> idle;
  while (idle.size() < options.idle) idle.emplace_back(endpoint);
  const auto with = process_use(load.daemon());
  LoadResult result = load.run();
  if (!idle.empty() && without && with) result.idle = {without->resident_kib, with->resident_kib, 0};
  if (result.idle)
    for (const Connection& each : idle) result.idle->left += each.is_quiet() ? 1 : 0;
  return result;
}

}  // namespace assay::bench
