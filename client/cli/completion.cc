// assay completion: the script by which a shell completes command lines of assay.
#include "client/cli/output.h"
#include "client/cli/verb.h"
#include "usage/completion_script.h"

namespace assay::cli {
namespace {

Exit run(const std::vector<std::string>& words) {
  const std::string script = words.size() == 1 ? usage::completion_script(words.front(), "assay") : "";
  if (script.empty())
    throw Error(ErrorKind::kInvalid, "completion: bash, zsh or fish is wanted; see assay completion --help");
  write_output(script);
  return Exit::kFound;
}

Action define(CLI::App&) {
  return [](Session&, const auto& words) { return run(words); };
}

}  // namespace

const Verb kCompletion = {.name = "completion",
                          .arguments = "bash | zsh | fish",
                          .summary = "Print what makes a shell complete command lines of assay",
                          .examples =
                              "  eval \"$(assay completion bash)\"\n"
                              "  assay completion fish > ~/.config/fish/completions/assay.fish\n",
                          .define = define};

}  // namespace assay::cli
