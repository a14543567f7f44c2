#include "client/cli/similar_format.h"

#include <fmt/ranges.h>

#include <array>

#include "client/cli/hit_fields.h"
#include "client/cli/json.h"
#include "client/cli/search_format.h"
#include "client/cli/style.h"

namespace assay::cli {
namespace {

// The hits as search writes them.
template <const SearchFormat& format>
std::string print_hits(const SimilarReply& reply, const View& view) {
  std::string text;
  for (std::uint64_t i = 0; i < reply.hits.size(); ++i) text += format.hit(reply.hits[i], i, view);
  return text;
}

template <const SearchFormat& format>
std::string print(const SimilarReply& reply, const View& view) {
  return format.head({}, view) + print_hits<format>(reply, view) + format.tail({}, view);
}

std::string print_text(const SimilarReply& reply, const View& view) {
  if (reply.hits.empty()) return "No similar articles\n";
  std::string words = printable(fmt::format("{}", fmt::join(reply.words, ", ")));
  if (!words.empty()) words = paint(view, kDimStyle, "by the words " + words) + '\n';
  return fmt::format("{} similar article{}\n", reply.hits.size(), reply.hits.size() == 1 ? "" : "s") + words +
         print_hits<kSearchText>(reply, view);
}

std::string print_json(const SimilarReply& reply, const View& view) {
  return open_hits({{"format_version", kJsonFormatVersion}, {"words", strings_json(reply.words)}}) +
         print_hits<kSearchJson>(reply, view) + close_hits({{"revision", reply.revision}});
}

constexpr Format<SimilarReply> kText = {.name = "text", .print = print_text};
constexpr Format<SimilarReply> kJson = {.name = "json", .print = print_json, .fields = hit_field_names};
constexpr Format<SimilarReply> kNdjson = {
    .name = "ndjson", .print = print<kSearchNdjson>, .fields = hit_field_names};
constexpr Format<SimilarReply> kCsv = {.name = "csv", .print = print<kSearchCsv>, .fields = hit_field_names};
constexpr Format<SimilarReply> kTsv = {.name = "tsv", .print = print<kSearchTsv>, .fields = hit_field_names};
constexpr Format<SimilarReply> kIds = {.name = "ids", .print = print<kSearchIds>};
constexpr Format<SimilarReply> kIds0 = {.name = "ids0", .print = print<kSearchIds0>};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv, &kIds, &kIds0};

}  // namespace

std::span<const Format<SimilarReply>* const> similar_formats() { return kFormats; }

}  // namespace assay::cli
