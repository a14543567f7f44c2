// Connections with TLS: the same conversation, encrypted.
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>

#include <memory>
#include <stdexcept>

#include "proto/limits.h"
#include "tests/net/net_test.h"

namespace assay::tests {
namespace {

template <typename T, void (*Free)(T*)>
struct Freed {
  void operator()(T* object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX, SSL_CTX_free>>;
using Stream = std::unique_ptr<SSL, Freed<SSL, SSL_free>>;

// A certificate that signs itself, and its key, as PEM files.
net::TlsFiles make_files(const std::filesystem::path& folder, const std::string& name) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* const subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), subject);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const net::TlsFiles files{folder / (name + ".crt"), folder / (name + ".key")};
  const auto write = [](const std::string& path, auto print) {
    std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "w"), std::fclose);
    print(file.get());
  };
  write(files.certificate, [&](FILE* file) { PEM_write_X509(file, certificate.get()); });
  write(files.key,
        [&](FILE* file) { PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
  return files;
}

// A client that trusts anybody.
class TlsPeer {
 public:
  TlsPeer(const std::string& address, int newest_version = TLS1_3_VERSION)
      : socket_(connect_to(address)), context_(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_.get(), newest_version);
    SSL_CTX_set_security_level(context_.get(), 0);
    stream_.reset(SSL_new(context_.get()));
    SSL_set_fd(stream_.get(), socket_.descriptor());
    if (SSL_connect(stream_.get()) != 1) throw std::runtime_error("no TLS");
  }

  void send(const v1::Envelope& envelope) {
    const std::string bytes = frame(envelope);
    ASSERT_EQ(SSL_write(stream_.get(), bytes.data(), static_cast<int>(bytes.size())),
              static_cast<int>(bytes.size()));
  }
  std::optional<v1::Envelope> receive() {
    for (;;) {
      if (auto payload = decoder_.next()) return proto::decode_envelope(*payload);
      char chunk[4096];
      const int size = SSL_read(stream_.get(), chunk, sizeof chunk);
      if (size <= 0) return std::nullopt;
      decoder_.feed({chunk, static_cast<std::size_t>(size)});
    }
  }
  std::string certificate_name() const {
    const Certificate certificate(SSL_get1_peer_certificate(stream_.get()));
    char name[256];
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name, sizeof name);
    return name;
  }

 private:
  // The peer of plain sockets connects alike.
  static Peer connect_to(std::string address) { return Peer(address.replace(0, 3, "tcp")); }

  Peer socket_;
  Context context_;
  Stream stream_;
  proto::FrameDecoder decoder_{proto::kMaxReplyBytes};
};

class TlsTest : public NetTest {
 protected:
  void start_tls(const net::TlsFiles& files, OneAnswer answer = echo) {
    net::ServerOptions options;
    options.listen = {net::parse_listen("tls:127.0.0.1:0")};
    options.tls = files;
    start(std::move(answer), options);
  }

  // While a drain goes on, this peer's request waits at the gate.
  TlsPeer drain_while_one_waits() {
    start_tls(make_files(folder.path(), "first"), waiting_handler());
    TlsPeer peer(address);
    peer.send(hello(1));
    EXPECT_TRUE(peer.receive()->has_hello_reply());
    peer.send(search(2, "wait"));
    gate.await_waiting(1);
    server->drain();
    return peer;
  }
};

TEST_F(TlsTest, CarriesTheConversation) {
  start_tls(make_files(folder.path(), "first"));
  TlsPeer peer(address);
  peer.send(hello(1));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
  for (std::uint64_t id = 2; id < 50; ++id) peer.send(search(id, "query"));
  for (int i = 2; i < 50; ++i) EXPECT_TRUE(peer.receive()->has_search_reply());
}

TEST_F(TlsTest, EndsInOrderWithADrain) {
  start_tls(make_files(folder.path(), "first"));
  TlsPeer peer(address);
  peer.send(hello(1));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
  server->drain();
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_UNAVAILABLE));
  EXPECT_FALSE(peer.receive());
}

TEST_F(TlsTest, ADrainDoesNotWaitForAHandshakeThatStalls) {
  start_tls(make_files(folder.path(), "first"));
  Peer silent(std::string(address).replace(0, 3, "tcp"));
  TlsPeer peer(address);  // accepted behind the silent one
  server->drain();
  await_end();
  EXPECT_FALSE(silent.receive());
}

TEST_F(TlsTest, TakesNewFilesDuringADrain) {
  TlsPeer peer = drain_while_one_waits();
  server->reload_tls(make_files(folder.path(), "second"));
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 2, "wait"));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_UNAVAILABLE));
}

TEST_F(TlsTest, DeliversTheLastAnswersThoughThePeerSaysMore) {
  TlsPeer peer = drain_while_one_waits();
  for (std::uint64_t id = 3; id < 200; ++id) peer.send(search(id, std::string(1'000, 'x')));
  gate.open();
  EXPECT_TRUE(is_echo(peer.receive(), 2, "wait"));
  EXPECT_TRUE(is_failure(peer.receive(), 0, v1::CODE_UNAVAILABLE));
}

TEST_F(TlsTest, NobodySpeaksPlainlyOrAnOldVersion) {
  start_tls(make_files(folder.path(), "first"));
  EXPECT_THROW(TlsPeer(address, TLS1_1_VERSION), std::runtime_error);
  Peer plain(std::string(address).replace(0, 3, "tcp"));
  plain.send(hello(1));
  try {
    EXPECT_TRUE(plain.receive_all().empty());
  } catch (const proto::FramingError&) {  // an alert of TLS came before the end
  }
  TlsPeer peer(address);
  peer.send(hello(1));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
}

TEST_F(TlsTest, TakesANewCertificateForTheNextConnection) {
  const net::TlsFiles files = make_files(folder.path(), "first");
  start_tls(files);
  TlsPeer early(address);
  EXPECT_EQ(early.certificate_name(), "first");
  const net::TlsFiles renewed = make_files(folder.path(), "second");
  std::filesystem::rename(renewed.certificate, files.certificate);
  std::filesystem::rename(renewed.key, files.key);
  server->reload_tls(files);
  early.send(hello(1));  // behind the reload on the thread of the sockets
  EXPECT_TRUE(early.receive()->has_hello_reply());
  EXPECT_EQ(TlsPeer(address).certificate_name(), "second");
}

TEST_F(TlsTest, FilesThatCannotBeUsedAreRefused) {
  const net::TlsFiles files = make_files(folder.path(), "first"), other = make_files(folder.path(), "other");
  EXPECT_THROW(start_tls({files.certificate, ""}), std::invalid_argument);
  EXPECT_THROW(start_tls({files.certificate, "/nowhere"}), std::invalid_argument);
  EXPECT_THROW(start_tls({files.certificate, other.key}), std::invalid_argument);
  start_tls(files);
  std::filesystem::remove(files.key);
  EXPECT_THROW(server->reload_tls(files), std::invalid_argument);
  TlsPeer peer(address);
  peer.send(hello(1));
  EXPECT_TRUE(peer.receive()->has_hello_reply());
}

}  // namespace
}  // namespace assay::tests
