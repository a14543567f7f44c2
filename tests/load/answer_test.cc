#include "bench/load/answer.h"

#include <gtest/gtest.h>

#include <string>

#include "assay/v1/envelope.pb.h"
#include "proto/framing.h"

namespace assay::tests {
namespace {

TEST(Answer, TellsTheIdAndTheCode) {
  v1::Envelope envelope;
  envelope.set_id(300);
  v1::SearchReply& reply = *envelope.mutable_search_reply();
  reply.set_total(7);
  reply.add_hits()->set_title(std::string(10'000, 'a'));
  const bench::Answer good = bench::read_answer(envelope.SerializeAsString());
  EXPECT_EQ(good.id, 300u);
  EXPECT_EQ(good.code, v1::CODE_OK);

  envelope.mutable_status()->set_code(v1::CODE_RESOURCE_EXHAUSTED);
  envelope.mutable_status()->set_message("busy");
  envelope.set_more(true);
  const bench::Answer bad = bench::read_answer(envelope.SerializeAsString());
  EXPECT_EQ(bad.id, 300u);
  EXPECT_EQ(bad.code, v1::CODE_RESOURCE_EXHAUSTED);
}

TEST(Answer, RefusesWhatIsNoEnvelope) {
  v1::Envelope envelope;
  envelope.set_id(300);
  envelope.mutable_status()->set_message("busy");
  const std::string whole = envelope.SerializeAsString();
  EXPECT_THROW(bench::read_answer(whole.substr(0, whole.size() - 1)), proto::FramingError);
  EXPECT_THROW(bench::read_answer("\xff\xff\xff"), proto::FramingError);
}

}  // namespace
}  // namespace assay::tests
