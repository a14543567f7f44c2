// TLS before a daemon: decrypts what comes and passes it on.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <thread>

#include "client/assay.h"
#include "tests/client/certificates.h"

namespace assay::tests {

// Serves one connection after another on a thread of its own.
class TlsFront {
 public:
  // Listens on a port of 127.0.0.1 before it returns. `behind`: a Unix socket. `newest`: of TLS's versions.
  TlsFront(const Endpoint& behind, const Certificate& certificate, int newest = TLS1_3_VERSION);
  ~TlsFront();

  // "tls:HOST:PORT".
  Endpoint endpoint(const std::string& host) const;

 private:
  void serve();
  void pass_on(SSL& outside, int inside);
  bool wait(int first, int second = -1) const;  // for something to read; false: the front ends

  Endpoint behind_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  int listening_ = -1;
  int ending_[2] = {-1, -1};
  std::thread thread_;
};

}  // namespace assay::tests
