#include "indexer/failure.h"

#include <xapian.h>

#include <exception>
#include <filesystem>
#include <system_error>

#include "indexer/exit_code.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

Failure translate_current_exception() {
  try {
    throw;
  } catch (const taxonomy::TaxonomyError& wrong) {
    return {kBadUsage, wrong.what()};
  } catch (const maintain::UsageError& wrong) {
    return {kBadUsage, wrong.what()};
  } catch (const schema::DirectoryError& wrong) {
    return {kBadIndex, wrong.what()};
  } catch (const schema::FormatError& wrong) {
    return {kBadIndex, wrong.what()};
  } catch (const Xapian::DatabaseLockError&) {
    return {kBadIndex, "the index is being written by another program; wait for it or stop it"};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {kBadIndex,
            "the index was changed again and again while it was read; try again when its writer rests"};
  } catch (const Xapian::DatabaseCorruptError& wrong) {
    return {kBadIndex, "the index is damaged (" + wrong.get_msg() +
                           "); restore a backup, or build it again in a new folder"};
  } catch (const Xapian::DatabaseOpeningError& wrong) {
    return {kBadIndex, "the index cannot be opened (" + wrong.get_msg() +
                           "); restore a backup, or build it again in a new folder"};
  } catch (const Xapian::Error& wrong) {
    const char* system = wrong.get_error_string();
    return {kNoResource, wrong.get_type() + std::string(": ") + wrong.get_msg() +
                             (system != nullptr ? std::string(" (") + system + ")" : "") +
                             "; what was committed before is safe"};
  } catch (const std::system_error& wrong) {
    return {kNoResource, wrong.what()};
  } catch (const std::bad_alloc&) {
    return {kNoResource, "out of memory"};
  } catch (const std::exception& wrong) {
    return {kInternal, std::string("internal error: ") + wrong.what()};
  }
}

}  // namespace assay::indexer
