// Drives libxml2's HTML parser. It calls back element by element and builds no tree: neither depth nor size
// of a page costs more than the page's own bytes a few times over.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "indexer/read/attribute_guard.h"
#include "indexer/read/fold.h"
#include "indexer/read/html_doubt.h"
#include "indexer/read/html_elements.h"
#include "indexer/read/html_lines.h"
#include "indexer/read/html_page.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// Real pages stay below 100. The parser looks through all open elements for each end tag.
constexpr std::size_t kMaxDepth = 512;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class Scanner {
 public:
  void start(std::string_view name, const Attributes& attributes);
  void end(std::string_view name);
  void text(std::string_view text);
  void comment(std::string_view text);
  bool too_deep() const { return too_deep_; }
  Page take() {
    lines_.end_line();
    return std::move(page_);
  }

 private:
  struct Element {
    Place place;
    bool pre = false;  // line ends count
  };

  Place place() const { return open_.empty() ? Place() : open_.back().place; }
  Place place_of(std::string_view name, const Attributes& attributes);
  void note(std::string_view name, const Attributes& attributes, const Place& parent);
  void note_meta(const Attributes& attributes);

  Page page_;
  LineBuilder lines_{page_};
  std::vector<Element> open_;       // the innermost last
  std::string* capture_ = nullptr;  // where text goes that is no line: a title's, a script's
  std::uint32_t articles_ = 0;
  bool too_deep_ = false;
};

Place Scanner::place_of(std::string_view name, const Attributes& attributes) {
  Place inner = place();
  const std::string_view role = attributes.get("role");
  if (name == "main" || role == "main") {
    inner.in_main = true;
    // Neither a wrapper of doubtful name nor a <nav> left open says anything about it.
    if (inner.doubt != Doubt::kDropped) inner.doubt = Doubt::kNone;
  } else if ((name == "article" || role == "article") && inner.article == 0) {
    inner.article = ++articles_;
  }
  inner.doubt = std::max(inner.doubt, doubt_of(name, attributes, inner));
  inner.h1 = inner.h1 || name == "h1";
  return inner;
}

void Scanner::note_meta(const Attributes& attributes) {
  const std::string content = folded(attributes.get("content"));
  if (content.empty()) return;
  for (const char* const kind : {"property", "name", "itemprop"})
    if (const auto key = attributes.find(kind)) page_.metas.emplace(lower(*key), content);
}

// Keeps what an element says besides its text.
void Scanner::note(std::string_view name, const Attributes& attributes, const Place& parent) {
  if (name == "meta") {
    note_meta(attributes);
  } else if (name == "link") {
    if (page_.canonical.empty() && lower(attributes.get("rel")) == "canonical")
      page_.canonical = folded(attributes.get("href"));
  } else if (name == "html") {
    page_.language = folded(attributes.find("lang").value_or(attributes.get("xml:lang")));
  } else if (name == "time") {
    if (const auto datetime = attributes.find("datetime"))
      page_.times.push_back({folded(*datetime), place()});
  } else if (name == "title") {
    // Drawings have titles, too.
    if (page_.title.empty() && parent.doubt != Doubt::kDropped) capture_ = &page_.title;
  } else if (name == "script") {
    if (lower(attributes.get("type")) == "application/ld+json") capture_ = &page_.json_ld.emplace_back();
  }
}

void Scanner::start(std::string_view name, const Attributes& attributes) {
  if (open_.size() == kMaxDepth) too_deep_ = true;
  if (too_deep_) return;
  const Place parent = place();
  if (is_block(name)) lines_.end_line();
  const bool pre = name == "pre" || (!open_.empty() && open_.back().pre);
  open_.push_back({place_of(name, attributes), pre});
  note(name, attributes, parent);
  if (name == "tr") lines_.begin_row();
  if (name == "td" || name == "th") lines_.begin_cell();
  if (name != "br") return;
  if (parent.h1)
    lines_.add(" ", parent);
  else
    lines_.end_line();
}

void Scanner::end(std::string_view name) {
  if (open_.empty()) return;
  if (is_block(name)) lines_.end_line();
  if (name == "tr") lines_.end_row();
  if (name == "title" || name == "script") capture_ = nullptr;
  open_.pop_back();
}

void Scanner::text(std::string_view text) {
  if (capture_ != nullptr) {
    capture_->append(text);
    return;
  }
  if (open_.empty() || !open_.back().pre) return lines_.add(text, place());
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines_.add(text.substr(0, end), place());
    if (end == std::string_view::npos) return;
    lines_.end_line();
    text.remove_prefix(end + 1);
  }
}

// Browsers note in a comment where a page was saved from.
void Scanner::comment(std::string_view text) {
  constexpr std::string_view kBrowser = "saved from url=(", kSingleFile = "Page saved with SingleFile";
  std::size_t at = text.find(kBrowser);
  if (at != std::string_view::npos) {
    at = text.find(')', at);
  } else if (text.find(kSingleFile) != std::string_view::npos) {
    at = text.find("url: ");
    if (at != std::string_view::npos) at += 4;
  }
  if (at == std::string_view::npos || !page_.saved_from.empty()) return;
  const std::string_view rest = text.substr(at + 1);
  page_.saved_from = folded(rest.substr(0, rest.find_first_of(" \r\n")));
}

struct Parse {
  Scanner scanner;
  xmlParserCtxtPtr context;
};

Scanner& scanner_of(void* parse) { return static_cast<Parse*>(parse)->scanner; }

void on_start(void* data, const xmlChar* name, const xmlChar** pairs) {
  auto* const parse = static_cast<Parse*>(data);
  parse->scanner.start(view(name), Attributes(pairs));
  if (parse->scanner.too_deep()) xmlStopParser(parse->context);
}

void on_end(void* data, const xmlChar* name) { scanner_of(data).end(view(name)); }

void on_text(void* data, const xmlChar* text, int size) {
  scanner_of(data).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void on_comment(void* data, const xmlChar* text) { scanner_of(data).comment(view(text)); }

}  // namespace

Page scan_page(std::string_view html) {
  AttributeGuard().watch(html);
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  Parse parse;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (context == nullptr) throw ReadError("cannot be parsed: out of memory");
  parse.context = context.get();
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
  handler.comment = on_comment;
  *context->sax = handler;
  context->userData = &parse;
  htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (parse.scanner.too_deep()) throw ReadError("is HTML whose elements are nested over 512 deep");
  return parse.scanner.take();
}

}  // namespace assay::read
