#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "client/assay.h"

namespace assay {
namespace {

TEST(Endpoint, ParsesEachForm) {
  const Endpoint socket = Endpoint::parse("unix:/run/a b/assay.sock");
  EXPECT_TRUE(socket.is_unix);
  EXPECT_EQ(socket.path, "/run/a b/assay.sock");
  const Endpoint named = Endpoint::parse("tcp:localhost:7700");
  EXPECT_FALSE(named.is_unix);
  EXPECT_EQ(named.host, "localhost");
  EXPECT_EQ(named.port, "7700");
  EXPECT_EQ(Endpoint::parse("tcp:[::1]:80").host, "::1");
  EXPECT_FALSE(named.is_tls);
  const Endpoint encrypted = Endpoint::parse("tls:search.example.org:7701");
  EXPECT_TRUE(encrypted.is_tls);
  EXPECT_FALSE(encrypted.is_unix);
  EXPECT_EQ(encrypted.host, "search.example.org");
}

TEST(Endpoint, TextIsWhatParseReads) {
  for (const char* text :
       {"unix:relative.sock", "tcp:127.0.0.1:1", "tcp:[fe80::1]:65535", "tls:a.b:1", "tls:[::1]:1"})
    EXPECT_EQ(Endpoint::parse(text).text(), text);
}

TEST(Endpoint, RefusesWhatIsNoAddress) {
  for (const char* text : {"", "unix:", "tcp:", "tls:", "tls:host", "tcp:host", "tcp:host:", "tcp::80",
                           "tcp:[]:80", "tcp:host:0", "tcp:host:65536", "tcp:host:80x", "tcp:host:-1",
                           "tcp:::1:80", "/run/assay.sock", "http://host:80"}) {
    try {
      Endpoint::parse(text);
      ADD_FAILURE() << text << " was taken for an address";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::kInvalid) << text;
    }
  }
}

// Sets a variable of the environment for as long as it lives; null unsets it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old, had_ = true;
    value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
  }
  ~Variable() { had_ ? ::setenv(name_, old_.c_str(), 1) : ::unsetenv(name_); }

 private:
  const char* name_;
  std::string old_;
  bool had_ = false;
};

TEST(Endpoint, StandardIsInTheRuntimeFolderOrElseThePersonsOwn) {
  const std::string own = "unix:/tmp/assay-" + std::to_string(::getuid()) + ".sock";
  {
    const Variable set("XDG_RUNTIME_DIR", "/run/user/1");
    EXPECT_EQ(Endpoint::standard().text(), "unix:/run/user/1/assay.sock");
  }
  for (const char* useless : {static_cast<const char*>(nullptr), ""}) {
    const Variable set("XDG_RUNTIME_DIR", useless);
    EXPECT_EQ(Endpoint::standard().text(), own);
  }
}

}  // namespace
}  // namespace assay
