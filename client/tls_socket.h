// What OpenSSL reads from and writes to.
#pragma once

#include <openssl/bio.h>

namespace assay::client {

// A BIO over a connected socket that never blocks and, unlike OpenSSL's own, raises no SIGPIPE. The socket
// stays the caller's. Throws std::bad_alloc.
BIO* new_socket_bio(int fd);

}  // namespace assay::client
