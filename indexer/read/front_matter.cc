#include "indexer/read/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"
#include "indexer/read/sniff.h"

namespace assay::read {
namespace {

// The line at `at`, which moves behind it, without what ends it.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = text.find('\n', at);
  std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
  at = end == std::string_view::npos ? text.size() : end + 1;
  while (line.ends_with('\r') || line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line;
}

bool looks_like_key(std::string_view line) {
  const std::size_t end = line.find(':');
  if (end == 0 || end == std::string_view::npos) return false;
  return line.substr(0, end).find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

ReadError wrong(const YAML::Mark& mark, const std::string& what) {
  // The rule before the YAML is a line of the file as well.
  return ReadError("front matter: " + what, mark.is_null() ? 0 : static_cast<std::size_t>(mark.line) + 2);
}

void add_values(const std::string& facet, const YAML::Node& node, Article& article) {
  if (node.IsScalar()) return add_facet(article, facet, node.Scalar());
  if (node.IsNull()) return;
  if (!node.IsSequence())
    throw wrong(node.Mark(), fmt::format("\"{}\" must be a value or a list of values", facet));
  state_facet(article, facet);
  for (const YAML::Node& value : node) {
    if (!value.IsScalar()) throw wrong(value.Mark(), fmt::format("\"{}\" must list plain values", facet));
    add_facet(article, facet, value.Scalar());
  }
}

void read_entry(const std::string& key, const YAML::Node& value, Article& article) {
  if (is_facet_key(key)) return add_values(key, value, article);
  if (!is_field(key) || value.IsNull()) return;
  if (!value.IsScalar()) throw wrong(value.Mark(), fmt::format("\"{}\" must be a single value", key));
  set_field(article, key, value.Scalar());
}

void read_map(const YAML::Node& root, Article& article) {
  if (!root.IsMap()) throw wrong(root.Mark(), "it must be \"key: value\" lines");
  for (const auto& entry : root) {
    if (!entry.first.IsScalar()) continue;
    const std::string& key = entry.first.Scalar();
    if (key != "facets") {
      read_entry(key, entry.second, article);
      continue;
    }
    if (entry.second.IsNull()) continue;
    if (!entry.second.IsMap()) throw wrong(entry.second.Mark(), "\"facets\" must map names to values");
    for (const auto& facet : entry.second)
      if (facet.first.IsScalar()) add_values(facet.first.Scalar(), facet.second, article);
  }
}

}  // namespace

FrontMatter split_front_matter(std::string_view text) {
  std::size_t at = 0;
  if (!text.starts_with("---") || next_line(text, at) != "---") return {{}, text};
  const std::size_t begin = at;
  bool keyed = false;
  while (at < text.size() && at - begin <= kSniffBytes) {
    const std::size_t end = at;
    const std::string_view line = next_line(text, at);
    if (line == "---" || line == "...") {
      if (!keyed) break;
      return {text.substr(begin, end - begin), text.substr(at)};
    }
    if (line.empty() || line.starts_with('#') || keyed) continue;
    keyed = looks_like_key(line);
    if (!keyed) break;
  }
  return {{}, text};
}

void read_front_matter(std::string_view yaml, Article& article) {
  try {
    read_map(YAML::Load(std::string(yaml)), article);
  } catch (const YAML::Exception& error) {
    throw wrong(error.mark, error.msg);
  }
}

}  // namespace assay::read
