// Random text that is hard to segment, and blocks to go with it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/code_point.hpp"
#include "base/utf8.hpp"
#include "differential/random.hpp"
#include "framescope/document.hpp"

namespace framescope {

// Characters of every class of the rules for words and sentences.
inline const std::u32string& HardCharacters() {
  static const std::u32string characters =
      U"aZkI19_'.,;:@\"!?\r\n\t  -/()#\x0B\x0C\x01\x85\xA0\xA3\xAA\xAD\xB2\xB5"
      U"\xB7\xBA\xBF\xC9\xD7\xDF\xE9\xF7\u0130\u0131\u0149\u017F\u01C5\u0250"
      U"\u02BC\u02C2\u0300\u0301\u037E\u0387\u03A3\u03C2\u0410\u0430\u055F"
      U"\u0589\u05D0\u05D1\u05F4\u0600\u060C\u0627\u066C\u06DD\u0661\u0964"
      U"\u0915\u0E01\u0E32\u1100\u1161\u11A8\u1680\u1E9E\u2000\u2003\u2007"
      U"\u2009\u200A\u200B\u200C\u200D\u200E\u2010\u2013\u2014\u2018\u2019"
      U"\u201C\u201D\u2022\u2024\u2026\u2027\u2028\u2029\u202F\u203C\u203F"
      U"\u2044\u2047\u205F\u2060\u20AC\u20DD\u2122\u2126\u212A\u2160\u21A9"
      U"\u24B6\u25CF\u261D\u2708\u2713\u2764\u2C00\u2E3A\u2E80\u3000\u3001"
      U"\u3002\u3042\u30A2\u30FC\u4E00\u4EBA\uAC00\uAC01\uF0B7\uFB01\uFE0F"
      U"\uFE13\uFE55\uFE52\uFF07\uFF0C\uFF0E\uFF1A\uFF21\uFF3F\uFEFF\uFFFD"
      U"\U00010400\U0001D400\U0001F1E6\U0001F1E7\U0001F3FB\U0001F468"
      U"\U0001F600\U00020000\U000E0001\U000E0100";
  return characters;
}

class RandomText {
 public:
  explicit RandomText(std::uint64_t seed) : random_(seed) {}
  Random& random() { return random_; }

  void AppendHard(std::string* text) {
    const std::u32string& all = HardCharacters();
    // Half of it ASCII, and NUL now and then.
    const std::uint32_t range =
        random_.Below(2) == 0 ? 26 : static_cast<std::uint32_t>(all.size());
    AppendUtf8(random_.Below(300) == 0 ? U'\0' : all[random_.Below(range)],
               text);
  }
  std::string Hard(std::uint32_t characters) {
    std::string text;
    while (characters-- > 0) AppendHard(&text);
    return text;
  }
  // Letters, digits and what may stand between them, nearly without spaces.
  std::string Run(std::uint32_t characters) {
    constexpr std::string_view kAlphabet = "abcdeXYZ019___'..,,@:";
    std::string text;
    while (characters-- > 0) {
      if (random_.Below(60) == 0) {
        AppendHard(&text);
      } else {
        text += kAlphabet[random_.Below(random_.Below(4) == 0 ? 21 : 8)];
      }
    }
    return text;
  }
  // The start of a character of `text` at or before a random place.
  std::uint32_t Place(std::string_view text) {
    return CodePointStart(
        text, random_.Below(static_cast<std::uint32_t>(text.size()) + 1));
  }
  // A piece of `prose` of up to `size` bytes with up to `changes` characters
  // put in or left out.
  std::string Mutated(std::string_view prose, std::uint32_t size,
                      std::uint32_t changes) {
    const std::uint32_t from = Place(prose);
    std::string text(prose.substr(from, 1 + random_.Below(size)));
    text.resize(
        CodePointStart(prose, from + static_cast<std::uint32_t>(text.size())) -
        from);
    for (std::uint32_t i = random_.Below(changes + 1); i > 0; --i) {
      const std::uint32_t at = Place(text);
      if (random_.Below(6) == 0 && at < text.size()) {
        text.erase(at, ReadUtf8(text, at).size);
        continue;
      }
      std::string hard;
      if (random_.Below(20) == 0) {
        AppendUtf8(static_cast<char32_t>(random_.Below(0xD800)), &hard);
      } else {
        AppendHard(&hard);
      }
      text.insert(at, hard);
    }
    return text;
  }
  // Up to `most` blocks with edges between any two characters, in order.
  std::vector<Block> Blocks(std::string_view text, std::uint32_t most) {
    std::vector<std::uint32_t> edges;
    for (std::uint32_t i = 2 * (1 + random_.Below(most)); i > 0; --i) {
      edges.push_back(Place(text));
    }
    std::sort(edges.begin(), edges.end());
    std::vector<Block> blocks;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      // Often one block follows the other at once.
      if (random_.Below(3) != 0) {
        Block block;
        block.begin = edges[i];
        block.end = edges[i + 1];
        blocks.push_back(block);
      }
    }
    return blocks;
  }

 private:
  Random random_;
};

}  // namespace framescope
