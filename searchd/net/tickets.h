// Admission: a fixed number of tickets, each given back when it is destroyed.
#pragma once

#include <cstddef>
#include <memory>

namespace assay::net {

struct ReturnTicket {
  void operator()(std::size_t* taken) const { --*taken; }
};

// Null: none was left.
using Ticket = std::unique_ptr<std::size_t, ReturnTicket>;

// Must outlive its tickets. Not thread-safe: taken and returned on the io thread.
class Tickets {
 public:
  explicit Tickets(std::size_t limit) : limit_(limit) {}
  Tickets(const Tickets&) = delete;
  Tickets& operator=(const Tickets&) = delete;

  Ticket take() {
    if (taken_ >= limit_) return nullptr;
    ++taken_;
    return Ticket(&taken_);
  }

  std::size_t limit() const { return limit_; }

 private:
  std::size_t limit_;
  std::size_t taken_ = 0;
};

}  // namespace assay::net
