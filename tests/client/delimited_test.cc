#include "client/cli/delimited.h"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

TEST(Csv, QuotesOnlyWhereRfc4180NeedsIt) {
  EXPECT_EQ(csv_row({"plain", "a,b", "say \"hi\"", "two\nlines", "", " spaced "}),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",, spaced \n");
}

TEST(Csv, FormulasAreDefused) {
  EXPECT_EQ(csv_row({"=1+1", "+44", "-2", "@x", "\tx", "a=b"}), "'=1+1,'+44,'-2,'@x,'\tx,a=b\n");
  EXPECT_EQ(csv_row({"=HYPERLINK(\"a\",\"b\")"}), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\n");
  EXPECT_EQ(csv_row({"\rx"}), "\"'\rx\"\n");
}

TEST(Tsv, ACellNeverBreaksItsRow) {
  EXPECT_EQ(tsv_row({"a\tb", "c\r\nd", "=1", "\"q\"", ""}), "a b\tc  d\t=1\t\"q\"\t\n");
}

TEST(Delimited, ListsShareACell) {
  EXPECT_EQ(list_cell({}), "");
  EXPECT_EQ(list_cell({"Leeds"}), "Leeds");
  EXPECT_EQ(list_cell({"Leeds", "Bath, North East"}), "Leeds; Bath, North East");
}

}  // namespace
}  // namespace assay::cli
