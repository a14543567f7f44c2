// assay-indexer export: every article as JSON Lines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace assay::maintain {

// Called with the article's id and its line, without a line end.
using LineTaker = std::function<void(const std::string& id, const std::string& line)>;

// Hands over the articles in the order of their documents, one in memory at a time; gives how many. Where
// commits overtake it, it goes on behind the last with the newest commit: an article that changed meanwhile
// comes once more, later, as it is then. Throws schema::DirectoryError for no index,
// Xapian::DatabaseModifiedError where another generation becomes live in the middle, and what `take` throws.
std::uint64_t export_articles(const std::filesystem::path& directory, const LineTaker& take);

}  // namespace assay::maintain
