#include "proto/framing.h"

#include <cstdint>
#include <utility>

namespace assay::proto {
namespace {

std::uint32_t load_big_endian(const char* at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < kFrameHeaderBytes; ++i) value = value << 8 | static_cast<unsigned char>(at[i]);
  return value;
}

void store_big_endian(std::uint32_t value, char* at) {
  for (std::size_t i = kFrameHeaderBytes; i-- > 0; value >>= 8) at[i] = static_cast<char>(value & 0xff);
}

}  // namespace

FrameTooLong::FrameTooLong(std::size_t frame_length, std::size_t frame_limit)
    : FramingError("a frame of " + std::to_string(frame_length) + " bytes is over the limit of " +
                   std::to_string(frame_limit)),
      length(frame_length),
      limit(frame_limit) {}

std::optional<std::string> FrameDecoder::next() {
  const std::string_view rest = std::string_view(buffer_).substr(consumed_);
  if (const std::size_t size = frame_size(rest); size != 0 && size <= rest.size()) {
    consumed_ += size;
    return std::string(rest.substr(kFrameHeaderBytes, size - kFrameHeaderBytes));
  }
  // Keep the unfinished frame only, so that a long connection does not grow.
  buffer_.erase(0, std::exchange(consumed_, 0));
  return std::nullopt;
}

std::size_t FrameDecoder::frame_size(std::string_view bytes) const {
  if (bytes.size() < kFrameHeaderBytes) return 0;
  const std::size_t length = load_big_endian(bytes.data());
  if (length == 0) throw FramingError("a frame has the length 0");
  if (length > max_frame_bytes_) throw FrameTooLong(length, max_frame_bytes_);
  return kFrameHeaderBytes + length;
}

std::string encode_frame(const v1::Envelope& envelope, std::size_t max_frame_bytes) {
  const std::size_t length = envelope.ByteSizeLong();
  if (length > max_frame_bytes)
    throw std::length_error("a message of " + std::to_string(length) + " bytes is over the limit of " +
                            std::to_string(max_frame_bytes));
  std::string frame(kFrameHeaderBytes, '\0');
  store_big_endian(static_cast<std::uint32_t>(length), frame.data());
  envelope.AppendToString(&frame);
  return frame;
}

v1::Envelope decode_envelope(std::string_view payload) {
  v1::Envelope envelope;
  if (!envelope.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
    throw FramingError("a frame does not hold an Envelope");
  return envelope;
}

}  // namespace assay::proto
