#include "client/cli/shell_commands.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "client/cli/article_format.h"
#include "client/cli/compare_format.h"
#include "client/cli/full_names.h"
#include "client/cli/history_format.h"
#include "client/cli/nearest.h"
#include "client/cli/similar_format.h"

namespace assay::cli {
namespace {

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::kInvalid, why); }

std::size_t number_of(const std::string& text) {
  std::size_t number = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc{} || end != text.data() + text.size())
    refuse("a number that stands above is wanted");
  return number;
}

View view_of(const Desk& desk) { return {screen_of_output(desk.session.color, desk.session.hyperlinks)}; }

std::string help(Desk&, const std::string&);

std::string open(Desk& desk, const std::string& number) {
  return kArticleText.print(desk.client.get(desk.browser.hit(number_of(number))), view_of(desk));
}

std::string similar(Desk& desk, const std::string& number) {
  SimilarRequest request;
  request.id = desk.browser.hit(number_of(number));
  return similar_formats().front()->print(desk.client.similar(request), view_of(desk));
}

std::string history(Desk& desk, std::string council) {
  const History found =
      with_full_names(desk.client, {.councils = {&council}}, [&] { return desk.client.history(council); });
  return history_formats().front()->print(found, view_of(desk));
}

std::string compare(Desk& desk, const std::string& list) {
  std::vector<std::string> councils;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::size_t first = std::min(list.find_first_not_of(' ', begin), end);
    councils.push_back(list.substr(first, end - first));
    begin = end + 1;
  }
  if (councils.size() < 2) refuse("two councils or more are wanted, with commas between");
  Names names;
  for (std::string& council : councils) names.councils.push_back(&council);
  const Comparison found = with_full_names(desk.client, names, [&] { return desk.client.compare(councils); });
  return compare_formats().front()->print(found, view_of(desk));
}

struct Command {
  std::string_view name, argument, help;
  std::string (*run)(Desk& desk, const std::string& argument);
};

using Text = const std::string&;

constexpr std::array kCommands = {
    Command{"facets", "[FACET]", "count the values, numbered, of all facets or one",
            [](Desk& desk, Text facet) { return desk.browser.facets(facet); }},
    Command{"pick", "N", "narrow by value [N]",
            [](Desk& desk, Text number) { return desk.browser.pick(number_of(number)); }},
    Command{"since", "DATE", "only articles from then on",
            [](Desk& desk, Text day) { return desk.browser.date(true, day); }},
    Command{"until", "DATE", "only articles until then",
            [](Desk& desk, Text day) { return desk.browser.date(false, day); }},
    Command{"drop", "[FACET|since|until]", "undo what narrows, or all of it",
            [](Desk& desk, Text what) { return desk.browser.drop(what); }},
    Command{"back", "", "as before the last step", [](Desk& desk, Text) { return desk.browser.back(); }},
    Command{"sort", "KEY", "order the hits: relevance, -date, score, ...",
            [](Desk& desk, Text keys) { return desk.browser.sort(keys); }},
    Command{"more", "", "the hits that follow", [](Desk& desk, Text) { return desk.browser.more(); }},
    Command{"open", "N", "read hit N", open},
    Command{"similar", "N", "articles like hit N", similar},
    Command{"history", "COUNCIL", "the ratings told of a council",
            [](Desk& desk, Text council) { return history(desk, council); }},
    Command{"compare", "COUNCIL, COUNCIL", "councils side by side", compare},
    Command{"help", "", "this", help},
    Command{"quit", "", "leave, as Ctrl-D does", [](Desk&, Text) { return std::string(); }},
};

std::string help(Desk&, Text) {
  std::string text = "Type a query to search; the filters stay. Tab completes. Besides there are\n";
  text += fmt::format("  :{:<27}{}\n", "rating good", "narrow; so with :council, :theme and any other facet");
  for (const Command& command : kCommands)
    text += fmt::format("  :{:<27}{}\n", fmt::format("{} {}", command.name, command.argument), command.help);
  return text;
}

// A facet, or a command that was misspelt.
std::string narrow(Desk& desk, const std::string& name, const std::string& value) {
  std::vector<std::string> facets;
  for (const FacetInfo& facet : desk.client.info().facets) facets.push_back(facet.name);
  if (std::ranges::find(facets, name) != facets.end()) return desk.browser.choose(name, value);
  std::vector<std::string_view> known(facets.begin(), facets.end());
  for (const Command& command : kCommands) known.push_back(command.name);
  const std::string_view near = nearest(name, known);
  refuse(fmt::format("there is no :{}{}; :help tells what there is", name,
                     near.empty() ? "" : fmt::format(", but :{}", near)));
}

}  // namespace

std::string obey(Desk& desk, const std::string& line) {
  if (!line.starts_with(':')) return desk.browser.ask(line);
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string name = line.substr(1, space - 1);
  const std::size_t begin = std::min(line.find_first_not_of(' ', space), line.size());
  const std::string argument = line.substr(begin, line.find_last_not_of(' ') + 1 - begin);
  const auto command = std::ranges::find(kCommands, name, &Command::name);
  return command != kCommands.end() ? command->run(desk, argument) : narrow(desk, name, argument);
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.push_back(fmt::format(":{}", command.name));
  return names;
}

}  // namespace assay::cli
