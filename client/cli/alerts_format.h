// How alerts are written.
#pragma once

#include <span>
#include <vector>

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

struct AlertsFormat {
  std::string_view name;
  std::string (*alerts)(const std::vector<Alert>& alerts, const View& view);
  std::string (*articles)(const AlertReply& reply, const View& view);
  FieldNames fields = nullptr;  // of an article
};

std::span<const AlertsFormat* const> alerts_formats();

}  // namespace assay::cli
