// Foreign bytes -> UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/read/input.h"

namespace assay::read {

// Where the bytes stop being UTF-8; their number if they never do.
std::size_t utf8_prefix(std::string_view bytes);
inline bool is_utf8(std::string_view bytes) { return utf8_prefix(bytes) == bytes.size(); }

// The bytes as UTF-8. Valid UTF-8 stays what it is, whatever `declared` (a label such as "windows-1252", or
// nothing) says, since other encodings do not look like it by accident. Else the declared encoding holds,
// else the one that the bytes look like. Throws ReadError if that cannot be told, or if the bytes are no
// text at all.
std::string to_utf8(std::string bytes, std::string_view declared = {});

// Throws ReadError for UTF-8 that is no text: with NULs, or full of control characters.
void require_text(std::string_view utf8);

// The name of a file as UTF-8, with "%E9" for a byte that is none.
std::string printable(std::string_view name);

// UTF-16 with a byte order mark, read as UTF-8 without one.
std::unique_ptr<Input> open_utf16(std::unique_ptr<Input> utf16);

}  // namespace assay::read
