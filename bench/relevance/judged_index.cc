#include "bench/relevance/judged_index.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "indexer/schema/terms.h"

namespace assay::bench {
namespace {

using schema::Field;

std::filesystem::path make_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "bench-relevance-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make the folder " + name);
  return name;
}

}  // namespace

JudgedIndex::JudgedIndex(const Collection& collection, bool stems) : stems_(stems), folder_(make_folder()) {
  const std::string path = (folder_ / "index").string();
  {
    Xapian::WritableDatabase writable(path, Xapian::DB_CREATE | Xapian::DB_DANGEROUS);
    for (const JudgedDocument& document : collection.documents) add(writable, document);
    writable.commit();
  }
  database_ = Xapian::Database(path);
  for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term)
    if (schema::is_word_term(*term)) forms_[stem_of_term(*term)].push_back(*term);
}

JudgedIndex::~JudgedIndex() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void JudgedIndex::add(Xapian::WritableDatabase& database, const JudgedDocument& judged) {
  Xapian::Document document;
  const Xapian::termpos behind_title = post(document, judged.title, 1, true);
  post(document, judged.text, behind_title + schema::kFieldGap, false);
  database.add_document(document);
  ids_.push_back(judged.id);
}

Xapian::termpos JudgedIndex::post(Xapian::Document& document, const std::string& text, Xapian::termpos at,
                                  bool title) {
  schema::WordReader reader(text);
  for (schema::Word word; reader.next(word); ++at) {
    const std::string term = stems_ ? stemmer_.stem(word.folded) : word.folded;
    document.add_posting(schema::word_term(Field::kText, term), at);
    if (title) document.add_posting(schema::word_term(Field::kTitle, term), at);
  }
  return at;
}

const std::vector<std::string>& JudgedIndex::forms(const std::string& stem) const {
  static const std::vector<std::string> none;
  const auto found = forms_.find(stem);
  return found == forms_.end() ? none : found->second;
}

std::string JudgedIndex::stem_of_term(const std::string& term) const {
  if (!schema::is_word_term(term)) return {};
  return stems_ ? term : stemmer_.stem(term);
}

JudgedIndex::Frequency JudgedIndex::frequency(const std::string& stem) const {
  Frequency sum;
  for (const std::string& form : forms(stem)) {
    sum.documents += database_.get_termfreq(form);
    sum.occurrences += static_cast<double>(database_.get_collection_freq(form));
  }
  sum.documents = std::min<double>(sum.documents, database_.get_doccount());
  return sum;
}

}  // namespace assay::bench
