// The files that an index was made of, as it keeps them in its metadata, so that a file that did not change
// need not be read again and one that vanished takes its articles along.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace assay::schema {

struct SourceFile {
  std::string path;     // absolute
  std::string content;  // hash of its bytes
  std::string reading;  // fingerprint of the taxonomy and the rules that read it
  bool operator==(const SourceFile&) const = default;
};

// All such keys begin with kSourceFilePrefix.
inline constexpr std::string_view kSourceFilePrefix = "assay.file:";
std::string source_file_key(std::string_view path);

std::string serialise_source_file(const SourceFile& file);
// Throws FormatError when the bytes are none of ours.
SourceFile parse_source_file(std::string_view data);

// All of them.
std::vector<SourceFile> source_files(const Xapian::Database& database);

}  // namespace assay::schema
