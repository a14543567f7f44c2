// What holds for any article of the sample corpus.
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/read/reader.h"
#include "tests/extract/sample.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

// The articles of the corpus that are plain text, byte for byte.
std::vector<read::Article> text_articles() {
  Reading collector;
  for (const auto& entry : fs::recursive_directory_iterator(ASSAY_SOURCE_DIR "/corpus"))
    if (entry.path().extension() == ".txt")
      read::read_file({entry.path(), entry.path().filename()}, collector);
  EXPECT_TRUE(collector.problems.empty());
  return collector.articles;
}

constexpr std::string_view kAbove =
    "Skip to content\n"
    "Home\nNews\nSport\nWhat's On\nJobs\nSign in\n"
    "Our use of cookies\n"
    "We use necessary cookies to make our site work.\n"
    "Accept all cookies\n"
    "\n";

constexpr std::string_view kBehind =
    "\n"
    "Share this\n"
    "Share on Facebook\n"
    "Sign up to our daily newsletter\n"
    "Related articles\n"
    "Kent County Council's adult social care rated inadequate by CQC\n"
    "Published: 3 March 2021\n"
    "Most read\n"
    "Outstanding: the hospitals with the shortest waiting lists\n"
    "Accept all cookies\n"
    "\u00a9 2026 The Sample Gazette\n";

void expect_same(const extract::Extraction& plain, const extract::Extraction& framed,
                 const std::string& name) {
  EXPECT_EQ(framed.facets, plain.facets) << name;
  EXPECT_EQ(framed.date, plain.date) << name;
  EXPECT_EQ(framed.rating_status, plain.rating_status) << name;
  EXPECT_EQ(framed.score, plain.score) << name;
  EXPECT_EQ(framed.statement_scores, plain.statement_scores) << name;
  EXPECT_EQ(framed.council_ratings, plain.council_ratings) << name;
}

TEST(Property, FurnitureBehindAnArticleChangesNothing) {
  for (read::Article article : text_articles()) {
    const extract::Extraction plain = extract_article(article);
    article.text += kBehind;
    expect_same(plain, extract_article(article), article.path);
  }
}

TEST(Property, FurnitureAboveAnArticleChangesNothing) {
  for (read::Article article : text_articles()) {
    const extract::Extraction plain = extract_article(article);
    article.text.insert(0, kAbove);
    expect_same(plain, extract_article(article), article.path);
  }
}

TEST(Property, FurnitureIsNotIndexed) {
  for (read::Article article : text_articles()) {
    article.text.insert(0, kAbove).append(kBehind);
    const std::string body = extract_article(article).body;
    EXPECT_EQ(body.find("Accept all cookies"), std::string::npos) << article.path;
    EXPECT_EQ(body.find("shortest waiting lists"), std::string::npos) << article.path;
  }
}

// Every place that a rule speaks of lies in the text, at the bounds of its characters.
TEST(Property, FindingsLieInTheText) {
  for (const read::Article& article : text_articles()) {
    const extract::Extraction extraction = extract_article(article);
    const std::string& text = extraction.document.text;
    const auto begins_character = [&](std::size_t at) {
      return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    for (const extract::Finding& finding : extraction.findings) {
      ASSERT_LT(finding.begin, finding.end) << article.path;
      ASSERT_LE(finding.end, text.size()) << article.path;
      EXPECT_TRUE(begins_character(finding.begin) && begins_character(finding.end)) << article.path;
    }
  }
}

}  // namespace
}  // namespace assay::tests
