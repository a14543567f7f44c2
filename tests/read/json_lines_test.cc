// JSON Lines: what is taken, and how each broken line is reported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/read/formats.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;

TEST(JsonLines, TakesFieldsAndFacets) {
  const read::Article article =
      read_bytes(
          "a.jsonl",
          R"({"id": "one", "url": "https://example.org/1", "title": " A\n title ", "date": "2025-03-21T09:00:00Z",)"
          R"( "publisher": "Sample", "language": "en", "text": "First.\n\nSecond \u2018one\u2019.", "extra": {"a": [1]},)"
          R"( "rating": null, "facets": {"rating": "good", "councils": ["Bath", "York", "Bath"], "year": 2025, "none": null, "theme": []}})")
          .only();
  EXPECT_EQ(article.id, "one");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.title, "A title");
  EXPECT_EQ(article.date, "2025-03-21");
  EXPECT_EQ(article.publisher, "Sample");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.text, "First.\n\nSecond \xE2\x80\x98one\xE2\x80\x99.");
  EXPECT_THAT(article.facets,
              ElementsAre(Pair("council", ElementsAre("Bath", "York")), Pair("rating", ElementsAre("good")),
                          Pair("theme", IsEmpty()), Pair("year", ElementsAre("2025"))));
}

TEST(JsonLines, FacetsMayStandBesideTheFields) {
  EXPECT_THAT(read_bytes("a", R"({"text": "t", "council": "Leeds", "themes": ["a", "b"]})").only().facets,
              ElementsAre(Pair("council", ElementsAre("Leeds")), Pair("theme", ElementsAre("a", "b"))));
}

TEST(JsonLines, ArticlesWithoutAnIdAreKnownByTheirLine) {
  const Reading reading =
      read_bytes("a", "\n{\"text\": \"a\"}\r\n\n{\"text\": \"b\", \"id\": 7}\n{\"text\": \"c\"}");
  ASSERT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.articles.size(), 3u);
  EXPECT_EQ(reading.articles[0].id, "an-id#2");
  EXPECT_EQ(reading.articles[1].id, "7");
  EXPECT_EQ(reading.articles[2].id, "an-id#5");
}

struct Broken {
  std::string line;
  const char* reason;
};

class BrokenLine : public testing::TestWithParam<Broken> {};

TEST_P(BrokenLine, IsReportedAndTheRestGoesOn) {
  const Reading reading =
      read_bytes("a.jsonl", "{\"text\": \"first\"}\n" + GetParam().line + "\n{\"text\": \"third\"}\n");
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[1].id, "an-id#3");
  EXPECT_THAT(reading.reason(), StartsWith(GetParam().reason));
  EXPECT_EQ(reading.problems[0].line, 2u);
  EXPECT_THAT(reading.problems[0].path, testing::EndsWith("a.jsonl"));
}

