#include "indexer/schema/article_value.h"

#include <zstd.h>

#include <memory>
#include <stdexcept>

#include "indexer/schema/fields.h"
#include "indexer/schema/schema.h"

namespace assay::schema {
namespace {

// Zstandard's fast levels end here; the next ones are half as fast and pack such texts no better.
constexpr int kLevel = 1;

// No article comes near: a file of 16 MiB is the largest that is read. A damaged length asks for no more
// memory.
constexpr unsigned long long kMostBytes = 256ULL << 20;

struct Free {
  void operator()(ZSTD_CCtx* packer) const { ZSTD_freeCCtx(packer); }
  void operator()(ZSTD_DCtx* unpacker) const { ZSTD_freeDCtx(unpacker); }
};

[[noreturn]] void refuse() {
  throw FormatError("a document of the index holds no article; the index is damaged");
}

std::string packed(const std::string& bytes) {
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> packer(ZSTD_createCCtx());
  if (!packer) throw std::bad_alloc();
  std::string result(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(packer.get(), result.data(), result.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size)) throw std::bad_alloc();  // the buffer is large enough: it lacks memory
  result.resize(size);
  return result;
}

std::string unpacked(const std::string& value) {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> unpacker(ZSTD_createDCtx());
  if (!unpacker) throw std::bad_alloc();
  const unsigned long long size = ZSTD_getFrameContentSize(value.data(), value.size());
  if (size > kMostBytes) refuse();  // so are both values that tell of errors
  std::string bytes(size, '\0');
  if (ZSTD_decompressDCtx(unpacker.get(), bytes.data(), bytes.size(), value.data(), value.size()) != size)
    refuse();
  return bytes;
}

}  // namespace

void post_article(Xapian::Document& document, const StoredArticle& article) {
  document.add_value(spec(Field::kArticle).slot, packed(serialise(article)));
}

std::string article_bytes(const Xapian::Document& document) {
  return unpacked(document.get_value(spec(Field::kArticle).slot));
}

StoredArticle article_of(const Xapian::Document& document) { return parse_article(article_bytes(document)); }

}  // namespace assay::schema
