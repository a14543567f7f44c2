// Manual pages, for man(1).
#pragma once

#include <string>

#include "usage/program.h"

namespace assay::usage {

// The program's page in the language of man(7).
std::string manual(const Program& program);

}  // namespace assay::usage
