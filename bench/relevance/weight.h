// Xapian's weighting schemes by name.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace assay::bench {

// Names and parameters, in order (all or none, where Xapian has defaults): ineb2 c, inl2 c, ifb2 c, bb2 c,
// pl2 c, pl2plus c delta, dlh, dph, bm25 k1 b [minimal length], bm25plus k1 b delta, lm-dirichlet mu,
// lm-jelinek lambda, trad k, coord, default (what Xapian takes when nothing is said).
// Throws std::invalid_argument.
std::unique_ptr<Xapian::Weight> make_weight(const std::string& name, const std::vector<double>& parameters);

}  // namespace assay::bench
