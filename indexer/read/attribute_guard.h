// Keeps markup from libxml2 that would cost it hours.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::read {

// libxml2 compares each attribute of an element with all others of it. Watches markup go by, in parts of
// any size, for an element with so many attributes that this counts; no real one comes near.
class AttributeGuard {
 public:
  // Throws ReadError.
  void watch(std::string_view markup);

 private:
  enum class State { kText, kTag, kQuoted };
  State state_ = State::kText;
  char quote_ = 0;
  char before_ = 0;  // the character before in the tag; of blanks behind "=" that sign
  std::size_t attributes_ = 0;
};

}  // namespace assay::read
