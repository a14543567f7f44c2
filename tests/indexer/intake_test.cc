// Several threads make the same index as one.
#include "indexer/intake.h"
#include "indexer/schema/article_value.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <stdexcept>

#include "indexer/build.h"
#include "indexer/exit_code.h"
#include "indexer/maintain/export.h"
#include "indexer/schema/index_directory.h"
#include "indexer/schema/schema.h"
#include "indexer/update.h"
#include "indexer/walk.h"
#include "tests/temp_folder.h"

namespace assay::indexer {
namespace {

using testing::HasSubstr;
using tests::TempFolder;

const taxonomy::Taxonomy& built_in() {
  static const taxonomy::Taxonomy taxonomy = taxonomy::Taxonomy::built_in();
  return taxonomy;
}

std::string line(const std::string& id, const std::string& text, const std::string& rest = "") {
  return fmt::format("{{\"id\":\"{}\",\"text\":\"{}\"{}}}\n", id, text, rest);
}

// Texts of which every seventh is a copy of the one before, and some longer than many others together.
std::string text_of(std::size_t number) {
  const std::size_t story = number - (number % 7 == 6 ? 1 : 0);
  std::string text;
  for (std::size_t word = 0; word < 30 + (story % 50 == 0 ? 2000 : story % 40); ++word)
    text += fmt::format("w{} ", (story * 7919 + word * word) % 3001);
  return text;
}

// Several files of several articles, in parts broken, and many of one article.
void write_mixture(const TempFolder& folder) {
  for (int file = 0; file < 4; ++file) {
    std::string lines;
    for (std::size_t i = 0; i < 60; ++i) {
      const std::size_t number = static_cast<std::size_t>(file) * 50 + i;  // 10 of the next file's as well
      lines += line(fmt::format("n{}", number), text_of(number),
                    fmt::format(",\"publisher\":\"Paper {}\"", number * 31 % 17));
      if (i % 20 == 7) lines += "{broken\n";
      if (i % 20 == 9) lines += line(fmt::format("bad{}", i), "Text", ",\"facets\":{\"colour\":[\"red\"]}");
    }
    folder.write(fmt::format("in/{}.jsonl", file), lines);
  }
  for (std::size_t i = 0; i < 30; ++i) folder.write(fmt::format("in/notes/{:02}.txt", i), text_of(3 * i));
  folder.write("in/notes/05.pdf", "%PDF-1.4 that is none");
  folder.write("in/notes/07.txt", "");
}

// All that an index holds, and what its build said.
struct Built {
  int exit_code = -1;
  std::string out, err;
  std::vector<std::string> lines;               // of its export
  std::map<std::string, std::string> metadata;  // its random id apart
  std::vector<std::string> documents, spellings, classes;
  bool operator==(const Built&) const = default;
};

void read_tables(const std::filesystem::path& index, Built& built) {
  const Xapian::Database database(schema::live_generation(index).string());
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    built.metadata[*key] = database.get_metadata(*key);
  std::string& description = built.metadata.at(std::string(schema::kSchemaMetadataKey));
  schema::Schema schema = schema::parse_schema(description);
  schema.index_id.clear();
  description = serialise(schema);
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    std::string all = std::to_string(*at) + schema::article_bytes(database.get_document(*at));
    for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term)
      all += fmt::format(" {}:{}", *term, term.get_wdf());
    const Xapian::Document document = database.get_document(*at);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      all += fmt::format(" {}={}", value.get_valueno(), *value);
    built.documents.push_back(std::move(all));
  }
  built.spellings.assign(database.spellings_begin(), database.spellings_end());
  for (auto stem = database.synonym_keys_begin(); stem != database.synonym_keys_end(); ++stem)
    for (auto word = database.synonyms_begin(*stem); word != database.synonyms_end(*stem); ++word)
      built.classes.push_back(*stem + " " + *word);
}

Built build_with(std::size_t threads, const std::vector<std::string>& paths) {
  const TempFolder folder;
  BuildOptions options{folder.path() / "index", paths};
  options.articles_per_commit = 80;
  options.resources = {threads, 64};
  Built built;
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  built.exit_code = build(options, built_in());
  built.out = testing::internal::GetCapturedStdout();
  built.err = testing::internal::GetCapturedStderr();
  maintain::export_articles(options.index, [&](const std::string&, const std::string& exported) {
    built.lines.push_back(exported);
  });
  read_tables(options.index, built);
  return built;
}

void expect_same(const Built& built, const Built& expected) {
  EXPECT_EQ(built.out, expected.out);
  EXPECT_EQ(built.err, expected.err);
  EXPECT_EQ(built.lines, expected.lines);
  EXPECT_TRUE(built == expected);
}

TEST(Intake, OfAMixtureIsTheSameWhateverTheThreads) {
  const TempFolder folder;
  write_mixture(folder);
  const std::vector<std::string> paths = {(folder.path() / "in").string()};
  const Built one = build_with(1, paths);
  EXPECT_EQ(one.exit_code, kSomeSkipped);
  EXPECT_EQ(one.lines.size(), 210u + 29u);
  EXPECT_THAT(one.out, HasSubstr("copies of another article"));
  EXPECT_THAT(one.err, HasSubstr("2.jsonl: the article states the facet 'colour'"));
  EXPECT_THAT(one.err, HasSubstr("05.pdf: "));
  for (const std::size_t threads : {2, 8}) expect_same(build_with(threads, paths), one);
}

