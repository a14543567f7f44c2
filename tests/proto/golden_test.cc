// Frames as version 1 has sent them since its beginning must decode for ever. frames_v1.txt holds blocks of
// three lines (name, frame in hex, the envelope as text); blocks may be added, never changed.
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "proto/framing.h"
#include "proto/limits.h"
#include "tests/proto/hex.h"

namespace assay::proto {
namespace {

namespace pb = google::protobuf;

struct Golden {
  std::string name;
  std::string frame;
  v1::Envelope envelope;
};

std::vector<Golden> golden_frames() {
  std::ifstream file(ASSAY_SOURCE_DIR "/tests/proto/frames_v1.txt");
  std::vector<Golden> all;
  std::string hex, text, blank;
  for (Golden golden; std::getline(file, golden.name); std::getline(file, blank)) {
    std::getline(file, hex);
    std::getline(file, text);
    golden.frame = tests::from_hex(hex);
    EXPECT_TRUE(pb::TextFormat::ParseFromString(text, &golden.envelope)) << golden.name;
    EXPECT_EQ(blank, "") << "after " << golden.name;
    all.push_back(golden);
  }
  return all;
}

v1::Envelope decode(const std::string& frame) {
  FrameDecoder decoder(kMaxReplyBytes);
  decoder.feed(frame);
  const auto payload = decoder.next();
  EXPECT_TRUE(payload && decoder.at_boundary());
  return decode_envelope(payload.value_or(""));
}

// Adds the fields that `message` has set, in all its depth, as Message.field.
void collect_fields(const pb::Message& message, std::set<std::string>& names) {
  const pb::Reflection& reflection = *message.GetReflection();
  EXPECT_TRUE(reflection.GetUnknownFields(message).empty()) << message.GetTypeName();
  std::vector<const pb::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const pb::FieldDescriptor* field : fields) {
    names.insert(field->full_name());
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) collect_fields(reflection.GetMessage(message, field), names);
    for (int i = 0; field->is_repeated() && i < reflection.FieldSize(message, field); ++i)
      collect_fields(reflection.GetRepeatedMessage(message, field, i), names);
  }
}

void collect_all_fields(const pb::FileDescriptor& file, std::set<std::string>& names) {
  for (int i = 0; i < file.message_type_count(); ++i)
    for (int j = 0; j < file.message_type(i)->field_count(); ++j)
      names.insert(file.message_type(i)->field(j)->full_name());
  for (int i = 0; i < file.dependency_count(); ++i) collect_all_fields(*file.dependency(i), names);
}

TEST(GoldenFrames, DecodeToWhatTheyMeant) {
  for (const Golden& golden : golden_frames()) {
    pb::util::MessageDifferencer differencer;
    std::string differences;
    differencer.ReportDifferencesToString(&differences);
    EXPECT_TRUE(differencer.Compare(golden.envelope, decode(golden.frame)))
        << golden.name << ": " << differences;
  }
}

TEST(GoldenFrames, AreStillWrittenInTheSameBytes) {
  for (const Golden& golden : golden_frames())
    EXPECT_EQ(tests::to_hex(encode_frame(golden.envelope, kMaxReplyBytes)), tests::to_hex(golden.frame))
        << golden.name;
}

TEST(GoldenFrames, HoldEveryFieldOfTheProtocol) {
  std::set<std::string> seen, defined;
  for (const Golden& golden : golden_frames()) collect_fields(decode(golden.frame), seen);
  collect_all_fields(*v1::Envelope::descriptor()->file(), defined);
  EXPECT_GT(defined.size(), 50U);
  EXPECT_EQ(seen, defined);
}

}  // namespace
}  // namespace assay::proto
