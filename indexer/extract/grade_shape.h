// How a grade stands in its sentence, told from the text alone.
#pragma once

#include <optional>
#include <vector>

#include "indexer/extract/council.h"
#include "indexer/extract/document.h"

namespace assay::extract {

// Directly behind an opening quotation mark.
bool is_quoted(const Document& document, TokenRange at);

// The whole of a line, of a sentence, or of a cell of a table.
bool stands_alone(const Document& document, const Sentence& sentence, TokenRange at);

// In capitals where the rest is not: "care service GOOD (70%)".
bool is_shouted(const Document& document, const Sentence& sentence, TokenRange at);

// With a capital inside a sentence that is not written in capitals as a whole: "is Outstanding".
bool is_capitalised(const Document& document, const Sentence& sentence, TokenRange at);

// Behind a council's name and a dash or colon, or in brackets: an entry of a list.
bool names_its_council(const Document& document, const std::vector<Mention>& councils, TokenRange at);

// The form of "to be" or "as" that a grade stands behind, directly or with "now", "also" and the like
// between.
std::optional<std::size_t> link_of(const Document& document, TokenRange at);

// A noun of its own: "a 'good' from the regulator", "came away with a good".
bool is_noun(const Document& document, const Sentence& sentence, TokenRange at);

// Behind a comma, a colon, a bracket or a dash.
bool is_set_off(const Document& document, TokenRange at);

// No word follows before a stop, a comma, a bracket or the end of the line.
bool ends_clause(const Document& document, const Sentence& sentence, TokenRange at);

// "rated good in 2010", "in 2010 it was rated good": a year before the present scheme began.
bool is_of_early_year(const Document& document, const Sentence& sentence, TokenRange at);

// One of two that are joined by "or": "good or outstanding", "good or better".
bool is_alternative(const Document& document, const Sentence& sentence, TokenRange at);

}  // namespace assay::extract
