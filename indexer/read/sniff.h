// Tells the format of a file by its first bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::read {

enum class Format { kText, kMarkdown, kHtml, kJsonLines, kCsv, kFeed, kWarc, kPdf };

// How many bytes of a file sniff() wants to see, and the longest front matter there may be.
inline constexpr std::size_t kSniffBytes = 64 * 1024;

// `head` begins the file, unpacked and without a byte order mark. The name only weighs in where the content
// leaves a choice: whether prose is Markdown, whether "<" begins a page and "{" a line of JSON. Throws
// ReadError, with advice, for formats that are known not to be read.
Format sniff(std::string_view head, std::string_view name);

bool is_gzip(std::string_view head);
bool is_utf16(std::string_view head);  // by its byte order mark

}  // namespace assay::read
