// RSS and Atom: an article per item.
#include <fmt/format.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#include <map>
#include <memory>
#include <optional>

#include "indexer/read/attribute_guard.h"
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/html_page.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;
using Fields = std::map<std::string, std::string, std::less<>>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// What libxml2 reads from. Ends the file where one item goes on for too long, as it is held in memory.
struct Supply {
  BufferedInput& input;
  std::size_t since_item = 0;  // bytes
  std::optional<ReadError> error;
  AttributeGuard guard;

  static int read(void* supply, char* into, int size) {
    auto& self = *static_cast<Supply*>(supply);
    try {
      const std::size_t count = self.input.read(into, static_cast<std::size_t>(size));
      self.guard.watch({into, count});
      self.since_item += count;
      if (self.since_item > kMaxArticleBytes) throw ReadError("has an item of over 16 MiB");
      return static_cast<int>(count);
    } catch (const ReadError& error) {
      self.error = error;
      return -1;
    }
  }
};

std::string qualified_name(const xmlNode* node) {
  std::string name(view(node->name));
  if (node->ns != nullptr && node->ns->prefix != nullptr)
    name = std::string(view(node->ns->prefix)) + ":" + name;
  return name;
}

std::string attribute(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(
      xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)), [](void* text) { xmlFree(text); });
  return std::string(view(value.get()));
}

// The text or markup in an element. Entities of the feed's own stay what they are, so that none grow.
std::string content_of(xmlNode* node) {
  std::string text;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> markup(xmlBufferCreate(), &xmlBufferFree);
      xmlNodeDump(markup.get(), node->doc, node, 0, 0);
      return std::string(view(xmlBufferContent(markup.get())));
    }
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) text += view(child->content);
  }
  return text;
}

// The contents of an item's elements by name, the first of each.
Fields fields_of(xmlNode* item) {
  Fields fields;
  for (xmlNode* node = item->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string name = qualified_name(node);
    const std::string relation = name == "link" ? attribute(node, "rel") : "";
    if (!relation.empty() && relation != "alternate") continue;
    const std::string href = name == "link" ? attribute(node, "href") : "";
    fields.emplace(name, href.empty() ? content_of(node) : href);
  }
  return fields;
}

std::string_view first_of(const Fields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto found = fields.find(name); found != fields.end() && !is_blank(found->second))
      return found->second;
  return "";
}

void read_item(const Fields& fields, const Article& channel, Article& article) {
  set_field(article, "id", first_of(fields, {"guid", "id"}));
  set_field(article, "url", first_of(fields, {"link"}));
  set_field(article, "title", all_text(scan_page(first_of(fields, {"title"}))));
  set_field(article, "date", first_of(fields, {"pubDate", "published", "dc:date", "updated"}));
  set_field(article, "publisher", channel.publisher);
  set_field(article, "publisher", first_of(fields, {"dc:publisher"}));
  set_field(article, "language", channel.language);
  article.text =
      article_text(scan_page(first_of(fields, {"content:encoded", "content", "description", "summary"})))
          .text;
  if (is_blank(article.text)) throw ReadError("holds no text");
}

// Keeps what the feed says of itself and so of each of its items.
void note_channel(xmlNode* node, Article& channel) {
  const std::string_view parent = node->parent == nullptr ? "" : view(node->parent->name);
  if (parent != "channel" && parent != "feed") return;
  const std::string name = qualified_name(node);
  if (name == "title") set_field(channel, "publisher", all_text(scan_page(content_of(node))));
  if (name == "language") set_field(channel, "language", content_of(node));
}

// Moves to the next element that matters; null at the end.
xmlNode* next_element(xmlTextReader* reader, bool skip_inside) {
  int more = skip_inside ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader);
  for (; more == 1; more = xmlTextReaderRead(reader)) {
    if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT) continue;
    const std::string_view name = view(xmlTextReaderConstLocalName(reader));
    if (name != "item" && name != "entry" && name != "title" && name != "language") continue;
    xmlNode* const node = xmlTextReaderExpand(reader);
    if (node == nullptr) more = -1;
    if (node != nullptr) return node;
    break;
  }
  if (more == 0) return nullptr;
  const xmlError* const error = xmlGetLastError();
  if (error == nullptr || error->message == nullptr) throw ReadError("is broken XML");
  throw ReadError("is broken XML: " + folded(error->message),
                  error->line > 0 ? static_cast<std::size_t>(error->line) : 0);
}

}  // namespace

void read_feed(BufferedInput& input, const Origin& origin, Sink& sink) {
  Supply supply{input, 0, {}, {}};
  xmlResetLastError();
  const Reader reader(xmlReaderForIO(&Supply::read, nullptr, &supply, nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                      &xmlFreeTextReader);
  if (reader == nullptr) throw ReadError("cannot be parsed: out of memory");
  Article channel;
  std::size_t number = 0;
  try {
    bool expanded = false;
    while (xmlNode* const node = next_element(reader.get(), expanded)) {
      expanded = true;
      const std::string_view name = view(node->name);
      if (name != "item" && name != "entry") {
        note_channel(node, channel);
        continue;
      }
      Article article = origin.article(++number);
      const auto line = static_cast<std::size_t>(std::max(xmlGetLineNo(node), 0L));
      try {
        read_item(fields_of(node), channel, article);
        sink.article(std::move(article));
      } catch (const ReadError& error) {
        sink.problem({origin.path, line, fmt::format("item {} {}", number, error.what())});
      }
      supply.since_item = 0;
    }
  } catch (const ReadError&) {
    if (supply.error) throw *supply.error;  // why the XML ended
    throw;
  }
}

}  // namespace assay::read
