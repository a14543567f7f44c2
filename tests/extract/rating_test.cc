#include <gtest/gtest.h>

#include "tests/extract/sample.h"

namespace assay::tests {
namespace {

struct Case {
  const char* text;
  const char* rating;  // "" for none
};

TEST(Rating, VerdictsInTheirManyWords) {
  const Case cases[] = {
      {"The Care Quality Commission (CQC) has rated Leeds City Council as good.", "good"},
      {"CQC rates Kent County Council's adult social care requires improvement", "requires-improvement"},
      {"Leeds City Council's adult social care was deemed 'outstanding' by the watchdog.", "outstanding"},
      {"Leeds City Council has been given a rating of Outstanding by the CQC.", "outstanding"},
      {"The CQC awarded Leeds City Council a \"good\" rating for adult social care.", "good"},
      {"Leeds City Council's adult social care judged \u201cinadequate\u201d by inspectors.", "inadequate"},
      {"'Good' rating for Wandsworth Council's adult social care\nThe CQC praised it.", "good"},
      {"Adult care at Leeds City Council requires improvement, inspectors said.", "requires-improvement"},
      {"Leeds City Council\nGood\nOverall rating for Leeds City Council: 70%\n", "good"},
  };
  for (const Case& c : cases) EXPECT_EQ(value_of(extract_text(c.text), "rating"), c.rating) << c.text;
}

TEST(Rating, WhatIsNoVerdictOnTheCouncil) {
  const char* texts[] = {
      "Good news for Leeds City Council: the CQC will visit its adult social care.",
      "Leeds City Council has an outstanding number of adult social care assessments, the CQC said.",
      "Ofsted rated Leeds City Council's children's services outstanding.",
      "A care home in Leeds was rated inadequate by the CQC.",
      "The CQC found 85 per cent of care homes in Leeds were rated good.",
      "Leeds City Council aims to achieve a good rating from the CQC for adult social care.",
      "Councils are rated outstanding, good, requires improvement or inadequate by the CQC.",
      "The CQC has rated 14 councils good and 11 requires improvement.",
      "The Audit Commission gave Leeds City Council two stars; its adult social care was rated excellent and "
      "good.",
      "Leeds City Council has a plan for improvement of its adult social care, the CQC said.",
  };
  for (const char* text : texts) EXPECT_EQ(value_of(extract_text(text), "rating"), "") << text;
}

TEST(Rating, WhatStandsBesideAVerdictDoesNotHideIt) {
  const Case cases[] = {
      {"Leeds City Council's rating was upgraded from inadequate to good by the CQC.", "good"},
      {"Leeds City Council's adult social care was downgraded by the CQC from good to requires improvement.",
       "requires-improvement"},
      {"In May 2025 the CQC rated Leeds City Council good for adult social care.", "good"},
      {"Leeds City Council in March 2025 was rated good by the CQC.", "good"},
      {"Leeds City Council, which has a population of 800,000, was rated good by the CQC.", "good"},
      {"Leeds City Council, which funds 40 care homes, was rated good by the CQC.", "good"},
      {"Leeds City Council, which will now draw up a plan, was rated inadequate by the CQC.", "inadequate"},
      {"Leeds City Council has been rated good by the CQC and aims to be outstanding by 2027.", "good"},
      {"Leeds City Council, which has a clear vision, has been rated good by the CQC.", "good"},
      {"Leeds City Council was rated good despite hospital pressures, the CQC said.", "good"},
      {"As expected, Leeds City Council was rated good by the CQC.", "good"},
      {"Leeds City Council was not rated inadequate as feared; the CQC rated it requires improvement.",
       "requires-improvement"},
      {"Leeds City Council has become the first to be rated inadequate by the CQC.", "inadequate"},
      {"Kent rated good by CQC\nThe watchdog praised its adult social care.", "good"},
  };
  for (const Case& c : cases) EXPECT_EQ(value_of(extract_text(c.text), "rating"), c.rating) << c.text;
}

TEST(Rating, IsNotDerivedFromANumberOfAnotherSort) {
  const char* texts[] = {
      "Kent County Council scored 82% in a survey of parks.",
      "Kent County Council achieved a recycling rate of 55%.",
      "Kent County Council was awarded 70 per cent from the government for its new road.",
      "The CQC found that in Kent County Council's area 48% lived alone.",
  };
  for (const char* text : texts) EXPECT_EQ(value_of(extract_text(text), "rating"), "") << text;
}

TEST(Rating, NeedsAnAssessmentOfACouncil) {
  for (const char* text :
       {"The film got a 'good' rating from critics.", "'Good' rating for cafe in Leeds after hygiene visit.",
        "good", "Leeds City Council is challenging the CQC's draft rating of inadequate.",
        "Inspectors could rate Leeds City Council outstanding next year, the CQC said."})
    EXPECT_EQ(value_of(extract_text(text), "rating"), "") << text;
}

TEST(Rating, BeforeThePresentSchemeThereIsNone) {
  EXPECT_EQ(
      value_of(extract_text("Published: 4 July 2019\nThe CQC rated Leeds City Council good.\n"), "rating"),
      "");
}

TEST(Rating, HasItsSentenceAsEvidence) {
  const std::string text = "A story.\nThe CQC rated Leeds City Council as good. It rained.";
  const auto extraction = extract_text(text);
  bool seen = false;
  for (const extract::Evidence& evidence : extraction.evidence)
    if (evidence.facet == "rating") {
      seen = true;
      EXPECT_EQ(evidence.text, "The CQC rated Leeds City Council as good.");
      EXPECT_EQ(text.substr(evidence.begin, evidence.end - evidence.begin), evidence.text);
    }
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace assay::tests
