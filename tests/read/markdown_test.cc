// Markdown and its front matter.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/read/front_matter.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;

TEST(Markdown, BecomesALinePerBlock) {
  const Reading reading = read_bytes("note.md", R"(# Care in *Bristol*

A paragraph that is
wrapped, with **bold** and [a link](https://example.org "title").

- one
- two `code`
  still two

> quoted

1. first

```
let x = 1
let y = 2
```
)");
  EXPECT_EQ(
      reading.only().text,
      "Care in Bristol\nA paragraph that is wrapped, with bold and a link.\none\ntwo code still two\nquoted\n"
      "first\nlet x = 1\nlet y = 2");
  EXPECT_EQ(reading.only().title, "Care in Bristol");
}

TEST(Markdown, KeepsTheRowsOfTables) {
  EXPECT_EQ(read_bytes("note.md", "Before\nit.\n\n| Area | Score |\n|---|---|\n| Needs | 2 |\n").only().text,
            "Before it.\n| Area | Score |\n|---|---|\n| Needs | 2 |");
}

TEST(Markdown, TakesFrontMatter) {
  const read::Article article = read_bytes("note.txt", R"(---
id: bristol-1
title: "Two chapters: side by side"
date: 2025-08-06
publisher: Sample Weekly
url: https://example.org/a
language: en-GB
rating: good
councils: [Bristol, "South Gloucestershire"]
theme: governance
facets:
  themes: [safeguarding, governance]
  region:
    - South West
  unset:
tags: [ignored]
---
The text.
)")
                                    .only();
  EXPECT_EQ(article.id, "bristol-1");
  EXPECT_EQ(article.title, "Two chapters: side by side");
  EXPECT_EQ(article.date, "2025-08-06");
  EXPECT_EQ(article.publisher, "Sample Weekly");
  EXPECT_EQ(article.url, "https://example.org/a");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.text, "The text.");
  EXPECT_THAT(article.facets,
              ElementsAre(Pair("council", ElementsAre("Bristol", "South Gloucestershire")),
                          Pair("rating", ElementsAre("good")), Pair("region", ElementsAre("South West")),
                          Pair("theme", ElementsAre("governance", "safeguarding"))));
}

TEST(Markdown, EmptyFrontMatterValuesStateNothingButAnEmptyListStatesNone) {
  const Reading reading =
      read_bytes("a.md", "---\ntitle:\nrating: ~\ncouncil: \"\"\nthemes: []\n---\n# Heading\n\ntext\n");
  EXPECT_EQ(reading.only().title, "Heading");
  EXPECT_THAT(reading.only().facets, ElementsAre(Pair("theme", IsEmpty())));
}

TEST(Markdown, FrontMatterMayEndInCrLf) {
  const Reading reading = read_bytes("a.md", "---\r\ntitle: T\r\n---\r\nBody\r\n");
  EXPECT_EQ(reading.only().title, "T");
  EXPECT_EQ(reading.only().text, "Body");
}

TEST(Markdown, BrokenFrontMatterIsReportedWithItsLine) {
  struct Case {
    const char* yaml;
    std::size_t line;
    const char* reason;
  };
  const Case cases[] = {
      {"title: [a, b]\n", 2, "front matter: \"title\" must be a single value"},
      {"title: a\ncouncil: {a: b}\n", 3, "front matter: \"council\" must be a value or a list of values"},
      {"title: a\nfacets: [a]\n", 3, "front matter: \"facets\" must map names to values"},
      {"title: a\ncouncil: [[a]]\n", 3, "front matter: \"council\" must list plain values"},
      {"title: a\nrating: [open\n", 4, "front matter: "},
      {"title: a\nx: *unknown\n", 3, "front matter: "},
  };
  for (const Case& c : cases) {
    const Reading reading = read_bytes("a.md", std::string("---\n") + c.yaml + "---\ntext\n");
    EXPECT_THAT(reading.articles, IsEmpty()) << c.yaml;
    EXPECT_THAT(reading.reason(), StartsWith(c.reason));
    EXPECT_EQ(reading.problems.at(0).line, c.line) << c.yaml;
  }
}

TEST(Markdown, AliasesOfYamlDoNotGrow) {
  std::string yaml = "title: t\na0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i)
    yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + ", *a" +
            std::to_string(i - 1) + "]\n";
  EXPECT_EQ(read_bytes("a.md", "---\n" + yaml + "---\ntext\n").only().title, "t");
}

TEST(Markdown, DeeplyNestedYamlIsReported) {
  const Reading reading = read_bytes("a.md", "---\nx: " + std::string(50'000, '[') + "\n---\ntext\n");
  EXPECT_THAT(reading.reason(), StartsWith("front matter: "));
}

TEST(Markdown, RulesAroundProseAreNoFrontMatter) {
  EXPECT_EQ(read::split_front_matter("---\nJust a line between rules.\n---\ntext").yaml, "");
  EXPECT_EQ(read::split_front_matter("---\nkey: value\nbut no end\n").yaml, "");
  EXPECT_EQ(read::split_front_matter("----\nkey: value\n---\n").yaml, "");
  EXPECT_EQ(read::split_front_matter("---\n# a comment\n\nkey: value\n...\nrest").body, "rest");
  const std::string text = "---\nJust prose.\n---\ntext\n";
  EXPECT_EQ(read_bytes("a.txt", text).only().text, text);
}

TEST(Markdown, HtmlWithinIsReadForItsText) {
  EXPECT_EQ(read_bytes("a.md",
                       "Before\n\n<details><summary>More</summary>\n\nInside <b>it</b>\n\n</details>\n"
                       "<script>alert(1)</script>\n")
                .only()
                .text,
            "Before\nMore\nInside it");
}

TEST(Markdown, WithoutTextIsReported) {
  EXPECT_EQ(read_bytes("a.md", "---\ntitle: T\n---\n\n").reason(), "holds no text");
}

TEST(Markdown, NestedDeeplyIsReportedOrRead) {
  EXPECT_THAT(read_bytes("a.md", std::string(20'000, '>') + " x\n").reason(), HasSubstr("nested"));
  EXPECT_FALSE(read_bytes("a.md", std::string(20'000, '[') + "x\n").only().text.empty());
  EXPECT_THAT(read_bytes("a.md", std::string(600 * 1024, 'x')).reason(), HasSubstr("256 KiB"));
}

}  // namespace
}  // namespace assay::tests
