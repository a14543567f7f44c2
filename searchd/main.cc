// assay-searchd: serves an index until it is told to stop.
#include <google/protobuf/stubs/logging.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "proto/standard_address.h"
#include "searchd/alert_keeper.h"
#include "searchd/commit_watch.h"
#include "searchd/config/config_source.h"
#include "searchd/config/show.h"
#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "searchd/health.h"
#include "searchd/live_settings.h"
#include "searchd/log_event.h"
#include "searchd/metrics.h"
#include "searchd/net/http_server.h"
#include "searchd/net/server.h"
#include "searchd/reload_signal.h"
#include "searchd/service.h"
#include "searchd/service_manager.h"

namespace {

using namespace assay;

// Documented in docs/operations.md.
enum ExitCode : int { kDone = 0, kBadUsage = 2, kBadIndex = 3, kNoSocket = 4, kInternal = 70 };

// A connection takes a file descriptor; the usual soft limit is below what the server allows.
void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Protobuf tells standard error of each string that is no UTF-8, which a hostile peer may send without end.
void log_protobuf(google::protobuf::LogLevel, const char*, int, const std::string& message) {
  spdlog::debug("protobuf: {}", message);
}

// `inherited`: sockets that systemd opened.
net::ServerOptions server_options(const config::Config& config, const std::vector<int>& inherited) {
  net::ServerOptions options;
  for (const int descriptor : inherited) options.listen.push_back(net::inherited_listen(descriptor));
  for (const std::string& address : config.listen) options.listen.push_back(net::parse_listen(address));
  options.tls = {config.tls_certificate, config.tls_key};
  options.workers = config.workers;
  options.max_connections = config.max_connections;
  options.max_queued = config.max_queued;
  if (config.max_wait_ms > 0) options.max_wait = std::chrono::milliseconds(config.max_wait_ms);
  return options;
}

// There is a server by the time that anybody asks for its gauges.
searchd::Metrics::Sources metrics_of(const engine::Engine& engine, const std::optional<net::Server>& server) {
  searchd::Metrics::Sources sources;
  sources.connections = [&] { return static_cast<double>(server->connections()); };
  sources.requests = [&] { return static_cast<double>(server->requests()); };
  sources.refused = [&] { return static_cast<double>(server->refused()); };
  sources.waited = [&] { return std::chrono::duration<double>(server->waited()).count(); };
  sources.max_wait = [&] { return std::chrono::duration<double>(server->max_wait()).count(); };
  sources.result_lists = [&] { return static_cast<double>(engine.result_lists()); };
  sources.is_degraded = [&] { return engine.health().degraded; };
  sources.revision = [&] { return engine.identity().revision; };
  return sources;
}

// What one setting demands of another. Throws std::invalid_argument.
void check_addresses(const config::Config& config) {
  if (!config.metrics.empty() && net::parse_listen(config.metrics).is_encrypted)
    throw std::invalid_argument("metrics are not encrypted; choose unix:PATH or tcp:HOST:PORT for them");
  for (const std::string& address : config.listen) {
    if (!net::parse_listen(address).is_encrypted) continue;
    if (config.tls_certificate.empty())
      throw std::invalid_argument("'" + address + "' takes tls_certificate and tls_key");
    if (config.token_file.empty())
      throw std::invalid_argument("'" + address +
                                  "' takes token_file, since nobody may ask there without a token");
  }
}

// Serves metrics and health where the settings say so.
std::optional<net::HttpServer> http_server(const config::Config& config, searchd::HealthSources health) {
  if (config.metrics.empty()) return std::nullopt;
  net::HttpOptions options;
  options.listen = net::parse_listen(config.metrics);
  return std::optional<net::HttpServer>(
      std::in_place, options,
      [health = std::move(health)](std::string_view target) { return searchd::answer_http(target, health); });
}

// What answers requests, and what takes note of them.
struct Answering {
  Answering(const config::Config& config, const std::optional<net::Server>& server)
      : engine(config.index, {.in_memory = config.cache_mib > 0, .cache_bytes = config.cache_mib << 20}),
        slow_log(engine, std::chrono::milliseconds(config.slow_query_ms)),
        metrics(metrics_of(engine, server)),
        service(engine, keeper(config), [this](const auto& request, const auto& reply, auto took) {
          metrics.record(request, reply, took);
          slow_log.record(request, reply, took);
        }) {}

