// White space made simple.
#pragma once

#include <string>
#include <string_view>

namespace assay::read {

// Appends text so that runs of white space and control characters become one blank, and those at either
// end none. Characters without a width (soft hyphens, zero-width spaces) are left out. Bytes that are
// not UTF-8 become U+FFFD, so that the result always is.
class Folder {
 public:
  // `text` may be a part that begins or ends in mid-word, yet not in mid-character.
  void append(std::string_view text, std::string& folded);
  void begin() { blank_ = started_ = false; }  // what comes next begins anew

 private:
  bool blank_ = false;    // white space has been seen since the last character
  bool started_ = false;  // a character has been appended
};

std::string folded(std::string_view text);

// ASCII letters alone are changed: for keywords, not for prose.
std::string lower(std::string_view text);

// Whether there is nothing but white space.
bool is_blank(std::string_view text);

}  // namespace assay::read
