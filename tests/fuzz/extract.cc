// The extractor, on articles as the readers make them: a line each for title, URL and date, then the text.
#include "indexer/extract/extract.h"

#include <algorithm>

#include "indexer/read/encoding.h"
#include "indexer/read/metadata.h"
#include "indexer/read/read_error.h"
#include "tests/extract/sample.h"
#include "tests/fuzz/fuzz.h"

namespace assay::tests {
namespace {

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

read::Article article_of(const std::string& utf8) {
  std::string_view rest = utf8;
  read::Article article;
  for (const char* const field : {"title", "url", "date"}) read::set_field(article, field, take_line(rest));
  article.text = rest;
  return article;
}

void require_evidence(const extract::Extraction& extraction, const read::Article& article) {
  for (const extract::Evidence& evidence : extraction.evidence) {
    const std::string& text = evidence.in_title ? article.title : article.text;
    require(evidence.begin < evidence.end && evidence.end <= text.size(), "evidence lies in the text");
    require(text.substr(evidence.begin, evidence.end - evidence.begin) == evidence.text,
            "evidence is the text that it shows");
    require(read::is_utf8(evidence.text), "evidence cuts no character");
  }
}

void require_findings(const extract::Extraction& extraction) {
  const extract::Document& document = extraction.document;
  for (const extract::Finding& finding : extraction.findings) {
    require(finding.begin <= finding.end && finding.end <= document.text.size(),
            "a finding lies in the text");
    require(read::is_utf8(document.slice(finding.begin, finding.end)), "a finding cuts no character");
  }
  for (const extract::Sentence& sentence : document.sentences)
    require(sentence.begin < sentence.end && sentence.end <= document.text.size(),
            "a sentence lies in the text");
}

}  // namespace

std::vector<std::string> fuzz_seeds() {
  std::vector<std::string> seeds;
  for (const char* const ending : {".txt", ".md", ".html", "export.jsonl"})
    for (const read::Article& article : corpus_articles(ending))
      seeds.push_back(article.title + '\n' + article.url + '\n' + article.date + '\n' + article.text);
  return seeds;
}

}  // namespace assay::tests

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  read::Article article;
  try {
    article = tests::article_of(read::to_utf8(std::string(tests::bytes_of(data, size))));
  } catch (const read::ReadError&) {
    return 0;
  }
  const extract::Extraction extraction = tests::extract_article(article);
  tests::require_evidence(extraction, article);
  tests::require_findings(extraction);
  tests::require(read::is_utf8(extraction.title) && read::is_utf8(extraction.body), "its strings are UTF-8");
  return 0;
}
