#include "searchd/net/tls.h"

#include <openssl/ssl.h>

#include <stdexcept>

namespace assay::net {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& file, const error_code& error) {
  throw std::invalid_argument("the TLS " + what + " '" + file + "' cannot be used: " + error.message());
}

}  // namespace

std::shared_ptr<ssl::context> tls_context(const TlsFiles& files) {
  if (files.certificate.empty() || files.key.empty())
    throw std::invalid_argument("TLS takes a certificate and its key; name both files");
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  error_code error;
  context->use_certificate_chain_file(files.certificate, error);
  if (error) refuse("certificate", files.certificate, error);
  context->use_private_key_file(files.key, ssl::context::pem, error);
  if (error) refuse("key", files.key, error);
  return context;
}

void check_tls(const TlsFiles& files) {
  if (!files.certificate.empty() || !files.key.empty()) tls_context(files);
}

}  // namespace assay::net
