#include "indexer/watch/status.h"

#include <boost/json.hpp>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace assay::watch {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr const char* kFileName = "status.json";

}  // namespace

std::string to_json(const Status& status) {
  json::object object;
  object["state"] = status.state;
  object["articles"] = status.articles;
  object["queue"] = status.queue;
  object["articles_a_second"] = status.articles_a_second;
  object["lag_ms"] = status.lag_ms;
  object["skipped"] = status.skipped;
  object["last_error"] = status.last_error;
  return json::serialize(object);
}

void write_status(const fs::path& index, const Status& status) {
  const fs::path fresh = index / (std::string(kFileName) + ".new");
  std::ofstream file(fresh, std::ios::trunc);
  file << to_json(status) << '\n';
  file.close();
  if (!file) throw std::system_error(errno, std::generic_category(), "cannot write " + fresh.string());
  fs::rename(fresh, index / kFileName);
}

std::optional<Status> read_status(const fs::path& index) {
  std::ifstream file(index / kFileName);
  if (!file) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  try {
    const json::value object = json::parse(text);
    Status status;
    status.state = object.at("state").as_string();
    status.articles = object.at("articles").to_number<std::size_t>();
    status.queue = object.at("queue").to_number<std::size_t>();
    status.articles_a_second = object.at("articles_a_second").to_number<std::size_t>();
    status.lag_ms = object.at("lag_ms").to_number<std::size_t>();
    status.skipped = object.at("skipped").to_number<std::size_t>();
    status.last_error = object.at("last_error").as_string();
    return status;
  } catch (const std::exception& error) {
    throw std::runtime_error((index / kFileName).string() + " is no status: " + error.what());
  }
}

}  // namespace assay::watch
