#include "searchd/secret_file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <stdexcept>

#include "tests/config/environment.h"
#include "tests/temp_folder.h"

namespace assay::searchd {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class SecretFile : public testing::Test {
 protected:
  std::string write(mode_t mode) {
    const std::string path = folder_.write("secret", "text").string();
    EXPECT_EQ(::chmod(path.c_str(), mode), 0);
    return path;
  }
  tests::TempFolder folder_;
};

TEST_F(SecretFile, IsForItsOwnerAlone) {
  EXPECT_EQ(secret_text(write(0600)), "text");
  EXPECT_EQ(secret_text(write(0400)), "text");
  for (const mode_t mode : {0640, 0604, 0620, 0601, 0644})
    EXPECT_THAT([&] { secret_text(write(mode)); },
                ThrowsMessage<std::invalid_argument>(HasSubstr("chmod 600")))
        << mode;
}

TEST_F(SecretFile, OfSystemdShowsItsAccessMaskAsTheGroup) {
  const tests::Variable credentials("CREDENTIALS_DIRECTORY", folder_.path().string());
  EXPECT_EQ(secret_text(write(0440)), "text");
  EXPECT_THROW(secret_text(write(0444)), std::invalid_argument);
  EXPECT_THROW(secret_text(write(0460)), std::invalid_argument);
}

TEST_F(SecretFile, IsAFileOfSensibleSize) {
  EXPECT_THAT([&] { secret_text((folder_.path() / "none").string()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("No such file")));
  EXPECT_THAT([&] { secret_text(folder_.path().string()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("no regular file")));
  const std::string large = folder_.write("large", std::string(1024 * 1024 + 1, 'x')).string();
  ASSERT_EQ(::chmod(large.c_str(), 0600), 0);
  EXPECT_THAT([&] { secret_text(large); }, ThrowsMessage<std::invalid_argument>(HasSubstr("1 MiB")));
}

}  // namespace
}  // namespace assay::searchd
