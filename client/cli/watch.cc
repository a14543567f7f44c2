// assay watch: articles as they come.
#include <array>
#include <memory>
#include <utility>

#include "client/cli/format_flag.h"
#include "client/cli/full_names.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/search_format.h"
#include "client/cli/signals.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

// Those that have neither head nor tail.
constexpr std::array kFormats = {&kSearchText, &kSearchNdjson, &kSearchIds, &kSearchIds0};

struct Flags {
  QueryFlags query;
  std::string alert;
  std::uint64_t count = 0;  // 0: no end
  Choice<SearchFormat> format;
};

// Prints each article and remembers up to where.
class Printer {
 public:
  Printer(const Flags& flags, const Screen& screen) : flags_(flags), view_(flags.format.view(screen)) {}

  void print(const News& news) {
    if (news.restarted) write_error("note: the index was rebuilt; what came with that is not told\n");
    for (const AlertHit& article : news.articles) {
      if (is_done()) return;
      // An alert gives again what it was not told of in time.
      if (article.number != 0 && article.number <= last_) continue;
      write_output(flags_.format->hit(article.hit, printed_++, view_));
      last_ = article.number;
    }
  }

  bool is_done() const { return flags_.count != 0 && printed_ == flags_.count; }
  // The number of the last article; 0: there was none, or there is no alert.
  std::uint64_t last() const { return last_; }

 private:
  const Flags& flags_;
  View view_;
  std::uint64_t printed_ = 0, last_ = 0;
};

WatchRequest make_watch(const Flags& flags, const std::vector<std::string>& words, Session& session) {
  WatchRequest request{.search = make_request(flags.query, words, session), .alert = flags.alert};
  if (!flags.alert.empty() && (!words.empty() || flags.query.is_any_set()))
    throw Error(ErrorKind::kInvalid, "watch: the query of --alert was given when the alert was added");
  request.outage = session.retry_for().value_or(request.outage);
  return request;
}

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  const Interrupt& interrupt = interrupt_of_signals();
  WatchRequest request = make_watch(flags, words, session);
  Printer printer(flags, session.screen());
  Client client = session.connect();
  std::uint64_t acknowledged = 0;
  const auto take = [&](News&& news) {
    printer.print(news);
    const bool is_news = printer.last() != std::exchange(acknowledged, printer.last());
    if (!flags.alert.empty() && is_news) client.run_alert(flags.alert, 1, acknowledged);
    return !printer.is_done();
  };
  with_full_names(client, {&request.search.filters}, [&] { client.watch(request, take, &interrupt); });
  return Exit::kFound;
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  app.add_option("--alert", flags->alert, "Watch this alert instead, beginning with what waits there")
      ->type_name("NAME");
  app.add_option("--count", flags->count, "End after so many articles")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_format_flag<SearchFormat>(app, flags->format, kFormats);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kWatch = {.name = "watch",
                     .arguments = "[QUERY...]",
                     .summary = "Print articles as they come into the index, until interrupted",
                     .examples = "  assay watch 'rating:inadequate' --format ndjson\n",
                     .paged = false,
                     .define = define};

}  // namespace assay::cli
