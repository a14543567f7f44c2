// What OpenSSL's errors mean to whoever wants to connect.
#pragma once

#include <openssl/ssl.h>

#include <string>

namespace assay::client {

// Why the handshake with `host` failed, and what to do about it.
std::string handshake_failure(const SSL& ssl, const std::string& host);

// The last error of this thread in OpenSSL's words, or `otherwise` if there is none.
std::string openssl_error(const std::string& otherwise);

}  // namespace assay::client
