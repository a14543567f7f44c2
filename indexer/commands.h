// The commands of the program, each of which adds its flags to the command line.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "indexer/taxonomy/taxonomy.h"

namespace assay::indexer {

// `run` is to be called once the command line was parsed, where `app` was asked for. Gives the exit code
// (exit_code.h); throws what failure.h translates.
struct Command {
  const CLI::App* app;
  std::function<int(const taxonomy::Taxonomy&)> run;
  std::shared_ptr<const std::filesystem::path> place = {};  // the folder that it works on, once parsed
};

// In the order in which the help shows them.
std::vector<Command> add_commands(CLI::App& app);

// Those that take articles in, and those for the upkeep of an index.
void add_build(CLI::App& app, std::vector<Command>& commands);
void add_watch(CLI::App& app, std::vector<Command>& commands);
void add_status(CLI::App& app, std::vector<Command>& commands);
void add_inspect(CLI::App& app, std::vector<Command>& commands);
void add_export(CLI::App& app, std::vector<Command>& commands);
void add_delete(CLI::App& app, std::vector<Command>& commands);
void add_check(CLI::App& app, std::vector<Command>& commands);
void add_stats(CLI::App& app, std::vector<Command>& commands);
void add_compact(CLI::App& app, std::vector<Command>& commands);
void add_backup(CLI::App& app, std::vector<Command>& commands);
void add_restore(CLI::App& app, std::vector<Command>& commands);

// The flag --index, which most of them have.
void add_index_flag(CLI::App& command, std::filesystem::path& index);

// The flag --min-free of those that write much. `bytes` keeps its value where the flag is not given.
void add_min_free_flag(CLI::App& command, std::uint64_t& bytes);

}  // namespace assay::indexer
