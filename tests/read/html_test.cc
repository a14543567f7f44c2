// Which text of a web page is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/read/html_elements.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

std::string text_of(const std::string& body) {
  return read_bytes("page.html",
                    "<!doctype html><html><head><title>T</title></head><body>" + body + "</body></html>")
      .only()
      .text;
}

struct Case {
  const char* html;
  const char* text;
};

class Blocks : public testing::TestWithParam<Case> {};

TEST_P(Blocks, AreLines) { EXPECT_EQ(text_of(GetParam().html), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    All, Blocks,
    testing::Values(
        Case{"<p>One <b>bo</b>ld\n  and\t<i>two</i></p><p>Three</p>", "One bold and two\nThree"},
        Case{"loose <p>in</p> between", "loose\nin\nbetween"}, Case{"<div>a<div>b</div>c</div>", "a\nb\nc"},
        Case{"<p>line<br>break<br/><br>again</p>", "line\nbreak\nagain"},
        Case{"<h1>Two<br>rows</h1><p>x</p>", "Two rows\nx"},
        Case{"<ul><li>a<li>b <ul><li>c</ul></ul>", "a\nb\nc"},
        Case{"<dl><dt>Term<dd>What it is</dl>", "Term\nWhat it is"},
        Case{"<pre>a\n  b\n\nc</pre>", "a\nb\nc"},
        Case{"<p>&pound;5m &amp; &#8216;good&#x2019; a&nbsp;b&shy;c</p>",
             "\xC2\xA3"
             "5m & \xE2\x80\x98good\xE2\x80\x99 a bc"},
        Case{"<p>5 < 6 and AT&T</p>", "5 < 6 and AT&T"},
        Case{"<table><tr><th>Area</th><th>Score</th></tr><tr><td><p>Needs</p></td><td> 2 </td></tr></table>",
             "Area | Score\nNeeds | 2"},
        Case{"<table><tr><td>a</td><td></td><td>b<br>c</td></tr></table>", "a | b c"},
        Case{"<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table>",
             "x | y | z"},
        Case{"<td>stray</td><td>cells</td>", "stray\ncells"},
        Case{"<custom-card>cus</custom-card>tom", "custom"}));

TEST(Html, LongRowsKeepTheLinesOfTheirCells) {
  const std::string words(300, 'w');
  EXPECT_EQ(text_of("<table><tr><td><p>" + words + "</p><p>a</p></td><td>" + words + "</td></tr></table>"),
            words + "\na\n" + words);
}

class Dropped : public testing::TestWithParam<const char*> {};

TEST_P(Dropped, IsNotRead) {
  EXPECT_EQ(text_of(std::string("<p>before</p>") + GetParam() + "<p>after</p>"), "before\nafter")
      << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    All, Dropped,
    testing::Values("<script>x</script>", "<style>x</style>", "<noscript>x</noscript>",
                    "<template><p>x</p></template>", "<nav>x</nav>", "<header><h2>x</h2></header>",
                    "<footer>x</footer>", "<aside><p>x</p></aside>", "<form><p>x</p></form>",
                    "<button>x</button>", "<iframe>x</iframe>", "<svg><title>x</title><text>x</text></svg>",
                    "<figure><img alt=x><figcaption>x</figcaption></figure>", "<select><option>x</select>",
                    "<textarea>x</textarea>", "<dialog open>x</dialog>", "<div hidden>x</div>",
                    "<div style='color: red; Display : none'>x</div>", "<p style=visibility:hidden>x</p>",
                    "<div role=navigation>x</div>", "<div role=banner>x</div>",
                    "<div role=contentinfo>x</div>", "<div role=search>x</div>",
                    "<div role=complementary>x</div>", "<div role=dialog>x</div>",
                    "<div class='cookie-banner'>x</div>", "<div class='a  eu-cookie_popup'>x</div>",
                    "<div id='consent-layer'>x</div>", "<ol class=breadcrumbs><li>x</ol>",
                    "<div class='c-share__list'>x</div>", "<div class='socialShare'>x</div>",
                    "<div class=social>x</div>", "<div class=NewsletterSignup>x</div>",
                    "<section class=related-content>x</section>", "<div class=advert>x</div>",
                    "<div class=ad-slot>x</div>", "<div class=promo>x</div>", "<div class='sidebar'>x</div>",
                    "<div id=comments>x</div>", "<ul class=menu><li>x</ul>",
                    "<a class=skip-link href=#c>x</a>", "<span class=visually-hidden>x</span>", "<!-- x -->",
                    "<div class=footer>x</div>", "<p class=share><b>x<i>y</i></b></p>"));

class Kept : public testing::TestWithParam<const char*> {};

TEST_P(Kept, IsRead) {
  EXPECT_EQ(text_of(std::string("<p>before</p>") + GetParam() + "<p>after</p>"), "before\nx\nafter")
      << GetParam();
}

INSTANTIATE_TEST_SUITE_P(
    All, Kept,
    testing::Values("<div class='adult-social-care'>x</div>", "<section id='adult-social-care'>x</section>",
                    "<h2 id='related-services'>x</h2>", "<section id='consent-and-capacity'>x</section>",
                    "<div class='layout with-sidebar no-comments'>x</div>", "<div class=shared-lives>x</div>",
                    "<div class='advertising-standards-authority'>x</div>", "<div hidden=until-found>x</div>",
                    "<details><summary>x</summary></details>", "<div aria-hidden=true>x</div>",
                    "<div class=elementor-widget-container>x</div>", "<div class=information-sharing>x</div>",
                    "<h3 class=entry-header>x</h3>", "<p style='display:block'>x</p>"));

TEST(Html, ClassesOfTheOutermostElementsDropNothing) {
  EXPECT_EQ(read_bytes("a.html",
                       "<html class=has-cookie-menu><body class='modal sidebar'><main class=related>"
                       "<article class='share promo'><h1 class=advert>H</h1><p>text</p></article></main>")
                .only()
                .text,
            "H\ntext");
}

TEST(Html, BoilerplateWithinASentenceLeavesTheSentenceWhole) {
  EXPECT_EQ(text_of("<p>The council <span class=share>Share</span>was rated good.</p>"),
            "The council was rated good.");
  EXPECT_EQ(text_of("<p><span class=sr-only>Quote</span> The council was.</p>"), "The council was.");
}

TEST(Html, TheArticleIsPreferred) {
  EXPECT_EQ(
      text_of(
          "<div>Site</div><article><header><h1>H</h1></header><p>The story is here.</p><footer>By us</footer>"
          "</article><div>More</div>"),
      "H\nThe story is here.\nBy us");
  EXPECT_EQ(text_of("<div>Site</div><div role=article><p>The story is here.</p></div>"),
            "The story is here.");
}

TEST(Html, TeasersBesideALongArticleAreLeftOut) {
  const std::string story = "<article><p>" + std::string(400, 's') + "</p></article>";
  const std::string teaser = "<article><p>" + std::string(90, 't') + "</p></article>";
  EXPECT_EQ(text_of("<main>" + story + teaser + teaser + "</main>"), std::string(400, 's'));
}

TEST(Html, UpdatesOfLikeLengthAreAllRead) {
  EXPECT_EQ(text_of("<article><p>First update</p></article><article><p>Second update</p></article>"),
            "First update\nSecond update");
}

TEST(Html, AnArticleThatIsATeaserDoesNotWinOverTheMainText) {
  const std::string story(400, 's');
  EXPECT_EQ(text_of("<main><p>" + story + "</p><article>More news</article></main>"), story + "\nMore news");
}

TEST(Html, MainIsPreferredToTheBody) {
  EXPECT_EQ(text_of("<div>Site name</div><main><p>All of the story.</p></main><div>Links</div>"),
            "All of the story.");
  EXPECT_EQ(text_of("<div>The story is out here, all of it.</div><main></main>"),
            "The story is out here, all of it.");
}

TEST(Html, MainIsReadWhateverItStandsIn) {
  const std::string main = "<main><p>story</p></main>";
  EXPECT_EQ(text_of("<div class=page-sidebar><p>x</p>" + main + "</div>"), "story");
  EXPECT_EQ(text_of("<form id=aspnetForm>" + main + "</form>"), "story");
  EXPECT_EQ(text_of("<nav><div>menu</nav>" + main), "story");
}

TEST(Html, AFormAroundThePageIsNoReasonToDropIt) {
  const std::string story(1200, 's');
  EXPECT_EQ(text_of("<form id=aspnetForm><div class=menu>x</div><p>" + story + "</p></form>"), story);
  EXPECT_EQ(text_of("<div class=popup><p>" + story + "</p></div>"), story);
}

TEST(Html, TheHeadingComesFirst) {
  EXPECT_EQ(text_of("<article><p>Latest / Law</p><h1>Heading</h1><p>text</p></article>"),
            "Heading\nLatest / Law\ntext");
  EXPECT_EQ(text_of("<h1>Heading</h1><article><p>The text of the story</p></article>"),
            "Heading\nThe text of the story");
}

TEST(Html, OddMarkupIsRead) {
  EXPECT_EQ(read_bytes("a.html", "<article>no head or body").only().text, "no head or body");
  EXPECT_EQ(
      read_bytes("a.html", "<html><head><title>T</title><article><p>head left open</article>").only().text,
      "head left open");
  EXPECT_EQ(text_of("<p>a</div></span><p>b</body></html><p>c"), "a\nb\nc");
  EXPECT_EQ(read_bytes("page.htm", "<wbr>only a name says so").only().text, "only a name says so");
}

TEST(Html, WithoutTextIsReported) {
  EXPECT_EQ(read_bytes("a.html", "<html><body><nav>menu</nav></body></html>").reason(), "holds no text");
  EXPECT_EQ(read_bytes("a.html", "<html>").reason(), "holds no text");
}

TEST(Html, NamesAreJudgedByTheirWords) {
  EXPECT_TRUE(read::names_boilerplate("x cookieBanner"));
  EXPECT_TRUE(read::names_boilerplate("GDPR__wrap"));
  EXPECT_TRUE(read::names_boilerplate("skip-to-content"));
  EXPECT_FALSE(read::names_boilerplate("cookies-of-the-day"));
  EXPECT_FALSE(read::names_boilerplate("menus readable promotion adverb"));
  EXPECT_FALSE(read::names_boilerplate(""));
}

}  // namespace
}  // namespace assay::tests
