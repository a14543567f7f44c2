// assay as people see it.
#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "client/cli/screen.h"
#include "tests/e2e/programs.h"
#include "tests/terminal/terminal.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

using Words = std::vector<std::string>;

// The corpus, indexed once.
Service& service() {
  static Service service({kCorpus});
  return service;
}

class OnTerminal : public testing::Test {
 protected:
  Terminal start(Words arguments, Environment environment = {}, unsigned short columns = 80) const {
    arguments.insert(arguments.begin(), ASSAY_CLIENT);
    environment.merge(Environment{{"PATH", "/usr/bin:/bin"},
                                  {"HOME", home_.path().string()},
                                  {"LC_ALL", "C.UTF-8"},
                                  {"TERM", "xterm-256color"},
                                  {"ASSAY_PAGER", "cat"},
                                  {"ASSAY_SERVER", service().server()}});
    return Terminal(arguments, environment, columns);
  }
  std::string shown(const Words& arguments, const Environment& environment = {},
                    unsigned short columns = 80) const {
    return start(arguments, environment, columns).read_all();
  }

  TempFolder home_;
};

// A word that is wider than the terminal, such as an address, has a line of its own.
void expect_within(const std::string& text, std::size_t columns) {
  std::istringstream lines(plain(text));
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    longest = std::max(longest, cli::display_width(line));
    const bool is_one_word = line.find(' ') == std::string::npos;
    EXPECT_TRUE(is_one_word || cli::display_width(line) <= columns) << line;
  }
  EXPECT_GT(longest, std::min<std::size_t>(columns, 80) / 2);
}

TEST_F(OnTerminal, MatchesAreColouredUnlessTheUserWantsNone) {
  EXPECT_THAT(shown({"carers", "--limit", "1"}), HasSubstr("\x1b["));
  for (const std::string& without : {shown({"carers", "--limit", "1"}, {{"NO_COLOR", "1"}}),
                                     shown({"carers", "--limit", "1"}, {{"TERM", "dumb"}}),
                                     shown({"carers", "--limit", "1", "--color", "never"})}) {
    EXPECT_THAT(without, Not(HasSubstr("\x1b[")));
    EXPECT_THAT(without, HasSubstr("1 to 1 shown"));
  }
}

TEST_F(OnTerminal, AnswersFitTheTerminal) {
  for (const unsigned short columns : {60, 80, 200})
    for (const Words& arguments :
         {Words{"search", "\"direct payments\"", "--snippets", "3"}, Words{"facets", "carers"},
          Words{"pivot", "carers"}, Words{"get", "web/leeds-good-rating.html"}})
      expect_within(shown(arguments, {}, columns), columns);
}

TEST_F(OnTerminal, TitlesAreLinksWhereTheTerminalHasThem) {
  const Words question = {"search", "--council", "Leeds"};
  EXPECT_THAT(shown(question), Not(HasSubstr("\x1b]8;;")));
  EXPECT_THAT(shown(question, {{"TERM", "xterm-kitty"}}), HasSubstr("\x1b]8;;http"));
  EXPECT_THAT(shown(question, {{"VTE_VERSION", "7000"}}), HasSubstr("\x1b]8;;http"));
  Words never = question;
  never.insert(never.end(), {"--hyperlinks", "never"});
  EXPECT_THAT(shown(never, {{"VTE_VERSION", "7000"}}), Not(HasSubstr("\x1b]8;;")));
}

TEST_F(OnTerminal, ThePagerShowsAnswersAndKeepsTheExitCode) {
  const Environment paged = {{"ASSAY_PAGER", "sed 's/^/paged: /'"}};
  EXPECT_THAT(shown({"search", "carers", "--limit", "1"}, paged), HasSubstr("paged: "));
  EXPECT_THAT(shown({"search", "carers", "--limit", "1", "--no-pager"}, paged), Not(HasSubstr("paged: ")));
  EXPECT_THAT(shown({"count", "carers"}, paged), Not(HasSubstr("paged: ")));
  EXPECT_EQ(start({"search", "nosuchwordanywhere"}, paged).wait(), 1);
  EXPECT_EQ(start({"search", "--all"}, {{"ASSAY_PAGER", "head -1"}}).wait(), 0);
}

