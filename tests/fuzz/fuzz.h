// What the fuzz targets share. A target is a file that defines LLVMFuzzerTestOneInput, where any abort() is a
// finding, and fuzz_seeds(). clang links it with libFuzzer, every other build with smoke_main.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/article.h"
#include "indexer/read/formats.h"
#include "indexer/read/input.h"
#include "tests/read/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace assay::tests {

// Inputs to begin with, well-formed and made from corpus/; the same each time. Defined by each target.
std::vector<std::string> fuzz_seeds();

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

// Says what does not hold and aborts.
void require(bool holds, std::string_view what);

std::string file_bytes(const std::string& path);
// The files of corpus/ whose names end so, in the order of their paths.
std::vector<std::string> corpus_files(std::string_view ending);
// Their lines.
std::vector<std::string> corpus_lines(std::string_view ending);
// The articles of those files as the readers give them.
std::vector<read::Article> corpus_articles(std::string_view ending);

// An input that gives few bytes at a time, as pipes do: 1, 2, ... `most`, 1, ... The bytes must outlive it.
std::unique_ptr<read::Input> open_pieces(std::string_view bytes, std::size_t most);

// That all strings are UTF-8 and no text holds a NUL.
void require_sound(const Reading& reading);
// That both hold the same articles.
void require_same(const Reading& one, const Reading& other);

// Reads the bytes by that reader, whatever the format they look like, and requires what holds for every
// reading. A ReadError is a problem, like the ones that the reader reports.
using ReadOne = void (*)(std::string, read::Article&);
using ReadSeveral = void (*)(read::BufferedInput&, const read::Origin&, read::Sink&);
Reading read_by(ReadOne read, std::string_view bytes);
Reading read_by(ReadSeveral read, std::unique_ptr<read::Input> input);

}  // namespace assay::tests
