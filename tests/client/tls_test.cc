// Encrypted connections, and daemons that are not who they should be.
#include <gmock/gmock.h>

#include "tests/client/fake_daemon.h"
#include "tests/client/messages.h"
#include "tests/client/program.h"
#include "tests/client/tls_front.h"
#include "tests/temp_folder.h"

namespace assay {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using tests::make_authority;
using tests::make_certificate;
using tests::TlsFront;

class Tls : public testing::Test {
 protected:
  // Trusts the authority.
  ClientOptions options() const {
    return {.retry_for = milliseconds(0), .ca_file = (folder_.path() / "ca.pem").string()};
  }
  Endpoint behind() const { return daemon_.endpoint(); }
  std::string refusal(const Endpoint& endpoint, const ClientOptions& with) const {
    try {
      Client client(endpoint, with);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::kConnect);
      EXPECT_FALSE(error.retryable);
      return error.what();
    }
    return "no error";
  }

  const tests::TempFolder folder_;
  const tests::Certificate authority_ = make_authority();
  const std::filesystem::path ca_ = folder_.write("ca.pem", authority_.pem());
  const tests::FakeDaemon daemon_{Endpoint::parse("unix:" + (folder_.path() / "s").string()),
                                  tests::answering(tests::sample_answer)};
};

TEST_F(Tls, ADaemonIsKnownByItsNameOrItsAddress) {
  const TlsFront front(behind(), make_certificate(authority_, "DNS:localhost,IP:127.0.0.1"));
  for (const char* host : {"localhost", "127.0.0.1"}) {
    Client client(front.endpoint(host), options());
    EXPECT_EQ(client.search({}).total, 120U) << host;
    EXPECT_EQ(client.info().articles, 120U) << host;
  }
}

TEST_F(Tls, TheOldestVersionIsTls12) {
  const tests::Certificate certificate = make_certificate(authority_, "DNS:localhost");
  const TlsFront good(behind(), certificate, TLS1_2_VERSION);
  EXPECT_EQ(Client(good.endpoint("localhost"), options()).search({}).total, 120U);
  const TlsFront old(behind(), certificate, TLS1_1_VERSION);
  EXPECT_THAT(refusal(old.endpoint("localhost"), options()), HasSubstr("no encrypted connection"));
}

TEST_F(Tls, AnExpiredCertificateIsRefused) {
  const TlsFront front(behind(), make_certificate(authority_, "DNS:localhost", -1));
  EXPECT_THAT(refusal(front.endpoint("localhost"), options()), HasSubstr("has expired: have it renewed"));
}

TEST_F(Tls, ACertificateForAnotherHostIsRefused) {
  const TlsFront front(behind(), make_certificate(authority_, "DNS:elsewhere.example,IP:127.0.0.2"));
  for (const std::string host : {"localhost", "127.0.0.1"})
    EXPECT_THAT(refusal(front.endpoint(host), options()), HasSubstr("is not one for " + host));
}

TEST_F(Tls, AnUnknownAuthorityIsRefused) {
  const TlsFront front(behind(), make_certificate(make_authority(), "DNS:localhost"));
  EXPECT_THAT(refusal(front.endpoint("localhost"), options()), HasSubstr("is trusted here"));
  const TlsFront unknown_to_the_system(behind(), make_certificate(authority_, "DNS:localhost"));
  ClientOptions of_the_system = options();
  of_the_system.ca_file.clear();
  EXPECT_THAT(refusal(unknown_to_the_system.endpoint("localhost"), of_the_system),
              HasSubstr("is trusted here"));
}

TEST_F(Tls, ADaemonWithoutTlsIsToldSo) {
  const tests::FakeDaemon plain(
      {.is_unix = false, .host = "127.0.0.1"}, [](const auto&) { return tests::Reaction{}; },
      tests::Reaction{"an answer in the clear", true});
  Endpoint endpoint = plain.endpoint();
  endpoint.is_tls = true;
  EXPECT_THAT(refusal(endpoint, options()), HasSubstr("speaks no TLS"));
}

TEST_F(Tls, AFileWithoutCertificatesIsRefusedBeforeAnythingIsSent) {
  for (const std::string& file :
       {(folder_.path() / "missing.pem").string(), folder_.write("empty.pem", "nothing\n").string()}) {
    try {
      Client client(Endpoint::parse("tls:localhost:1"), {.retry_for = milliseconds(0), .ca_file = file});
      ADD_FAILURE() << file;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::kInvalid) << error.what();
      EXPECT_THAT(error.what(), HasSubstr(file));
    }
  }
}

TEST_F(Tls, ALongAnswerComesWhole) {
  const tests::TempFolder folder;
  const tests::FakeDaemon daemon(
      Endpoint::parse("unix:" + (folder.path() / "s").string()), tests::answering([](const auto&) {
        v1::Envelope answer;
        answer.mutable_get_reply()->mutable_article()->set_text(std::string(3'000'000, 'a'));
        return answer;
      }));
  const TlsFront front(daemon.endpoint(), make_certificate(authority_, "DNS:localhost"));
  EXPECT_EQ(Client(front.endpoint("localhost"), options()).get(std::string(200'000, 'x')).text.size(),
            3'000'000U);
}

TEST_F(Tls, TheProgramTakesTheFileFromAFlagOrAVariable) {
  const TlsFront front(behind(), make_certificate(authority_, "DNS:localhost"));
  const std::string server = front.endpoint("localhost").text();
  EXPECT_EQ(tests::run_program({"count", "--server", server, "--ca", ca_.string()}).out, "120\n");
  EXPECT_EQ(tests::run_program({"count", "--server", server}, {{"ASSAY_CA", ca_.string()}}).out, "120\n");
  const tests::Finished refused = tests::run_program({"count", "--server", server});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, HasSubstr("(--ca, ASSAY_CA)\n"));
}

}  // namespace
}  // namespace assay
