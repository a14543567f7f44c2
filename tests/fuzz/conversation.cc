// What a peer may say: every message has the step that PROTOCOL.md says, and what is served gets an answer
// that fits its frame.
#include <algorithm>
#include <sstream>

#include "proto/framing.h"
#include "proto/limits.h"
#include "searchd/net/conversation.h"
#include "searchd/service.h"
#include "tests/engine/small_index.h"
#include "tests/fuzz/fuzz.h"
#include "tests/proto/hex.h"

namespace assay::tests {
namespace {

using Clock = Stop::Clock;

constexpr std::size_t kMaxQueued = 8;
constexpr int kMaxParts = 4;

// A service over a few articles; made once.
struct Served {
  SmallIndex index{{{"a", "The CQC rated Leeds City Council as good for direct payments.\n"},
                    {"b", "Kent County Council requires improvement; carers wait.\n"},
                    {"c", "Nothing was rated.\n"}}};
  engine::Engine engine{index.path()};
  searchd::Service service{engine};
};

const Served& served() {
  static const Served kServed;
  return kServed;
}

class Peer {
 public:
  // False: the conversation is over.
  bool say(const std::string& payload) {
    try {
      return std::visit([this](auto&& step) { return take(std::move(step)); },
                        conversation_.take(payload, Clock::now()));
    } catch (const proto::FramingError&) {
      return false;
    }
  }

  // Answers all that waits.
  void answer_all() {
    for (net::Serve& serve : waiting_) answer(serve.request);
    waiting_.clear();
    require(conversation_.idle(), "every request that was admitted is answered");
  }

 private:
  bool take(const net::Ignore&) { return true; }
  bool take(const net::Say& say) {
    require(say.answer.id() != 0 && say.answer.body_case() != v1::Envelope::BODY_NOT_SET,
            "an answer has the id of its request, and a body");
    return true;
  }
  bool take(const net::End& end) {
    require(end.last_words.has_status(), "the last words are a status");
    return false;
  }
  bool take(net::Serve serve) {
    require(conversation_.greeted() && serve.ticket != nullptr, "who is served was greeted and admitted");
    waiting_.push_back(std::move(serve));
    require(waiting_.size() <= kMaxQueued, "no more are admitted than there are tickets");
    if (waiting_.size() % 3 == 0) answer_all();  // the others pile up
    return true;
  }

  void answer(net::Admitted request) {
    const std::uint64_t id = request.id;
    for (int part = 0; part < kMaxParts; ++part) {
      net::Answered answered = net::answer(handler_, request);
      require(!answered.frame.empty() || answered.next, "an answer has a frame or another part");
      require(answered.frame.size() <= proto::kMaxReplyBytes + proto::kFrameHeaderBytes,
              "a frame is bounded");
      const bool goes_on = answered.next && answered.next->after == net::Continuation::After::kCredit &&
                           conversation_.has_credit(id) && !conversation_.cancelled(id);
      if (!goes_on) break;
      request = conversation_.go_on(id, *std::move(answered.next), Clock::now());
    }
    conversation_.answered(id);
  }

  const net::Greeting greeting_ = [](const net::Peer&, const v1::Hello& hello, v1::HelloReply& reply) {
    served().service.greet(reply);
    return hello.token().empty() ? v1::SCOPE_READ : v1::SCOPE_ADMIN;
  };
  const net::Handler handler_ = [](const v1::Envelope& request, v1::Scope scope, const Stop& stop) {
    return served().service.answer(request, scope, stop.until(Clock::now() + std::chrono::milliseconds(50)));
  };
  net::Admission admission_{kMaxQueued, 1, std::chrono::hours(1)};
  net::Conversation conversation_{greeting_, admission_, {}};
  std::vector<net::Serve> waiting_;
};

}  // namespace

// Every golden frame behind a greeting, and all of them in a row.
std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> frames;
  std::istringstream lines(file_bytes(ASSAY_SOURCE_DIR "/tests/proto/frames_v1.txt"));
  for (std::string name, hex, text, blank; std::getline(lines, name); std::getline(lines, blank)) {
    std::getline(lines, hex);
    std::getline(lines, text);
    frames.push_back(from_hex(hex));
  }
  std::vector<std::string> seeds;
  std::string all;
  for (const std::string& frame : frames) {
    seeds.push_back(frames.front() + frame);
    all += frame;
  }
  seeds.push_back(all);
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  proto::FrameDecoder decoder(proto::kMaxRequestBytes);
  decoder.feed(tests::bytes_of(data, size));
  tests::Peer peer;
  try {
    while (const auto payload = decoder.next())
      if (!peer.say(*payload)) break;
  } catch (const proto::FramingError&) {
  }
  peer.answer_all();
  return 0;
}
