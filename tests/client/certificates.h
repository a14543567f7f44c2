// Certificates for tests, made anew each time.
#pragma once

#include <openssl/x509.h>

#include <memory>
#include <string>

namespace assay::tests {

struct Free {
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

struct Certificate {
  std::unique_ptr<X509, Free> certificate;
  std::unique_ptr<EVP_PKEY, Free> key;

  std::string pem() const;  // without the key
};

// Of an authority: signed by itself.
Certificate make_authority();

// `names` as OpenSSL writes them: "DNS:localhost,IP:127.0.0.1". Valid from yesterday for so many days from
// now.
Certificate make_certificate(const Certificate& authority, const std::string& names, int days = 1);

}  // namespace assay::tests
