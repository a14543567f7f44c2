#include "client/cli/remarks.h"

#include "client/cli/output.h"
#include "client/cli/screen.h"

namespace assay::cli {

void print_remarks(const std::vector<Note>& notes, const std::string& suggestion, Remarks shown) {
  if (shown == Remarks::kAll) return;
  for (const Note& note : notes) write_error("note: " + printable(note.text) + '\n');
  if (shown == Remarks::kNone && !suggestion.empty())
    write_error("note: did you mean " + printable(suggestion) + '\n');
}

}  // namespace assay::cli
