#include "searchd/alert_keeper.h"

#include <algorithm>
#include <chrono>

#include "indexer/schema/terms.h"
#include "proto/limits.h"
#include "searchd/convert.h"
#include "searchd/convert_parts.h"
#include "searchd/log_event.h"
#include "searchd/refusal.h"

namespace assay::searchd {
namespace {

constexpr std::size_t kMaxAlerts = 1'000;
constexpr std::size_t kMaxNameBytes = 64;
constexpr std::uint32_t kDefaultTaken = 100;
constexpr std::chrono::seconds kMaxLook{5};  // for one alert

const std::filesystem::path& made(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw alerts::StoreError("the state folder '" + folder.string() + "' cannot be made: " + error.message());
  return folder;
}

void check_name(const std::string& name) {
  const auto is_good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  if (name.empty() || name.size() > kMaxNameBytes || !std::all_of(name.begin(), name.end(), is_good))
    throw Refusal(v1::CODE_INVALID_ARGUMENT,
                  "an alert's name has 1 to 64 letters (a to z), digits, '-', '_' or '.'");
}

v1::SearchRequest request_of(const alerts::StoredAlert& alert) {
  v1::SearchRequest request;
  if (!request.ParseFromString(alert.request))
    throw alerts::StoreError("the query of the alert '" + alert.name + "' cannot be read");
  return request;
}

v1::Alert to_wire(const alerts::StoredAlert& stored) {
  v1::Alert alert;
  alert.set_name(stored.name);
  *alert.mutable_search() = request_of(stored);
  alert.set_canonical_query(stored.canonical_query);
  alert.set_waiting(stored.waiting);
  alert.set_total(stored.total);
  alert.set_added_at(static_cast<std::uint64_t>(stored.added_at));
  return alert;
}

}  // namespace

AlertKeeper::AlertKeeper(const engine::Engine& engine, const std::filesystem::path& folder)
    : engine_(engine), store_(made(folder)) {}

v1::AlertReply AlertKeeper::add(const v1::AddAlertRequest& request, const Stop& stop) {
  check_name(request.name());
  const std::vector<alerts::StoredAlert> others = store_.list();
  if (others.size() >= kMaxAlerts)
    throw Refusal(v1::CODE_RESOURCE_EXHAUSTED, "there are 1,000 alerts already; remove one first");
  const engine::SearchRequest search = from_wire(request.search());
  // The mark first: what is committed after it and before the keys are read counts as known, not as lost.
  const engine::News now = engine_.news(search, {}, stop);
  alerts::StoredAlert alert{request.name(), request.search().SerializeAsString(), now.canonical_query,
                            now.mark};
  alert.added_at =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  if (!store_.add(alert, engine_.keys_of_matches(search, stop)))
    throw Refusal(v1::CODE_ALREADY_EXISTS,
                  "there is an alert '" + request.name() + "' already; remove it or choose another name");
  look(alert, stop);  // what was committed since the mark, for which there may be no other look
  v1::AlertReply reply;
  *reply.mutable_alert() = to_wire(alert);
  return reply;
}

v1::AlertReply AlertKeeper::remove(const std::string& name) {
  v1::AlertReply reply;
  *reply.mutable_alert() = to_wire(find(name));
  store_.remove(name);
  return reply;
}

v1::ListAlertsReply AlertKeeper::list() const {
  v1::ListAlertsReply reply;
  for (const alerts::StoredAlert& alert : store_.list()) *reply.add_alerts() = to_wire(alert);
  return reply;
}

v1::RunAlertReply AlertKeeper::run(const v1::RunAlertRequest& request) {
  find(request.name());
  if (request.acknowledge() > 0) store_.acknowledge(request.name(), request.acknowledge());
  return waiting(request.name(), 0, request.limit() > 0 ? request.limit() : kDefaultTaken);
}

v1::RunAlertReply AlertKeeper::waiting(const std::string& name, std::uint64_t after,
                                       std::uint32_t limit) const {
  const alerts::StoredAlert alert = find(name);
  v1::RunAlertReply reply;
  reply.set_revision(engine_.identity().revision);
  for (const alerts::StoredHit& stored : store_.waiting(name, after, std::min(limit, proto::kMaxHits))) {
    v1::AlertHit& hit = *reply.add_articles();
    hit.set_number(stored.number);
    if (!hit.mutable_hit()->ParseFromString(stored.hit))
      throw alerts::StoreError("an article of the alert '" + name + "' cannot be read");
  }
  const std::uint64_t taken = reply.articles().empty() ? after : reply.articles().rbegin()->number();
  reply.set_waiting(alert.total > taken ? std::min(alert.waiting, alert.total - taken) : 0);
  return reply;
}

bool AlertKeeper::look(const Stop& stop) {
  bool done = true;
  const auto attempt = [&](const std::string& name, auto work) {
    try {
      work();
    } catch (const std::exception& wrong) {
      done = false;
      LogEvent(spdlog::level::err, "alerts failed").with("alert", name).with("reason", wrong.what());
    }
  };
  std::vector<alerts::StoredAlert> all;
  attempt("", [&] { all = store_.list(); });
  for (const alerts::StoredAlert& alert : all) {
    if (stop.reason() != StopReason::kNone) return false;
    attempt(alert.name, [&] { look(alert, stop.until(Stop::Clock::now() + kMaxLook)); });
  }
  return done;
}

// Somebody may remove the alert meanwhile, and another may take its name: nothing is recorded then.
void AlertKeeper::look(alerts::StoredAlert alert, const Stop& stop) {
  engine::SearchRequest search = from_wire(request_of(alert));
  search.limit = kDefaultTaken;
  for (bool more = true; more;) {
    const engine::News news = engine_.news(search, alert.mark, stop);
    std::vector<alerts::NewMatch> matches;
    for (const engine::Hit& hit : news.hits) {
      v1::Hit wire;
      fill(hit, wire);
      matches.emplace_back(schema::id_term(hit.id), wire.SerializeAsString());
    }
    if (news.mark != alert.mark && !store_.record(alert, news.mark, matches)) return;
    alert.mark = news.mark;
    more = news.more;
  }
}

alerts::StoredAlert AlertKeeper::find(const std::string& name) const {
  check_name(name);
  std::optional<alerts::StoredAlert> alert = store_.find(name);
  if (!alert) throw Refusal(v1::CODE_NOT_FOUND, "there is no alert '" + name + "'");
  return *std::move(alert);
}

}  // namespace assay::searchd
