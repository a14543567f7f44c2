#pragma once

#include <exception>

namespace assay::net {

// For co_spawn. What escapes a coroutine is a bug or want of memory, nothing that a peer can bring about; it
// leaves Server::run().
inline void rethrow(std::exception_ptr error) {
  if (error) std::rethrow_exception(error);
}

}  // namespace assay::net
