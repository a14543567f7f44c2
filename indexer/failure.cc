#include "indexer/failure.h"

#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <system_error>

#include "indexer/exit_code.h"
#include "indexer/maintain/disk.h"
#include "indexer/maintain/usage_error.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {
namespace {

namespace fs = std::filesystem;

std::string what_is_left(const fs::path& place) {
  return place.empty() ? "" : "; the index is as of the last commit";
}

bool is_about_space(int error) { return error == ENOSPC || error == EDQUOT; }

// What to do about an error of the system; empty where the error says it all.
std::string advice(int error, const fs::path& place) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "; free some room on the disk of " + place.string() + " and run again";
    case EMFILE:
    case ENFILE:
      return "; allow it more open files (ulimit -n) and run again";
    case EIO:
      return "; the disk of " + place.string() + " may be failing: look into the system's log";
    default:
      return {};
  }
}

Failure of_system(int error, const std::string& what, const fs::path& place) {
  return {kNoResource, what + advice(error, place) + what_is_left(place), is_about_space(error)};
}

// The system's error behind one of Xapian, which tells its text alone; 0: none that has to do with what the
// machine can give.
int error_behind(const Xapian::Error& wrong) {
  const char* const text = wrong.get_error_string();
  if (text == nullptr) return 0;
  for (const int known : {ENOSPC, EDQUOT, EIO, EMFILE, ENFILE, EROFS, EACCES, ENOMEM})
    if (std::generic_category().message(known) == text) return known;
  return 0;
}

Failure of_xapian(const Xapian::Error& wrong, const fs::path& place) {
  if (const int error = error_behind(wrong); error != 0)
    return of_system(error, place.string() + ": " + wrong.get_error_string() + " (" + wrong.get_msg() + ")",
                     place);
  const char* const system = wrong.get_error_string();
  return {kNoResource, place.string() + ": " + wrong.get_type() + ": " + wrong.get_msg() +
                           (system != nullptr ? std::string(" (") + system + ")" : "") + what_is_left(place)};
}

// Of errors that mean the index itself, unless the machine is behind them.
Failure of_index(const Xapian::DatabaseError& wrong, const fs::path& place, const std::string& trouble) {
  if (error_behind(wrong) != 0) return of_xapian(wrong, place);
  return {kBadIndex, "the index " + place.string() + " " + trouble + " (" + wrong.get_msg() +
                         "); restore a backup, or build it again in a new folder"};
}

}  // namespace

Failure translate_current_exception(const fs::path& place) {
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
  } catch (const maintain::NoSpace& wrong) {
    return {kNoResource, wrong.what(), true};
  } catch (const Xapian::DatabaseLockError& wrong) {
    if (!wrong.get_msg().ends_with("already locked")) return of_xapian(wrong, place);
    return {kBadIndex, "the index is being written by another program; wait for it or stop it"};
  } catch (const Xapian::DatabaseModifiedError&) {
    return {kBadIndex,
            "the index was changed again and again while it was read; try again when its writer rests"};
  } catch (const Xapian::DatabaseCorruptError& wrong) {
    return of_index(wrong, place, "is damaged");
  } catch (const Xapian::DatabaseOpeningError& wrong) {
    return of_index(wrong, place, "cannot be opened");
  } catch (const Xapian::Error& wrong) {
    return of_xapian(wrong, place);
  } catch (const std::system_error& wrong) {
    return of_system(wrong.code().value(), wrong.what(), place);
  } catch (const std::bad_alloc&) {
    return {kNoResource, "out of memory"};
  } catch (const std::exception& wrong) {
    return {kInternal, std::string("internal error: ") + wrong.what()};
  }
}

namespace {

const fs::path* terminate_place = nullptr;

[[noreturn]] void on_terminate() {
  const int error = errno;
  if (advice(error, *terminate_place).empty()) std::abort();
  const Failure failure = of_system(
      error, terminate_place->string() + ": " + std::generic_category().message(error), *terminate_place);
  std::fprintf(stderr, "assay-indexer: %s\n", failure.message.c_str());
  std::_Exit(failure.exit_code);
}

}  // namespace

void end_cleanly_on_terminate(const fs::path& place) {
  static const fs::path kept = place;
  terminate_place = &kept;
  std::set_terminate(on_terminate);
}

}  // namespace assay::indexer
