#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kStory =
    "Care in Leeds praised\n"
    "Leeds City Council's adult social care was rated good by the Care Quality Commission.\n"
    "Residents told inspectors that direct payments were easy to use.\n";

TEST(Boilerplate, ConsentAndNavigationGo) {
  const std::string body = extract_text(
                               "Our use of cookies\nWe use necessary cookies to make our site work.\nAccept "
                               "cookies Reject\nSkip to content\n" +
                               kStory)
                               .body;
  EXPECT_THAT(body, Not(HasSubstr("cookies")));
  EXPECT_THAT(body, Not(HasSubstr("Skip")));
  EXPECT_THAT(body, HasSubstr("direct payments"));
}

TEST(Boilerplate, WhatFollowsTheArticleGoes) {
  const std::string body =
      extract_text(kStory + "Share:\nRelated items\nBradford rated inadequate\nPothole news\n").body;
  EXPECT_THAT(body, Not(HasSubstr("Bradford")));
  EXPECT_THAT(body, Not(HasSubstr("Pothole")));
}

TEST(Boilerplate, MenusGoProseStays) {
  const std::string menu = "Bins\nSchools\nRoads\nLibraries\nPlanning\nCouncil tax\nJobs\n";
  const std::string body = extract_text(menu + kStory).body;
  EXPECT_THAT(body, Not(HasSubstr("Libraries")));
  EXPECT_THAT(body, HasSubstr("Residents told"));
}

TEST(Boilerplate, ASentenceThatBeginsLikeALinkStays) {
  const std::string prose =
      "Share of residents who said that they were satisfied with the care they got rose over the year, "
      "according to the "
      "survey that the council carries out every spring.\n";
  EXPECT_THAT(extract_text(kStory + prose).body, HasSubstr("rose over the year"));
}

// Whatever stands around an article, its facets are the same.
TEST(Boilerplate, ChangesNoFacet) {
  const auto bare = extract_text(kStory);
  const auto wrapped = extract_text(
      "Our use of cookies\nWe use cookies. See our privacy policy.\nHome\nNews\nMenu\nSearch\nContact "
      "us\nSign in\n\n" +
      kStory +
      "Sign up to our daily newsletter\nShare this\nRead next:\nKent rated inadequate\nMost popular\nYork "
      "rated outstanding\n");
  EXPECT_EQ(bare.facets, wrapped.facets);
  EXPECT_EQ(bare.body, wrapped.body);
  EXPECT_EQ(bare.title, wrapped.title);
}

TEST(Boilerplate, AMenuInOneLineGoesAPathAndFactsStay) {
  const std::string body =
      extract_text("News \u00b7 Budget watch \u00b7 Vacancies\n" + kStory +
                   "Leeds \u203a News \u203a Care\nLeeds \u00b7 Good \u00b7 9 May 2025\n")
          .body;
  EXPECT_THAT(body, Not(HasSubstr("Vacancies")));
  EXPECT_THAT(body, HasSubstr("\u203a Care"));
  EXPECT_THAT(body, HasSubstr("9 May 2025"));
}

}  // namespace
}  // namespace assay::tests
