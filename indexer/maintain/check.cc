#include "indexer/maintain/check.h"

#include <fmt/format.h>

#include <sstream>

#include "indexer/maintain/check_parts.h"
#include "indexer/schema/index_directory.h"

namespace assay::maintain {
namespace {

bool is_overtaken(const LiveIndex& index) {
  return Xapian::Database(index.generation.string()).get_revision() != index.database.get_revision();
}

// What Xapian says of its tables, but for those that are sound.
std::string complaints(const std::string& account) {
  std::istringstream lines(account);
  std::string all;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line.find("checked OK") == std::string::npos)
      all += (all.empty() ? "" : "; ") + line;
  return all;
}

// Xapian looks at the files as they are by then, and takes what a commit changes under it for damage.
void check_structure(const LiveIndex& index, CheckReport& report) {
  std::ostringstream account;
  std::size_t errors = 0;
  std::string reason;
  try {
    errors = Xapian::Database::check(index.generation.string(), 0, &account);
  } catch (const Xapian::Error& error) {
    errors = 1;
    reason = error.get_msg();
  }
  if (errors == 0) return;
  if (is_overtaken(index)) throw Xapian::DatabaseModifiedError("a commit came while the tables were checked");
  report.add_fault(fmt::format("{} errors in the tables: {}", errors, reason + complaints(account.str())));
}

CheckReport check_commit(const LiveIndex& index) {
  CheckReport report;
  report.generation = index.generation.filename().string();
  report.revision = index.database.get_revision();
  report.articles = index.database.get_doccount();
  check_structure(index, report);
  std::optional<schema::Schema> schema;
  guarded(report, "the description of the index", [&] { schema = index.schema(); });
  if (!schema) return report;
  guarded(report, "the list of articles", [&] { check_articles(index.database, *schema, report); });
  guarded(report, "the list of words", [&] { check_words(index.database, report); });
  guarded(report, "the groups of copies", [&] { check_groups(index.database, report); });
  return report;
}

}  // namespace

void CheckReport::add_fault(std::string fault) {
  ++fault_count;
  if (faults.size() < kFaultsKept) faults.push_back(std::move(fault));
}

std::string CheckReport::text() const {
  std::string lines = fmt::format("{}: {} articles and {} groups of copies in {}, revision {}; {}\n",
                                  is_sound() ? "sound" : "damaged", articles, groups, generation, revision,
                                  fault_count == 1 ? "1 fault" : fmt::format("{} faults", fault_count));
  for (const std::string& fault : faults) lines += "  " + fault + "\n";
  if (fault_count > faults.size()) lines += fmt::format("  and {} more\n", fault_count - faults.size());
  return lines;
}

CheckReport check(const std::filesystem::path& directory) { return read_live_index(directory, check_commit); }

}  // namespace assay::maintain
