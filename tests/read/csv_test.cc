// CSV with a header.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(Csv, TakesFieldsAndFacetsInAnyOrder) {
  const read::Article article =
      read_bytes("a.csv",
                 "Rating,TEXT,id,Council,theme,title,date,publisher,url,other\r\n"
                 "good,\"First, \"\"quoted\"\"\r\nSecond\",one,\"Bath; Bristol, City of\",a|b||,"
                 "T,2025-03-21,P,https://example.org,x\r\n")
          .only();
  EXPECT_EQ(article.id, "one");
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.date, "2025-03-21");
  EXPECT_EQ(article.publisher, "P");
  EXPECT_EQ(article.url, "https://example.org");
  EXPECT_EQ(article.text, "First, \"quoted\"\nSecond");
  EXPECT_THAT(article.facets,
              ElementsAre(Pair("council", ElementsAre("Bath", "Bristol, City of")),
                          Pair("rating", ElementsAre("good")), Pair("theme", ElementsAre("a", "b"))));
}

TEST(Csv, EmptyCellsStateNothing) {
  const Reading reading = read_bytes("a.csv", "id,text,rating,council\n,words,,\n");
  EXPECT_EQ(reading.only().id, "an-id#2");
  EXPECT_THAT(reading.only().facets, IsEmpty());
}

TEST(Csv, MayBeDelimitedBySemicolonsOrTabs) {
  EXPECT_EQ(read_bytes("a.csv", "id;text\n1;a, b\n").only().text, "a, b");
  EXPECT_EQ(read_bytes("a.tsv", "id\ttext\n1\ta, b; c\n").only().text, "a, b; c");
  EXPECT_EQ(read_bytes("a.csv", "\xEF\xBB\xBF\"id\",\"text\"\n1,a\n").only().text, "a");
  EXPECT_EQ(read_bytes("a.csv", utf16("id\ttext\r\n1\ta\r\n")).only().text, "a");
}

TEST(Csv, BrokenRecordsAreReportedWithTheirLinesAndTheRestGoesOn) {
  const Reading reading = read_bytes("a.csv",
                                     "id,text\n"
                                     "1,\"two\nlines\"\n"
                                     "2,too,many\n"
                                     "3,stray \" quote\n"
                                     "4,\"quoted\" behind\n"
                                     "5\n"
                                     "\n"
                                     "6,  \n"
                                     "7,caf\xE9\n"
                                     "8,good\n");
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[0].id, "1");
  EXPECT_EQ(reading.articles[1].id, "8");
  std::vector<std::pair<std::size_t, std::string>> problems;
  for (const read::Problem& problem : reading.problems) problems.emplace_back(problem.line, problem.reason);
  EXPECT_THAT(problems,
              ElementsAre(Pair(4, "has 3 values for 2 columns"),
                          Pair(5, "has a quote within a value that does not begin with one"),
                          Pair(6, "has text behind a closing quote"), Pair(7, "has 1 values for 2 columns"),
                          Pair(9, "has nothing in its column \"text\""),
                          Pair(10, "is not UTF-8; save the file as CSV in UTF-8")));
}

TEST(Csv, QuotesThatAreNotClosedAreReportedWhereTheyBegin) {
  const Reading reading = read_bytes("a.csv", "id,text\n1,a\n2,\"open\n3,b\n");
  ASSERT_EQ(reading.articles.size(), 1u);
  EXPECT_EQ(reading.reason(), "begins a value in quotes that are not closed");
  EXPECT_EQ(reading.problems[0].line, 3u);
}

TEST(Csv, RecordsOverTheLimitAreReported) {
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += std::string(1 << 20, 'a') + "\n";
  const Reading reading = read_bytes("a.csv", "id,text\n1,\"" + lines);
  ASSERT_FALSE(reading.problems.empty());
  EXPECT_THAT(reading.problems[0].reason, HasSubstr("over 16 MiB; is a quote not closed?"));
  EXPECT_EQ(reading.problems[0].line, 2u);
}

TEST(Csv, RecordsOfTooManyValuesAreReported) {
  EXPECT_EQ(read_bytes("a.csv", "id,text\n" + std::string(20'000, ',') + "\n").reason(),
            "has over 10,000 values");
}

TEST(Csv, WithoutAColumnOfTextIsReported) {
  EXPECT_EQ(read_bytes("a.csv", "id,title,url\n1,a,b\n").reason(), "has no column \"text\"");
}

TEST(Csv, ProseIsNoHeader) {
  for (const char* const prose :
       {"Text, and more of it\nbody", "Title, date\nbody", "\"A text,\" she said\nbody"})
    EXPECT_EQ(read_bytes("a.csv", prose).only().text, prose);
}

}  // namespace
}  // namespace assay::tests
