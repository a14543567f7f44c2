#include "client/cli/signals.h"

#include <csignal>

namespace assay::cli {
namespace {

const Interrupt* raised_by_signals = nullptr;

extern "C" void on_signal(int) { raised_by_signals->raise(); }

}  // namespace

const Interrupt& interrupt_of_signals() {
  static const Interrupt interrupt;
  if (raised_by_signals == nullptr) {
    raised_by_signals = &interrupt;
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
  }
  return interrupt;
}

}  // namespace assay::cli
