// What the elements of HTML mean for the text in them.
#pragma once

#include <string_view>

namespace assay::read {

bool is_block(std::string_view element);       // its text stands on lines of its own
bool is_never_read(std::string_view element);  // script, button, figcaption, ...

// Whether the roles of ARIA take an element out of the article: navigation, banner, search, dialog, ...
bool is_role_apart(std::string_view role);

// Whether a word of a class or id ("cookie-banner", "c-share__list", "relatedStories") names what sites put
// around articles. Names made of prose, as of headings, do not count: "consent-and-capacity". Nor does what
// says how a wrapper is laid out: "with-sidebar".
bool names_boilerplate(std::string_view classes);

}  // namespace assay::read
