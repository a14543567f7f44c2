// Whatever the bytes, a reader comes back, with UTF-8 or a reason. Run under the sanitizers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "tests/read/reading.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

struct Sample {
  const char* name;
  std::string content;
};

std::vector<Sample> samples() {
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
      "chunked\r\n\r\n8\r\n<p>x</p>\r\n0\r\n\r\n";
  return {
      {"a.txt", "\xE2\x80\x98Good\xE2\x80\x99, said the council."},
      {"a.md", "---\ntitle: \"T\"\ncouncils: [A, B]\n---\n# H\n\n- *i* [l](u) `c`\n\n> q\n"},
      {"a.html",
       "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title><script "
       "type=application/ld+json>"
       "{\"@type\": \"Article\", \"publisher\": {\"name\": "
       "\"P\"}}</script></head><body><nav>n</nav><main><h1>H</h1>"
       "<table><tr><td>a<td>b</table><p class='x'>&pound; &#8216;t</p><!-- c --></main></body></html>"},
      {"a.jsonl",
       "{\"id\": \"1\", \"text\": \"a \\u2018b\", \"facets\": {\"theme\": [\"x\"]}}\n{\"text\": \"c\"}\n"},
      {"a.csv", "id,text,council\r\n1,\"a \"\"b\"\"\nc\",\"x;y\"\r\n2,d,\r\n"},
      {"a.xml",
       "<?xml "
       "version=\"1.0\"?><rss><channel><title>C</title><item><title>T</title><description><![CDATA[<p>d</"
       "p>]]>"
       "</description></item></channel></rss>"},
      {"a.warc",
       "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: "
       "application/http\r\nContent-Length: " +
           std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n"},
      {"a.pdf", pdf({{"One line", "two"}, {"three"}}, "T")},
      {"a.txt.gz", gzip("Some text that is packed")},
      {"b.txt", utf16("Some text")},
  };
}

// Some file systems flush a file that is written over, which takes longer than all the rest.
std::filesystem::path write_anew(const TempFolder& folder, const std::string& name,
                                 std::string_view content) {
  std::filesystem::remove(folder.path() / name);
  return folder.write(name, content);
}

class Hostile : public testing::TestWithParam<std::size_t> {
 protected:
  Sample sample_ = samples().at(GetParam());
  TempFolder folder_;

  void read(std::string_view content) {
    const Reading reading = read_path(write_anew(folder_, sample_.name, content));
    EXPECT_TRUE(all_utf8(reading)) << testing::PrintToString(content);
    EXPECT_FALSE(content.empty() && !reading.articles.empty());
    for (const auto& article : reading.articles) EXPECT_FALSE(article.text.empty());
  }
};

TEST_P(Hostile, IsReadWhole) {
  const Reading reading = read_path(folder_.write(sample_.name, sample_.content));
  EXPECT_THAT(reading.problems, testing::IsEmpty());
  EXPECT_THAT(reading.articles, testing::Not(testing::IsEmpty()));
}

TEST_P(Hostile, CutAtEachByte) {
  for (std::size_t size = 0; size < sample_.content.size(); ++size) read(sample_.content.substr(0, size));
}

TEST_P(Hostile, WithBytesChanged) {
  std::mt19937 random(static_cast<unsigned>(GetParam()));
  for (int round = 0; round < 300; ++round) {
    std::string content = sample_.content;
    for (unsigned changes = 1 + random() % 4; changes > 0; --changes)
      content[random() % content.size()] = static_cast<char>(random() % 256);
    read(content);
  }
}

TEST_P(Hostile, WithPartsRepeatedOrTakenOut) {
  std::mt19937 random(static_cast<unsigned>(GetParam()) + 100);
  for (int round = 0; round < 200; ++round) {
    std::string content = sample_.content;
    const std::size_t from = random() % content.size();
    const std::string part = content.substr(from, 1 + random() % 40);
    if (round % 2 == 0)
      content.insert(random() % content.size(), part);
    else
      content.erase(from, part.size());
    read(content);
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, Hostile, testing::Range<std::size_t>(0, 10),
                         [](const auto& test) { return "Sample" + std::to_string(test.param); });

TEST(Random, BytesAreReadOrReported) {
  std::mt19937 random(7);
  const TempFolder folder;
  for (int round = 0; round < 500; ++round) {
    std::string content(random() % 2000, '\0');
    for (char& c : content) c = static_cast<char>(random() % 256);
    const Reading reading = read_path(write_anew(folder, "a", content));
    EXPECT_TRUE(all_utf8(reading));
    EXPECT_EQ(reading.articles.size() + reading.problems.size(), 1u);
  }
}

TEST(Random, BytesBehindEachBeginningAreReadOrReported) {
  std::mt19937 random(8);
  const TempFolder folder;
  for (const char* const start : {"%PDF-1.4\n", "<html>", "{\"", "WARC/1.0\r\n", "\x1F\x8B\x08", "<rss>",
                                  "---\na: b\n", "\xFF\xFE", "id,text\n"})
    for (int round = 0; round < 60; ++round) {
      std::string content = start;
      for (unsigned i = random() % 3000; i > 0; --i) content += static_cast<char>(random() % 256);
      EXPECT_TRUE(all_utf8(read_path(write_anew(folder, "a", content))));
    }
}

TEST(Nesting, OfHtmlIsReadOrReported) {
  for (const std::string tag : {"div", "b", "ul><li", "table><tr><td", "article", "span"}) {
    std::string html = "<html><body>";
    for (int i = 0; i < 10'000; ++i) html += "<" + tag + ">";
    EXPECT_THAT(read_bytes("a.html", html + "text").reason(), HasSubstr("nested over 512 deep")) << tag;
  }
  std::string deep = "<html><body>";
  for (int i = 0; i < 400; ++i) deep += "<div>";
  EXPECT_EQ(read_bytes("a.html", deep + "text").only().text, "text");
}

TEST(Nesting, OfXmlIsReported) {
  std::string xml = "<rss><channel><item>";
  for (int i = 0; i < 10'000; ++i) xml += "<a>";
  EXPECT_THAT(read_bytes("a.xml", xml).reason(), HasSubstr("is broken XML"));
}

TEST(Attributes, InNumbersThatWouldTakeHoursAreReported) {
  std::string tag = "<p";
  for (int i = 0; i < 200'000; ++i) tag += " a" + std::to_string(i) + "='x y z'";
  EXPECT_THAT(read_bytes("a.html", "<html><body>" + tag + ">text").reason(), HasSubstr("attributes"));
  EXPECT_THAT(read_bytes("a.xml", "<rss><channel>" + tag + "/></channel></rss>").reason(),
              HasSubstr("attributes"));
}

TEST(Attributes, OfAnyLengthAreRead) {
  std::string drawing;
  for (int i = 0; i < 100'000; ++i) drawing += "M 1 2 ";
  EXPECT_EQ(read_bytes("a.html", "<html><body><div style=\"" + drawing + "\" class='" + drawing + "'>text")
                .only()
                .text,
            "text");
}

TEST(Threads, ReadAtTheSameTime) {
  const TempFolder folder;
  std::vector<std::filesystem::path> paths;
  for (const Sample& sample : samples()) paths.push_back(folder.write(sample.name, sample.content));
  std::atomic<int> articles = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < 5; ++round)
        for (const auto& path : paths) articles += static_cast<int>(read_path(path).articles.size());
    });
  threads.clear();
  EXPECT_EQ(articles, 4 * 5 * 12);
}

}  // namespace
}  // namespace assay::tests
