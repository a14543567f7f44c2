#include <gmock/gmock.h>

#include <stdexcept>

#include "searchd/net/server.h"
#include "tests/process.h"
#include "tests/temp_folder.h"

namespace assay::searchd {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class TlsFiles : public testing::Test {
 protected:
  // The command of docs/operations.md.
  void make(const std::string& name) const {
    const tests::Finished made = tests::run(
        {"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", path(name + ".key"), "-out", path(name + ".pem"), "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"});
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  tests::TempFolder folder_;
};

TEST_F(TlsFiles, BelongTogether) {
  make("a");
  make("b");
  EXPECT_NO_THROW(net::check_tls({}));
  EXPECT_NO_THROW(net::check_tls({path("a.pem"), path("a.key")}));
  EXPECT_THAT(
      [&] {
        net::check_tls({path("a.pem"), path("b.key")});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("key values mismatch")));
  EXPECT_THAT(
      [&] {
        net::check_tls({path("none.pem"), path("a.key")});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr(path("none.pem"))));
  EXPECT_THROW(net::check_tls({path("a.key"), path("a.key")}), std::invalid_argument);
}

}  // namespace
}  // namespace assay::searchd
