#include "searchd/snapshot/merged_frequency.h"

#include <algorithm>

namespace assay::snapshot {
namespace {

bool more_frequent_last(const Frequency& a, const Frequency& b) { return a.documents > b.documents; }

double either(double a, double b, double all) { return a + b - a * b / all; }

Frequency either(const Frequency& a, const Frequency& b, Xapian::doccount documents, double length) {
  Frequency both;
  both.documents = static_cast<Xapian::doccount>(either(a.documents, b.documents, documents) + 0.5);
  if (length > 0)
    both.occurrences = static_cast<Xapian::termcount>(either(a.occurrences, b.occurrences, length) + 0.5);
  return both;
}

}  // namespace

Frequency merged_frequency(std::vector<Frequency> terms, Xapian::doccount documents, double length) {
  if (documents == 0) return {};
  // The heap's own order among equally frequent terms is part of the estimate.
  std::make_heap(terms.begin(), terms.end(), more_frequent_last);
  while (terms.size() > 1) {
    const Frequency rarest = terms.front();
    std::pop_heap(terms.begin(), terms.end(), more_frequent_last);
    terms.pop_back();
    const Frequency both = either(terms.front(), rarest, documents, length);
    if (terms.size() == 1) return both;
    std::pop_heap(terms.begin(), terms.end(), more_frequent_last);
    terms.back() = both;
    std::push_heap(terms.begin(), terms.end(), more_frequent_last);
  }
  return terms.front();
}

}  // namespace assay::snapshot
