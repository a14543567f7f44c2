#include "searchd/query/operand.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/predicate.hpp>
#include <optional>

#include "searchd/query/leaf.h"

namespace assay::query {
namespace {

constexpr std::array kOwnFields = {"text", "title", "date", "since", "until"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_char(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// What stands before a colon, where it could be a field's name.
std::string_view field_name(const Cursor& cursor) {
  const std::string_view name = cursor.chunk(":");
  const bool named = !name.empty() && is_letter(name.front()) &&
                     std::all_of(name.begin(), name.end(), is_name_char) &&
                     cursor.chunk().substr(name.size()).starts_with(':');
  return named ? name : std::string_view();
}

std::optional<std::string> find_field(std::string_view name, const std::set<std::string>& facets) {
  const auto is_name = [&](const std::string_view field) { return boost::algorithm::iequals(field, name); };
  if (const auto own = std::find_if(kOwnFields.begin(), kOwnFields.end(), is_name); own != kOwnFields.end())
    return *own;
  if (const auto facet = std::find_if(facets.begin(), facets.end(), is_name); facet != facets.end())
    return *facet;
  return std::nullopt;
}

// The n of "~n", 0 without.
unsigned take_slack(Cursor& cursor) {
  const std::string_view rest = cursor.chunk();
  if (!rest.starts_with('~')) return 0;
  const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
  const std::optional<unsigned> slack = parse_number(rest.substr(1, end - 1));
  if (slack) cursor.skip(end);
  return slack.value_or(0);
}

NodePtr words(Cursor& cursor, const std::string& field) {
  const std::size_t begin = cursor.at();
  const bool exact = cursor.stands("=") && cursor.text_stands(1);
  if (exact) cursor.skip(1);
  NodePtr node;
  std::string_view read;
  if (cursor.peek() == Char::kQuote) {
    read = cursor.take_quoted();
    const unsigned slack = take_slack(cursor);
    node = phrase_leaf(read, field, slack, cursor.from(begin));
  } else {
    read = cursor.chunk();
    cursor.skip(read.size());
    node = chunk_leaf(read, field, exact, cursor.from(begin));
  }
  if (node && node->kind != Kind::kPrefix && read.find('*') != std::string_view::npos)
    cursor.note("a '*' counts only at the end of a single word", cursor.from(begin));
  return node;
}

std::string_view take_item(Cursor& cursor, std::string_view stops) {
  if (cursor.peek() == Char::kQuote) return cursor.take_quoted();
  const std::string_view item = cursor.chunk(stops);
  cursor.skip(item.size());
  return item;
}

NodePtr list(Cursor& cursor, const std::string& facet) {
  auto node = std::make_unique<Node>();
  node->kind = Kind::kFacet;
  node->field = facet;
  for (;;) {
    const std::string_view item = take_item(cursor, ",");
    if (!item.empty()) node->values.emplace_back(item);
    if (!cursor.stands(",")) break;
    cursor.skip(1);
    if (!cursor.text_stands(0) && !node->values.empty())
      cursor.note("the list ends at this comma: its values stand side by side, without spaces",
                  {cursor.at() - 1, cursor.at()});
  }
  return node->values.empty() ? nullptr : std::move(node);
}

NodePtr value(Cursor& cursor, const std::string& field) {
  if (field == "text") return words(cursor, "");
  if (field == "title") return words(cursor, field);
  if (field != "date" && field != "since" && field != "until") return list(cursor, field);
  return date_leaf(take_item(cursor, ""), field, {});
}

// "name:value"; null, with the cursor where it was, where that is text.
NodePtr field_clause(Cursor& cursor, const std::set<std::string>& facets) {
  const std::string_view name = field_name(cursor);
  if (name.empty()) return nullptr;
  const std::optional<std::string> field = find_field(name, facets);
  const bool has_value = cursor.text_stands(name.size() + 1);
  const Cursor::Mark start = cursor.mark();
  cursor.skip(name.size() + 1);
  const Span named = cursor.from(start.at);
  NodePtr node = field && has_value ? value(cursor, *field) : nullptr;
  if (node) {
    node->span = cursor.from(start.at);
    return node;
  }
  cursor.back_to(start);
  if (field)
    cursor.note(fmt::format("'{}:' has no value right behind it and is read as text", name), named);
  else if (has_value)
    cursor.note(fmt::format("{} is no field and is read as text; the fields are {}{}{}", quoted(name),
                            fmt::join(kOwnFields, ", "), facets.empty() ? "" : ", ", fmt::join(facets, ", ")),
                named);
  return nullptr;
}

}  // namespace

NodePtr read_operand(Cursor& cursor, const std::set<std::string>& facets) {
  NodePtr node = field_clause(cursor, facets);
  return node ? std::move(node) : words(cursor, "");
}

}  // namespace assay::query
