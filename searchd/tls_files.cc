#include "searchd/tls_files.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <memory>
#include <stdexcept>

namespace assay::searchd {
namespace {

void check(int result, const std::string& what) {
  if (result == 1) return;
  const char* const reason = ::ERR_reason_error_string(::ERR_get_error());
  ::ERR_clear_error();
  throw std::invalid_argument(what + (reason == nullptr ? "" : std::string(": ") + reason));
}

}  // namespace

void check_tls_files(const std::string& certificate, const std::string& key) {
  if (certificate.empty() && key.empty()) return;
  const std::unique_ptr<SSL_CTX, decltype(&::SSL_CTX_free)> context(::SSL_CTX_new(::TLS_server_method()),
                                                                    &::SSL_CTX_free);
  check(context != nullptr, "TLS cannot be set up");
  check(::SSL_CTX_use_certificate_chain_file(context.get(), certificate.c_str()),
        "cannot use the certificate " + certificate);
  check(::SSL_CTX_use_PrivateKey_file(context.get(), key.c_str(), SSL_FILETYPE_PEM),
        "cannot use the key " + key + " with the certificate " + certificate);
}

}  // namespace assay::searchd
