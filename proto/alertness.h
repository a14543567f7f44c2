// Whether to look for what comes next for a moment before sleeping.
#pragma once

namespace assay::proto {

// To wake a thread of an idle processor takes longer than many a query. Who waits for something that has come
// soon of late therefore looks for it a while; where that was in vain, not again for the next kNaps times, so
// that it costs little where the processors have other things to do. Not thread-safe.
class Alertness {
 public:
  static constexpr int kNaps = 32;

  // To be asked before each wait.
  bool is_worth_a_look() {
    if (naps_ == 0) return true;
    --naps_;
    return false;
  }
  // What a look has come to.
  void looked(bool in_vain) { naps_ = in_vain ? kNaps : 0; }

 private:
  int naps_ = 0;
};

}  // namespace assay::proto
