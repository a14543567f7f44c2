#include "searchd/access.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "searchd/secret_file.h"
#include "searchd/token_table.h"

namespace assay::searchd {
namespace {

// What a peer may ask that shows no token.
v1::Scope scope_without_token(const net::Peer& peer, bool there_are_tokens) {
  if (peer.is_unix) {
    const bool is_trusted = peer.uid && (*peer.uid == 0 || *peer.uid == ::geteuid());
    return is_trusted ? v1::SCOPE_ADMIN : v1::SCOPE_READ;
  }
  return peer.is_encrypted || there_are_tokens ? v1::SCOPE_NONE : v1::SCOPE_READ;
}

}  // namespace

Access::Access() = default;
Access::~Access() = default;

void Access::load(const std::string& file) {
  std::shared_ptr<const TokenTable> loaded;
  if (!file.empty()) loaded = std::make_shared<const TokenTable>(secret_text(file), file);
  const std::lock_guard lock(mutex_);
  table_.swap(loaded);
}

v1::Scope Access::scope_of(const std::string& token) const {
  const auto tokens = table();
  return tokens ? tokens->scope_of(token) : v1::SCOPE_NONE;
}

v1::Scope Access::scope_of(const net::Peer& peer, const std::string& token) const {
  const auto tokens = table();
  return std::max(scope_without_token(peer, tokens != nullptr),
                  tokens ? tokens->scope_of(token) : v1::SCOPE_NONE);
}

std::shared_ptr<const TokenTable> Access::table() const {
  const std::lock_guard lock(mutex_);
  return table_;
}

}  // namespace assay::searchd
