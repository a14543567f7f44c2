// One article that the rules cannot bear must not end a build of thousands.
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

namespace assay::indexer {

// Runs `work` on one article. What it throws becomes a std::invalid_argument, the fault of that article, but
// for what no other article would escape: std::bad_alloc, and Xapian's errors, which are no std::exception.
template <typename Work>
void blame_article(Work&& work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::invalid_argument&) {
    throw;
  } catch (const std::exception& wrong) {
    throw std::invalid_argument(std::string("the article cannot be prepared: ") + wrong.what());
  }
}

}  // namespace assay::indexer
