// Characters that TOML has no place for.
#include "lexicon/toml_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "lexicon/embedded.hpp"

namespace framescope {
namespace {

// "line:column", or nothing.
std::string Bare(std::string_view toml) {
  const auto place = FindBareCharacter(toml);
  if (!place) return "";
  return std::to_string(place->line) + ":" + std::to_string(place->column);
}

TEST(TomlText, BareCharactersAreFound) {
  EXPECT_EQ(Bare("f\u00E9\n"), "1:2");
  EXPECT_EQ(Bare("a = 1\n\u0153 = 2\n"), "2:1");
  EXPECT_EQ(Bare("a = \"\u00E9\u00E9\" \u00E9"), "1:10");
  EXPECT_EQ(Bare("a = \"not closed\n\u00E9 = 1"), "2:1");
  EXPECT_EQ(Bare("a = 'x\\' \u00E9"), "1:10");
  EXPECT_EQ(Bare("a = '''x''' \u00E9"), "1:13");
  EXPECT_EQ(Bare("a = \"\"\"x\\\"\"\" still\"\"\" \u00E9"), "1:23");
  EXPECT_EQ(Bare("a = \xFF"), "1:5");
  EXPECT_EQ(Bare("a = 0'\u00E9'"), "1:7");
  EXPECT_EQ(Bare("a = 'x' '\u00E9'"), "1:10");
  EXPECT_EQ(Bare("a=7='\u00E9'"), "1:6");
  EXPECT_EQ(Bare("\"\"\"\u00E9\"\"\" = 1"), "1:4");
  EXPECT_EQ(Bare("a = [x='\u00E9']"), "1:9");
}

TEST(TomlText, StringsAndCommentsMayHoldAny) {
  EXPECT_EQ(Bare(""), "");
  EXPECT_EQ(Bare("\xEF\xBB\xBF"
                 "a = 1"),
            "");
  EXPECT_EQ(Bare("\"\u00E9\" = '\u00E9' # \u00E9\nb = \"\\\"\u00E9\""), "");
  EXPECT_EQ(Bare("a = \"\"\"\n\u00E9\n\"\u00E9\" \\\"\u00E9\n\"\"\""), "");
  EXPECT_EQ(Bare("a = '''\n'\u00E9'\n'''"), "");
  EXPECT_EQ(Bare("a = [\"\u00E9\", '\u00E9',\n\t'\u00E9' ]"), "");
  EXPECT_EQ(Bare("[\"\u00E9\".'\u00E9']\nb = {\"\u00E9\" = '\u00E9'}"), "");
  EXPECT_EQ(Bare("a = \"\"\n# \u00E9\nb = '' # \u00E9"), "");
  for (const char* name : {"care/lexicon.toml", "stance/en.toml"}) {
    EXPECT_EQ(Bare(EmbeddedBytes(name)), "") << name;
  }
}

}  // namespace
}  // namespace framescope
