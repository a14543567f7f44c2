#include "searchd/question.h"

#include <google/protobuf/descriptor.h>

namespace assay::searchd {

const std::string& verb_of(const v1::Envelope& request) {
  static const std::string unknown = "unknown";
  const auto* const field = v1::Envelope::descriptor()->FindFieldByNumber(request.body_case());
  return field == nullptr ? unknown : field->name();
}

const v1::SearchRequest* search_of(const v1::Envelope& request) {
  switch (request.body_case()) {
    case v1::Envelope::kSearch:
      return &request.search();
    case v1::Envelope::kPivot:
      return &request.pivot().search();
    case v1::Envelope::kExplain:
      return &request.explain().search();
    case v1::Envelope::kStream:
      return &request.stream().search();
    case v1::Envelope::kWatch:
      return request.watch().alert().empty() ? &request.watch().search() : nullptr;
    case v1::Envelope::kAddAlert:
      return &request.add_alert().search();
    default:
      return nullptr;
  }
}

std::string text_of(const v1::Envelope& request) {
  if (const v1::SearchRequest* const search = search_of(request)) return search->query();
  switch (request.body_case()) {
    case v1::Envelope::kGet:
      return request.get().id();
    case v1::Envelope::kSimilar:
      return request.similar().id();
    case v1::Envelope::kSuggest:
      return request.suggest().text();
    case v1::Envelope::kHistory:
      return request.history().council();
    case v1::Envelope::kCompare: {
      std::string text;
      for (const std::string& council : request.compare().councils())
        text += (text.empty() ? "" : ", ") + council;
      return text;
    }
    case v1::Envelope::kWatch:
      return request.watch().alert();
    case v1::Envelope::kRemoveAlert:
      return request.remove_alert().name();
    case v1::Envelope::kRunAlert:
      return request.run_alert().name();
    default:
      return "";
  }
}

v1::Code code_of(const v1::Envelope& reply) {
  return reply.has_status() ? reply.status().code() : v1::CODE_OK;
}

std::string name_of(v1::Code code) {
  const std::string& name = v1::Code_Name(code);
  return name.starts_with("CODE_") ? name.substr(5) : std::to_string(code);
}

}  // namespace assay::searchd
