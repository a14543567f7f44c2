#include "searchd/engine/result_lists.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <random>

#include "searchd/engine/failure.h"

namespace assay::engine {
namespace {

constexpr char kBetween = '-';

std::string random_token() {
  std::random_device random;
  char text[17];
  std::snprintf(text, sizeof text, "%08x%08x", random(), random());
  return text;
}

}  // namespace

std::size_t ResultLists::size() const {
  const std::lock_guard lock(mutex_);
  return lists_.size();
}

std::string ResultLists::cursor(const std::string& token, std::size_t position) {
  return token + kBetween + std::to_string(position);
}

std::string ResultLists::keep(std::shared_ptr<const ResultList> list, std::size_t position) {
  const std::lock_guard lock(mutex_);
  lists_.push_front({random_token(), std::move(list)});
  std::size_t hits = 0, kept = 0;
  const auto too_much = std::find_if(lists_.begin(), lists_.end(), [&](const Kept& each) {
    hits += each.list->found.size();
    return kept++ > 0 && (kept > kMaxLists || hits > kMaxHits);
  });
  lists_.erase(too_much, lists_.end());
  return cursor(lists_.front().token, position);
}

ResultLists::Place ResultLists::find(const std::string& cursor) {
  const std::size_t between = cursor.rfind(kBetween);
  std::size_t position = 0;
  const char* const end = cursor.data() + cursor.size();
  const bool is_cursor =
      between != std::string::npos &&
      std::from_chars(cursor.data() + between + 1, end, position) == std::from_chars_result{end, std::errc()};
  if (!is_cursor) throw Failure(FailureKind::kInvalid, "'" + cursor + "' is no cursor of this daemon");
  const std::lock_guard lock(mutex_);
  const auto kept = std::find_if(lists_.begin(), lists_.end(), [&](const Kept& each) {
    return each.token == std::string_view(cursor).substr(0, between);
  });
  if (kept == lists_.end() || position > kept->list->found.size())
    throw Failure(FailureKind::kInvalid, "the cursor has expired; ask again from the start");
  lists_.splice(lists_.begin(), lists_, kept);
  return {kept->list, position, kept->token};
}

}  // namespace assay::engine
