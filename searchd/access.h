// Who may ask what: the tokens that are given out, and the rules for connections.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "assay/v1/envelope.pb.h"
#include "searchd/net/server.h"

namespace assay::searchd {

class TokenTable;

// Thread-safe. Keeps digests of the tokens alone, and writes none of them anywhere.
class Access {
 public:
  // Nobody has a token.
  Access();
  ~Access();

  // Takes the tokens of a file in place of those before: "read TOKEN" or "admin TOKEN" a line, of at least
  // kMinToken characters, and comments behind '#'. An empty path: nobody has a token. Throws
  // std::invalid_argument, with a sentence for the user, when the file cannot be read, may be read by others
  // than its owner, or says something else; then the tokens before stay.
  void load(const std::string& file);

  // SCOPE_NONE: nobody was given that token.
  v1::Scope scope_of(const std::string& token) const;

  // What a connection may ask. A Unix peer: all, where it is root or the daemon's own user, else read. A TCP
  // peer: read, as long as there are no tokens. Besides, everybody may do what the token allows that he
  // shows.
  v1::Scope scope_of(const net::Peer& peer, const std::string& token) const;

  static constexpr std::size_t kMinToken = 16;

 private:
  std::shared_ptr<const TokenTable> table() const;

  mutable std::mutex mutex_;
  std::shared_ptr<const TokenTable> table_;  // guarded by mutex_; null: nobody has a token
};

}  // namespace assay::searchd
