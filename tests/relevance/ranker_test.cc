// What each setting of a scheme does, on a few documents.
#include "bench/relevance/ranker.h"

#include <gmock/gmock.h>

namespace assay::tests {
namespace {

using namespace bench;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Collection toy() {
  return {"toy",
          {{"waits", "Long waits", "People waited months for an assessment of care and support."},
           {"budget", "Budget set", "The council is to spend more on care, and the waiting list is long."},
           {"parks", "New park", "The park of the town opens to all and the wait is over."},
           {"staff", "", "Social workers assess needs; months pass. Vacancies of social workers stay high."}},
          {}};
}

class Ranker : public testing::Test {
 protected:
  Ranking ranked(const std::string& scheme, const std::string& query) {
    const Scheme parsed = parse_scheme(scheme);
    return rank(parsed.stems_indexed ? stems_ : words_, parsed, query);
  }

 private:
  const JudgedIndex words_{toy(), false}, stems_{toy(), true};
};

TEST_F(Ranker, AWordStandsForItsStem) {
  for (const char* scheme : {"ineb2:1", "ineb2:1 terms=stems", "bm25:1.2:0.5", "dph"})
    EXPECT_THAT(ranked(scheme, "waiting"), UnorderedElementsAre("waits", "budget", "parks")) << scheme;
}

TEST_F(Ranker, StopWordsFindNothingUnlessThereIsNothingElse) {
  EXPECT_THAT(ranked("ineb2:1", "the vacancies"), UnorderedElementsAre("staff", "budget", "parks"));
  EXPECT_THAT(ranked("ineb2:1 stop=list", "the vacancies"), ElementsAre("staff"));
  EXPECT_THAT(ranked("ineb2:1 stop=list", "the"), UnorderedElementsAre("budget", "parks"));
}

TEST_F(Ranker, AllWordsMayBeDemanded) {
  EXPECT_THAT(ranked("ineb2:1 match=all", "care months"), ElementsAre("waits"));
  EXPECT_THAT(ranked("ineb2:1 match=all stop=list", "the months"), IsEmpty());
  EXPECT_THAT(ranked("ineb2:1 match=content stop=list", "the months"),
              UnorderedElementsAre("waits", "staff"));
}

TEST_F(Ranker, TitleAndExactFormsLift) {
  EXPECT_EQ(ranked("ineb2:1 title=2", "long").front(), "waits");
  EXPECT_EQ(ranked("ineb2:1 exact=2", "wait").front(), "parks");
  EXPECT_EQ(ranked("ineb2:1 exact=2", "waiting").front(), "budget");
}

TEST_F(Ranker, FeedbackOrdersWhatWasFoundAndFindsNoMore) {
  for (const char* kind : {"bo1", "trad", "classes", "rm"})
    EXPECT_THAT(ranked(std::string("ineb2:1 feedback=") + kind + ":1:10:0.5", "care"),
                UnorderedElementsAre("waits", "budget"))
        << kind;
}

TEST_F(Ranker, FusedSchemesFindWhatEitherFinds) {
  EXPECT_THAT(ranked("ineb2:1 match=all fuse=rank:60 + dph", "care vacancies"),
              UnorderedElementsAre("staff", "waits", "budget"));
}

}  // namespace
}  // namespace assay::tests
