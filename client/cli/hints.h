// What somebody may have meant who wrote what is no flag or no verb.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/cli/verb.h"

namespace assay::cli {

// `arguments` as a shell takes them, behind "assay".
std::string command_text(const std::vector<std::string>& arguments);

// A verb with the same arguments as `verb` that does have the flag; null when there is none.
const Verb* verb_with(const std::string& flag, const Verb& verb);

// ", did you mean --rating?", or nothing.
std::string nearest_flag(std::string_view written, const CLI::App& app);

// A note for whoever wrote `words`, and no verb, and may have meant one; nothing for others. `found`: any
// article.
std::optional<std::string> verb_hint(const std::vector<std::string>& words, bool found);

}  // namespace assay::cli
