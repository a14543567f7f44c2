// Markdown, with or without front matter: made HTML by cmark and read as such.
#include <cmark.h>

#include <cstdlib>
#include <memory>

#include "indexer/read/encoding.h"
#include "indexer/read/formats.h"
#include "indexer/read/front_matter.h"
#include "indexer/read/html_page.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

// Images in unclosed brackets cost cmark time by the square of their number: some seconds for this much.
constexpr std::size_t kMaxMarkdownBytes = 256 * 1024;

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

bool begins_as_table(cmark_node* paragraph) {
  cmark_node* const first = cmark_node_first_child(paragraph);
  const char* const text = first == nullptr ? nullptr : cmark_node_get_literal(first);
  return text != nullptr && *text == '|';
}

// CommonMark knows no tables and runs their rows together as a paragraph: keeps a line per row.
void keep_table_rows(cmark_node* paragraph) {
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;) {
    cmark_node* const next = cmark_node_next(node);
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
      cmark_node_replace(node, cmark_node_new(CMARK_NODE_LINEBREAK));
      cmark_node_free(node);
    }
    node = next;
  }
}

std::string to_html(std::string_view markdown) {
  const Node document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT),
                      &cmark_node_free);
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(document.get()),
                                                                     &cmark_iter_free);
  for (cmark_event_type event; (event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE;) {
    cmark_node* const node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_EXIT && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
        begins_as_table(node))
      keep_table_rows(node);
  }
  // UNSAFE lets HTML within the Markdown through, as it is read for its text alone.
  const std::unique_ptr<char, decltype(&std::free)> html(cmark_render_html(document.get(), CMARK_OPT_UNSAFE),
                                                         &std::free);
  return html.get();
}

}  // namespace

void read_markdown(std::string bytes, Article& article) {
  if (bytes.size() > kMaxMarkdownBytes) throw ReadError("is over 256 KiB of Markdown, split it");
  const std::string text = to_utf8(std::move(bytes));
  const FrontMatter parts = split_front_matter(text);
  if (!parts.yaml.empty()) read_front_matter(parts.yaml, article);
  const Page page = scan_page(to_html(parts.body));
  article.text = all_text(page);
  if (article.title.empty()) article.title = first_heading(page);
}

}  // namespace assay::read
