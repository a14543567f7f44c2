// PDF, by Poppler.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>
#include <mutex>

#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/metadata.h"
#include "indexer/read/pdf_text.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

constexpr int kMaxPages = 2000;

std::string to_string(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Programs put the name of the file that they made the PDF from where its title belongs.
bool is_title(std::string_view title) {
  for (const std::string_view ending : {".doc", ".docx", ".pdf", ".indd", ".rtf", ".odt", ".pptx", ".xlsx"})
    if (title.ends_with(ending)) return false;
  return !title.starts_with("Microsoft ") && title != "untitled" && title != "Untitled";
}

std::vector<std::string> pages_of(const poppler::document& document) {
  std::vector<std::string> pages;
  std::size_t size = 0;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (page == nullptr) throw ReadError(fmt::format("is a PDF whose page {} is broken", i + 1));
    pages.push_back(to_string(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)));
    size += pages.back().size();
    if (size > kMaxArticleBytes) throw ReadError("is a PDF with over 16 MiB of text");
  }
  return pages;
}

}  // namespace

void read_pdf(std::string bytes, Article& article) {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr) throw ReadError("is a broken PDF");
  if (document->is_locked()) throw ReadError("is an encrypted PDF, save it without its password first");
  if (document->pages() > kMaxPages)
    throw ReadError(fmt::format("is a PDF of {} pages, split it at {}", document->pages(), kMaxPages));
  article.text = join_pages(pages_of(*document));
  const std::string title = folded(to_string(document->info_key("Title")));
  if (is_title(title)) set_field(article, "title", title);
}

}  // namespace assay::read
