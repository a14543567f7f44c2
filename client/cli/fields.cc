#include "client/cli/fields.h"

#include <fmt/core.h>

namespace assay::cli {
namespace {

std::string members_text(const boost::json::object& object) {
  std::vector<std::string> members;
  for (const auto& member : object)
    members.push_back(fmt::format("{}={}", std::string_view(member.key()), cell_text(member.value())));
  return list_cell(members);
}

std::string elements_text(const boost::json::array& array) {
  std::vector<std::string> elements;
  for (const boost::json::value& element : array) elements.push_back(cell_text(element));
  return list_cell(elements);
}

}  // namespace

std::string cell_text(const boost::json::value& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return {};
    case boost::json::kind::string:
      return std::string(value.get_string());
    case boost::json::kind::double_:
      return fmt::format("{}", value.get_double());
    case boost::json::kind::array:
      return elements_text(value.get_array());
    case boost::json::kind::object:
      return members_text(value.get_object());
    default:
      return boost::json::serialize(value);
  }
}

}  // namespace assay::cli
