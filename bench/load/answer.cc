#include "bench/load/answer.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "assay/v1/envelope.pb.h"
#include "proto/framing.h"

namespace assay::bench {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

bool read_status(CodedInputStream& in, Answer& answer) {
  std::uint32_t size = 0;
  std::string bytes;
  v1::Status status;
  if (!in.ReadVarint32(&size) || !in.ReadString(&bytes, static_cast<int>(size)) ||
      !status.ParseFromString(bytes))
    return false;
  answer.code = status.code();
  for (const auto& detail : status.details())
    if (detail.has_retry_info())
      answer.retry_after = std::chrono::milliseconds(detail.retry_info().retry_after_ms());
  return true;
}

// Takes what is wanted, and passes over the rest.
bool read_field(std::uint32_t tag, CodedInputStream& in, Answer& answer) {
  switch (WireFormatLite::GetTagFieldNumber(tag)) {
    case v1::Envelope::kIdFieldNumber:
      return in.ReadVarint64(&answer.id);
    case v1::Envelope::kStatusFieldNumber:
      return read_status(in, answer);
    default:
      return WireFormatLite::SkipField(&in, tag);
  }
}

}  // namespace

Answer read_answer(std::string_view payload) {
  CodedInputStream in(reinterpret_cast<const std::uint8_t*>(payload.data()),
                      static_cast<int>(payload.size()));
  Answer answer;
  while (const std::uint32_t tag = in.ReadTag())
    if (!read_field(tag, in, answer)) throw proto::FramingError("an answer is no Envelope");
  if (!in.ConsumedEntireMessage()) throw proto::FramingError("an answer is no Envelope");
  return answer;
}

}  // namespace assay::bench
