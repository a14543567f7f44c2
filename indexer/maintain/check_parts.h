// The parts of `check` that read what Xapian's tables hold. Each adds what it finds wrong to the report.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "indexer/maintain/check.h"
#include "indexer/maintain/live_index.h"

namespace assay::maintain {

// Makes what cannot be read a fault, so that the rest is checked all the same; that a commit overtook the
// reader, and that memory is out, is none.
template <typename Part>
void guarded(CheckReport& report, const std::string& what, const Part& part) {
  try {
    part();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    report.add_fault(what + " cannot be read: " + error.get_msg());
  } catch (const std::runtime_error& error) {
    report.add_fault(what + " cannot be read: " + error.what());
  }
}

// Each document holds an article that its id leads to, with the terms and values of its facets, date and
// score and with its words in order; and as many documents are counted under each facet's value as have it.
void check_articles(const Xapian::Database& database, const schema::Schema& schema, CheckReport& report);

// Each word has a number of its own; each that articles hold is listed under its stem, and among the
// spellings.
void check_words(const Xapian::Database& database, CheckReport& report);

// Each group lists articles of the index that point to it, and nothing points to a group that does not list
// it.
void check_groups(const Xapian::Database& database, CheckReport& report);

}  // namespace assay::maintain
