#include "searchd/config/description.h"

#include "searchd/config/config_source.h"

namespace assay::config {
namespace {

constexpr std::string_view kDescription =
    R"(Answers the questions of assay(1) and of other clients from an index that assay-indexer(1) makes and keeps up to date. A commit of the indexer is seen by the next request; nothing has to be restarted.

  assay-searchd --index ~/articles.index

On standard output it prints a line "ready ADDRESS" for each address once it accepts connections there. Where no --listen is given, that is the one which clients ask without --server. The log, a line an event in logfmt, goes to standard error.

TCP is served on loopback addresses only; tls: addresses take a certificate, a key and a file of tokens.)";

constexpr std::string_view kSettings =
    R"(Each option but --check-config is an environment variable as well (ASSAY_SEARCHD_MAX_QUEUED for --max-queued) and, but for --config, a key of the file that --config names (max_queued), in TOML without tables:

  index = "/var/lib/assay-indexer/articles.index"
  listen = ["unix:/run/assay/assay.sock", "tls:0.0.0.0:7700"]
  token_file = "/etc/assay/tokens"

Options come before the environment, that before the file, and the file before the defaults. An unknown key, a wrong type or a bad value is refused with its line.)";

constexpr std::string_view kSignals =
    R"(SIGTERM and SIGINT: no new connections and requests; what was accepted is answered, then the daemon ends. A second one ends it at once.

SIGHUP: settings, tokens and certificate are read again; a warning names settings that take a restart.)";

constexpr std::string_view kTokens =
    R"(The file holds a token a line, of at least 16 characters, with what it allows in front (read or admin) and comments behind #. Nobody but its owner may read it.)";

}  // namespace

usage::Program program_description() {
  return {.name = "assay-searchd",
          .section = 8,
          .arguments = "--index DIR [OPTIONS]",
          .summary = "serves an index of articles to assay clients",
          .description = kDescription,
          .flags = command_line_flags(),
          .exit_codes = exit_codes(),
          .environment = {{"ASSAY_SEARCHD_CONFIG", "The configuration file, where --config gives none."},
                          {"ASSAY_SEARCHD_INDEX and so on", "As described under SETTINGS."},
                          {"XDG_RUNTIME_DIR", "The folder of the standard socket, assay.sock."}},
          .files = {{"/etc/assay/searchd.toml", "The settings of the service that systemd runs."},
                    {"/etc/assay/tokens", "Its tokens."}},
          .sections = {{"settings", kSettings}, {"signals", kSignals}, {"tokens", kTokens}},
          .see_also = "assay(1), assay-indexer(1)"};
}

}  // namespace assay::config
