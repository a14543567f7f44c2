#pragma once

#include <string>

namespace assay::searchd {

// That both files (PEM) can be read, and the key is that of the certificate; both empty is well too. Throws
// std::invalid_argument with a sentence for the user.
void check_tls_files(const std::string& certificate, const std::string& key);

}  // namespace assay::searchd
