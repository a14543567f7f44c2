// What an index was copied into answers as the index does: an export that was built again, a backup that was
// restored.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <map>
#include <random>
#include <set>
#include <sstream>

#include "client/assay.h"
#include "tests/e2e/programs.h"

namespace assay::tests {
namespace {

namespace fs = std::filesystem;

constexpr int kQueries = 200;

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

std::vector<std::string> export_of(const fs::path& index) {
  return lines(indexer({"export", "--index", index.string()}).out);
}

// Words of the texts, in their order.
std::vector<std::string> words_of(const std::vector<std::string>& articles) {
  std::vector<std::string> words;
  for (const std::string& article : articles) {
    const boost::json::value line = boost::json::parse(article);
    std::string word;
    for (const char c : line.at("text").as_string()) {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      } else {
        if (word.size() > 3) words.push_back(word);
        word.clear();
      }
    }
  }
  return words;
}

// Single words, pairs of any, phrases of two that stand together or not; some among articles with a rating.
std::vector<SearchRequest> requests(const std::vector<std::string>& articles) {
  const std::vector<std::string> words = words_of(articles);
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> any(0, words.size() - 2);
  std::vector<SearchRequest> result;
  for (int i = 0; i < kQueries; ++i) {
    const std::size_t at = any(random);
    SearchRequest& request = result.emplace_back();
    request.query = i % 4 == 0   ? words[at]
                    : i % 4 == 1 ? words[at] + " OR " + words[any(random)]
                    : i % 4 == 2 ? "\"" + words[at] + " " + words[at + 1] + "\""
                                 : words[at] + " " + words[any(random)];
    if (i % 5 == 0) request.filters = {{"rating", {i % 10 == 0 ? "good" : "requires-improvement"}}};
    if (i % 7 == 0) request.sort = {{"date", true}};
    request.facets = {"*"};
    request.limit = 100;
  }
  return result;
}

// Totals, ids in their order, and counts; the values of open facets are in no order of their own.
struct Answer {
  std::uint64_t total = 0;
  std::vector<std::string> ids;
  std::map<std::string, std::map<std::string, std::uint64_t>> facets;
  bool operator==(const Answer&) const = default;
};

std::vector<Answer> answers(const Service& service, const std::vector<SearchRequest>& requests) {
  Client client(Endpoint::parse(service.server()));
  std::vector<Answer> result;
  for (const SearchRequest& request : requests) {
    const SearchReply reply = client.search(request);
    Answer& answer = result.emplace_back();
    answer.total = reply.total;
    for (const Hit& hit : reply.hits) answer.ids.push_back(hit.id);
    for (const FacetCounts& facet : reply.facets)
      for (const FacetCount& value : facet.values) answer.facets[facet.facet][value.value] = value.count;
  }
  return result;
}

void expect_same(const std::vector<Answer>& got, const std::vector<Answer>& wanted,
                 const std::vector<SearchRequest>& requests) {
  ASSERT_EQ(got.size(), wanted.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_TRUE(got[i] == wanted[i]) << requests[i].query << ": " << got[i].total << " for "
                                     << wanted[i].total;
    found += wanted[i].total > 0;
  }
  EXPECT_GT(found, wanted.size() / 2);
}

TEST(RoundTrip, AnExportThatIsBuiltAgainAnswersAlike) {
  const TempFolder folder;
  const Service first({kCorpus});
  const std::string file = (folder.path() / "articles.jsonl").string();
  ASSERT_EQ(indexer({"export", "--index", first.index_folder().string(), "--output", file}).exit_code, 0);
  const Service second({file});
  const std::vector<SearchRequest> asked = requests(export_of(first.index_folder()));
  expect_same(answers(second, asked), answers(first, asked), asked);
}

TEST(RoundTrip, ABackupThatIsMadeWhileABuildRunsAnswersAsItsCommit) {
  const TempFolder folder;
  const std::string backup = (folder.path() / "backup").string();
  const Service source({kCorpus + "/notes"});
  Process build(
      {ASSAY_INDEXER, "build", "--commit-every", "2", "--index", source.index_folder().string(), kCorpus});
  ASSERT_THAT(build.read_line(), testing::StartsWith("committed "));
  const Finished saved = indexer({"backup", "--index", source.index_folder().string(), backup});
  EXPECT_EQ(build.wait().exit_code, 0);
  ASSERT_EQ(saved.exit_code, 0) << saved.err;
  EXPECT_EQ(indexer({"check", "--index", backup}).exit_code, 0);

  const std::vector<std::string> whole = export_of(source.index_folder()), kept = export_of(backup);
  const std::set<std::string> all(whole.begin(), whole.end());
  const auto is_whole = [&](const std::string& line) { return all.contains(line); };
  // Those of the notes are known by other names below the whole corpus.
  EXPECT_GT(std::ranges::count_if(kept, is_whole), 0);

  const Service restored({kCorpus + "/press"});
  ASSERT_EQ(indexer({"restore", "--from", backup, "--index", restored.index_folder().string()}).exit_code, 0);
  EXPECT_EQ(export_of(restored.index_folder()), kept);
  std::string text;
  for (const std::string& line : kept) text += line + "\n";
  const Service built({folder.write("kept.jsonl", text).string()});
  const std::vector<SearchRequest> asked = requests(kept);
  expect_same(answers(restored, asked), answers(built, asked), asked);
}

}  // namespace
}  // namespace assay::tests
