// assay ping: whether the daemon answers.
#include <fmt/core.h>

#include <array>
#include <chrono>

#include "client/cli/json.h"
#include "client/cli/single_reply.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct Pong {
  Info info;
  std::string address;
  double milliseconds = 0;
};

std::string print_text(const Pong& pong, const View&) {
  return fmt::format("{} answers ({:.1f} ms): {}, {} articles{}\n", printable(pong.address),
                     pong.milliseconds, printable(pong.info.server), pong.info.articles,
                     pong.info.degraded ? ", degraded" : "");
}

std::string print_json(const Pong& pong, const View&) {
  return document({{"format_version", kJsonFormatVersion},
                   {"address", pong.address},
                   {"server", pong.info.server},
                   {"articles", pong.info.articles},
                   {"degraded", pong.info.degraded},
                   {"milliseconds", pong.milliseconds}});
}

constexpr Format<Pong> kText = {.name = "text", .print = print_text};
constexpr Format<Pong> kJson = {.name = "json", .print = print_json};
constexpr std::array kFormats = {&kText, &kJson};

Pong ask(const Session& session, const std::vector<std::string>& words) {
  if (!words.empty()) throw Error(ErrorKind::kInvalid, "ping takes no arguments; see assay ping --help");
  Client client = session.connect();
  const auto begin = std::chrono::steady_clock::now();
  Pong pong{client.info(), session.endpoint().text()};
  pong.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return pong;
}

Action define(CLI::App& app) { return define_single<Pong>(app, {kFormats, ask}); }

}  // namespace

const Verb kPing = {.name = "ping",
                    .arguments = "",
                    .summary = "Ask the daemon for a sign of life",
                    .examples = "  assay ping --retry 60    # wait for a daemon that starts\n",
                    .paged = false,
                    .define = define};

}  // namespace assay::cli
