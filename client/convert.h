// Between the public types and the messages on the wire.
#pragma once

#include "assay/v1/envelope.pb.h"
#include "client/assay.h"

namespace assay::client {

// Both throw Error(kInvalid) for text that is not UTF-8.
v1::SearchRequest to_wire(const SearchRequest& request);
v1::GetRequest to_wire(const std::string& id);

SearchReply from_wire(const v1::SearchReply& reply);
Article from_wire(const v1::Article& article);
Info from_wire(const v1::InfoReply& reply);
Error from_wire(const v1::Status& status);

}  // namespace assay::client