TEST(Intake, OfTheCorpusIsTheSameWhateverTheThreads) {
  const std::vector<std::string> paths = {ASSAY_SOURCE_DIR "/corpus"};
  const Built one = build_with(1, paths);
  EXPECT_EQ(one.exit_code, kDone);
  for (const std::size_t threads : {2, 8}) expect_same(build_with(threads, paths), one);
}

class IntakeOfFiles : public testing::Test {
 protected:
  // Files of 3 articles: a0, a1, a2, b0...
  void write_files(const std::string& names) {
    for (const char name : names) {
      std::string lines;
      for (std::size_t i = 0; i < 3; ++i) lines += line(fmt::format("{}{}", name, i), text_of(i + 40));
      folder_.write(fmt::format("in/{}.jsonl", name), lines);
    }
    FileHashes hashes;
    difference_ = compare(walk({(folder_.path() / "in").string()}), writer_.files(), hashes);
    for (const auto* inputs : {&difference_.changed, &difference_.added})
      for (const Input& input : *inputs) files_.push_back(&input);
  }

  const TempFolder folder_;
  IndexWriter writer_{folder_.path() / "index", built_in()};
  Difference difference_;
  std::vector<const Input*> files_;
};

// However little memory there is, each file can go on when it is its turn.
TEST_F(IntakeOfFiles, KeepsTheOrderWhereNothingMayWait) {
  write_files("abcdefgh");
  for (const std::size_t threads : {1, 2, 3, 8}) {
    std::string order;
    take_in(files_, writer_, {threads, 1}, [&](const Input&, const Arrival& arrival) {
      if (const Draft* draft = std::get_if<Draft>(&arrival)) order += draft->article.id;
      if (std::holds_alternative<FileEnd>(arrival)) order += ".";
      return true;
    });
    EXPECT_EQ(order, "a0a1a2.b0b1b2.c0c1c2.d0d1d2.e0e1e2.f0f1f2.g0g1g2.h0h1h2.");
  }
}

TEST_F(IntakeOfFiles, LeavesUnpreparedWhatTheIndexHasJustSo) {
  write_files("ab");
  Summary summary;
  UpdateOptions options;
  options.resources.threads = 2;
  update(writer_, difference_, options, summary);
  EXPECT_EQ(summary.added(), 6u);
  folder_.write("in/b.jsonl", line("b0", text_of(40)) + line("b1", "another text"));
  std::map<std::string, bool> prepared;
  take_in(files_, writer_, {2, 1 << 20}, [&](const Input&, const Arrival& arrival) {
    if (const Draft* draft = std::get_if<Draft>(&arrival))
      prepared[draft->article.id] = draft->prepared.has_value();
    return true;
  });
  const std::map<std::string, bool> expected = {
      {"a0", false}, {"a1", false}, {"a2", false}, {"b0", false}, {"b1", true}};
  EXPECT_EQ(prepared, expected);
}

TEST_F(IntakeOfFiles, EndsWhenItsReceiverThrows) {
  write_files("abcdefgh");
  for (const std::size_t threads : {1, 2, 8}) {
    std::size_t articles = 0;
    const auto receive = [&](const Input&, const Arrival&) -> bool {
      if (++articles == 5) throw std::runtime_error("the disk is full");
      return true;
    };
    EXPECT_THROW(take_in(files_, writer_, {threads, 1 << 20}, receive), std::runtime_error);
    EXPECT_EQ(articles, 5u);
  }
}

// In the middle of a file: what was put stays, and the file is read again the next time.
TEST_F(IntakeOfFiles, StopsWithinAFileAndGoesOnTheNextTime) {
  write_files("abc");
  Summary first, second;
  UpdateOptions options;
  options.resources.threads = 2;
  options.is_stopped = [asked = 0]() mutable {
    return ++asked > 6;
  };  // before the first, and for each arrival
  update(writer_, difference_, options, first);
  EXPECT_EQ(first.added(), 4u);
  EXPECT_EQ(writer_.articles(), 4u);
  EXPECT_EQ(writer_.files().last_reading(files_[0]->file), Provenance::Reading::kAsNow);
  EXPECT_EQ(writer_.files().last_reading(files_[1]->file), Provenance::Reading::kOfOtherBytes);
  EXPECT_EQ(writer_.files().last_reading(files_[2]->file), Provenance::Reading::kNever);
  options.is_stopped = [] { return false; };
  FileHashes hashes;
  const Difference left = compare(walk({(folder_.path() / "in").string()}), writer_.files(), hashes);
  update(writer_, left, options, second);
  EXPECT_EQ(second.added(), 5u);
  EXPECT_EQ(writer_.articles(), 9u);
}

}  // namespace
}  // namespace assay::indexer
