#include "indexer/schema/source_files.h"

#include "indexer/schema/schema.h"
#include "indexer/schema/stored.pb.h"
#include "indexer/schema/terms.h"

namespace assay::schema {

std::string source_file_key(std::string_view path) { return bounded_key(kSourceFilePrefix, path); }

std::string serialise_source_file(const SourceFile& file) {
  stored::SourceFile out;
  out.set_path(file.path);
  out.set_content(file.content);
  out.set_reading(file.reading);
  return out.SerializeAsString();
}

SourceFile parse_source_file(std::string_view data) {
  stored::SourceFile in;
  if (!in.ParseFromArray(data.data(), static_cast<int>(data.size())))
    throw FormatError("the index's list of files is damaged; build the index anew");
  return {in.path(), in.content(), in.reading()};
}

std::optional<SourceFile> find_source_file(const Xapian::Database& database, std::string_view path) {
  const std::string data = database.get_metadata(source_file_key(path));
  if (data.empty()) return std::nullopt;
  return parse_source_file(data);
}

std::vector<SourceFile> source_files(const Xapian::Database& database, const std::string& folder) {
  const std::string below = folder.empty() || folder.ends_with('/') ? folder : folder + "/";
  const std::string prefix(kSourceFilePrefix);
  std::vector<SourceFile> files;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    SourceFile file = parse_source_file(database.get_metadata(*key));
    if (file.path.starts_with(below)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace assay::schema
