// assay-searchd: serves an index until it is told to stop.
#include <google/protobuf/stubs/logging.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <system_error>
#include <thread>

#include "proto/standard_address.h"
#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "searchd/net/server.h"
#include "searchd/service.h"

namespace {

using namespace assay;

// Documented in docs/operations.md.
enum ExitCode : int { kDone = 0, kBadUsage = 2, kBadIndex = 3, kNoSocket = 4, kInternal = 70 };

struct Options {
  std::string index;
  std::string listen;
  net::ServerOptions server;
  std::string log_level = "info";
};

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

int serve(const Options& options) {
  const engine::Engine engine{options.index};
  const searchd::Service service(engine);
  net::ServerOptions server_options = options.server;
  server_options.listen = net::parse_listen(options.listen);
  net::Server server(
      server_options,
      [&](const v1::Envelope& request, const Stop& stop) { return service.answer(request, stop); },
      [&](v1::HelloReply& reply) { service.greet(reply); });
  server.drain_on_signals();
  // For whoever started us: from this line on, connections are accepted.
  std::printf("ready %s\n", server.address().c_str());
  std::fflush(stdout);
  server.run();
  return kDone;
}

int fail(int code, const std::string& message) {
  std::fprintf(stderr, "assay-searchd: %s\n", message.c_str());
  return code;
}

int run(int argc, char** argv) {
  Options options;
  options.server.workers = std::max(1u, std::thread::hardware_concurrency());
  options.listen = proto::standard_address();
  CLI::App app{"Serves an assay index to assay clients."};
  app.name("assay-searchd");
  app.set_version_flag("--version", "assay-searchd " ASSAY_VERSION);
  app.add_option("--index", options.index, "Folder of the index")->required()->type_name("DIR");
  app.add_option("--listen", options.listen, "unix:PATH or tcp:HOST:PORT (loopback; port 0 takes a free one)")
      ->capture_default_str();
  app.add_option("--workers", options.server.workers, "Threads that answer queries")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_option("--max-connections", options.server.max_connections, "Connections at once")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--max-queued", options.server.max_queued, "Requests at once, over all connections")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--log-level", options.log_level, "What goes to standard error")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
  app.footer(
      "Prints 'ready ADDRESS' on standard output once it accepts connections. SIGTERM lets running requests\n"
      "finish, a second signal ends at once. Exit codes: 0 stopped, 2 bad usage, 3 the index is missing or "
      "of\n"
      "another format, 4 the address cannot be listened on.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kBadUsage;
  }
  spdlog::set_default_logger(spdlog::stderr_color_mt("assay-searchd"));
  spdlog::set_level(spdlog::level::from_str(options.log_level));
  google::protobuf::SetLogHandler(log_protobuf);
  raise_descriptor_limit();
  return serve(options);
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
