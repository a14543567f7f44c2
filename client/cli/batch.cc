// assay batch: requests from standard input, answered by their ids.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <mutex>

#include "client/cli/batch_answer.h"
#include "client/cli/crew.h"
#include "client/cli/failure.h"
#include "client/cli/format_flag.h"
#include "client/cli/hit_fields.h"
#include "client/cli/lines.h"
#include "client/cli/output.h"
#include "client/cli/query_flags.h"
#include "client/cli/verb.h"

namespace assay::cli {
namespace {

struct BatchFormat {
  std::string_view name;
  FieldNames fields;
};

constexpr BatchFormat kNdjson = {"ndjson", hit_field_names};
constexpr std::array kFormats = {&kNdjson};

struct Flags {
  QueryFlags query;
  std::string verb = "search";
  std::uint32_t limit = 10;
  std::size_t jobs = 4;
  bool ordered = false;
  Choice<BatchFormat> format;
};

// What became of all requests. Under the lock of the crew's answers.
struct Tally {
  std::uint64_t answered = 0, failed = 0;
  bool found = false;
  Exit failure = Exit::kServer;  // the first one's

  void add(const BatchAnswer& answer) {
    if (answer.error && failed++ == 0) failure = exit_of(answer.error->kind);
    if (!answer.error) ++answered;
    found = found || answer.found;
  }

  Exit exit() const {
    if (failed == 0) return found ? Exit::kFound : Exit::kNone;
    return answered > 0 ? Exit::kPartial : failure;
  }
};

// Makes answers on one thread.
class Answering {
 public:
  Answering(const BatchRequest& unless_told, const View& view, const Session& session)
      : unless_told_(unless_told), view_(view), client_(session.connect()) {}

  BatchAnswer operator()(const Crew::Job& job) {
    BatchRequest request = unless_told_;
    request.id = job.number;
    try {
      parse_batch_line(job.line, request);
    } catch (const Error& error) {
      return failed(request.id, error);
    }
    return answer(client_, request, view_);
  }

 private:
  const BatchRequest& unless_told_;
  const View& view_;
  Client client_;
};

BatchRequest unless_told(const Flags& flags, Session& session) {
  BatchRequest request;
  request.verb = flags.verb;
  request.search = make_request(flags.query, {}, session);
  request.search.limit = flags.limit;
  return request;
}

Exit run(const Flags& flags, Session& session, const std::vector<std::string>& words) {
  if (!words.empty())
    throw Error(ErrorKind::kInvalid, "batch takes its queries from standard input; see assay batch --help");
  const BatchRequest defaults = unless_told(flags, session);
  const View view = flags.format.view(session.screen());
  if (::isatty(STDIN_FILENO) == 1) write_error("note: a query or a JSON request a line; Ctrl-D ends\n");
  session.connect();  // who cannot connect at all has read nothing

  Tally tally;
  std::mutex mutex;
  const auto hire = [&]() -> Crew::Worker {
    return [&, answering = std::make_shared<Answering>(defaults, view, session)](const Crew::Job& job) {
      const BatchAnswer answer = (*answering)(job);
      const std::lock_guard lock(mutex);
      tally.add(answer);
      return answer.line;
    };
  };
  const Interrupt stop;
  Crew crew({hire, write_output, flags.jobs, flags.ordered}, stop);
  Lines lines(STDIN_FILENO, stop);
  std::uint64_t number = 0;
  while (std::optional<std::string> line = lines.next()) {
    ++number;
    if (line->find_first_not_of(" \t") == std::string::npos) continue;
    if (!crew.add({number, std::move(*line)})) break;
  }
  try {
    crew.finish();
  } catch (const Error&) {
    session.partial = tally.answered > 0;
    throw;
  }
  return tally.exit();
}

Action define(CLI::App& app) {
  const auto flags = std::make_shared<Flags>();
  add_query_flags(app, flags->query);
  std::vector<std::string> verbs;
  for (const std::string_view verb : batch_verbs()) verbs.emplace_back(verb);
  app.add_option("--verb", flags->verb, "What lines ask for that do not say it themselves")
      ->type_name("VERB")
      ->check(CLI::IsMember(verbs))
      ->capture_default_str();
  app.add_option("--limit", flags->limit, "Hits of each answer")->type_name("N")->capture_default_str();
  app.add_option("--jobs", flags->jobs, "Requests under way at once")
      ->type_name("N")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  app.add_flag("--ordered", flags->ordered, "Answer in the order of the requests, not as answers come");
  add_format_flag<BatchFormat>(app, flags->format, kFormats);
  return [flags](Session& session, const auto& words) { return run(*flags, session, words); };
}

}  // namespace

const Verb kBatch = {.name = "batch",
                     .arguments = "< REQUESTS",
                     .summary = "Answer many requests, one a line of standard input",
                     .examples = R"(  assay batch --verb count --ordered < queries.txt
  echo '{"id":"a","query":"carers","filters":{"rating":"good"},"limit":3}' | assay batch
)",
                     .paged = false,
                     .define = define};

}  // namespace assay::cli
