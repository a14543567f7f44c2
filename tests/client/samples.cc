#include "tests/client/samples.h"

#include <algorithm>

namespace assay::tests {
namespace {

// Marks every occurrence of each of the words.
void mark(Snippet& snippet, const std::vector<std::string>& words) {
  for (const std::string& word : words)
    for (std::size_t at = 0; (at = snippet.text.find(word, at)) != std::string::npos; at += word.size())
      snippet.marks.emplace_back(at, at + word.size());
  std::ranges::sort(snippet.marks);
}

Hit plain_hit() {
  Hit hit;
  hit.id = "press/stoke-on-trent.txt";
  hit.title = "Stoke-on-Trent and Leeds praised";
  hit.date = "2025-03-21";
  hit.url = "https://example.org/stoke?a=1&b=2";
  hit.publisher = "Sample Gazette";
  hit.facets = {{"rating", {"requires-improvement"}, {"Requires improvement"}},
                {"council", {"stoke-on-trent", "leeds"}, {"Stoke-on-Trent", "Leeds"}},
                {"theme", {"direct-payments", "unpaid-carers"}, {"Direct payments", "Unpaid carers"}}};
  hit.score = 12.25;
  Snippet snippet;
  snippet.text =
      "people said that direct payments gave them choice & control, and \"a life\";\n"
      "fewer than <10% of carers knew of direct payments before they were assessed by the council";
  mark(snippet, {"direct payments", "assessed"});
  snippet.cut_before = snippet.cut_after = true;
  snippet.offset = 210;
  Snippet second{"Direct payments rose & rose.", {}, false, true};
  mark(second, {"Direct payments"});
  hit.snippets = {snippet, second};
  hit.rating_status = "derived";
  hit.overall_score = 59;
  hit.group = "a.txt";
  hit.copies = 2;
  return hit;
}

Hit odd_hit() {
  Hit hit;
  hit.id = "notes/-dash,comma.md";
  hit.title = "=SUM(A1:A9) \"quoted\", and\ttabbed\x1b[31m";
  hit.facets = {{"rating", {"none"}, {"No rating"}}, {"council", {}, {}}};
  hit.score = 0.5;
  Snippet snippet{"Ça coûte 五百 pounds: direct-payments", {}};
  mark(snippet, {"五", "direct"});
  hit.snippets = {snippet};
  return hit;
}

Hit bare_hit() {
  Hit hit;
  hit.id = "bare";
  return hit;
}

FacetCounts rating_counts() {
  return {"rating",
          "Rating",
          {{"outstanding", "Outstanding", 3, false},
           {"good", "Good", 60, true},
           {"requires-improvement", "Requires improvement", 44, false},
           {"inadequate", "Inadequate", 0, false},
           {"none", "No rating", 13, false}}};
}

FacetCounts council_counts() {
  FacetCounts counts{"council", "Council", {}};
  std::uint64_t count = 1;
  for (const char* label : {"Barnet", "Devon", "Hull", "Kent", "Leeds", "Slough", "Stoke-on-Trent"})
    counts.values.push_back({label, label, count++, false});
  return counts;
}

void add(google::protobuf::RepeatedPtrField<v1::FacetValues>& to, const FacetValues& facet) {
  v1::FacetValues& added = *to.Add();
  added.set_facet(facet.facet);
  for (const std::string& id : facet.ids) added.add_ids(id);
  for (const std::string& label : facet.labels) added.add_labels(label);
}

v1::Snippet to_message(const Snippet& snippet) {
  v1::Snippet message;
  message.set_text(snippet.text);
  for (const auto& [begin, end] : snippet.marks) {
    v1::Mark& mark = *message.add_marks();
    mark.set_begin(begin);
    mark.set_end(end);
  }
  message.set_cut_before(snippet.cut_before);
  message.set_cut_after(snippet.cut_after);
  message.set_offset(snippet.offset);
  return message;
}

v1::Hit to_message(const Hit& hit) {
  v1::Hit message;
  message.set_id(hit.id);
  message.set_title(hit.title);
  message.set_date(hit.date);
  message.set_url(hit.url);
  message.set_publisher(hit.publisher);
  for (const FacetValues& facet : hit.facets) add(*message.mutable_facets(), facet);
  message.set_score(hit.score);
  for (const Snippet& snippet : hit.snippets) *message.add_snippets() = to_message(snippet);
  message.set_rating_status(hit.rating_status);
  message.set_overall_score(hit.overall_score);
  message.set_group(hit.group);
  message.set_copies(hit.copies);
  return message;
}

v1::FacetCounts to_message(const FacetCounts& facet) {
  v1::FacetCounts message;
  message.set_facet(facet.facet);
  message.set_label(facet.label);
  for (const FacetCount& value : facet.values) {
    v1::FacetCount& added = *message.add_values();
    added.set_value(value.value);
    added.set_label(value.label);
    added.set_count(value.count);
    added.set_selected(value.selected);
  }
  return message;
}

}  // namespace

SearchReply sample_reply() {
  SearchReply reply;
  reply.total = 120;
  reply.hits = {plain_hit(), odd_hit(), bare_hit()};
  reply.facets = {rating_counts(), council_counts(), {"theme", "Theme", {}}};
  reply.canonical_query = "\"direct payments\" rating:good";
  reply.notes = {{"\"foo:\" is no field; it is searched as text", 3, 4}};
  reply.revision = 42;
  reply.elapsed = std::chrono::microseconds(1'250);
  return reply;
}

Article sample_article() {
  const Hit hit = plain_hit();
  Article article;
  article.id = hit.id;
  article.title = hit.title;
  article.date = hit.date;
  article.url = hit.url;
  article.publisher = hit.publisher;
  article.path = "/srv/articles/" + hit.id;
  article.language = "en-GB";
  article.rating_status = "regraded";
  article.overall_score = 62;
  article.statement_scores = {{"equity", 2}, {"safeguarding", 3}};
  article.council_ratings = {{"leeds", "good"}, {"swindon", "requires-improvement"}};
  article.copies = {"a.txt", hit.id};
  article.text =
      "The first paragraph says <b>much</b>.\n\nThe second paragraph goes on for long enough to be "
      "wrapped by a terminal of eighty columns.\n";
  article.facets = hit.facets;
  article.evidence = {
      {"rating", "requires-improvement", "The council was told that it requires improvement."}};
  return article;
}

v1::SearchReply to_message(const SearchReply& reply) {
  v1::SearchReply message;
  message.set_total(reply.total);
  for (const Hit& hit : reply.hits) *message.add_hits() = to_message(hit);
  for (const FacetCounts& facet : reply.facets) *message.add_facets() = to_message(facet);
  message.set_canonical_query(reply.canonical_query);
  for (const Note& note : reply.notes) {
    v1::Note& added = *message.add_notes();
    added.set_text(note.text);
    added.set_offset(note.offset);
    added.set_length(note.length);
  }
  message.set_revision(reply.revision);
  message.set_elapsed_us(static_cast<std::uint64_t>(reply.elapsed.count()));
  return message;
}

v1::Article to_message(const Article& article) {
  v1::Article message;
  message.set_id(article.id);
  message.set_title(article.title);
  message.set_date(article.date);
  message.set_url(article.url);
  message.set_publisher(article.publisher);
  message.set_path(article.path);
  message.set_text(article.text);
  for (const FacetValues& facet : article.facets) add(*message.mutable_facets(), facet);
  for (const Evidence& evidence : article.evidence) {
    v1::Evidence& added = *message.add_evidence();
    added.set_facet(evidence.facet);
    added.set_value(evidence.value);
    added.set_text(evidence.text);
  }
  message.set_language(article.language);
  message.set_rating_status(article.rating_status);
  message.set_overall_score(article.overall_score);
  for (const auto& [statement, score] : article.statement_scores) {
    v1::StatementScore& added = *message.add_statement_scores();
    added.set_statement(statement);
    added.set_score(score);
  }
  for (const auto& [council, rating] : article.council_ratings) {
    v1::CouncilRating& added = *message.add_council_ratings();
    added.set_council(council);
    added.set_rating(rating);
  }
  message.mutable_copies()->Assign(article.copies.begin(), article.copies.end());
  return message;
}

}  // namespace assay::tests
