#include "client/tls_failure.h"

#include <openssl/err.h>
#include <openssl/x509.h>

namespace assay::client {
namespace {

std::string certificate_failure(long problem, const std::string& host) {
  switch (problem) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return "the certificate of the daemon, or of its authority, has expired: have it renewed";
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return "the daemon's certificate is not valid yet: compare the clocks of both machines";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "the daemon's certificate is not one for " + host + ": connect by a name that it is for";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:  // an authority of the same name with another key
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return "the daemon's certificate is signed by nobody who is trusted here: name the file with its "
             "authority's certificate (--ca, ASSAY_CA)";
    default:
      return std::string("the daemon's certificate is refused: ") + X509_verify_cert_error_string(problem);
  }
}

}  // namespace

std::string openssl_error(const std::string& otherwise) {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  return reason != nullptr ? reason : otherwise;
}

std::string handshake_failure(const SSL& ssl, const std::string& host) {
  if (const long problem = SSL_get_verify_result(&ssl); problem != X509_V_OK)
    return certificate_failure(problem, host);
  if (ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_WRONG_VERSION_NUMBER)
    return "what answers there speaks no TLS: is it a daemon for tcp: addresses?";
  return "no encrypted connection: " + openssl_error("the handshake failed");
}

}  // namespace assay::client
