// WARC 1.0 and 1.1, the format of web archives: an article per response that is a page, a text or a PDF.
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>

#include "indexer/read/encoding.h"
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/http_message.h"
#include "indexer/read/read_error.h"

namespace assay::read {
namespace {

constexpr std::size_t kMaxHeaderBytes = 64 * 1024;

struct Record {
  std::size_t number = 0;  // from 1
  std::string type, media_type, uri;
  std::uint64_t length = 0;  // of the block, which follows in the input

  std::string name() const { return fmt::format("record {}{}{}", number, uri.empty() ? "" : " ", uri); }
};

[[noreturn]] void broken(std::size_t number, std::string_view what) {
  throw ReadError(fmt::format("is broken at record {}: {}", number, what));
}

// The header of the next record; nothing at the end.
std::optional<Record> next_record(BufferedInput& input, std::size_t number) {
  while (input.peek(1) == "\r" || input.peek(1) == "\n") input.skip(1);
  const std::string_view head = input.peek(kMaxHeaderBytes);
  if (head.empty()) return std::nullopt;
  if (!head.starts_with("WARC/1.")) broken(number, "it does not begin with \"WARC/1.0\" or \"WARC/1.1\"");
  const std::size_t size = header_bytes(head);
  if (size == 0) broken(number, "its header has no end");
  const Headers headers = parse_headers(head.substr(0, size));
  const std::string_view length = value_of(headers, "content-length");
  Record record{number, std::string(value_of(headers, "warc-type")),
                std::string(value_of(headers, "content-type")),
                std::string(value_of(headers, "warc-target-uri"))};
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (error != std::errc() || end != length.data() + length.size())
    broken(number, "it has no Content-Length");
  if (record.uri.starts_with('<') && record.uri.ends_with('>'))
    record.uri = record.uri.substr(1, record.uri.size() - 2);
  input.skip(size);
  return record;
}

using ReadBody = void (*)(std::string body, std::string_view charset, Article& article);

void read_plain(std::string body, std::string_view charset, Article& article) {
  article.text = to_utf8(std::move(body), charset);
}
void read_paper(std::string body, std::string_view, Article& article) { read_pdf(std::move(body), article); }

// Who reads a body of that type; nobody if it is no article (a script, a picture).
ReadBody reader_of(std::string_view media_type) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return read_html;
  if (media_type == "text/plain") return read_plain;
  return media_type == "application/pdf" ? read_paper : nullptr;
}

// The article in a response; nothing if it is none. Redirections and errors are none.
std::optional<Article> read_response(BufferedInput& input, const Record& record, const Origin& origin) {
  const HttpResponse start =
      parse_response(input.peek(std::min<std::uint64_t>(record.length, kMaxHeaderBytes)));
  const ReadBody read = reader_of(start.media_type());
  if (start.status != 200 || read == nullptr) return std::nullopt;
  if (record.length > kMaxArticleBytes + kMaxHeaderBytes) throw ReadError("is over 16 MiB");
  const std::string_view block = input.peek(record.length);
  std::string body = decode_body(parse_response(block), kMaxArticleBytes);
  if (is_blank(body)) return std::nullopt;
  Article article = origin.article(record.number);
  read(std::move(body), start.charset(), article);
  article.url = printable(record.uri);
  if (is_blank(article.text)) throw ReadError("holds no text");
  return article;
}

}  // namespace

void read_warc(BufferedInput& input, const Origin& origin, Sink& sink) {
  for (std::size_t number = 1;; ++number) {
    const std::optional<Record> record = next_record(input, number);
    if (!record) return;
    std::optional<Article> article;
    if (record->type == "response" && record->media_type.starts_with("application/http")) {
      try {
        article = read_response(input, *record, origin);
      } catch (const ReadError& error) {
        sink.problem({origin.path, 0, fmt::format("{}: {}", record->name(), error.what())});
      }
    }
    if (input.skip(record->length) != record->length) broken(number, "the file ends within it");
    if (article) sink.article(std::move(*article));
  }
}

}  // namespace assay::read
