// PROTOCOL.md says what is true.
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "proto/framing.h"
#include "proto/limits.h"
#include "tests/proto/hex.h"

namespace assay::proto {
namespace {

std::string document() {
  std::ifstream file(ASSAY_SOURCE_DIR "/proto/PROTOCOL.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

// The content of the fenced blocks by the words after their fence, e.g. "hex hello".
std::map<std::string, std::string> blocks() {
  std::map<std::string, std::string> found;
  std::istringstream lines(document());
  std::string name;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      name = line.substr(3);
    } else if (!name.empty()) {
      found[name] += line + '\n';
    }
  }
  return found;
}

// Each line's bytes end at two spaces; the rest explains them.
std::string bytes_of(const std::string& block) {
  std::istringstream lines(block);
  std::string bytes;
  for (std::string line; std::getline(lines, line);)
    bytes += tests::from_hex(line.substr(0, line.find("  ")));
  return bytes;
}

TEST(ProtocolDocument, ShowsTheBytesOfTheMessagesItShows) {
  const auto all = blocks();
  std::size_t examples = 0;
  for (const auto& [name, text] : all) {
    if (!name.starts_with("textproto ")) continue;
    ++examples;
    v1::Envelope envelope;
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &envelope)) << name;
    const auto hex = all.find("hex " + name.substr(name.find(' ') + 1));
    ASSERT_NE(hex, all.end()) << name;
    EXPECT_EQ(tests::to_hex(bytes_of(hex->second)), tests::to_hex(encode_frame(envelope, kMaxReplyBytes)))
        << name;
  }
  EXPECT_EQ(examples, 6U);
}

TEST(ProtocolDocument, ListsTheLimits) {
  const std::string text = document();
  const std::map<std::string, std::size_t> limits = {
      {"max_request_bytes", kMaxRequestBytes},
      {"max_reply_bytes", kMaxReplyBytes},
      {"max_in_flight", kMaxInFlight},
      {"default_deadline_ms", kDefaultDeadline.count()},
      {"max_deadline_ms", kMaxDeadline.count()},
      {"max_hits", kMaxHits},
      {"max_offset", kMaxOffset},
  };
  for (const auto& [name, value] : limits) {
    const std::string row = "| `" + name + "` | " + std::to_string(value) + " |";
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
  EXPECT_NE(text.find("# The protocol of assay-searchd, version " + std::to_string(kProtocolVersion)),
            std::string::npos);
}

TEST(ProtocolDocument, NamesEveryCodeBodyAndDetail) {
  const std::string text = document();
  const google::protobuf::EnumDescriptor& codes = *v1::Code_descriptor();
  for (int i = 0; i < codes.value_count(); ++i) {
    if (codes.value(i)->number() == v1::CODE_OK) continue;  // a Status is a failure
    EXPECT_NE(text.find("`" + codes.value(i)->name() + "`"), std::string::npos) << codes.value(i)->name();
  }
  for (const auto* oneof :
       {v1::Envelope::descriptor()->oneof_decl(0), v1::Detail::descriptor()->oneof_decl(0)})
    for (int i = 0; i < oneof->field_count(); ++i)
      EXPECT_NE(text.find("`" + oneof->field(i)->name() + "`"), std::string::npos) << oneof->field(i)->name();
}

}  // namespace
}  // namespace assay::proto
