// How search writes its answer. Every format writes head, hits and tail in turn, so that an export of any
// length streams.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "client/assay.h"
#include "client/cli/format.h"
#include "client/cli/view.h"

namespace assay::cli {

// `first` is the first page's reply; by the time of the tail it has the notes of all pages.
struct SearchFormat {
  std::string_view name;
  bool facets;  // wants facet counts
  std::string (*head)(const SearchReply& first, const View& view);
  std::string (*hit)(const Hit& hit, std::uint64_t number, const View& view);  // number: from 0
  std::string (*tail)(const SearchReply& first, const View& view);
  Remarks shows = Remarks::kNone;
  FieldNames fields = nullptr;  // that --fields may choose from; none: the flag is refused
  bool ids_alone = false;       // of a hit
};

std::span<const SearchFormat* const> search_formats();

extern const SearchFormat kSearchText;
extern const SearchFormat kSearchJson;
extern const SearchFormat kSearchNdjson;
extern const SearchFormat kSearchCsv;
extern const SearchFormat kSearchTsv;
extern const SearchFormat kSearchIds;
extern const SearchFormat kSearchIds0;

}  // namespace assay::cli
