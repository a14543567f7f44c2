// Answers of a daemon that tests of conversions, of formats and of the program share.
#pragma once

#include <google/protobuf/text_format.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "assay/v1/envelope.pb.h"

namespace assay::tests {

// The message that `text` writes in protobuf's text format.
template <typename Message>
Message message(const std::string& text) {
  Message result;
  if (!google::protobuf::TextFormat::ParseFromString(text, &result))
    throw std::runtime_error("no message: " + text);
  return result;
}

// Each has what its formats need care for: values without parents, empty cells, unknown dates, no scores.
v1::SearchReply counts_message();  // a region over councils, a histogram, score bands, a suggestion, groups
v1::SimilarReply similar_message();
v1::PivotReply pivot_message();
v1::HistoryReply history_message();
v1::CompareReply compare_message();
v1::SuggestReply suggest_message();
v1::ExplainReply explain_message();

v1::Alert alert_message();
v1::RunAlertReply alert_run_message();
// Articles 1 and 2 of an index that was rebuilt; then 1 again, or of an alert 2 again and 3.
std::vector<v1::Envelope> news_messages(bool of_alert);

// The answer to any request: one of these or of the samples. A search for "counts" gets counts_message.
v1::Envelope sample_answer(const v1::Envelope& request);

}  // namespace assay::tests
