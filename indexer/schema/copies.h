// Groups of articles that are copies of one another, as the index keeps them in its metadata: for each
// article with copies the name of its group, and for each group the ids of its articles. A group is called
// after the first of them.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace assay::schema {

// Of an article: its group's name. Empty for one without copies. All such keys begin with kCopyPrefix.
inline constexpr std::string_view kCopyPrefix = "assay.copy-of:";
std::string copy_key(std::string_view id);

// Of a group: the ids of its articles, as serialise_copies gives them. All such keys begin with
// kCopiesPrefix.
inline constexpr std::string_view kCopiesPrefix = "assay.copies:";
std::string copies_key(std::string_view group);

std::string serialise_copies(const std::vector<std::string>& ids);
// Throws FormatError when the bytes are none of ours.
std::vector<std::string> parse_copies(std::string_view data);

// The ids of the articles that are copies of this one, its own included; empty where it has none.
std::vector<std::string> copies_of(const Xapian::Database& database, std::string_view id);

}  // namespace assay::schema