TEST_F(OnTerminal, CtrlCEndsALongStream) {
  Terminal terminal = start({"search", "--all", "--snippets", "5"});
  terminal.read_until("168 articles");
  terminal.type("\x03");
  EXPECT_EQ(terminal.wait(), 130);
}

class OnShell : public OnTerminal {
 protected:
  OnShell() { shell_.read_until("assay> "); }
  std::string answer(const std::string& keys, const std::string& prompt = "> ") {
    shell_.type(keys);
    shell_.read_until("\n");
    return plain(shell_.read_until(prompt));
  }

  Terminal shell_ = start({"shell"});
};

TEST_F(OnShell, AQueryIsNarrowedByNumbersOfFacets) {
  EXPECT_THAT(answer("carers\r"), HasSubstr("[1] "));
  const std::string counted = answer(":facets rating\r");
  EXPECT_THAT(counted, HasSubstr("[1] Outstanding"));
  EXPECT_THAT(answer(":pick 1\r"), HasSubstr("assay [rating=outstanding]> "));
  EXPECT_THAT(answer(":back\r"), HasSubstr("assay> "));
  EXPECT_THAT(answer(":rating req\r"), HasSubstr("assay [rating=requires-improvement]> "));
  EXPECT_THAT(answer(":open 1\r", "]> "), HasSubstr("carers"));
}

TEST_F(OnShell, TabCompletesCommandsValuesFieldsAndWords) {
  shell_.type(":rat\t");
  shell_.read_until(":rating ");
  shell_.type("req\t");
  shell_.read_until("uires-improvement");
  shell_.type("\r");
  shell_.read_until("assay [rating=requires-improvement]> ");
  shell_.type("counci\t");
  shell_.read_until("counci");
  shell_.read_until("l");  // "councils" would do as well, which the bell tells
  shell_.type(":stoke\t");
  shell_.read_until("-on-trent");
  shell_.type("\r");
  shell_.read_until("]> ");
  shell_.type("safeguardi\t");
  shell_.read_until("safeguarding");
}

TEST_F(OnShell, CtrlCTakesTheLineBackAndCtrlDLeaves) {
  shell_.type("nonsense");
  shell_.read_until("nonsense");
  shell_.type("\x03");
  shell_.read_until("assay> ");
  EXPECT_THAT(answer("\"direct payments\"\r"), HasSubstr("articles, 1 to 10 shown"));
  shell_.type("\x04");
  EXPECT_EQ(shell_.wait(), 0);
}

TEST_F(OnShell, AResizedTerminalIsFilledAnew) {
  expect_within(answer("carers\r"), 80);
  shell_.resize(60);
  expect_within(answer("carers\r"), 60);
  shell_.resize(200);
  expect_within(answer("carers\r"), 200);
}

TEST_F(OnShell, WhatWasTypedIsThereTheNextTime) {
  answer("safeguarding\r");
  shell_.type(":quit\r");
  EXPECT_EQ(shell_.wait(), 0);
  Terminal next = start({"shell"});
  next.read_until("assay> ");
  next.type("\x1b[A\x1b[A");
  next.read_until("safeguarding");
}

TEST_F(OnShell, AnErrorIsToldAndTheShellGoesOn) {
  EXPECT_THAT(answer(":rating god\r"), HasSubstr("the nearest is 'good'"));
  EXPECT_THAT(answer(":ratng good\r"), HasSubstr("but :rating"));
  EXPECT_THAT(answer(":open 7\r"), HasSubstr("no hit above has that number"));
  EXPECT_THAT(answer("carers\r"), HasSubstr("articles"));
}

}  // namespace
}  // namespace assay::tests
