#include "indexer/read/gunzip.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// Articles pack to a third, pages full of repetition to a fiftieth; zlib can make a thousandth of nothing.
constexpr std::uint64_t kMaxRatio = 200;
constexpr std::uint64_t kRatioFromBytes = 64ULL * 1024 * 1024;
constexpr std::uint64_t kMaxTotalBytes = 64ULL * 1024 * 1024 * 1024;

constexpr int kGzip = MAX_WBITS + 16, kZlib = MAX_WBITS, kRaw = -MAX_WBITS;

class GunzipInput final : public Input {
 public:
  GunzipInput(std::unique_ptr<Input> packed, int window) : packed_(std::move(packed)), window_(window) {
    if (inflateInit2(&stream_, window) != Z_OK) throw ReadError("cannot be unpacked: out of memory");
  }
  ~GunzipInput() override { inflateEnd(&stream_); }
  GunzipInput(const GunzipInput&) = delete;
  GunzipInput& operator=(const GunzipInput&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size && begin_member()) unpack();
    const std::size_t count = size - stream_.avail_out;
    unpacked_ += count;
    if (unpacked_ > kMaxTotalBytes || (unpacked_ > kRatioFromBytes && unpacked_ / kMaxRatio > taken_))
      throw ReadError("unpacks to over 200 times its size, which no articles do; unpack it first");
    return count;
  }

 private:
  // Whether there is something to unpack. Padding behind the last member is none.
  bool begin_member() {
    if (!ended_) return true;
    if (window_ != kGzip || !fill() || *stream_.next_in != 0x1F) return false;
    inflateReset(&stream_);
    ended_ = false;
    return true;
  }

  void unpack() {
    if (!fill()) throw ReadError("is torn: its gzip data end early");
    const int result = inflate(&stream_, Z_NO_FLUSH);
    ended_ = result == Z_STREAM_END;
    if (result == Z_DATA_ERROR && window_ == kZlib && stream_.total_out == 0) return begin_raw();
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
      throw ReadError("is damaged: its gzip data cannot be unpacked");
  }

  // Some servers leave out the header that "deflate" is to have.
  void begin_raw() {
    if (stream_.total_in > 2) throw ReadError("is damaged: its deflated data cannot be unpacked");
    window_ = kRaw;
    inflateReset2(&stream_, kRaw);
    stream_.next_in = bytes_.data();
    stream_.avail_in = static_cast<uInt>(filled_);
  }

  bool fill() {
    if (stream_.avail_in > 0) return true;
    filled_ = packed_->read(reinterpret_cast<char*>(bytes_.data()), bytes_.size());
    stream_.next_in = bytes_.data();
    stream_.avail_in = static_cast<uInt>(filled_);
    taken_ += filled_;
    return filled_ > 0;
  }

  std::unique_ptr<Input> packed_;
  int window_;
  z_stream stream_{};
  std::array<Bytef, 32 * 1024> bytes_;
  std::size_t filled_ = 0;
  bool ended_ = false;  // the member
  std::uint64_t taken_ = 0, unpacked_ = 0;
};

}  // namespace

std::unique_ptr<Input> open_gzip(std::unique_ptr<Input> packed) {
  return std::make_unique<GunzipInput>(std::move(packed), kGzip);
}

std::unique_ptr<Input> open_deflate(std::unique_ptr<Input> packed) {
  return std::make_unique<GunzipInput>(std::move(packed), kZlib);
}

}  // namespace assay::read
