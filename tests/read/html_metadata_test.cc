// What web pages state of themselves, and their encodings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/read/reading.h"

namespace assay::tests {
namespace {

read::Article page(const std::string& head, const std::string& body = "<p>text</p>") {
  return read_bytes("a.html", "<html lang=en-GB><head>" + head + "</head><body>" + body + "</body></html>")
      .only();
}

TEST(HtmlMetadata, IsTakenFromMetas) {
  const read::Article article = page(R"(<title>Headline | Gazette</title>
<meta property="og:title" content="Headline &amp; more"><meta property="og:site_name" content="Gazette">
<meta property="og:url" content="https://example.org/og">
<meta property="article:published_time" content="2025-10-15T09:00:00+01:00">
<link rel="canonical" href="https://example.org/canonical">)");
  EXPECT_EQ(article.title, "Headline & more");
  EXPECT_EQ(article.publisher, "Gazette");
  EXPECT_EQ(article.date, "2025-10-15");
  EXPECT_EQ(article.url, "https://example.org/canonical");
  EXPECT_EQ(article.language, "en-GB");
}

TEST(HtmlMetadata, TitleIsTheHeadingOfTheArticleFirst) {
  const std::string metas =
      "<title>T | Gazette</title><meta property=og:title content=OG><meta property=og:site_name "
      "content=Gazette>";
  EXPECT_EQ(page(metas, "<article><h1>Own <i>heading</i></h1><p>text</p></article>").title, "Own heading");
  EXPECT_EQ(page(metas, "<h1>Name of the site</h1><p>text</p>").title, "OG");
  EXPECT_EQ(page("<title>T | Gazette</title>", "<h1>Heading</h1><p>text</p>").title, "Heading");
  EXPECT_EQ(page("<title> T\n  | Gazette</title><meta property=og:site_name content=Gazette>").title, "T");
  EXPECT_EQ(page("<title>T | Gazette</title>").title, "T | Gazette");
  EXPECT_EQ(page("", "<svg><title>drawing</title></svg><p>text</p>").title, "");
}

TEST(HtmlMetadata, IsTakenFromJsonLd) {
  const read::Article article = page(R"(<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "From JSON", "datePublished": "2025-09-24",
 "publisher": {"@type": "Organization", "name": "Herald"}}</script>)");
  EXPECT_EQ(article.title, "From JSON");
  EXPECT_EQ(article.date, "2025-09-24");
  EXPECT_EQ(article.publisher, "Herald");
}

TEST(HtmlMetadata, JsonLdMayBeAGraphWithReferences) {
  const read::Article article = page(R"(<script type="application/ld+json">not json</script>
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
{"@type": ["Thing", "Article"], "datePublished": "2025-01-02", "publisher": {"@id": "#org"}},
{"@type": "Organization", "@id": "#org", "name": "The Organisation"}]}</script>)");
  EXPECT_EQ(article.date, "2025-01-02");
  EXPECT_EQ(article.publisher, "The Organisation");
}

TEST(HtmlMetadata, OddJsonLdIsPassedOver) {
  for (const char* const json :
       {"", "[]", "null", "[[[[]]]]", "{\"@type\": 5}", "{\"@type\": \"Article\", \"publisher\": []}",
        "{\"@type\": \"Article\", \"publisher\": {\"@id\": \"#x\"}, \"@id\": \"#x\"}",
        "{\"@graph\": {\"@graph\": {\"@type\": \"Article\"}}}", "[1, \"x\", {\"@graph\": 1}]"})
    EXPECT_EQ(page(std::string("<script type=application/ld+json>") + json + "</script>").publisher, "")
        << json;
  EXPECT_EQ(page("<script type=application/ld+json>" + std::string(100'000, '[') + "</script>").text, "text");
}

TEST(HtmlMetadata, DateMayBeATimeInTheArticle) {
  const std::string article =
      "<article><p>text <time>5 min</time> <time datetime=PT5M>5 min</time>"
      "<time datetime='2025-07-29T10:00'>29 July</time></p></article>";
  EXPECT_EQ(page("", article).date, "2025-07-29");
  EXPECT_EQ(page("<meta name=date content='1 May 2025'>", article).date, "1 May 2025");
  EXPECT_EQ(page("", "<p>text</p><time datetime=2025-07-29>x</time>").date, "");
  EXPECT_EQ(page("", "<main><p>text</p><aside><time datetime=2025-07-29>x</time></aside></main>").date, "");
  EXPECT_EQ(page("<meta name=DCTERMS.issued content=2025-07-25>").date, "2025-07-25");
}

TEST(HtmlMetadata, AddressMustBeWhole) {
  EXPECT_EQ(page("<link rel=canonical href=/news/1><meta property=og:url content=https://example.org/1>").url,
            "https://example.org/1");
  EXPECT_EQ(page("<link rel=canonical href=javascript:alert(1)>").url, "");
}

TEST(HtmlMetadata, AddressMayBeWhereABrowserSavedItFrom) {
  EXPECT_EQ(read_bytes("a.html",
                       "<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.org/a -->\n<html><body>x")
                .only()
                .url,
            "https://example.org/a");
  EXPECT_EQ(
      read_bytes("a.html",
                 "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.org/b \n"
                 " saved date: today\n--><body>x")
          .only()
          .url,
      "https://example.org/b");
}

TEST(HtmlEncoding, IsTheDeclaredOne) {
  EXPECT_EQ(page("<meta charset=windows-1252>", "<p>\x91good\x92 \x80</p>").text,
            "\xE2\x80\x98good\xE2\x80\x99 \xE2\x82\xAC");
  EXPECT_EQ(
      page("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "<p>\x93z\x94 \xA3</p>")
          .text,
      "\xE2\x80\x9Cz\xE2\x80\x9D \xC2\xA3");
  EXPECT_EQ(page("<meta charset=\"iso-8859-15\">", "<p>\xA4</p>").text, "\xE2\x82\xAC");
  EXPECT_EQ(page("<meta charset=utf-8>",
                 "<p>a\xFF"
                 "b</p>")
                .text,
            "a\xEF\xBF\xBD"
            "b");
}

TEST(HtmlEncoding, Utf8IsTakenForWhatItIs) {
  for (const char* const meta :
       {"", "<meta charset=windows-1252>", "<meta charset=utf-16>", "<meta charset=nonsense>"})
    EXPECT_EQ(page(meta, "<p>\xE2\x80\x98good\xE2\x80\x99</p>").text, "\xE2\x80\x98good\xE2\x80\x99") << meta;
}

TEST(HtmlEncoding, WithoutADeclarationIsWindows) {
  for (const char* const meta : {"", "<meta charset=utf-16>", "<meta charset=>", "<meta charset"})
    EXPECT_EQ(page(meta, "<p>\x91good\x92</p>").text, "\xE2\x80\x98good\xE2\x80\x99") << meta;
}

TEST(HtmlEncoding, Utf16ByItsMark) {
  EXPECT_EQ(read_bytes("a.html", utf16("<html><head><meta charset=utf-16></head><body><p>text")).only().text,
            "text");
}

TEST(HtmlEncoding, ControlCharactersAreWhiteSpaceAndNulsAreBinary) {
  EXPECT_EQ(page("",
                 "<p>a\x0C"
                 "b&#1;&#0;&#xD800;&#x110000;\x01</p>")
                .text.substr(0, 3),
            "a b");
  EXPECT_THAT(read_bytes("a.html", std::string("<html><body>a\0b", 15)).reason(), testing::HasSubstr("NUL"));
}

}  // namespace
}  // namespace assay::tests
