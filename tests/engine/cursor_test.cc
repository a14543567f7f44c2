// Pages by cursor: one list, whatever is committed meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/engine/engine.h"
#include "searchd/engine/failure.h"
#include "searchd/engine/result_lists.h"
#include "tests/engine/small_index.h"

namespace assay::engine {
namespace {

using testing::HasSubstr;
using tests::kStated;
using tests::SmallIndex;
using tests::stated;

std::vector<read::Article> articles(int first, int last, const std::string& text) {
  std::vector<read::Article> articles;
  for (int i = first; i < last; ++i) {
    std::string words = text;
    for (int j = 0; j < i % 7; ++j) words += " and care";
    articles.push_back(stated("n" + std::to_string(100 + i), "2025-01-01", "good", "leeds", words));
  }
  return articles;
}

SearchRequest request_for(std::uint32_t limit, const std::string& cursor) {
  SearchRequest request;
  request.query = "care";
  request.limit = limit;
  request.cursor = cursor;
  return request;
}

std::vector<std::string> ids(const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.push_back(hit.id);
  return ids;
}

TEST(Cursor, PagesAreThoseOfOneList) {
  const SmallIndex index(kStated, articles(0, 25, "Care of people"));
  const Engine engine(index.path());
  const std::vector<std::string> all = ids(engine.search(request_for(100, ""), Stop::never()).hits);
  std::vector<std::string> paged;
  int pages = 0;
  for (std::string cursor = "*"; !cursor.empty(); ++pages) {
    const SearchResult page = engine.search(request_for(10, cursor), Stop::never());
    EXPECT_EQ(page.total, 25u);
    for (const Hit& hit : page.hits) {
      paged.push_back(hit.id);
      ASSERT_EQ(hit.snippets.size(), 1u);
      EXPECT_FALSE(hit.snippets[0].marks.empty());
    }
    cursor = page.next_cursor;
  }
  EXPECT_EQ(paged, all);
  EXPECT_EQ(pages, 3);
}

TEST(Cursor, StaysStableWhileCommitsArrive) {
  SmallIndex index(kStated, articles(0, 25, "Care of people"));
  const Engine engine(index.path());
  const std::vector<std::string> before = ids(engine.search(request_for(100, ""), Stop::never()).hits);
  const SearchResult first = engine.search(request_for(10, "*"), Stop::never());
  index.add_stated(articles(50, 80, "Care care care care"));  // would rank above all
  index.add_stated(
      {stated(before[20], "", "", "", "Nothing of the kind")});  // changed: under a new document id
  const SearchResult second = engine.search(request_for(100, first.next_cursor), Stop::never());
  std::vector<std::string> expected(before.begin() + 10, before.end());
  std::erase(expected, before[20]);
  EXPECT_EQ(ids(second.hits), expected);
  EXPECT_EQ(second.next_cursor, "");
}

TEST(Cursor, IsNoneWhereOnePageHoldsAll) {
  const SmallIndex index(kStated, articles(0, 5, "Care of people"));
  EXPECT_EQ(Engine(index.path()).search(request_for(5, "*"), Stop::never()).next_cursor, "");
}

TEST(Cursor, RefusesWhatIsNone) {
  const SmallIndex index(kStated, articles(0, 5, "Care of people"));
  const Engine engine(index.path());
  const auto failure_of = [&](const std::string& cursor, std::uint32_t limit) {
    try {
      engine.search(request_for(limit, cursor), Stop::never());
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.kind, FailureKind::kInvalid);
      return std::string(failure.what());
    }
    return std::string();
  };
  EXPECT_THAT(failure_of("abc", 1), HasSubstr("no cursor"));
  EXPECT_THAT(failure_of("abc-", 1), HasSubstr("no cursor"));
  EXPECT_THAT(failure_of("abc-1x", 1), HasSubstr("no cursor"));
  EXPECT_THAT(failure_of("abc-1", 1), HasSubstr("expired"));
  EXPECT_THAT(failure_of("*", 0), HasSubstr("limit"));
  const std::string cursor = engine.search(request_for(2, "*"), Stop::never()).next_cursor;
  EXPECT_THAT(failure_of(cursor + "0", 1), HasSubstr("expired"));  // behind the list's end
}

TEST(ResultLists, KeepsTheLatestUsed) {
  ResultLists lists;
  const auto list = std::make_shared<ResultList>();
  list->found.resize(10);
  const std::string first = lists.keep(list, 1);
  std::string second;
  for (std::size_t i = 1; i < ResultLists::kMaxLists; ++i) {
    const std::string cursor = lists.keep(list, 1);
    if (i == 1) second = cursor;
  }
  EXPECT_EQ(lists.find(first).position, 1u);  // and is the latest used now
  lists.keep(list, 1);
  EXPECT_NO_THROW(lists.find(first));
  EXPECT_THROW(lists.find(second), Failure);
}

}  // namespace
}  // namespace assay::engine
