#include "client/cli/similar_format.h"

#include <fmt/ranges.h>

#include <array>

#include "client/cli/json.h"
#include "client/cli/search_format.h"
#include "client/cli/style.h"

namespace assay::cli {
namespace {

// The hits as search writes them.
template <const SearchFormat& format>
std::string print_hits(const SimilarReply& reply, const Screen& screen) {
  const View view{screen, 0, reply.hits.size()};
  std::string text;
  for (std::uint64_t i = 0; i < reply.hits.size(); ++i) text += format.hit(reply.hits[i], i, view);
  return text;
}

template <const SearchFormat& format>
std::string print(const SimilarReply& reply, const Screen& screen) {
  const View view{screen, 0, reply.hits.size()};
  return format.head({}, view) + print_hits<format>(reply, screen) + format.tail({}, view);
}

std::string print_text(const SimilarReply& reply, const Screen& screen) {
  if (reply.hits.empty()) return "No similar articles\n";
  std::string words = printable(fmt::format("{}", fmt::join(reply.words, ", ")));
  if (!words.empty()) words = paint(screen, kDimStyle, "by the words " + words) + '\n';
  return fmt::format("{} similar article{}\n", reply.hits.size(), reply.hits.size() == 1 ? "" : "s") + words +
         print_hits<kSearchText>(reply, screen);
}

std::string print_json(const SimilarReply& reply, const Screen& screen) {
  return open_hits({{"format_version", kJsonFormatVersion}, {"words", strings_json(reply.words)}}) +
         print_hits<kSearchJson>(reply, screen) + close_hits({{"revision", reply.revision}});
}

constexpr Format<SimilarReply> kText = {.name = "text", .print = print_text};
constexpr Format<SimilarReply> kJson = {.name = "json", .print = print_json};
constexpr Format<SimilarReply> kNdjson = {.name = "ndjson", .print = print<kSearchNdjson>};
constexpr Format<SimilarReply> kCsv = {.name = "csv", .print = print<kSearchCsv>};
constexpr Format<SimilarReply> kTsv = {.name = "tsv", .print = print<kSearchTsv>};
constexpr Format<SimilarReply> kIds = {.name = "ids", .print = print<kSearchIds>};
constexpr std::array kFormats = {&kText, &kJson, &kNdjson, &kCsv, &kTsv, &kIds};

}  // namespace

std::span<const Format<SimilarReply>* const> similar_formats() { return kFormats; }

}  // namespace assay::cli
