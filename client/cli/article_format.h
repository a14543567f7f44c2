// How get writes an article.
#pragma once

#include <string>

#include "client/assay.h"
#include "client/cli/screen.h"

namespace assay::cli {

std::string article_text(const Article& article, const Screen& screen);
std::string article_json(const Article& article);

}  // namespace assay::cli
