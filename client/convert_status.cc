#include "client/convert.h"

namespace assay::client {
namespace {

ErrorKind kind(v1::Code code) {
  switch (code) {
    case v1::CODE_INVALID_ARGUMENT:
    case v1::CODE_ALREADY_EXISTS:
      return ErrorKind::kInvalid;
    case v1::CODE_DEADLINE_EXCEEDED:
      return ErrorKind::kDeadline;
    case v1::CODE_PERMISSION_DENIED:
    case v1::CODE_UNAUTHENTICATED:
      return ErrorKind::kDenied;
    case v1::CODE_NOT_FOUND:
      return ErrorKind::kNotFound;
    case v1::CODE_RESOURCE_EXHAUSTED:
      return ErrorKind::kInvalid;  // a limit of the request's own; a busy daemon sends retry_info as well
    default:
      return ErrorKind::kServer;
  }
}

}  // namespace

Error from_wire(const v1::Status& status) {
  Error error(kind(status.code()),
              status.message().empty() ? v1::Code_Name(status.code()) : status.message());
  error.retryable = status.code() == v1::CODE_UNAVAILABLE;
  for (const v1::Detail& detail : status.details()) {
    if (detail.has_bad_query()) {
      error.offset = detail.bad_query().offset();
      error.length = detail.bad_query().length();
    }
    if (detail.has_retry_info()) {
      if (status.code() == v1::CODE_RESOURCE_EXHAUSTED) error.kind = ErrorKind::kOverloaded;
      error.retryable = true;
      error.retry_after = std::chrono::milliseconds(detail.retry_info().retry_after_ms());
    }
  }
  return error;
}

}  // namespace assay::client
