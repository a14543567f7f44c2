#include "searchd/slow_log.h"

#include "searchd/convert.h"
#include "searchd/engine/failure.h"
#include "searchd/log_event.h"
#include "searchd/question.h"

namespace assay::searchd {
namespace {

// No more than so many bytes, and no part of a character.
std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  const auto is_inside_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  while (most > 0 && is_inside_character(text[most])) --most;
  text.resize(most);
  return text + "…";
}

}  // namespace

std::string SlowLog::plan_of(const v1::Envelope& request) const {
  const v1::SearchRequest* const search = search_of(request);
  if (search == nullptr) return "";
  try {
    return engine_.plan_text(from_wire(*search), Stop(Stop::Clock::now() + kMaxPlanning));
  } catch (const engine::Failure&) {
    return "";  // the reply's code says why there is none
  }
}

void SlowLog::record(const v1::Envelope& request, const v1::Envelope& reply,
                     std::chrono::microseconds took) const {
  if (took < threshold_.load()) return;
  LogEvent event(spdlog::level::warn, "slow request");
  event.with("verb", verb_of(request))
      .with("ms", std::chrono::duration_cast<std::chrono::milliseconds>(took).count())
      .with("code", name_of(code_of(reply)))
      .with("query", cut(text_of(request), kMaxText));
  if (const std::string plan = plan_of(request); !plan.empty()) event.with("plan", cut(plan, kMaxPlan));
}

}  // namespace assay::searchd
