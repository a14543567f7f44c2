#include "searchd/token_table.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "searchd/access.h"

namespace assay::searchd {
namespace {

v1::Scope scope_named(const std::string& name, const std::string& where) {
  if (name == "read") return v1::SCOPE_READ;
  if (name == "admin") return v1::SCOPE_ADMIN;
  throw std::invalid_argument(where + "a line is to be 'read TOKEN' or 'admin TOKEN'");
}

}  // namespace

TokenTable::TokenTable(std::string_view text, const std::string& file) {
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::string where = file + ":" + std::to_string(++number) + ": ";
    std::istringstream words(line);
    std::string name, token, more;
    if (!(words >> name) || name.starts_with('#')) continue;
    const v1::Scope scope = scope_named(name, where);
    if (!(words >> token) || (words >> more && !more.starts_with('#')))
      throw std::invalid_argument(where + "a line is to be 'read TOKEN' or 'admin TOKEN'");
    if (token.size() < Access::kMinToken)
      throw std::invalid_argument(where + "a token is to have at least " + std::to_string(Access::kMinToken) +
                                  " characters");
    entries_.push_back({digest_of(token), scope});
  }
}

v1::Scope TokenTable::scope_of(std::string_view token) const {
  const Digest shown = digest_of(token);
  v1::Scope scope = v1::SCOPE_NONE;
  for (const Entry& entry : entries_)
    if (CRYPTO_memcmp(shown.data(), entry.digest.data(), shown.size()) == 0)
      scope = std::max(scope, entry.scope);
  return scope;
}

TokenTable::Digest TokenTable::digest_of(std::string_view token) {
  Digest digest;
  ::SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.data());
  return digest;
}

}  // namespace assay::searchd
