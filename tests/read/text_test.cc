// Plain text, its encodings, and files that are no text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/read/reading.h"
#include "tests/temp_folder.h"

namespace assay::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Text, IsTheFileByteForByte) {
  const std::string content = "Care in Leeds\r\n\r\n  Indented \xE2\x80\x98quote\xE2\x80\x99.\t\n\n";
  const Reading reading = read_bytes("note.txt", content);
  EXPECT_EQ(reading.only().text, content);
  EXPECT_EQ(reading.only().id, "an-id");
  EXPECT_EQ(reading.only().title, "");
  EXPECT_THAT(reading.only().path, testing::EndsWith("/note.txt"));
}

TEST(Text, LosesAByteOrderMark) { EXPECT_EQ(read_bytes("a.txt", "\xEF\xBB\xBFGood").only().text, "Good"); }

TEST(Text, IsReadFromUtf16) {
  EXPECT_EQ(read_bytes("a.txt", utf16("Rated good\n")).only().text, "Rated good\n");
  const std::string big_endian("\xFE\xFF\0O\0K\x20\x19", 8);
  EXPECT_EQ(read_bytes("a.txt", big_endian).only().text, "OK\xE2\x80\x99");
  EXPECT_EQ(read_bytes("a.txt", std::string("\xFF\xFE\x3D\xD8\xE2\xDF!\0", 8)).only().text,
            "\xF0\x9F\x9F\xA2!");
}

TEST(Text, Utf16OfManyKilobytesIsWhole) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "line " + std::to_string(i) + "\n";
  EXPECT_EQ(read_bytes("a.txt", utf16(text)).only().text, text);
}

struct Encoded {
  const char* bytes;
  const char* utf8;
};

class Encoding : public testing::TestWithParam<Encoded> {};

TEST_P(Encoding, IsTold) {
  const std::string before =
      "The council's adult social care was assessed by inspectors, who said that it was ";
  const std::string after = " and that the people who use it were satisfied with the care that they had.\n";
  EXPECT_EQ(read_bytes("a.txt", before + GetParam().bytes + after).only().text,
            before + GetParam().utf8 + after);
}

INSTANTIATE_TEST_SUITE_P(Western, Encoding,
                         testing::Values(Encoded{"\x91good\x92", "\xE2\x80\x98good\xE2\x80\x99"},
                                         Encoded{"worth \xA3"
                                                 "5m",
                                                 "worth \xC2\xA3"
                                                 "5m"},
                                         Encoded{"\x93"
                                                 "fair\x94 \x96 so far",
                                                 "\xE2\x80\x9C"
                                                 "fair\xE2\x80\x9D \xE2\x80\x93 so far"},
                                         Encoded{"na\xEFve", "na\xC3\xAFve"}));

TEST(Text, OfAnEncodingThatCannotBeToldIsReported) {
  const std::string start = "Good care ";
  EXPECT_EQ(read_bytes("a.txt", start + "\xE2\x80\x98ok\xE2\x80\x99 \xFF\xFE\x81\x8D").reason(),
            "is not UTF-8 and its encoding could not be told (byte 20)");
}

TEST(Text, ThatIsCutWithinACharacterIsReported) {
  const std::string text = "\xE2\x80\x98Good\xE2\x80\x99, she said. \xE2\x80\x98Very\xE2\x80";
  EXPECT_THAT(read_bytes("a.txt", text).reason(), StartsWith("is not UTF-8"));
}

TEST(Text, BinaryContentIsReported) {
  EXPECT_EQ(read_bytes("a.txt", std::string("ab\0cd", 5)).reason(), "is binary, not text (a NUL at byte 3)");
  EXPECT_THAT(read_bytes("a.txt", "\x01\x02\x03\x04\x05 abc").reason(), HasSubstr("control characters"));
  EXPECT_THAT(read_bytes("a.txt", std::string("\xFF\xFE\0\0a\0\0\0", 8)).reason(), HasSubstr("NUL"));
}

TEST(Text, EmptyFilesAreReported) {
  for (const std::string_view content :
       {"", "\n", " \t\r\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n", "\xC2\xA0\n", "\xFF\xFE"})
    EXPECT_EQ(read_bytes("a.txt", content).reason(), "is empty") << content.size();
}

TEST(Text, OverTheLimitIsReportedWithSizeAndLimit) {
  std::string content(read::kMaxArticleBytes, 'a');
  EXPECT_EQ(read_bytes("a.txt", content).only().text.size(), read::kMaxArticleBytes);
  content += 'b';
  EXPECT_EQ(read_bytes("a.txt", content).reason(), "has 16.0 MiB; an article may have 16 MiB");
  EXPECT_EQ(read_bytes("a.txt", gzip(content)).reason(), "has over 16 MiB; an article may have 16 MiB");
}

TEST(Files, StandardInputIsReadToItsEnd) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string content = "{\"text\": \"from a pipe\"}\n";
  ASSERT_EQ(::write(ends[1], content.data(), content.size()), static_cast<ssize_t>(content.size()));
  ::close(ends[1]);
  const int saved = ::dup(STDIN_FILENO);
  ::dup2(ends[0], STDIN_FILENO);
  const Reading reading = read_path("-", "stdin");
  ::dup2(saved, STDIN_FILENO);
  ::close(ends[0]);
  ::close(saved);
  EXPECT_EQ(reading.only().text, "from a pipe");
  EXPECT_EQ(reading.only().path, "-");
  EXPECT_EQ(reading.only().id, "stdin#1");
}

TEST(Files, ThatCannotBeOpenedAreReportedWithTheReason) {
  const TempFolder folder;
  EXPECT_EQ(read_path(folder.path() / "none.txt").reason(), "cannot be opened: No such file or directory");
  const auto locked = folder.write("locked.txt", "text");
  ::chmod(locked.c_str(), 0);
  if (::geteuid() != 0) {
    EXPECT_EQ(read_path(locked).reason(), "cannot be opened: Permission denied");
  }
  EXPECT_EQ(read_path(folder.write("file", "x") / "below").reason(), "cannot be opened: Not a directory");
}

TEST(Files, ThatAreNoFilesAreReportedAndNeverWaitedFor) {
  const TempFolder folder;
  EXPECT_EQ(read_path(folder.path()).reason(), "is a folder, not a file");
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(read_path(pipe).reason(), "is a named pipe, not a file");
  EXPECT_EQ(read_path("/dev/zero").reason(), "is a device, not a file");
}

TEST(Files, NamesThatAreNotUtf8ArePrintable) {
  const TempFolder folder;
  const Reading reading = read_path(folder.write("caf\xE9.txt", "text"), "caf\xE9.txt");
  EXPECT_THAT(reading.only().path, testing::EndsWith("/caf%E9.txt"));
  EXPECT_EQ(reading.only().id, "caf%E9.txt");
}

TEST(Files, WhatTheSinkThrowsPassesThrough) {
  struct Full : read::Sink {
    void article(read::Article) override { throw std::runtime_error("the disk is full"); }
    void problem(read::Problem) override {}
  } full;
  const TempFolder folder;
  const auto text = folder.write("a.txt", "text");
  const auto lines = folder.write("a.jsonl", R"({"text": "text"})");
  EXPECT_THROW(read::read_file({text, "a"}, full), std::runtime_error);
  EXPECT_THROW(read::read_file({lines, "a"}, full), std::runtime_error);
}

}  // namespace
}  // namespace assay::tests
