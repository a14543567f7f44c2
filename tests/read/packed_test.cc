// Packed files, archives and other strangers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/read/reading.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(Packed, FilesOfAnyFormatAreUnpacked) {
  EXPECT_EQ(read_bytes("a.txt.gz", gzip("text")).only().text, "text");
  EXPECT_EQ(read_bytes("a.html", gzip("<html><body>text")).only().text, "text");
  EXPECT_EQ(read_bytes("a.md.gz", gzip("# Heading\n")).only().text, "Heading");
  EXPECT_EQ(
      read_bytes("a.jsonl.gz", gzip("{\"text\": \"a\"}\n") + gzip("{\"text\": \"b\"}\n")).articles.size(),
      2u);
  EXPECT_EQ(read_bytes("a.txt.gz", gzip(utf16("text"))).only().text, "text");
  EXPECT_EQ(read_bytes("a.gz", gzip(gzip("text"))).only().text, "text");
}

TEST(Packed, OverAndOverIsReported) {
  EXPECT_EQ(read_bytes("a.gz", gzip(gzip(gzip("text")))).reason(),
            "is packed over and over, unpack it first");
}

TEST(Packed, TornOrDamagedDataAreReported) {
  const std::string packed = gzip("Some text to be packed, of a certain length");
  EXPECT_THAT(read_bytes("a.gz", packed.substr(0, packed.size() / 2)).reason(), HasSubstr("torn"));
  EXPECT_THAT(read_bytes("a.gz", packed.substr(0, packed.size() - 1)).reason(), HasSubstr("torn"));
  std::string damaged = packed;
  damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 0x55);
  EXPECT_THAT(read_bytes("a.gz", damaged).reason(), HasSubstr("damaged"));
  EXPECT_EQ(read_bytes("a.gz", gzip("")).reason(), "is empty");
}

TEST(Packed, BombsAreReported) {
  EXPECT_THAT(read_bytes("a.txt.gz", gzip(std::string(100 << 20, 'a'))).reason(), HasSubstr("over 16 MiB"));
  // Of several articles, so that only their ratio gives them away.
  std::string lines;
  while (lines.size() < 100u << 20) lines += "{\"text\": \"" + std::string(100'000, 'a') + "\"}\n";
  const Reading reading = read_bytes("a.jsonl.gz", gzip(lines));
  EXPECT_THAT(reading.reason(), HasSubstr("over 200 times its size"));
  EXPECT_THAT(read_bytes("a.gz", gzip(gzip(std::string(200 << 20, 'a')))).reason(), HasSubstr("over 16 MiB"));
}

struct Stranger {
  std::string bytes;
  const char* reason;
};

class Refused : public testing::TestWithParam<Stranger> {};

TEST_P(Refused, IsReportedWithAdvice) {
  EXPECT_THAT(read_bytes("a.txt", GetParam().bytes).reason(), HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    All, Refused,
    testing::Values(
        Stranger{"PK\x03\x04 and so on", "is an archive, unpack it first"},
        Stranger{"7z\xBC\xAF\x27\x1C", "is an archive, unpack it first"},
        Stranger{"Rar!\x1A\x07\x01", "is an archive"}, Stranger{"BZh91AY", "is an archive"},
        Stranger{std::string("\xFD"
                             "7zXZ\0\0",
                             7),
                 "is an archive"},
        Stranger{"\x28\xB5\x2F\xFD\x04", "is an archive"},
        Stranger{std::string(257, 'a') + "ustar  ", "is an archive"},
        Stranger{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an office document"},
        Stranger{"{\\rtf1 text}", "is an office document"}, Stranger{"\x89PNG\r\n\x1A\n", "is a picture"},
        Stranger{"\xFF\xD8\xFF\xE0", "is a picture"}, Stranger{"GIF89a", "is a picture"},
        Stranger{std::string("SQLite format 3\0", 16), "is a database"},
        Stranger{
            "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n",
            "is a web page saved as MHTML"}));

TEST(Packed, ArchivesWithinAreReported) {
  EXPECT_THAT(read_bytes("a.tar.gz", gzip(std::string(257, 'a') + "ustar\0")).reason(),
              HasSubstr("is an archive"));
}

TEST(Sidecar, WinsOverWhatTheFileSays) {
  const TempFolder folder;
  const auto page =
      folder.write("a.md", "---\nid: theirs\ntitle: Theirs\ncouncil: Bath\nrating: good\n---\nText\n");
  folder.write("a.md.meta.json",
               "{\n \"id\": \"ours\", \"title\": \"Ours\", \"publisher\": \"P\", \"facets\": {\"rating\": "
               "\"inadequate\"}\n}");
  const read::Article article = read_path(page).only();
  EXPECT_EQ(article.id, "ours");
  EXPECT_EQ(article.title, "Ours");
  EXPECT_EQ(article.publisher, "P");
  EXPECT_EQ(article.text, "Text");
  EXPECT_THAT(article.facets,
              testing::ElementsAre(testing::Pair("council", testing::ElementsAre("Bath")),
                                   testing::Pair("rating", testing::ElementsAre("inadequate"))));
}

TEST(Sidecar, OfSeveralArticlesHoldsForEach) {
  const TempFolder folder;
  const auto lines = folder.write(
      "a.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\", \"id\": \"own\", \"publisher\": \"X\"}\n");
  folder.write("a.jsonl.meta.json", R"({"id": "export", "publisher": "P"})");
  const Reading reading = read_path(lines);
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[0].id, "export#1");
  EXPECT_EQ(reading.articles[1].id, "own");
  EXPECT_EQ(reading.articles[1].publisher, "P");
}

TEST(Sidecar, MayGiveTheTextThatAFileLacks) {
  const TempFolder folder;
  const auto page = folder.write("a.html", "<html><body></body></html>");
  folder.write("a.html.meta.json", R"({"text": "By hand"})");
  EXPECT_EQ(read_path(page).only().text, "By hand");
}

TEST(Sidecar, ThatIsBrokenIsReportedAndTheFileRead) {
  const TempFolder folder;
  const auto page = folder.write("a.txt", "text");
  folder.write("a.txt.meta.json", "{\"title\": 5}");
  const Reading reading = read_path(page);
  ASSERT_EQ(reading.articles.size(), 1u);
  EXPECT_EQ(reading.articles[0].title, "");
  EXPECT_EQ(reading.reason(), "\"title\" must be a string");
  EXPECT_THAT(reading.problems[0].path, testing::EndsWith("a.txt.meta.json"));
}

TEST(Sidecar, IsToldByItsNameAndItsFile) {
  const TempFolder folder;
  folder.write("a.txt", "text");
  EXPECT_TRUE(read::is_sidecar(folder.write("a.txt.meta.json", "{}")));
  EXPECT_FALSE(read::is_sidecar(folder.write("alone.meta.json", "{}")));
  EXPECT_FALSE(read::is_sidecar(folder.path() / "a.txt"));
  EXPECT_FALSE(read::is_sidecar(folder.write(".meta.json", "{}")));
}

}  // namespace
}  // namespace assay::tests
