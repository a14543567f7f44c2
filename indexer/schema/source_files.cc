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

std::vector<SourceFile> source_files(const Xapian::Database& database) {
  const std::string prefix(kSourceFilePrefix);
  std::vector<SourceFile> files;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    files.push_back(parse_source_file(database.get_metadata(*key)));
  return files;
}

}  // namespace assay::schema