INSTANTIATE_TEST_SUITE_P(
    All, BrokenLine,
    testing::Values(
        Broken{"{\"text\": \"cut off", "is not valid JSON near byte "},
        Broken{"{", "is not valid JSON near byte "},
        Broken{"{\"text\": \"a\"} {}", "is not valid JSON near byte "},
        Broken{"{\"text\": \"a\",}", "is not valid JSON near byte "},
        Broken{"{'text': 'a'}", "is not valid JSON near byte 2"},
        Broken{"nonsense", "is not valid JSON near byte "},
        Broken{"[1, 2]", "is JSON, but not an object in braces"},
        Broken{"\"text\"", "is JSON, but not an object in braces"},
        Broken{"{\"id\": \"x\"}", "has no \"text\""}, Broken{"{\"text\": \"\"}", "has no \"text\""},
        Broken{"{\"text\": \" \\n \"}", "has nothing in its \"text\""},
        Broken{"{\"text\": 5}", "\"text\" must be a string"},
        Broken{"{\"text\": \"a\", \"title\": [\"b\"]}", "\"title\" must be a string"},
        Broken{"{\"text\": \"a\", \"id\": 1.5}", "\"id\" must be a string"},
        Broken{"{\"text\": \"a\", \"facets\": [1]}", "\"facets\" must be an object of names and values"},
        Broken{"{\"text\": \"a\", \"facets\": {\"theme\": {}}}",
               "\"theme\" must be a string or a list of strings"},
        Broken{"{\"text\": \"a\", \"rating\": true}", "\"rating\" must be a string or a list of strings"},
        Broken{"{\"text\": \"a\", \"themes\": [null]}", "\"themes\" must list strings alone"},
        Broken{"{\"text\": \"a\\u0000b\"}", "\"text\" holds a NUL character"},
        Broken{std::string("{\"text\": \"a\0b\"}", 15), "is not valid JSON near byte "},
        Broken{"{\"text\": \"caf\xE9\"}", "is not UTF-8 (byte 14)"},
        Broken{"{\"text\": \"\\ud800\"}", "is not valid JSON near byte "},
        Broken{"{\"text\": \"\xED\xA0\x80\"}", "is not UTF-8 (byte 11)"},
        Broken{"{\"text\": " + std::string(100'000, '[') + "}", "is not valid JSON near byte "}));

// 100 MB of a string that never ends, then a line end and another line.
class EndlessLine : public read::Input {
 public:
  std::size_t read(char* into, std::size_t size) override {
    constexpr std::string_view kNext = "\n{\"text\": \"next\"}\n";
    if (left_ == 0 && ended_) return 0;
    if (left_ == 0) return ended_ = true, kNext.copy(into, size);
    const std::size_t count = std::min(size, left_);
    std::fill_n(into, count, left_ == kBytes ? '{' : 'a');
    left_ -= count;
    return count;
  }

 private:
  static constexpr std::size_t kBytes = 100'000'000;
  std::size_t left_ = kBytes;
  bool ended_ = false;
};

TEST(JsonLines, LinesOfAnySizeAreSkipped) {
  read::BufferedInput input(std::make_unique<EndlessLine>());
  Reading reading;
  read::read_json_lines(input, {"a.jsonl", "an-id"}, reading);
  EXPECT_EQ(reading.reason(), "is longer than 16 MiB");
  ASSERT_EQ(reading.articles.size(), 1u);
  EXPECT_EQ(reading.articles[0].id, "an-id#2");
}

TEST(JsonLines, FacetsOfTooManyValuesAreReported) {
  std::string line = "{\"text\": \"a\", \"themes\": [\"0\"";
  for (int i = 1; i <= 1000; ++i) line += ",\"" + std::to_string(i) + "\"";
  EXPECT_EQ(read_bytes("a.jsonl", line + "]}").reason(), "states over 1,000 values of themes");
}

TEST(JsonLines, LongLinesAreReported) {
  const std::string line = "{\"text\": \"" + std::string(read::kMaxArticleBytes, 'a') + "\"}\n";
  const Reading reading = read_bytes("a.jsonl", "{\"text\": \"first\"}\n" + line + "{\"text\": \"third\"}\n");
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[1].id, "an-id#3");
  EXPECT_EQ(reading.reason(), "is longer than 16 MiB");
}

TEST(JsonLines, OfOtherLayoutsAreReportedWithAdvice) {
  EXPECT_THAT(read_bytes("a.json", "{\n  \"text\": \"a\"\n}\n").reason(), HasSubstr("over several lines"));
  EXPECT_THAT(read_bytes("a.json", "[{\"text\": \"a\"}]").reason(), HasSubstr("JSON array"));
  EXPECT_THAT(read_bytes("a.json", "[\n  {\n    \"text\": \"a\"\n  }\n]\n").reason(),
              HasSubstr("JSON array"));
}

TEST(JsonLines, MayBeInUtf16OrBeginWithAMark) {
  EXPECT_EQ(read_bytes("a.jsonl", utf16("{\"text\": \"a\"}\n{\"text\": \"b\"}\n")).articles.size(), 2u);
  EXPECT_EQ(read_bytes("a.jsonl", "\xEF\xBB\xBF{\"text\": \"a\"}").only().text, "a");
}

}  // namespace
}  // namespace assay::tests
