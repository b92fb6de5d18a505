#include "base/html_text.hpp"

#include <gtest/gtest.h>

namespace framescope {
namespace {

using namespace std::string_literals;

TEST(Html, EscapesWhatMarkupIsMadeOf) {
  EXPECT_EQ(Html("<script>'a' & \"b\"</script>"),
            "&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;&lt;/script&gt;");
  EXPECT_EQ(Html("&lt;"), "&amp;lt;");
}

TEST(Html, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(Html("a\0b"s), "a\\u{00}b");
  EXPECT_EQ(Html("a\xE2\x80\xAE"
                 "b"),
            "a\\u{202e}b");
  EXPECT_EQ(Html("a\x1B"), "a\\u{1b}");
}

TEST(Html, KeepsWhiteSpaceAndValidText) {
  EXPECT_EQ(Html("a\tb\nc\xC3\xA9\xF0\x9F\x98\x80"),
            "a\tb\nc\xC3\xA9\xF0\x9F\x98\x80");
  EXPECT_EQ(Html("\xFF<"), "\xEF\xBF\xBD&lt;");
}

}  // namespace
}  // namespace framescope
