#include "searchd/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "searchd/question.h"
#include "searchd/resident_memory.h"

namespace assay::searchd {
namespace {

using Clock = std::chrono::steady_clock;

const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                          0.25,  0.5,    1,     2.5,  5,     10,   30};

double seconds_since(Clock::time_point then) {
  return std::chrono::duration<double>(Clock::now() - then).count();
}

}  // namespace

struct Metrics::Impl {
  explicit Impl(Sources asked) : sources(std::move(asked)) { add_gauges(); }

  void add_gauge(const char* name, const char* help, std::function<double()> source) {
    if (!source) return;
    prometheus::Gauge& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
    gauges.emplace_back(&gauge, std::move(source));
  }

  void add_gauges() {
    add_gauge("assay_connections", "Open connections.", sources.connections);
    add_gauge("assay_requests_admitted", "Requests that were admitted and are not answered yet.",
              sources.requests);
    add_gauge("assay_requests_refused_total", "Requests refused because too many were admitted or waited.",
              sources.refused);
    add_gauge("assay_queue_wait_seconds", "How long the first request in the queue has waited for a thread.",
              sources.waited);
    add_gauge("assay_queue_wait_limit_seconds", "How long it may wait before new requests are refused.",
              sources.max_wait);
    add_gauge("assay_result_lists", "Lists of hits kept for cursors.", sources.result_lists);
    if (sources.is_degraded)
      add_gauge("assay_degraded",
                "1 while the last good revision is served because the index cannot be read.",
                [this] { return sources.is_degraded() ? 1.0 : 0.0; });
    if (sources.revision) {
      add_gauge("assay_index_revision", "Revision of the index; grows with each commit.",
                [this] { return static_cast<double>(revision); });
      add_gauge("assay_commit_age_seconds", "Seconds since a new revision was seen, or since the start.",
                [this] { return seconds_since(seen); });
    }
    add_gauge("assay_uptime_seconds", "Seconds since the start.", [this] { return seconds_since(started); });
    add_gauge("process_resident_memory_bytes", "Resident memory.",
              [] { return static_cast<double>(resident_memory()); });
  }

  // All that follow are to be called under the lock. A family looks a metric up by text, which takes longer
  // than many a request would.
  prometheus::Counter& counter(const v1::Envelope& request, v1::Code code) {
    prometheus::Counter*& known = counters[{request.body_case(), code}];
    if (known == nullptr) known = &requests.Add({{"verb", verb_of(request)}, {"code", name_of(code)}});
    return *known;
  }

  prometheus::Histogram& times(const v1::Envelope& request) {
    prometheus::Histogram*& known = histograms[request.body_case()];
    if (known == nullptr) known = &seconds.Add({{"verb", verb_of(request)}}, kSeconds);
    return *known;
  }

  void note_revision() {
    if (!sources.revision) return;
    if (const std::uint64_t now = sources.revision(); std::exchange(revision, now) != now)
      seen = Clock::now();
  }

  const Sources sources;
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("assay_requests_total")
          .Help("Requests that were answered, by verb and code.")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("assay_request_seconds")
          .Help("Time from the start of a request's work to its answer, by verb.")
          .Register(registry);
  std::vector<std::pair<prometheus::Gauge*, std::function<double()>>> gauges;
  const Clock::time_point started = Clock::now();
  std::mutex mutex;  // of what follows, and of setting the gauges
  std::map<std::pair<v1::Envelope::BodyCase, v1::Code>, prometheus::Counter*> counters;
  std::map<v1::Envelope::BodyCase, prometheus::Histogram*> histograms;
  std::uint64_t revision = 0;
  Clock::time_point seen = started;
};

Metrics::Metrics(Sources sources) : impl_(std::make_unique<Impl>(std::move(sources))) {}
Metrics::~Metrics() = default;

void Metrics::record(const v1::Envelope& request, const v1::Envelope& reply, std::chrono::microseconds took) {
  const std::lock_guard lock(impl_->mutex);
  impl_->counter(request, code_of(reply)).Increment();
  impl_->times(request).Observe(std::chrono::duration<double>(took).count());
  impl_->note_revision();
}

std::string Metrics::text() {
  const std::lock_guard lock(impl_->mutex);
  impl_->note_revision();
  for (const auto& [gauge, source] : impl_->gauges) gauge->Set(source());
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace assay::searchd
