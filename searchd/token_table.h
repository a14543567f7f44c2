// The tokens of a file, as digests.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "assay/v1/envelope.pb.h"

namespace assay::searchd {

// Immutable once it is filled.
class TokenTable {
 public:
  // `text` is what `file` holds. Throws std::invalid_argument ("FILE:LINE: ..."), which tells no token.
  TokenTable(std::string_view text, const std::string& file);

  // Takes as long for any token that is given out as for one that is not.
  v1::Scope scope_of(std::string_view token) const;

 private:
  using Digest = std::array<unsigned char, 32>;
  struct Entry {
    Digest digest;
    v1::Scope scope;
  };
  static Digest digest_of(std::string_view token);

  std::vector<Entry> entries_;
};

}  // namespace assay::searchd
