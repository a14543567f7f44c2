#include "tests/client/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace assay::tests {
namespace {

constexpr long kDay = 24 * 60 * 60;

void require(bool done) {
  if (!done) throw std::runtime_error("no certificate could be made");
}

void set_name(X509& certificate, const char* name) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(name);
  require(X509_NAME_add_entry_by_txt(X509_get_subject_name(&certificate), "CN", MBSTRING_UTF8, bytes, -1, -1,
                                     0) == 1);
}

void add_extension(X509& certificate, int what, const std::string& value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, what, value.c_str());
  require(extension != nullptr);
  X509_add_ext(&certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

Certificate unsigned_certificate(const char* name, int days) {
  Certificate made{std::unique_ptr<X509, Free>(X509_new()),
                   std::unique_ptr<EVP_PKEY, Free>(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"))};
  require(made.certificate && made.key);
  X509& certificate = *made.certificate;
  X509_set_version(&certificate, X509_VERSION_3);
  static long serial = 0;
  ASN1_INTEGER_set(X509_get_serialNumber(&certificate), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(&certificate), -2 * kDay);
  X509_gmtime_adj(X509_getm_notAfter(&certificate), days * kDay);
  X509_set_pubkey(&certificate, made.key.get());
  set_name(certificate, name);
  return made;
}

void sign(X509& certificate, const Certificate& authority) {
  X509_set_issuer_name(&certificate, X509_get_subject_name(authority.certificate.get()));
  require(X509_sign(&certificate, authority.key.get(), nullptr) > 0);
}

}  // namespace

std::string Certificate::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
  require(PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
  std::string text(BIO_pending(bio.get()), '\0');
  BIO_read(bio.get(), text.data(), static_cast<int>(text.size()));
  return text;
}

Certificate make_authority() {
  Certificate authority = unsigned_certificate("authority of a test", 1);
  add_extension(*authority.certificate, NID_basic_constraints, "critical,CA:TRUE");
  sign(*authority.certificate, authority);
  return authority;
}

Certificate make_certificate(const Certificate& authority, const std::string& names, int days) {
  Certificate made = unsigned_certificate("daemon of a test", days);
  add_extension(*made.certificate, NID_subject_alt_name, names);
  sign(*made.certificate, authority);
  return made;
}

}  // namespace assay::tests
