// What may stand at the cursor.
#include "usage/complete.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::usage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Texts = std::vector<std::string>;

const Program kProgram = {
    .name = "tool",
    .arguments = "",
    .summary = "",
    .flags = {{.names = {"--server"}, .value = "ADDRESS"}, {.names = {"--quiet"}}},
    .commands = {{.name = "find",
                  .arguments = "[QUERY...]",
                  .summary = "",
                  .examples = "",
                  .flags = {{.names = {"--format"}, .value = "FORMAT", .choices = {"text", "json"}},
                            {.names = {"-o", "--output"}, .value = "FILE"},
                            {.names = {"--rating"}, .value = "VALUE"},
                            {.names = {"--all"}}}},
                 {.name = "alerts",
                  .arguments = "add NAME [QUERY...] | list | rm NAME",
                  .summary = "",
                  .examples = "",
                  .flags = {}},
                 {.name = "read", .arguments = "PATH...", .summary = "", .examples = "", .flags = {}}},
    .default_command = "find"};

std::vector<Candidate> values_of(const Flag* flag, const std::string& value) {
  if (flag != nullptr && flag->names.back() == "--rating") return {{"good", "Good"}, {"none", ""}};
  if (value == "NAME") return {{"morning", ""}};
  return {};
}

Completion at(const Texts& words) { return complete(kProgram, words, values_of); }

Texts texts(const Texts& words) {
  Texts result;
  for (const Candidate& candidate : at(words).candidates) result.push_back(candidate.text);
  return result;
}

TEST(Complete, CommandsAndWhatTheyBeginWith) {
  EXPECT_THAT(texts({""}), ElementsAre("find", "alerts", "read"));
  EXPECT_THAT(texts({"al"}), ElementsAre("alerts"));
  EXPECT_THAT(texts({"--quiet", "fi"}), ElementsAre("find"));
  EXPECT_THAT(texts({"--server", "find", "al"}), ElementsAre("alerts"));
}

TEST(Complete, FlagsOfTheCommandOrOfTheProgram) {
  EXPECT_THAT(texts({"-"}), ElementsAre("--server", "--quiet"));
  EXPECT_THAT(texts({"find", "--"}), ElementsAre("--format", "--output", "--rating", "--all"));
  EXPECT_THAT(texts({"find", "-o"}), ElementsAre("-o"));
  EXPECT_THAT(texts({"find", "--", "--"}), IsEmpty());
}

TEST(Complete, WhatIsNoCommandIsAQueryOfTheDefaultOne) {
  EXPECT_THAT(texts({"carers", "--al"}), ElementsAre("--all"));
  EXPECT_THAT(texts({"carers", ""}), IsEmpty());
  EXPECT_THAT(texts({"--all", ""}), IsEmpty());
  EXPECT_THAT(texts({"--rating", ""}), ElementsAre("good", "none"));
  EXPECT_THAT(texts({"--rating=good", "--al"}), ElementsAre("--all"));
}

TEST(Complete, ValuesOfFlagsInEitherForm) {
  EXPECT_THAT(texts({"find", "--format", ""}), ElementsAre("text", "json"));
  EXPECT_THAT(texts({"find", "--format=j"}), ElementsAre("--format=json"));
  EXPECT_THAT(texts({"find", "--rating", "g"}), ElementsAre("good"));
  EXPECT_THAT(texts({"find", "--rating="}), ElementsAre("--rating=good", "--rating=none"));
  EXPECT_EQ(at({"find", "--rating", "g"}).candidates.front().note, "Good");
  EXPECT_THAT(texts({"find", "--all=", ""}), IsEmpty());
  EXPECT_THAT(texts({"find", "--unknown="}), IsEmpty());
}

TEST(Complete, FilesWhereFilesStand) {
  EXPECT_EQ(at({"find", "--output", "x"}).kind, Completion::Kind::kFiles);
  EXPECT_EQ(at({"read", "x", ""}).kind, Completion::Kind::kFiles);
  EXPECT_EQ(at({"find", ""}).kind, Completion::Kind::kWords);
}

TEST(Complete, ArgumentsByTheUsageLine) {
  EXPECT_THAT(texts({"alerts", ""}), UnorderedElementsAre("add", "list", "rm"));
  EXPECT_THAT(texts({"alerts", "rm", ""}), ElementsAre("morning"));
  EXPECT_THAT(texts({"alerts", "list", ""}), IsEmpty());
  EXPECT_THAT(texts({"alerts", "rm", "x", ""}), IsEmpty());
}

TEST(Complete, NothingToComplete) { EXPECT_THAT(at({}).candidates, IsEmpty()); }

}  // namespace
}  // namespace assay::usage
