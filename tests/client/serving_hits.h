// A daemon with hits: pages by search, all of them by stream.
#pragma once

#include <functional>

#include "tests/client/fake_daemon.h"

namespace assay::tests {

// Makes the answer to a search; a cursor that is not empty asks for what follows.
using Page = std::function<v1::SearchReply(const v1::SearchRequest& asked)>;

// Answers searches by `page`, and streams by the pages of cursors: as many parts as the client gave credit
// for. A stream that is cancelled is answered so.
Script serving_hits(Page page);

}  // namespace assay::tests
