#include "searchd/reload_signal.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace assay::searchd {
namespace {

sigset_t hang_up() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGHUP);
  return signals;
}

void mask(int how) {
  const sigset_t signals = hang_up();
  ::pthread_sigmask(how, &signals, nullptr);
}

}  // namespace

ReloadSignal::ReloadSignal(std::function<void()> reload) : reload_(std::move(reload)) {
  mask(SIG_BLOCK);
  thread_ = std::thread([this] { run(); });
}

ReloadSignal::~ReloadSignal() {
  stopping_ = true;
  ::pthread_kill(thread_.native_handle(), SIGHUP);
  thread_.join();
  mask(SIG_UNBLOCK);
}

void ReloadSignal::run() const {
  const sigset_t signals = hang_up();
  for (int signal = 0; ::sigwait(&signals, &signal) == 0 && !stopping_;) reload_();
}

}  // namespace assay::searchd
