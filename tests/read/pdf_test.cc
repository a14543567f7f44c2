// PDF, and how its lines become paragraphs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/read/pdf_text.h"
#include "tests/read/reading.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;

TEST(Pdf, IsReadForItsTextAndTitle) {
  const Reading reading =
      read_bytes("a.pdf", pdf({{"Care in Leeds was rated good."}, {"Page two."}}, "Report on Leeds"));
  EXPECT_EQ(reading.only().text, "Care in Leeds was rated good.\nPage two.");
  EXPECT_EQ(reading.only().title, "Report on Leeds");
}

TEST(Pdf, TitlesThatAreNamesOfFilesAreNone) {
  for (const char* const title : {"Microsoft Word - report.docx", "report.indd", "untitled", ""})
    EXPECT_EQ(read_bytes("a.pdf", pdf({{"text"}}, title)).only().title, "") << title;
}

TEST(Pdf, LinesBecomeParagraphs) {
  const Reading reading =
      read_bytes("a.pdf", pdf({{"Report to the scrutiny committee of the council",
                                "Adult social care has been assessed by the regula-",
                                "tor for the first time, and the council was told that", "it is good."},
                               {"2"}}));
  EXPECT_THAT(reading.only().text,
              HasSubstr("by the regulator for the first time, and the council was told that it is good."));
  EXPECT_THAT(reading.only().text, testing::Not(HasSubstr("2")));
}

TEST(Pdf, WithoutTextIsReported) {
  EXPECT_EQ(read_bytes("a.pdf", pdf({{}})).reason(),
            "holds no text; scanned pages need text recognition first");
}

TEST(Pdf, ThatIsBrokenIsReported) {
  EXPECT_EQ(read_bytes("a.pdf", "%PDF-1.4\nnonsense").reason(), "is a broken PDF");
}

TEST(Pdf, OfTooManyPagesIsReported) {
  EXPECT_EQ(read_bytes("a.pdf", pdf(std::vector<std::vector<std::string>>(2001))).reason(),
            "is a PDF of 2001 pages, split it at 2000");
}

TEST(Pdf, ThatIsEncryptedIsReported) {
  std::string file = pdf({{"secret"}});
  const std::string mark = "/Info 4 0 R";
  const std::string zeros(64, '0');
  file.replace(file.find(mark), mark.size(),
               "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + zeros + "> /U <" + zeros +
                   "> >> /ID [<00> <00>]");
  EXPECT_THAT(read_bytes("a.pdf", file).reason(), HasSubstr("encrypted"));
}

TEST(PdfText, PageNumbersAreLeftOut) {
  for (const char* const number : {"7", "- 7 -", "Page 7", "page 7 of 12", "7 / 12", "7 | Page"}) {
    EXPECT_EQ(read::join_pages({std::string("text\n\n") + number + "\n\n"}), "text") << number;
    EXPECT_EQ(read::join_pages({std::string(number) + "\ntext\n"}), "text") << number;
  }
  for (const char* const line : {"Score: 3", "7 areas", "70%", "Page", "12345678901234567890123"})
    EXPECT_EQ(read::join_pages({std::string(line) + "\n\nwords"}), std::string(line) + "\nwords");
}

TEST(PdfText, ParagraphsEndAtBlankLinesShortLinesAndItems) {
  EXPECT_EQ(read::join_pages({"A heading\n"
                              "The first line of a paragraph that is as long as it\n"
                              "gets, and the second one, with an end that is short.\n"
                              "It is.\n"
                              "The next paragraph begins here and is as long as that\n"
                              "\n"
                              "\xE2\x80\xA2 an item that goes on for so long that it is set in\n"
                              "two lines\n"
                              "- another\n"}),
            "A heading\n"
            "The first line of a paragraph that is as long as it gets, and the second one, with an end that "
            "is short. It is.\n"
            "The next paragraph begins here and is as long as that\n"
            "\xE2\x80\xA2 an item that goes on for so long that it is set in two lines\n"
            "- another");
}

TEST(PdfText, BulletsSetApartJoinTheirItems) {
  EXPECT_EQ(read::join_pages({"\xE2\x80\xA2\nan item\n\xE2\x80\xA2\nanother one that is longer\n"}),
            "\xE2\x80\xA2 an item\n\xE2\x80\xA2 another one that is longer");
}

TEST(PdfText, ParagraphsGoOnOverleaf) {
  EXPECT_EQ(read::join_pages({"The paragraph is set over the end of this page and\n\n3\n",
                              "4\n\ngoes on overleaf, where it finds its end at last too\n"}),
            "The paragraph is set over the end of this page and goes on overleaf, where it finds its end at "
            "last too");
}

TEST(PdfText, DividedWordsAreMadeWhole) {
  EXPECT_EQ(read::join_pages({"the assess-\nment"}), "the assessment");
  EXPECT_EQ(read::join_pages({"the Bath-\nBristol"}), "the Bath- Bristol");
  EXPECT_EQ(read::join_pages({"from 3-\nto"}), "from 3- to");
  EXPECT_EQ(read::join_pages({}), "");
}

}  // namespace
}  // namespace assay::tests