  searchd::AlertKeeper* keeper(const config::Config& config) {
    return config.state_dir.empty() ? nullptr : &alerts.emplace(engine, config.state_dir);
  }

  const engine::Engine engine;
  searchd::SlowLog slow_log;
  searchd::Metrics metrics;
  std::optional<searchd::AlertKeeper> alerts;
  const searchd::Service service;
};

int serve(const config::ConfigSource& source, const config::Config& config,
          const std::vector<int>& inherited) {
  std::optional<net::Server> server;  // made last, so that its threads have SIGHUP blocked
  std::atomic<bool> is_serving = false;
  Answering answering(config, server);
  searchd::Access access;
  access.load(config.token_file);
  searchd::LiveSettings settings(source, config, access, answering.slow_log,
                                 [&](const config::Config& fresh) {
                                   server->reload_tls({fresh.tls_certificate, fresh.tls_key});
                                 });
  const searchd::ReloadSignal on_hang_up([&] {
    if (is_serving) settings.reload();
  });
  server.emplace(
      server_options(config, inherited),
      [&](const v1::Envelope& request, v1::Scope scope, const Stop& stop) {
        return answering.service.answer(request, scope, stop);
      },
      [&](const net::Peer& peer, const v1::Hello& hello, v1::HelloReply& reply) {
        answering.service.greet(reply);
        return access.scope_of(peer, hello.token());
      });
  server->drain_on_signals();
  server->on_drain([&] {
    is_serving = false;
    searchd::notify_stopping("draining");
  });
  const searchd::CommitWatch watch(answering.engine, [&](const Stop& stop) {
    const bool done = !answering.alerts || answering.alerts->look(stop);
    server->tell_of_commit();
    return done;
  });
  is_serving = true;
  const auto http =
      http_server(config, {[&] { return answering.metrics.text(); }, [&] { return is_serving.load(); },
                           [&] { return answering.engine.health().reason; }});
  // For whoever started us: from this line on, connections are accepted.
  for (const std::string& address : server->addresses()) std::printf("ready %s\n", address.c_str());
  std::fflush(stdout);
  searchd::notify_ready("serving");
  server->run();
  return kDone;
}

int fail(int code, const std::string& message) {
  std::fprintf(stderr, "assay-searchd: %s\n", message.c_str());
  return code;
}

// Without sockets from systemd there is a standard address.
config::Config defaults(bool has_sockets) {
  config::Config config;
  config.workers = std::max(1u, std::thread::hardware_concurrency());
  if (!has_sockets) config.listen = {proto::standard_address()};
  return config;
}

int run(int argc, char** argv) {
  const std::vector<int> inherited = searchd::inherited_sockets();
  const config::ConfigSource source({argv + 1, argv + argc}, defaults(!inherited.empty()),
                                    [](const std::string& address) { net::parse_listen(address); });
  const config::Invocation told = source.read();
  if (told.task == config::Invocation::Task::kTell) {
    std::fputs(told.text.c_str(), stdout);
    return kDone;
  }
  check_addresses(told.config);
  searchd::check_files(told.config);
  if (told.task == config::Invocation::Task::kCheck) {
    std::fputs(config::to_toml(told.config).c_str(), stdout);
    return kDone;
  }
  searchd::start_log(told.config.log_level);
  google::protobuf::SetLogHandler(log_protobuf);
  raise_descriptor_limit();
  return serve(source, told.config, inherited);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const engine::Failure& failure) {
    return fail(kBadIndex, failure.what());
  } catch (const std::invalid_argument& wrong) {
    return fail(kBadUsage, wrong.what());
  } catch (const std::system_error& wrong) {
    return fail(kNoSocket, wrong.what());
  } catch (const std::exception& wrong) {
    return fail(kInternal, std::string("internal error: ") + wrong.what());
  }
}
