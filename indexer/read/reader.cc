#include "indexer/read/reader.h"

#include <fmt/format.h>

#include <optional>

#include "indexer/read/encoding.h"
#include "indexer/read/fold.h"
#include "indexer/read/formats.h"
#include "indexer/read/gunzip.h"
#include "indexer/read/input.h"
#include "indexer/read/json_fields.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"
#include "indexer/read/sniff.h"

namespace assay::read {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSidecarEnding = ".meta.json";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Takes off what the content is wrapped in, so that it begins with a byte of its own.
std::unique_ptr<BufferedInput> unwrap(std::unique_ptr<Input> file) {
  auto input = std::make_unique<BufferedInput>(std::move(file));
  for (int layers = 0; is_gzip(input->peek(2)); ++layers) {
    if (layers == 2) throw ReadError("is packed over and over, unpack it first");
    input = std::make_unique<BufferedInput>(open_gzip(std::move(input)));
  }
  if (is_utf16(input->peek(2))) input = std::make_unique<BufferedInput>(open_utf16(std::move(input)));
  if (input->peek(kByteOrderMark.size()) == kByteOrderMark) input->skip(kByteOrderMark.size());
  return input;
}

// Lets what a sidecar states win over each article.
class OverlaySink final : public Sink {
 public:
  OverlaySink(const Article& stated, Sink& sink) : stated_(stated), sink_(sink) { stated_.id.clear(); }
  void article(Article article) override {
    overlay(stated_, article);
    sink_.article(std::move(article));
  }
  void problem(Problem problem) override { sink_.problem(std::move(problem)); }

 private:
  Article stated_;
  Sink& sink_;
};

using ReadOne = void (*)(std::string, Article&);
using ReadSeveral = void (*)(BufferedInput&, const Origin&, Sink&);

void read_one(ReadOne read, BufferedInput& input, const Origin& origin, const Article& stated, Sink& sink) {
  std::string bytes = input.read_all(kMaxArticleBytes);
  if (is_blank(bytes)) throw ReadError("is empty");
  Article article = origin.article();
  read(std::move(bytes), article);
  overlay(stated, article);
  if (is_blank(article.text))
    throw ReadError(read == read_pdf ? "holds no text; scanned pages need text recognition first"
                                     : "holds no text");
  sink.article(std::move(article));
}

void read_several(ReadSeveral read, BufferedInput& input, const Origin& origin, const Article& stated,
                  Sink& sink) {
  OverlaySink overlaying(stated, sink);
  read(input, origin, overlaying);
}

void read_content(BufferedInput& input, const std::string& name, const Origin& origin, const Article& stated,
                  Sink& sink) {
  const std::string_view head = input.peek(kSniffBytes);
  if (head.empty()) throw ReadError("is empty");
  switch (sniff(head, name)) {
    case Format::kText:
      return read_one(read_text, input, origin, stated, sink);
    case Format::kMarkdown:
      return read_one(read_markdown, input, origin, stated, sink);
    case Format::kHtml:
      return read_one(read_html, input, origin, stated, sink);
    case Format::kPdf:
      return read_one(read_pdf, input, origin, stated, sink);
    case Format::kJsonLines:
      return read_several(read_json_lines, input, origin, stated, sink);
    case Format::kCsv:
      return read_several(read_csv, input, origin, stated, sink);
    case Format::kFeed:
      return read_several(read_feed, input, origin, stated, sink);
    case Format::kWarc:
      return read_several(read_warc, input, origin, stated, sink);
  }
}

// What the sidecar of the file states; nothing if there is none. A broken one is reported.
Article read_sidecar(const fs::path& file, Sink& sink) {
  const fs::path path = sidecar_of(file);
  std::error_code ignored;
  if (file == "-" || !fs::exists(path, ignored)) return {};
  Article stated;
  try {
    read_json_object(unwrap(open_file(path))->read_all(kMaxArticleBytes), stated);
  } catch (const ReadError& error) {
    sink.problem({printable(path.string()), error.line(), error.what()});
    return {};
  }
  return stated;
}

}  // namespace

Article Origin::article() const {
  Article article;
  article.path = path;
  article.id = id;
  return article;
}

Article Origin::article(std::size_t number) const {
  Article article = this->article();
  article.id = fmt::format("{}#{}", id, number);
  return article;
}

void read_file(const Source& source, Sink& sink) {
  const std::string path = printable(source.path.string());
  try {
    const Article stated = read_sidecar(source.path, sink);
    const Origin origin{path, stated.id.empty() ? printable(source.id) : stated.id};
    read_content(*unwrap(open_file(source.path)), source.path.filename().string(), origin, stated, sink);
  } catch (const ReadError& error) {
    sink.problem({path, error.line(), error.what()});
  }
}

fs::path sidecar_of(const fs::path& file) {
  fs::path path = file;
  path += kSidecarEnding;
  return path;
}

bool is_sidecar(const fs::path& path) {
  const std::string text = path.string();
  if (!text.ends_with(kSidecarEnding)) return false;
  std::error_code ignored;
  return fs::is_regular_file(text.substr(0, text.size() - kSidecarEnding.size()), ignored);
}

}  // namespace assay::read
