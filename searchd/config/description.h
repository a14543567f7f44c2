// The program's command line as data, for whoever describes it.
#pragma once

#include "usage/program.h"

namespace assay::config {

usage::Program program_description();

}  // namespace assay::config
