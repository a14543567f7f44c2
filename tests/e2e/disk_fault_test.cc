// The index breaks under a running daemon, and is mended again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>
#include <vector>

#include "indexer/schema/index_directory.h"
#include "tests/e2e/programs.h"
#include "tests/net/peer.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

const std::set<v1::Code> kTyped = {v1::CODE_DATA_LOSS, v1::CODE_UNAVAILABLE};

enum class Way { kReplaced, kCutInPlace };

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& path, const std::string& bytes, Way way) {
  const fs::path to = way == Way::kReplaced ? path.string() + ".new" : path.string();
  std::ofstream(to, std::ios::binary) << bytes;
  if (to != path) fs::rename(to, path);
}

std::uint64_t total(const std::optional<v1::Envelope>& reply) {
  return reply && reply->has_search_reply() ? reply->search_reply().total() : 0;
}

std::optional<v1::Envelope> ask(const Service& service) {
  Peer peer(service.server());
  v1::Envelope wanted = search(2, "\"direct payments\" OR carers");
  wanted.mutable_search()->set_limit(20);
  wanted.mutable_search()->add_facets("*");
  peer.greet().send(wanted);
  return peer.receive();
}

// All files that an answer may come from, that which names the others too.
std::vector<fs::path> files(const fs::path& index) {
  std::vector<fs::path> all = {index / "XAPIANDB"};
  for (const auto& entry : fs::directory_iterator(schema::live_generation(index)))
    if (entry.is_regular_file() && fs::file_size(entry) > 0) all.push_back(entry.path());
  return all;
}

// Each file of the index in turn is cut to `kept` of its bytes, asked for, and put back.
class DiskFault : public testing::TestWithParam<std::tuple<Way, double>> {};

TEST_P(DiskFault, IsTypedAndPasses) {
  const auto [way, kept] = GetParam();
  const Service service({kCorpus + "/notes", kCorpus + "/press"});
  const std::uint64_t right = total(ask(service));
  ASSERT_GT(right, 0u);
  for (const fs::path& file : files(service.index_folder())) {
    const std::string whole = content(file);
    put(file, whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * kept)), way);
    for (int again = 0; again < 3; ++again) {
      const auto reply = ask(service);
      ASSERT_TRUE(reply) << file;
      if (reply->has_status()) {
        EXPECT_TRUE(kTyped.contains(reply->status().code())) << file << ": " << reply->DebugString();
      } else {
        EXPECT_EQ(total(reply), right) << file;
      }
    }
    put(file, whole, way);
    const auto mended = ask(service);
    EXPECT_EQ(total(mended), right) << file << ": " << (mended ? mended->DebugString() : "nothing came");
  }
}

INSTANTIATE_TEST_SUITE_P(All, DiskFault,
                         testing::Combine(testing::Values(Way::kReplaced, Way::kCutInPlace),
                                          testing::Values(0.0, 0.5, 0.99)));

}  // namespace
}  // namespace assay::tests
