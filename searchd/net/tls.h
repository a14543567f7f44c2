// What connections with TLS begin with. Includes Asio: for net/ alone.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "searchd/net/server.h"

namespace assay::net {

// TLS 1.2 and newer, with the certificate and the key of the files. Throws std::invalid_argument with a
// sentence that names the file which cannot be used.
std::shared_ptr<boost::asio::ssl::context> tls_context(const TlsFiles& files);

}  // namespace assay::net
