#include <gtest/gtest.h>

#include "client/convert.h"

namespace assay::client {
namespace {

TEST(ConvertStatus, StatusCodesBecomeKinds) {
  const std::pair<v1::Code, ErrorKind> kinds[] = {{v1::CODE_INVALID_ARGUMENT, ErrorKind::kInvalid},
                                                  {v1::CODE_DEADLINE_EXCEEDED, ErrorKind::kDeadline},
                                                  {v1::CODE_ALREADY_EXISTS, ErrorKind::kInvalid},
                                                  {v1::CODE_PERMISSION_DENIED, ErrorKind::kDenied},
                                                  {v1::CODE_UNAUTHENTICATED, ErrorKind::kDenied},
                                                  {v1::CODE_NOT_FOUND, ErrorKind::kNotFound},
                                                  {v1::CODE_RESOURCE_EXHAUSTED, ErrorKind::kInvalid},
                                                  {v1::CODE_UNAVAILABLE, ErrorKind::kServer},
                                                  {v1::CODE_CANCELLED, ErrorKind::kServer},
                                                  {v1::CODE_FAILED_PRECONDITION, ErrorKind::kServer},
                                                  {v1::CODE_UNIMPLEMENTED, ErrorKind::kServer},
                                                  {v1::CODE_INTERNAL, ErrorKind::kServer},
                                                  {v1::CODE_DATA_LOSS, ErrorKind::kServer},
                                                  {v1::CODE_UNKNOWN, ErrorKind::kServer},
                                                  {v1::CODE_OK, ErrorKind::kServer}};
  for (const auto& [code, kind] : kinds) {
    v1::Status status;
    status.set_code(code);
    EXPECT_EQ(from_wire(status).kind, kind) << v1::Code_Name(code);
    EXPECT_EQ(from_wire(status).what(), v1::Code_Name(code));
  }
}

TEST(ConvertStatus, WhatPassesIsRetryable) {
  v1::Status status;
  status.set_code(v1::CODE_UNAVAILABLE);
  EXPECT_TRUE(from_wire(status).retryable);
  status.set_code(v1::CODE_INTERNAL);
  EXPECT_FALSE(from_wire(status).retryable);
  status.set_code(v1::CODE_RESOURCE_EXHAUSTED);
  EXPECT_FALSE(from_wire(status).retryable);
  status.add_details()->mutable_retry_info()->set_retry_after_ms(1);
  EXPECT_TRUE(from_wire(status).retryable);
}

TEST(ConvertStatus, BadQueryReachesTheError) {
  v1::Status status;
  status.set_code(v1::CODE_INVALID_ARGUMENT);
  status.set_message("too short");
  v1::BadQuery& where = *status.add_details()->mutable_bad_query();
  where.set_offset(8);
  where.set_length(3);
  status.add_details()->mutable_limit()->set_name("prefix letters");
  const Error error = from_wire(status);
  EXPECT_EQ(error.kind, ErrorKind::kInvalid);
  EXPECT_STREQ(error.what(), "too short");
  EXPECT_EQ(error.offset, 8U);
  EXPECT_EQ(error.length, 3U);
}

TEST(ConvertStatus, RetryInfoTellsABusyDaemonFromARequestThatIsTooLarge) {
  v1::Status status;
  status.set_code(v1::CODE_RESOURCE_EXHAUSTED);
  status.add_details()->mutable_limit()->set_name("max_queued");
  EXPECT_EQ(from_wire(status).kind, ErrorKind::kInvalid);
  status.add_details()->mutable_retry_info()->set_retry_after_ms(250);
  EXPECT_EQ(from_wire(status).kind, ErrorKind::kOverloaded);
  EXPECT_EQ(from_wire(status).retry_after.count(), 250);
}

}  // namespace
}  // namespace assay::client
