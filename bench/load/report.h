// How a run is told: as a row of a table for people, as JSON for programs.
#pragma once

#include <string>

#include "bench/load/load.h"

namespace assay::bench {

std::string table_head();
// Ends with a newline, as the head does. What was not answered OK follows below the row.
std::string table_row(const LoadOptions& options, const LoadResult& result);

// One object on one line: mode, clients, rate, arrivals, asked, ok_a_second, latency_ms {mean, p50, p90, p99,
// p999, max}, outcomes {code: count}, worst_lag_ms, and, where known, cpu_ms_an_answer and idle {connections,
// left, kib_before, kib_with}.
std::string json(const LoadOptions& options, const LoadResult& result);

}  // namespace assay::bench
