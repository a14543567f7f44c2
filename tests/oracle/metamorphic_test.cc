// What must hold between the answers to several requests, whatever each of them is.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "searchd/engine/failure.h"
#include "tests/oracle/indexed.h"
#include "tests/oracle/questions.h"

namespace assay::tests {
namespace {

using engine::SearchRequest;

constexpr int kCases = 5'000;

SearchRequest text(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = 0;
  return request;
}

SearchRequest filtered(SearchRequest request, query::RequestFilter filter) {
  request.filters.push_back(std::move(filter));
  return request;
}

std::string in_group(const std::string& query) { return '(' + query + ')'; }

// One relation after the other; each says what is wrong, or nothing.
class Relations {
 public:
  Relations(const Indexed& indexed, unsigned seed)
      : indexed_(indexed), questions_(indexed.oracle(), indexed.facets(), seed) {}

  std::string check(int relation) {
    const std::string a = questions_.query(1), b = questions_.query(1);
    switch (relation % 7) {
      case 0:
        return filter_narrows(a);
      case 1:
        return ratings_add_up(a);
      case 2:
        return sum(a, {in_group(a) + " since:0001", in_group(a) + " -since:0001"});
      case 3:
        return sum(a, {in_group(a) + ' ' + in_group(b), in_group(a) + " NOT " + in_group(b)});
      case 4:
        return counts_are_totals(in_group(a) + " OR " + in_group(a));  // chooses from no facet itself
      case 5:
        return same({in_group(a) + ' ' + in_group(b), in_group(b) + " AND " + in_group(a)}) +
               same({in_group(a) + " OR " + in_group(b), in_group(b) + '|' + in_group(a)});
      default:
        return same({a, "NOT -" + in_group(a), in_group(in_group(a))});
    }
  }

 private:
  std::uint64_t total(const SearchRequest& request) { return indexed_.search(request).total; }

  std::string filter_narrows(const std::string& a) {
    const query::RequestFilter filter = questions_.filter();
    const std::uint64_t all = total(text(a)), some = total(filtered(text(a), filter));
    return some <= all ? "" : fmt::format("{}: {}, with {}: {}", a, all, filter.facet, some);
  }

  std::string ratings_add_up(const std::string& a) {
    std::vector<std::string> parts;
    for (const char* rating : {"outstanding", "good", "requires-improvement", "inadequate", "none"})
      parts.push_back(in_group(a) + " rating:" + rating);
    return sum(a, parts);
  }

  std::string sum(const std::string& whole, const std::vector<std::string>& parts) {
    std::uint64_t added = 0;
    for (const std::string& part : parts) added += total(text(part));
    const std::uint64_t all = total(text(whole));
    return added == all ? ""
                        : fmt::format("{}: {}, its parts ({}, ...): {}", whole, all, parts.front(), added);
  }

  // What a value is counted beside another that is chosen is what choosing it instead finds.
  std::string counts_are_totals(const std::string& a) {
    const query::RequestFilter chosen = questions_.filter();
    const query::RequestFilter other = filtered_by_another(chosen.facet);
    SearchRequest request = filtered(filtered(text(a), chosen), other);
    request.facets = {chosen.facet};
    const std::vector<engine::FacetCount> counts = indexed_.search(request).facets.front().values;
    if (counts.empty()) return {};
    const engine::FacetCount& count = counts[questions_.below(counts.size())];
    const std::uint64_t instead = total(filtered(filtered(text(a), {chosen.facet, {count.value}}), other));
    return count.count == instead
               ? ""
               : fmt::format("{} with {} {} chosen counts {} {}, which finds {}", a, chosen.facet,
                             chosen.values.front(), count.value, count.count, instead);
  }

  query::RequestFilter filtered_by_another(const std::string& facet) {
    for (;;)
      if (query::RequestFilter filter = questions_.filter(); filter.facet != facet) return filter;
  }

  // The same articles in the same order.
  std::string same(const std::vector<std::string>& queries) {
    std::string first;
    for (const std::string& query : queries) {
      SearchRequest request = text(query);
      request.limit = 10;
      const engine::SearchResult result = indexed_.search(request);
      std::string answer = std::to_string(result.total);
      for (const engine::Hit& hit : result.hits) answer += ' ' + hit.id;
      if (first.empty()) first = answer;
      if (answer != first) return fmt::format("{}: {}\n{}: {}", queries.front(), first, query, answer);
    }
    return {};
  }

  const Indexed& indexed_;
  Questions questions_;
};

class MetamorphicTest : public testing::TestWithParam<std::tuple<const char*, unsigned>> {};

TEST_P(MetamorphicTest, AnswersFitTogether) {
  Relations relations(Indexed::named(std::get<0>(GetParam())), std::get<1>(GetParam()));
  int refused = 0;
  for (int i = 0; i < kCases + refused; ++i) {
    try {
      ASSERT_EQ(relations.check(i), "");
    } catch (const engine::Failure& failure) {  // two queries together may pass a limit
      ASSERT_EQ(failure.kind, engine::FailureKind::kInvalid) << failure.what();
      ASSERT_LT(++refused, kCases / 10) << failure.what();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, MetamorphicTest,
                         testing::Combine(testing::Values("corpus", "generated"), testing::Range(11U, 13U)),
                         [](const auto& at) {
                           return fmt::format("{}{}", std::get<0>(at.param), std::get<1>(at.param));
                         });

}  // namespace
}  // namespace assay::tests
