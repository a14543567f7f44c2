#include "client/cli/facets_format.h"

#include <gtest/gtest.h>

#include "client/convert.h"
#include "tests/client/golden.h"
#include "tests/client/messages.h"
#include "tests/client/samples.h"

namespace assay::cli {
namespace {

TEST(FacetsFormat, EachIsAsItsGoldenFile) {
  const SearchReply reply = tests::sample_reply();
  for (const FacetsFormat* format : {&kFacetsText, &kFacetsJson, &kFacetsNdjson, &kFacetsCsv, &kFacetsTsv}) {
    const std::string name = "facets." + std::string(format->name);
    tests::expect_golden(name, format->print(reply, {false, 80}));
    tests::expect_golden("nothing-" + name, format->print({}, {false, 80}));
  }
}

TEST(FacetsFormat, TextWithColourOnANarrowTerminal) {
  tests::expect_golden("facets-colour.text", kFacetsText.print(tests::sample_reply(), {true, 40}));
}

TEST(FacetsFormat, WhatOptionsBringIsShown) {
  const SearchReply reply = client::from_wire(tests::counts_message());
  for (const FacetsFormat* format :
       {&kFacetsText, &kFacetsTree, &kFacetsJson, &kFacetsNdjson, &kFacetsCsv, &kFacetsTsv})
    tests::expect_golden("counts." + std::string(format->name), format->print(reply, {false, 60}));
}

TEST(FacetsFormat, AParentIsSoughtAmongOtherFacetsOnly) {
  SearchReply reply;
  reply.total = 1;
  reply.facets = {{"theme", "Theme", {{"a", "A", 1, false, {{"theme", "a"}, {"gone", "x"}}}}}};
  EXPECT_EQ(kFacetsTree.print(reply, {false, 20}), kFacetsText.print(reply, {false, 20}));
}

TEST(FacetsFormat, ATerminalWithoutRoomGetsNoBars) {
  SearchReply reply;
  reply.total = 1;
  reply.facets = {{"theme", "Theme", {{"a", "A label as wide as the terminal", 1, false}}}};
  EXPECT_EQ(kFacetsText.print(reply, {false, 20}),
            "1 article (0.0 ms)\n\nTheme\n  A label as wide as the terminal  1\n");
}

}  // namespace
}  // namespace assay::cli
