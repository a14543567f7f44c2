// A verb of the command line. To add one: a file that defines a Verb, and its line in verbs.cc.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/cli/session.h"

namespace CLI {
class App;
}

namespace assay::cli {

// The exit codes; docs/scripting.md explains them to users.
enum class Exit {
  kFound = 0,
  kNone = 1,
  kUsage = 2,
  kConnect = 3,
  kDenied = 4,
  kDeadline = 5,
  kServer = 6,
  kPartial = 7,  // a part of the answer was printed, the rest could not be had
};

// Runs a verb once its flags are parsed. `words` are the arguments that are no flags. Throws Error.
using Action = std::function<Exit(Session& session, const std::vector<std::string>& words)>;

// A word that people try as a verb, and the command that does what they want.
struct Instead {
  std::string_view word, command;
};

struct Verb {
  std::string_view name;
  std::string_view arguments;  // for the usage line
  std::string_view summary;
  std::string_view examples;
  std::span<const Instead> instead = {};
  bool paged = true;  // its answer on a terminal goes through the pager
  // Adds the verb's flags to `app`. The action holds what they are parsed into.
  Action (*define)(CLI::App& app);
};

std::span<const Verb* const> verbs();
const Verb* find_verb(std::string_view name);

extern const Verb kSearch;
extern const Verb kCount;
extern const Verb kFacets;
extern const Verb kPivot;
extern const Verb kGet;
extern const Verb kSimilar;
extern const Verb kHistory;
extern const Verb kCompare;
extern const Verb kSuggest;
extern const Verb kExplain;
extern const Verb kWatch;
extern const Verb kAlerts;
extern const Verb kBatch;
extern const Verb kShell;
extern const Verb kInfo;
extern const Verb kCompletion;
extern const Verb kPing;

}  // namespace assay::cli
