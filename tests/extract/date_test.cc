#include "indexer/extract/date.h"

#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

const std::string kBody =
    "Residents of the county told inspectors in March 2024 that their care was good.\nThe Care Act 2014 asks "
    "for it.\n";

struct Case {
  const char* head;
  const char* date;
};

TEST(Date, FormsOfPublication) {
  const Case cases[] = {
      {"Posted on Friday 30th May 2025\n", "2025-05-30"},
      {"Published: Friday 25 July 2025\n", "2025-07-25"},
      {"Published: Wednesday, September 3, 2025\n", "2025-09-03"},
      {"Wednesday, September 03, 2025\n", "2025-09-03"},
      {"Published on\n21 August 2025\n", "2025-08-21"},
      {"15 Oct 2025\n", "2025-10-15"},
      {"15:15, 08 May 2025Updated 15:39\n", "2025-05-08"},
      {"02:33PM, Sunday 20 July 2025\n", "2025-07-20"},
      {"17/04/25\n", "2025-04-17"},
      {"14/02/2020 -\n", "2020-02-14"},
      {"Author: NewsdeskPublished 12th Dec 2025\n", "2025-12-12"},
      {"By Newsdesk 5th Nov 2025\nBy Newsdesk 5th Nov 2025\n", "2025-11-05"},
      {"30\nJune\n2016\n|\n10:48\n", "2016-06-30"},
      {"August 12\n08:26\n2024\n", "2024-08-12"},
      {" date 2025-09-11 Blackpool Council has a plan.\n", "2025-09-11"},
      {"LONDON \u2013 15 December 2025: The regulator said so.\n", "2025-12-15"},
      {"11 Dec 2025\nembargoed until 00.01hrs on Friday 12 December 2025\n", "2025-12-12"},
      {"Published: 4 July 2025 Page last updated: 11 August 2025\n", "2025-07-04"},
      {"The council said today (18 July 2025) that it agreed.\n", "2025-07-18"},
  };
  for (const Case& c : cases) EXPECT_EQ(extract_text(std::string(c.head) + kBody).date, c.date) << c.head;
}

TEST(Date, OtherDaysDoNotCount) {
  for (const char* head :
       {"", "The meeting on 4 March 2025 agreed.\n", "Inspectors visited on 6 May 2025.\n",
        "Page last updated: 11 August 2025\n", "today (Thursday, October 30)\n", "on November 21\n"})
    EXPECT_EQ(extract_text(std::string(head) + kBody).date, "") << head;
}

TEST(Date, TheDayOfAMeetingIsNoPublication) {
  EXPECT_EQ(extract_text("Minutes of the Adults Scrutiny Committee\nTuesday 26 August 2025\n" + kBody).date,
            "");
}

TEST(Date, MetadataWinsThenTextThenUrl) {
  read::Article article;
  article.text = "Published: Friday 25 July 2025\n" + kBody;
  article.url = "https://example.org/2025/02/28/story";
  EXPECT_EQ(extract_article(article).date, "2025-07-25");
  article.date = "Fri, 1 Aug 2025 10:00:00 GMT";
  EXPECT_EQ(extract_article(article).date, "2025-08-01");
  article.date.clear();
  article.text = kBody;
  EXPECT_EQ(extract_article(article).date, "2025-02-28");
}

TEST(Date, ABylineWithItsHourIsNoMeeting) {
  EXPECT_EQ(extract_text("Council's care falls short, says commission\nBy our reporter | 12 February 2026, "
                         "6:00am\nThe council's care falls short, a commission has said.")
                .date,
            "2026-02-12");
}

TEST(Date, InUrls) {
  EXPECT_EQ(extract::date_in_url("https://a.example/2025/02/28/x"), "2025-02-28");
  EXPECT_EQ(extract::date_in_url("https://a.example/news-2025-07-31"), "2025-07-31");
  EXPECT_EQ(extract::date_in_url("https://a.example/report-08072025.pdf"), "2025-07-08");
  EXPECT_EQ(extract::date_in_url("https://a.example/2026/1/27/x"), "2026-01-27");
  EXPECT_EQ(extract::date_in_url("https://a.example/leeds-1025"), std::nullopt);
  EXPECT_EQ(extract::date_in_url("https://a.example/12345678/x"), std::nullopt);
}

}  // namespace
}  // namespace assay::tests
