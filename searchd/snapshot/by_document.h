// Something small for each document id.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

namespace assay::snapshot {

// Zeros at first. Ids only grow, and most of an old index's may be gone: pages that nothing was ever written
// to take address space and no memory, so write the documents that are there, and no others. T may be any
// bytes that are all right as zeros.
template <typename T>
class ByDocument {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ByDocument() = default;
  // For ids below `size`. Throws std::bad_alloc.
  explicit ByDocument(std::size_t size) : size_(size), bytes_(nullptr, Unmap{size * sizeof(T)}) {
    if (size == 0) return;
    void* const pages =
        ::mmap(nullptr, size * sizeof(T), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    bytes_.reset(static_cast<T*>(pages));
  }

  std::size_t size() const { return size_; }
  T& operator[](std::size_t document) { return bytes_.get()[document]; }
  const T& operator[](std::size_t document) const { return bytes_.get()[document]; }
  std::span<const T> all() const { return {bytes_.get(), size_}; }

 private:
  struct Unmap {
    std::size_t bytes = 0;
    void operator()(T* pages) const { ::munmap(pages, bytes); }
  };

  std::size_t size_ = 0;
  std::unique_ptr<T, Unmap> bytes_;
};

}  // namespace assay::snapshot
