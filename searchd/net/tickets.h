// Admission: a fixed number of tickets, each given back when it is destroyed.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace assay::net {

struct ReturnTicket {
  void operator()(std::atomic<std::size_t>* taken) const { --*taken; }
};

// Null: none was left.
using Ticket = std::unique_ptr<std::atomic<std::size_t>, ReturnTicket>;

// Must outlive its tickets. They are taken and returned on the io thread; any thread may count them.
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
  std::size_t taken() const { return taken_; }

 private:
  std::size_t limit_;
  std::atomic<std::size_t> taken_ = 0;
};

}  // namespace assay::net
