// Verbs that ask for one reply, print it whole, and have no flags but those of its format.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "client/cli/format.h"
#include "client/cli/format_flag.h"
#include "client/cli/output.h"
#include "client/cli/verb.h"

namespace assay::cli {

template <typename Reply>
struct SingleReply {
  std::span<const Format<Reply>* const> formats;
  Reply (*ask)(const Session& session, const std::vector<std::string>& words);
  bool (*tells_any)(const Reply& reply) = [](const Reply&) { return true; };  // else the exit code is kNone
};

// The verb's action, once its flags are added to `app`.
template <typename Reply>
Action define_single(CLI::App& app, const SingleReply<Reply>& verb) {
  const auto format = std::make_shared<Choice<Format<Reply>>>();
  add_format_flag(app, *format, verb.formats);
  return [format, verb](const Session& session, const std::vector<std::string>& words) {
    const Reply reply = verb.ask(session, words);
    write_output((*format)->print(reply, format->view(session.screen())));
    return verb.tells_any(reply) ? Exit::kFound : Exit::kNone;
  };
}

}  // namespace assay::cli
