#include "client/cli/event_fields.h"

#include "client/cli/json.h"

namespace assay::cli {

using boost::json::value;

const std::array<Field<RatingEvent>, 10> kEventFields = {{
    {"date", [](const RatingEvent& event) { return or_null(event.date); }},
    {"rating", [](const RatingEvent& event) { return value(event.rating); }},
    {"label", [](const RatingEvent& event) { return value(event.label); }, Shown::kJson},
    {"rating_status", [](const RatingEvent& event) { return or_null(event.rating_status); }},
    {"overall_score", [](const RatingEvent& event) { return or_null(event.overall_score); }},
    {"id", [](const RatingEvent& event) { return value(event.id); }},
    {"title", [](const RatingEvent& event) { return value(event.title); }},
    {"url", [](const RatingEvent& event) { return value(event.url); }},
    {"publisher", [](const RatingEvent& event) { return value(event.publisher); }},
    {"copies", [](const RatingEvent& event) { return value(event.copies); }},
}};

}  // namespace assay::cli
