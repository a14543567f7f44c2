#include "searchd/query/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/fake_index.h"

namespace assay::tests {
namespace {

using query::Highlight;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Highlight> highlights(std::string_view text) { return plan_text(text).highlights; }

TEST(Highlights, AWordMarksAllItsForms) {
  EXPECT_THAT(highlights("care"), ElementsAre(Highlight{{{"care", "cared"}}, {}, 1, false}));
  EXPECT_THAT(highlights("=care"), ElementsAre(Highlight{{{"care"}}, {}, 1, false}));
  EXPECT_THAT(highlights("oxford*"), ElementsAre(Highlight{{{"oxford", "oxfordshire"}}, {}, 1, false}));
}

TEST(Highlights, APhraseIsOneRun) {
  EXPECT_THAT(highlights("\"direct payments\""),
              ElementsAre(Highlight{{{"direct"}, {"payments"}}, {}, 2, false}));
  EXPECT_THAT(highlights("\"direct payments\"~3"),
              ElementsAre(Highlight{{{"direct"}, {"payments"}}, {}, 5, false}));
}

TEST(Highlights, NearIsInAnyOrder) {
  EXPECT_THAT(highlights("direct NEAR/3 home"),
              ElementsAre(Highlight{{{"direct"}, {"home", "homes"}}, {}, 4, true}));
  EXPECT_THAT(highlights("direct ADJ/3 home"),
              ElementsAre(Highlight{{{"direct"}, {"home", "homes"}}, {}, 4, false}));
  EXPECT_THAT(highlights("\"direct payments\" NEAR/3 adult"),
              ElementsAre(Highlight{{{"direct"}, {"payments"}, {"adult"}}, {2, 1}, 5, true}));
}

TEST(Highlights, LeaveOutWhatIsNegatedOrOfTheTitle) {
  EXPECT_THAT(highlights("-care title:home rating:good since:2025"), IsEmpty());
  EXPECT_THAT(highlights("-(care home) adult"), ElementsAre(Highlight{{{"adult"}}, {}, 1, false}));
}

TEST(Highlights, ComeFromAllAlternativesAndOnce) {
  EXPECT_THAT(highlights("adult OR (social adult)"),
              ElementsAre(Highlight{{{"adult"}}, {}, 1, false}, Highlight{{{"social"}}, {}, 1, false}));
}

TEST(Highlights, WordsThatNoArticleHoldsMarkNothing) {
  EXPECT_THAT(highlights("xyz \"direct xyz\""), IsEmpty());
}

TEST(Plan, TitleTermsAreTheSchemas) {
  const query::Plan plan = plan_text("title:care");
  EXPECT_THAT(plan.root.terms, ElementsAre(schema::word_term(schema::Field::kTitle, "care"),
                                           schema::word_term(schema::Field::kTitle, "cared")));
}

TEST(Plan, FacetTermsAreTheSchemas) {
  const query::Plan plan = plan_text("-rating:RI");
  EXPECT_THAT(plan.root.children.at(1).terms,
              ElementsAre(schema::facet_term("rating", "requires-improvement")));
  EXPECT_THAT(plan.filters, IsEmpty());
}

TEST(Plan, NotesAreInTheOrderOfTheText) {
  const query::Plan plan = plan_text("xyz & rating:goood colour:red");
  ASSERT_EQ(plan.notes.size(), 6U);  // of "colour" the field, and the words of the phrase it becomes
  for (std::size_t i = 1; i < plan.notes.size(); ++i)
    EXPECT_LE(plan.notes[i - 1].span.begin, plan.notes[i].span.begin);
}

}  // namespace
}  // namespace assay::tests
