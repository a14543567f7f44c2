#include "indexer/read/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/read/csv_header.h"
#include "indexer/read/fold.h"
#include "indexer/read/front_matter.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBlank = " \t\r\n\f\v";

struct Refusal {
  std::size_t offset;
  std::string_view magic;
  const char* reason;
};

constexpr const char* kArchive = "is an archive, unpack it first";
constexpr const char* kOffice = "is an office document, save it as text, HTML or PDF first";
constexpr const char* kPicture = "is a picture, which holds no text to read";
constexpr std::array kRefusals = {
    Refusal{0, "PK\3\4"sv,
            "is an archive, unpack it first (an office document: save it as text, HTML or PDF)"},
    Refusal{0, "PK\5\6"sv, kArchive},
    Refusal{0, "7z\xBC\xAF\x27\x1C"sv, kArchive},
    Refusal{0, "Rar!\x1A\x07"sv, kArchive},
    Refusal{0, "BZh"sv, kArchive},
    Refusal{0,
            "\xFD"
            "7zXZ\0"sv,
            kArchive},
    Refusal{0, "\x28\xB5\x2F\xFD"sv, kArchive},
    Refusal{257, "ustar"sv, kArchive},
    Refusal{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, kOffice},
    Refusal{0, "{\\rtf"sv, kOffice},
    Refusal{0, "\x89PNG\r\n"sv, kPicture},
    Refusal{0, "\xFF\xD8\xFF"sv, kPicture},
    Refusal{0, "GIF8"sv, kPicture},
    Refusal{0, "SQLite format 3\0"sv, "is a database, export its articles as JSON Lines or CSV first"},
};

void refuse_known_strangers(std::string_view head) {
  for (const Refusal& refusal : kRefusals)
    if (head.size() > refusal.offset && head.substr(refusal.offset).starts_with(refusal.magic))
      throw ReadError(refusal.reason);
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? "" : text.substr(begin);
}

bool named(std::string_view name, std::initializer_list<std::string_view> endings) {
  std::string lowered = lower(name);
  if (lowered.ends_with(".gz")) lowered.resize(lowered.size() - 3);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return lowered.ends_with(ending); });
}

// An object in braces. One that goes on over lines is refused: taken for text it would be searched as such.
bool is_json_lines(std::string_view content, std::string_view name) {
  if (content.starts_with("[")) {
    const std::string_view first = without_blanks(content.substr(1));
    if (first.starts_with("{") && without_blanks(first.substr(1)).starts_with("\""))
      throw ReadError("is a JSON array; write one object per line, without brackets and commas around them");
    return false;
  }
  if (!content.starts_with("{")) return false;
  const std::string_view inner = without_blanks(content.substr(1));
  const bool object = inner.starts_with("\"") || inner.starts_with("}");
  if (object && content.substr(0, content.size() - inner.size()).find('\n') != std::string_view::npos)
    throw ReadError("is JSON over several lines; write each object on a line of its own");
  return object || named(name, {".jsonl", ".ndjson"});
}

// What ends the declaration or comment that `content` begins with.
std::string_view end_of_declaration(std::string_view content) {
  if (content.starts_with("<?")) return "?>";
  if (content.starts_with("<!--")) return "-->";
  return content.find('[') < content.find('>') ? "]>" : ">";
}

// The name of the first element, behind declarations and comments; empty if there is none.
std::string root_element(std::string_view content) {
  while (content.starts_with("<?") || content.starts_with("<!")) {
    const std::string_view end = end_of_declaration(content);
    const std::size_t at = content.find(end);
    if (at == std::string_view::npos) return "";
    content = without_blanks(content.substr(at + end.size()));
  }
  if (!content.starts_with("<")) return "";
  return lower(content.substr(1, content.find_first_of(" \t\r\n\f/>", 1) - 1));
}

bool is_html(std::string_view content, std::string_view name) {
  if (!content.starts_with("<")) return false;
  constexpr std::array kRoots = {"html"sv, "head"sv, "body"sv, "title"sv, "meta"sv,    "link"sv,
                                 "main"sv, "div"sv,  "p"sv,    "h1"sv,    "article"sv, "section"sv};
  const std::string root = root_element(content);
  return std::ranges::find(kRoots, root) != kRoots.end() ||
         lower(content.substr(0, 4096)).find("<!doctype html") != std::string::npos ||
         named(name, {".html", ".htm", ".xhtml"});
}

bool is_feed(std::string_view content) {
  if (!content.starts_with("<")) return false;
  const std::string root = root_element(content);
  return root == "rss" || root == "feed" || root == "rdf:rdf";
}

bool is_mhtml(std::string_view head) {
  const std::string start = lower(head.substr(0, 2048));
  return start.starts_with("from:") && start.find("mime-version:") != std::string::npos &&
         start.find("multipart/related") != std::string::npos;
}

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }

bool is_utf16(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

Format sniff(std::string_view head, std::string_view name) {
  refuse_known_strangers(head);
  if (head.starts_with("WARC/")) return Format::kWarc;
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::kPdf;
  if (is_mhtml(head)) throw ReadError("is a web page saved as MHTML, save it as HTML first");
  const std::string_view content = without_blanks(head);
  if (is_json_lines(content, name)) return Format::kJsonLines;
  if (is_feed(content)) return Format::kFeed;
  if (is_html(content, name)) return Format::kHtml;
  if (content.starts_with("<?xml")) throw ReadError("is XML, but neither a feed nor a web page");
  if (!split_front_matter(head).yaml.empty()) return Format::kMarkdown;
  if (csv_header(head.substr(0, head.find('\n')))) return Format::kCsv;
  return named(name, {".md", ".markdown"}) ? Format::kMarkdown : Format::kText;
}

}  // namespace assay::read
