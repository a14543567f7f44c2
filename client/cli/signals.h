// Signals that ask for an orderly end.
#pragma once

#include "client/assay.h"

namespace assay::cli {

// Raised by SIGINT and SIGTERM from the first call on. A second signal ends the program at once.
const Interrupt& interrupt_of_signals();

}  // namespace assay::cli
