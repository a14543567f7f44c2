// The fields of the rows that an answer holds (hits, events, councils, ...): one table for each kind of row,
// from which JSON and delimited text are made.
#pragma once

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/cli/delimited.h"
#include "client/cli/view.h"

namespace assay::cli {

// The formats that have a field unless --fields asks for others.
enum class Shown { kEverywhere, kJson, kTables };

template <typename Row>
struct Field {
  std::string_view name;
  boost::json::value (*value)(const Row& row);
  Shown shown = Shown::kEverywhere;
  std::string (*cell)(const Row& row) = nullptr;  // in tables, where that is not the value as text
};

// A value as a cell: null is empty, lists are joined by "; ", of objects each member is name=value.
std::string cell_text(const boost::json::value& value);

// The names that --fields may have, each once.
template <typename Row, std::size_t n>
std::vector<std::string_view> names_of(const std::array<Field<Row>, n>& fields) {
  std::vector<std::string_view> names;
  for (const Field<Row>& field : fields)
    if (std::ranges::find(names, field.name) == names.end()) names.push_back(field.name);
  return names;
}

// Those that `view` asks for, which `fields` has, or else those of the format.
template <typename Row>
std::vector<const Field<Row>*> chosen(std::span<const Field<Row>> fields, const View& view, Shown format) {
  std::vector<const Field<Row>*> result;
  for (const std::string& name : view.fields)
    result.push_back(&*std::ranges::find(fields, name, &Field<Row>::name));
  if (view.fields.empty())
    for (const Field<Row>& field : fields)
      if (field.shown == Shown::kEverywhere || field.shown == format) result.push_back(&field);
  return result;
}

template <typename Row, std::size_t n>
boost::json::object row_json(const std::array<Field<Row>, n>& fields, const Row& row, const View& view = {}) {
  boost::json::object object;
  for (const Field<Row>* field : chosen(std::span<const Field<Row>>(fields), view, Shown::kJson))
    object[field->name] = field->value(row);
  return object;
}

template <typename Row, std::size_t n>
boost::json::array rows_json(const std::array<Field<Row>, n>& fields, const std::vector<Row>& rows,
                             const View& view = {}) {
  boost::json::array array;
  for (const Row& row : rows) array.push_back(row_json(fields, row, view));
  return array;
}

template <typename Row, std::size_t n>
std::string rows_ndjson(const std::array<Field<Row>, n>& fields, const std::vector<Row>& rows,
                        const View& view) {
  std::string text;
  for (const Row& row : rows) text += boost::json::serialize(row_json(fields, row, view)) + '\n';
  return text;
}

template <typename Row, std::size_t n>
Cells head_cells(const std::array<Field<Row>, n>& fields, const View& view) {
  Cells cells;
  for (const Field<Row>* field : chosen(std::span<const Field<Row>>(fields), view, Shown::kTables))
    cells.emplace_back(field->name);
  return cells;
}

template <typename Row, std::size_t n>
Cells row_cells(const std::array<Field<Row>, n>& fields, const Row& row, const View& view) {
  Cells cells;
  for (const Field<Row>* field : chosen(std::span<const Field<Row>>(fields), view, Shown::kTables))
    cells.push_back(field->cell != nullptr ? field->cell(row) : cell_text(field->value(row)));
  return cells;
}

template <typename Row, std::size_t n>
Table table_of(const std::array<Field<Row>, n>& fields, const std::vector<Row>& rows, const View& view) {
  Table table = {head_cells(fields, view)};
  for (const Row& row : rows) table.push_back(row_cells(fields, row, view));
  return table;
}

}  // namespace assay::cli
