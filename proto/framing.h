// Frames: a big-endian u32 length, then that many bytes of one serialised Envelope.
// Sans-io: bytes go in, frames come out; the caller owns the socket.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "assay/v1/envelope.pb.h"

namespace assay::proto {

inline constexpr std::size_t kFrameHeaderBytes = 4;

// The peer broke the framing; nothing after it can be trusted, so the connection must close.
class FramingError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The peer announced a frame that is longer than its reader takes.
class FrameTooLong : public FramingError {
 public:
  FrameTooLong(std::size_t frame_length, std::size_t frame_limit);

  std::size_t length;
  std::size_t limit;
};

// Reads frames off a stream of bytes. Memory held: one unfinished frame, at most `max_frame_bytes`,
// and only as much of it as has arrived. Not thread-safe.
class FrameDecoder {
 public:
  explicit FrameDecoder(std::size_t max_frame_bytes) : max_frame_bytes_(max_frame_bytes) {}

  void feed(std::string_view bytes) { buffer_.append(bytes); }

  // The next whole frame's payload, or nothing until more bytes come.
  // Throws FramingError for a length of 0, FrameTooLong for one above the limit, as soon as the length is
  // known.
  std::optional<std::string> next();

  // True between frames: the stream may end here without losing anything.
  bool at_boundary() const { return consumed_ == buffer_.size(); }

  // Bytes held, for whoever accounts for memory.
  std::size_t held() const { return buffer_.size(); }

 private:
  // Header and payload of the frame that `bytes` begin with; 0 until its header is whole.
  std::size_t frame_size(std::string_view bytes) const;

  std::size_t max_frame_bytes_;
  std::string buffer_;
  std::size_t consumed_ = 0;
};

// One frame, header included. Throws std::length_error when the envelope is over `max_frame_bytes`.
std::string encode_frame(const v1::Envelope& envelope, std::size_t max_frame_bytes);

// Parses a frame's payload. Throws FramingError when it is no Envelope.
v1::Envelope decode_envelope(std::string_view payload);

}  // namespace assay::proto
