// Alerts: searches that the daemon keeps, and what they found since.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "assay/v1/alerts.pb.h"
#include "searchd/alerts/alert_store.h"
#include "searchd/engine/engine.h"
#include "searchd/stop.h"

namespace assay::searchd {

// Thread-safe. The engine must outlive it. Throws Refusal, engine::Failure, alerts::StoreError.
class AlertKeeper {
 public:
  // Keeps its database in the folder, which is made when there is none.
  AlertKeeper(const engine::Engine& engine, const std::filesystem::path& folder);

  v1::AlertReply add(const v1::AddAlertRequest& request, const Stop& stop);
  v1::AlertReply remove(const std::string& name);
  v1::ListAlertsReply list() const;
  v1::RunAlertReply run(const v1::RunAlertRequest& request);
  // What waits behind the article with the number `after`, at most `limit`.
  v1::RunAlertReply waiting(const std::string& name, std::uint64_t after, std::uint32_t limit) const;

  // Looks what commits brought each alert. One that fails, or takes too long, is logged and does not hinder
  // the others. False: not all were looked through, and another look goes on where this one ended. Never
  // throws.
  bool look(const Stop& stop);

 private:
  alerts::StoredAlert find(const std::string& name) const;
  void look(alerts::StoredAlert alert, const Stop& stop);

  const engine::Engine& engine_;
  alerts::AlertStore store_;
};

}  // namespace assay::searchd
