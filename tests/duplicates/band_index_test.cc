#include "indexer/duplicates/band_index.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

namespace assay::duplicates {
namespace {

using Bands = std::array<schema::BandHash, kBands>;
using Documents = std::set<Xapian::docid>;

Bands all(schema::BandHash band) {
  Bands bands;
  bands.fill(band);
  return bands;
}

TEST(BandIndex, FindsThoseWithABandInTheSamePlace) {
  BandIndex index;
  EXPECT_TRUE(index.find(all(7)).empty());
  Bands one = all(1), other = all(2), shifted = all(3);
  one[3] = other[3] = shifted[4] = 77;
  index.add(one, 1);
  index.add(other, 2);
  index.add(shifted, 3);
  EXPECT_EQ(index.find(one), (Documents{1, 2}));
  EXPECT_EQ(index.find(shifted), (Documents{3})) << "77 is another band there";
  EXPECT_TRUE(index.find(all(0)).empty()) << "what is free is nobody's";
}

TEST(BandIndex, ForgetsOneDocumentOfABand) {
  BandIndex index;
  for (const Xapian::docid document : {1u, 2u, 3u}) index.add(all(9), document);
  index.remove(all(9), 2);
  EXPECT_EQ(index.find(all(9)), (Documents{1, 3}));
  BandIndex().remove(all(9), 2);
}

// Against a map, through many sizes, with bands that many have and documents that come and go.
TEST(BandIndex, FindsWhatAMapFinds) {
  std::mt19937 random(5);
  const auto draw = [&] {
    Bands bands = all(0);
    for (schema::BandHash& band : bands)
      band = random() % 4 == 0 ? static_cast<schema::BandHash>(random() % 8)
                               : static_cast<schema::BandHash>(random());
    return bands;
  };
  BandIndex index;
  std::map<Xapian::docid, Bands> expected;
  for (Xapian::docid document = 1; document <= 3000; ++document) {
    index.add(expected[document] = draw(), document);
    if (document % 3 != 0) continue;
    const auto gone = expected.begin();
    index.remove(gone->second, gone->first);
    expected.erase(gone);
    if (document % 100 != 0) continue;
    const Bands wanted = expected.rbegin()->second;
    Documents found;
    for (const auto& [other, bands] : expected)
      for (std::size_t i = 0; i < kBands; ++i)
        if (bands[i] == wanted[i]) found.insert(other);
    EXPECT_EQ(index.find(wanted), found) << document;
  }
}

}  // namespace
}  // namespace assay::duplicates
