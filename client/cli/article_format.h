// How get writes an article.
#pragma once

#include "client/assay.h"
#include "client/cli/format.h"

namespace assay::cli {

extern const Format<Article> kArticleText;
extern const Format<Article> kArticleJson;

}  // namespace assay::cli
