// RSS and Atom.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string rss(const std::string& items) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The &amp;amp; Gazette</title><language>en-gb</language>
<image><title>Logo</title></image>)" +
         items + "</channel></rss>";
}

TEST(Feed, RssItemsAreArticles) {
  const Reading reading = read_bytes("feed.xml", rss(R"(
<item><media:title>no</media:title><title>Rated &lt;i&gt;good&lt;/i&gt;</title><link>https://example.org/1</link>
<guid isPermaLink="false">g-1</guid><pubDate>Fri, 30 May 2025 09:00:00 +0100</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>First &pound;5</p><div class="share">x</div><p>Second</p>]]></content:encoded></item>
<item><title>Two</title><description>Only &amp;amp; this</description><dc:date>2025-05-29T10:00:00Z</dc:date></item>)"));
  ASSERT_THAT(reading.problems, IsEmpty());
  ASSERT_EQ(reading.articles.size(), 2u);
  const read::Article& one = reading.articles[0];
  EXPECT_EQ(one.id, "g-1");
  EXPECT_EQ(one.title, "Rated good");
  EXPECT_EQ(one.url, "https://example.org/1");
  EXPECT_EQ(one.date, "Fri, 30 May 2025 09:00:00 +0100");
  EXPECT_EQ(one.publisher, "The & Gazette");
  EXPECT_EQ(one.language, "en-gb");
  EXPECT_EQ(one.text,
            "First \xC2\xA3"
            "5\nSecond");
  const read::Article& two = reading.articles[1];
  EXPECT_EQ(two.id, "an-id#2");
  EXPECT_EQ(two.date, "2025-05-29");
  EXPECT_EQ(two.text, "Only & this");
}

TEST(Feed, AtomEntriesAreArticles) {
  const Reading reading =
      read_bytes("feed", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Newsroom</title>
<entry><id>urn:1</id><title type="html">T</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/1"/><updated>2025-02-02T00:00:00Z</updated><published>2025-01-01T00:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content></entry>
<entry><title>U</title><summary>Summary</summary><updated>2025-02-02T00:00:00Z</updated></entry></feed>)");
  ASSERT_EQ(reading.articles.size(), 2u);
  EXPECT_EQ(reading.articles[0].id, "urn:1");
  EXPECT_EQ(reading.articles[0].url, "https://example.org/1");
  EXPECT_EQ(reading.articles[0].date, "2025-01-01");
  EXPECT_EQ(reading.articles[0].text, "One\nTwo");
  EXPECT_EQ(reading.articles[0].publisher, "Newsroom");
  EXPECT_EQ(reading.articles[1].text, "Summary");
  EXPECT_EQ(reading.articles[1].date, "2025-02-02");
}

TEST(Feed, ItemsWithoutTextAreReportedAndTheRestGoesOn) {
  const Reading reading =
      read_bytes("feed.xml", rss("<item><title>a</title></item>\n<item><description>b</description></item>"));
  ASSERT_EQ(reading.articles.size(), 1u);
  EXPECT_EQ(reading.articles[0].id, "an-id#2");
  EXPECT_EQ(reading.reason(), "item 1 holds no text");
  EXPECT_EQ(reading.problems[0].line, 4u);
}

TEST(Feed, BrokenXmlEndsItWithALine) {
  // The parser takes in some hundred bytes at a time and stops at the first that holds an error.
  const std::string padding = "<!-- " + std::string(2000, 'x') + " -->";
  const Reading reading = read_bytes(
      "feed.xml", rss("<item><description>a</description></item>\n" + padding + "<item><b></item>"));
  EXPECT_EQ(reading.articles.size(), 1u);
  EXPECT_THAT(reading.reason(), StartsWith("is broken XML: "));
  EXPECT_EQ(reading.problems[0].line, 5u);
  EXPECT_THAT(read_bytes("feed.xml", "<rss><channel><item><description>cut").reason(),
              StartsWith("is broken XML"));
}

TEST(Feed, EntitiesOfItsOwnNeitherGrowNorFetch) {
  std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">";
  for (int i = 1; i < 40; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + inner + inner + inner + inner + "\">";
  }
  laughs += "]>";
  const std::string text =
      "<rss><channel><item><description>text&a39;&f;</description><link>x</link></item></channel></rss>";
  const Reading in_text = read_bytes("feed.xml", laughs + text);
  for (const read::Article& article : in_text.articles) {
    EXPECT_THAT(article.text, testing::Not(HasSubstr("root")));
    EXPECT_LT(article.text.size(), 1000u);
  }
  const Reading in_attribute = read_bytes(
      "feed.xml",
      laughs + "<feed><entry><link href='&a39;'/><content><b x='&a39;'>t</b></content></entry></feed>");
  for (const read::Article& article : in_attribute.articles) EXPECT_LT(article.url.size(), 1000u);
}

TEST(Feed, AnItemOverTheLimitEndsIt) {
  std::string item = "<item><description>a</description></item><item>";
  for (int i = 0; i < 18; ++i) item += "<x>" + std::string(1 << 20, 'a') + "</x>";
  const Reading reading = read_bytes("feed.xml", rss(item + "</item>"));
  EXPECT_EQ(reading.articles.size(), 1u);
  EXPECT_THAT(reading.reason(), HasSubstr("an item of over 16 MiB"));
}

TEST(Feed, OfManyItemsMayBeLargerThanAnArticle) {
  std::string items;
  for (int i = 0; i < 20; ++i)
    items += "<item><description>" + std::string(1 << 20, 'a') + "</description></item>";
  EXPECT_EQ(read_bytes("feed.xml", rss(items)).articles.size(), 20u);
}

TEST(Feed, OtherXmlIsReported) {
  EXPECT_EQ(read_bytes("a.xml", "<?xml version=\"1.0\"?><catalogue><x/></catalogue>").reason(),
            "is XML, but neither a feed nor a web page");
  EXPECT_EQ(read_bytes("a.xml", "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>text</p></body></html>")
                .only()
                .text,
            "text");
}

}  // namespace
}  // namespace assay::tests
