#include "bench/relevance/weight.h"

#include <functional>
#include <map>
#include <stdexcept>

namespace assay::bench {
namespace {

using Made = std::unique_ptr<Xapian::Weight>;
using Parameters = std::vector<double>;

template <typename Weight>
Made one_parameter(const Parameters& p) {
  return p.empty() ? std::make_unique<Weight>() : std::make_unique<Weight>(p.at(0));
}

template <typename Weight>
Made no_parameter(const Parameters&) {
  return std::make_unique<Weight>();
}

Made pl2_plus(const Parameters& p) {
  return p.empty() ? std::make_unique<Xapian::PL2PlusWeight>()
                   : std::make_unique<Xapian::PL2PlusWeight>(p.at(0), p.at(1));
}

// A query's words count as often as the scheme says, so k3 has nothing to do; k2 is of no use to anyone.
Made bm25(const Parameters& p) {
  if (p.empty()) return std::make_unique<Xapian::BM25Weight>();
  return std::make_unique<Xapian::BM25Weight>(p.at(0), 0, 0, p.at(1), p.size() > 2 ? p[2] : 0);
}

Made bm25_plus(const Parameters& p) {
  if (p.empty()) return std::make_unique<Xapian::BM25PlusWeight>();
  return std::make_unique<Xapian::BM25PlusWeight>(p.at(0), 0, 0, p.at(1), 0, p.at(2));
}

Made dirichlet(const Parameters& p) {
  return std::make_unique<Xapian::LMWeight>(0.0, Xapian::Weight::DIRICHLET_SMOOTHING, p.at(0));
}

Made jelinek(const Parameters& p) {
  return std::make_unique<Xapian::LMWeight>(0.0, Xapian::Weight::JELINEK_MERCER_SMOOTHING, p.at(0));
}

const std::map<std::string, std::function<Made(const Parameters&)>> kMakers = {
    {"default", no_parameter<Xapian::BM25Weight>},
    {"ineb2", one_parameter<Xapian::IneB2Weight>},
    {"inl2", one_parameter<Xapian::InL2Weight>},
    {"ifb2", one_parameter<Xapian::IfB2Weight>},
    {"bb2", one_parameter<Xapian::BB2Weight>},
    {"pl2", one_parameter<Xapian::PL2Weight>},
    {"pl2plus", pl2_plus},
    {"dlh", no_parameter<Xapian::DLHWeight>},
    {"dph", no_parameter<Xapian::DPHWeight>},
    {"bm25", bm25},
    {"bm25plus", bm25_plus},
    {"lm-dirichlet", dirichlet},
    {"lm-jelinek", jelinek},
    {"trad", one_parameter<Xapian::TradWeight>},
    {"coord", no_parameter<Xapian::CoordWeight>},
};

}  // namespace

Made make_weight(const std::string& name, const Parameters& parameters) {
  const auto maker = kMakers.find(name);
  if (maker == kMakers.end()) throw std::invalid_argument("there is no weight '" + name + "'");
  try {
    return maker->second(parameters);
  } catch (const std::out_of_range&) {
    throw std::invalid_argument("the weight '" + name + "' takes more parameters");
  }
}

}  // namespace assay::bench
