// The threads that do the socket work. Includes Asio: for net/ alone.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdint>

#include "proto/alertness.h"
#include "searchd/net/admission.h"

namespace assay::net {

// Runs an io_context on one thread at a time, the leader, while another stands by; so all that the context's
// handlers do is done as if there were one thread. To wake a thread of an idle processor takes longer than
// many a query, so the leader does two things to spare a request that:
// - It works off itself a request that is alone, which would find an idle pool. Where that takes longer than
//   kPatience the other one takes the lead meanwhile, and the pool does without one of its threads, so that
//   no more work goes on at once than it has threads.
// - When all is answered it looks for the next request for kAlert before it sleeps, where requests have come
//   so soon of late: who asks one question after another finds it awake.
class IoThreads {
 public:
  // How long the leader may keep all connections waiting.
  static constexpr std::chrono::microseconds kPatience{500};
  static constexpr std::chrono::microseconds kAlert{200};

  // All outlive it, and the pool has been joined by then.
  IoThreads(boost::asio::io_context& io, boost::asio::thread_pool& pool, const Admission& admission);
  ~IoThreads();
  IoThreads(const IoThreads&) = delete;
  IoThreads& operator=(const IoThreads&) = delete;

  // On this thread and another, until the context has no work any more. Once only. Throws what a handler
  // does.
  void run();

  // On the leader: whether one request is all that there is to work off.
  bool has_one_request() const { return admission_.taken() == 1; }

  // To be called by a handler of the context, at its end and for the one request that there is. Does
  // `work`, which must not throw; behind it the thread may lead no more, and nothing that belongs to the
  // context's handlers may be touched.
  template <typename Work>
  void do_here(const Work& work) {
    const std::uint64_t turn = begin();
    work();
    end(turn);
  }

 private:
  std::uint64_t begin();
  void end(std::uint64_t turn);
  void lead_in_turns();
  bool lead_on();
  bool take_over();
  void wake_other(std::chrono::nanoseconds after);
  void stop();

  boost::asio::io_context& io_;
  boost::asio::thread_pool& pool_;
  const Admission& admission_;
  const int timer_;                      // wakes whoever stands by
  std::atomic<std::uint64_t> turn_ = 0;  // odd while the leader does work; then the other may take the lead
  std::atomic<std::uint64_t> finished_ = 0;  // the last turn that was taken over and is done
  std::atomic<bool> ended_ = false;
  proto::Alertness alertness_;  // the leader's
};

}  // namespace assay::net
