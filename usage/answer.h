// What every program answers beside its own flags, for those who package it and for shells:
//   --man                  its manual page
//   --completion SHELL     the script that completes its command lines
//   --complete WORD...     what may stand in the place of the last word: a line "words", "files" or
//   "folders",
//                          then the words, a line each, with a tab and a note behind them
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "usage/complete.h"

namespace assay::usage {

// What to print where the arguments are one of these; nothing where they are not. `program` is called only
// where they are.
std::optional<std::string> answer(std::span<const std::string> arguments,
                                  const std::function<Program()>& program, const ValuesOf& values_of);

// For programs that know no more values than their tables.
std::vector<Candidate> no_values(const Flag* flag, const std::string& value);

}  // namespace assay::usage
