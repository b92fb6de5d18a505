// What may lie between two words of a phrase.
#include <gtest/gtest.h>

#include "match/pattern_set.hpp"

namespace framescope {
namespace {

TEST(PhraseRunsThrough, SpacesHyphensAndApostrophes) {
  for (const char* gap :
       {" ", "", "  ", "\n", "\r\n", "\t", "\xC2\xA0", "-", "‐", "‑", "–", "’ ",
        "' ", " ‘", "-\n", "- ", "\xC2\xAD"}) {
    EXPECT_TRUE(PhraseRunsThrough(gap)) << gap;
  }
}

TEST(PhraseRunsThrough, NoOtherPunctuation) {
  for (const char* gap :
       {", ",  ".",   ". ", "; ", ": ", " (", "/", " / ", "—",   " — ",
        " - ", " – ", "– ", " –", "--", " “", "!", "… ",  " & ", "\xFF"}) {
    EXPECT_FALSE(PhraseRunsThrough(gap)) << gap;
  }
}

}  // namespace
}  // namespace framescope
