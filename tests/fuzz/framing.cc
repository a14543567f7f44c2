// Frames and envelopes: the same frames whole and in pieces, and what decodes encodes to the same again.
#include <algorithm>
#include <sstream>

#include "proto/framing.h"
#include "proto/limits.h"
#include "tests/fuzz/fuzz.h"
#include "tests/proto/hex.h"

namespace assay::tests {
namespace {

struct Frames {
  std::vector<std::string> payloads;
  bool broken = false;  // the framing, so that nothing follows
};

Frames frames_of(std::string_view stream, std::size_t piece) {
  proto::FrameDecoder decoder(proto::kMaxRequestBytes);
  Frames frames;
  for (std::size_t at = 0; at < stream.size() && !frames.broken; at += piece) {
    decoder.feed(stream.substr(at, piece));
    try {
      while (auto payload = decoder.next()) frames.payloads.push_back(std::move(*payload));
    } catch (const proto::FramingError&) {
      frames.broken = true;
    }
    require(decoder.held() <= proto::kMaxRequestBytes + proto::kFrameHeaderBytes + piece,
            "no more is held than an unfinished frame");
  }
  return frames;
}

void decode(std::string_view payload) {
  v1::Envelope envelope;
  try {
    envelope = proto::decode_envelope(payload);
  } catch (const proto::FramingError&) {
    return;
  }
  if (envelope.ByteSizeLong() == 0) return;  // no frame is empty
  const std::string frame = proto::encode_frame(envelope, proto::kMaxReplyBytes);
  proto::FrameDecoder decoder(proto::kMaxReplyBytes);
  decoder.feed(frame);
  const auto again = decoder.next();
  require(again && decoder.at_boundary(), "a frame is a frame");
  require(proto::encode_frame(proto::decode_envelope(*again), proto::kMaxReplyBytes) == frame,
          "an envelope comes back as it was sent");
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds;
  std::string all;
  std::istringstream lines(file_bytes(ASSAY_SOURCE_DIR "/tests/proto/frames_v1.txt"));
  for (std::string name, hex, text, blank; std::getline(lines, name); std::getline(lines, blank)) {
    std::getline(lines, hex);
    std::getline(lines, text);
    seeds.push_back(from_hex(hex));
    all += seeds.back();
  }
  seeds.push_back(all);
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay::tests;
  const std::string_view stream = bytes_of(data, size);
  const Frames whole = frames_of(stream, std::max<std::size_t>(size, 1)), pieces = frames_of(stream, 7);
  require(whole.payloads == pieces.payloads && whole.broken == pieces.broken, "the same frames in pieces");
  for (const std::string& payload : whole.payloads) decode(payload);
  decode(stream);
  return 0;
}
