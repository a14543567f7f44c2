#include "proto/framing.h"

#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "proto/limits.h"
#include "tests/proto/hex.h"

namespace assay::proto {
namespace {

using google::protobuf::util::MessageDifferencer;
using tests::from_hex;
using tests::to_hex;

constexpr std::size_t kLimit = 1000;

v1::Envelope search(std::uint64_t id, const std::string& query) {
  v1::Envelope envelope;
  envelope.set_id(id);
  envelope.mutable_search()->set_query(query);
  return envelope;
}

// An envelope of just `bytes` bytes.
v1::Envelope envelope_of(std::size_t bytes) {
  v1::Envelope envelope = search(1, std::string(bytes, 'x'));
  std::string& query = *envelope.mutable_search()->mutable_query();
  while (envelope.ByteSizeLong() > bytes) query.pop_back();
  return envelope;
}

std::vector<std::string> all_frames(FrameDecoder& decoder) {
  std::vector<std::string> payloads;
  while (std::optional<std::string> payload = decoder.next()) payloads.push_back(*std::move(payload));
  return payloads;
}

TEST(EncodeFrame, BeginsWithTheLengthInBigEndian) {
  const std::string frame = encode_frame(search(1, std::string(300, 'x')), kLimit);
  EXPECT_EQ(to_hex(frame.substr(0, 4)), "00 00 01 34");
  EXPECT_EQ(frame.size(), 4U + 0x134);
}

TEST(EncodeFrame, RoundTrips) {
  const v1::Envelope envelope = search(7, "\"direct payments\" rating:good");
  FrameDecoder decoder(kLimit);
  decoder.feed(encode_frame(envelope, kLimit));
  const auto payload = decoder.next();
  ASSERT_TRUE(payload);
  EXPECT_TRUE(MessageDifferencer::Equals(decode_envelope(*payload), envelope));
  EXPECT_FALSE(decoder.next());
}

TEST(EncodeFrame, RefusesWhatIsOverTheLimit) {
  EXPECT_EQ(encode_frame(envelope_of(kLimit), kLimit).size(), kLimit + kFrameHeaderBytes);
  EXPECT_THROW(encode_frame(envelope_of(kLimit + 1), kLimit), std::length_error);
}

TEST(FrameDecoder, GivesTheSameFramesForEverySplitInTwo) {
  std::string stream;
  for (std::uint64_t id = 1; id <= 3; ++id) stream += encode_frame(search(id, "query"), kLimit);
  FrameDecoder whole(kLimit);
  whole.feed(stream);
  const std::vector<std::string> expected = all_frames(whole);
  ASSERT_EQ(expected.size(), 3U);

  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    FrameDecoder decoder(kLimit);
    decoder.feed(stream.substr(0, cut));
    std::vector<std::string> payloads = all_frames(decoder);
    decoder.feed(stream.substr(cut));
    for (std::string& payload : all_frames(decoder)) payloads.push_back(std::move(payload));
    EXPECT_EQ(payloads, expected) << "cut at " << cut;
    EXPECT_TRUE(decoder.at_boundary());
  }
}

TEST(FrameDecoder, GivesTheSameFramesForEveryChunkSize) {
  std::string stream;
  for (std::uint64_t id = 1; id <= 5; ++id)
    stream += encode_frame(search(id, std::string(id * 7, 'q')), kLimit);
  for (std::size_t chunk = 1; chunk <= stream.size(); ++chunk) {
    FrameDecoder decoder(kLimit);
    std::size_t frames = 0;
    for (std::size_t at = 0; at < stream.size(); at += chunk) {
      decoder.feed(std::string_view(stream).substr(at, chunk));
      for (const std::string& payload : all_frames(decoder))
        EXPECT_EQ(decode_envelope(payload).id(), ++frames);
    }
    EXPECT_EQ(frames, 5U) << "chunks of " << chunk;
  }
}

TEST(FrameDecoder, KnowsWhenTheStreamEndsInsideAFrame) {
  const std::string frame = encode_frame(search(1, "query"), kLimit);
  FrameDecoder decoder(kLimit);
  EXPECT_TRUE(decoder.at_boundary());
  for (const char byte : frame.substr(0, frame.size() - 1)) {
    decoder.feed({&byte, 1});
    EXPECT_FALSE(decoder.next());
    EXPECT_FALSE(decoder.at_boundary());
  }
  decoder.feed({&frame.back(), 1});
  EXPECT_TRUE(decoder.next());
  EXPECT_TRUE(decoder.at_boundary());
}

TEST(FrameDecoder, RefusesTheLengthZero) {
  FrameDecoder decoder(kLimit);
  decoder.feed(from_hex("00 00 00 00"));
  EXPECT_THROW(decoder.next(), FramingError);
}

TEST(FrameDecoder, TakesTheLimitAndRefusesOneMoreByTheHeaderAlone) {
  FrameDecoder decoder(kLimit);
  decoder.feed(encode_frame(envelope_of(kLimit), kLimit));
  EXPECT_TRUE(decoder.next());

  decoder.feed(encode_frame(envelope_of(kLimit + 1), 2 * kLimit).substr(0, kFrameHeaderBytes));
  try {
    decoder.next();
    FAIL() << "no error";
  } catch (const FrameTooLong& error) {
    EXPECT_EQ(error.length, kLimit + 1);
    EXPECT_EQ(error.limit, kLimit);
    EXPECT_STREQ(error.what(), "a frame of 1001 bytes is over the limit of 1000");
  }
}

TEST(FrameDecoder, TakesAnHttpRequestForAnOversizeFrame) {
  FrameDecoder decoder(kMaxReplyBytes);
  decoder.feed("GET / HTTP/1.1\r\n");
  EXPECT_THROW(decoder.next(), FrameTooLong);
}

TEST(FrameDecoder, HoldsNoMoreThanTheUnfinishedFrame) {
  const std::string frame = encode_frame(search(1, "query"), kLimit);
  // Each chunk ends inside a header, in turn after 1, 2 and 3 bytes of it.
  for (std::size_t split = 1; split < kFrameHeaderBytes; ++split) {
    FrameDecoder decoder(kLimit);
    decoder.feed(frame.substr(0, split));
    for (int i = 0; i < 1000; ++i) {
      decoder.feed(frame.substr(split) + frame.substr(0, split));
      EXPECT_EQ(all_frames(decoder).size(), 1U);
      ASSERT_EQ(decoder.held(), split);
    }
  }
}

TEST(DecodeEnvelope, RefusesWhatIsNoEnvelope) {
  EXPECT_THROW(decode_envelope(from_hex("ff ff ff ff")), FramingError);
  EXPECT_THROW(decode_envelope(from_hex("62 05 0a 10 61 62 63")), FramingError);  // a field that overruns
  EXPECT_THROW(decode_envelope(from_hex("62 03 0a 01 ff")), FramingError);        // a query that is not UTF-8
}

TEST(DecodeEnvelope, IgnoresFieldsItDoesNotKnow) {
  const v1::Envelope envelope = decode_envelope(from_hex("08 07  62 03 0a 01 71  c0 3e 01"));
  EXPECT_EQ(envelope.id(), 7U);
  EXPECT_EQ(envelope.search().query(), "q");
}

TEST(DecodeEnvelope, LeavesABodyItDoesNotKnowUnset) {
  const v1::Envelope envelope = decode_envelope(from_hex("08 07  9a 06 02 08 01"));  // field 99
  EXPECT_EQ(envelope.id(), 7U);
  EXPECT_EQ(envelope.body_case(), v1::Envelope::BODY_NOT_SET);
}

TEST(Limits, FitTheirFieldsAndEachOther) {
  EXPECT_LE(kMaxReplyBytes, 0x7fffffffU) << "protobuf's own limit";
  EXPECT_LT(kMaxRequestBytes, kMaxReplyBytes);
  EXPECT_LE(kDefaultDeadline, kMaxDeadline);
}

}  // namespace
}  // namespace assay::proto
