// assay-indexer export: where the lines go.
#pragma once

#include <filesystem>

namespace assay::indexer {

// Writes every article of the index to `output`, which is replaced once all of it is on disk, or to standard
// output for an empty path. Articles whose lines are longer than `build` reads are named on standard error,
// and written all the same; gives the exit code (exit_code.h). Throws what failure.h translates.
int export_to(const std::filesystem::path& index, const std::filesystem::path& output);

}  // namespace assay::indexer
