#include "searchd/engine/failure.h"

#include <xapian.h>

#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "searchd/query/error.h"

namespace assay::engine {

void check(const Stop& stop) {
  switch (stop.reason()) {
    case StopReason::kNone:
      return;
    case StopReason::kDeadline:
      throw Failure(FailureKind::kDeadline, "the deadline passed before the answer was complete");
    case StopReason::kCancelled:
      throw Failure(FailureKind::kCancelled, "the request was cancelled");
  }
}

Failure translate_current_exception() {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure;
  } catch (const query::QueryError& wrong) {
    return {FailureKind::kInvalid, wrong.what(), wrong.span};
  } catch (const schema::DirectoryError& wrong) {
    return {FailureKind::kNoIndex, wrong.what()};
  } catch (const schema::FormatError& wrong) {
    return {FailureKind::kNoIndex, wrong.what()};
  } catch (const Xapian::DatabaseOpeningError& wrong) {
    return {FailureKind::kNoIndex, "the index cannot be opened: " + wrong.get_msg()};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {FailureKind::kOvertaken, "the index changed again and again meanwhile; ask once more"};
  } catch (const Xapian::DatabaseError& wrong) {
    return {FailureKind::kDamaged, "the index cannot be read: " + wrong.get_msg()};
  } catch (const Xapian::DocNotFoundError& wrong) {
    return {FailureKind::kDamaged, "the index lacks a document that it lists: " + wrong.get_msg()};
  } catch (const Xapian::Error& wrong) {
    return {FailureKind::kInternal, wrong.get_type() + std::string(": ") + wrong.get_msg()};
  } catch (const std::exception& wrong) {
    return {FailureKind::kInternal, wrong.what()};
  }
}

}  // namespace assay::engine
