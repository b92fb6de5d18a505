// What the tests of readers share: reading from memory, and showing blocks.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/document.hpp"

namespace framescope {

inline Document MustRead(const std::string& name, std::string_view bytes,
                         const ReadOptions& options = {}) {
  Result<Document> document = ReadDocument(name, bytes, options);
  EXPECT_TRUE(document.ok()) << document.status().message();
  return document.ok() ? std::move(document).value() : Document();
}

inline Status MustFail(const std::string& name, std::string_view bytes,
                       const ReadOptions& options = {}) {
  Result<Document> document = ReadDocument(name, bytes, options);
  EXPECT_FALSE(document.ok());
  return document.ok() ? Status() : document.status();
}

// "H1 Title", "P text", … one string a block; line breaks shown as '/'.
inline std::vector<std::string> Blocks(const Document& document) {
  static const char* const kNames[] = {"P", "H", "LI", "TD", "Q", "CODE"};
  std::vector<std::string> shown;
  for (const Block& block : document.blocks) {
    std::string text = kNames[static_cast<int>(block.kind)];
    if (block.level > 0) text += std::to_string(block.level);
    text += " " + document.text.substr(block.begin, block.end - block.begin);
    for (char& c : text) c = c == '\n' ? '/' : c;
    shown.push_back(text);
  }
  return shown;
}

inline bool HasNotice(const Document& document, const std::string& code) {
  for (const Notice& notice : document.notices) {
    if (notice.code == code) return true;
  }
  return false;
}

// Laws of every document: blocks in order, apart, inside the text; line
// starts ascending.
inline void ExpectSound(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    EXPECT_LE(end, block.begin);
    EXPECT_LT(block.begin, block.end);
    EXPECT_LE(block.end, document.text.size());
    end = block.end;
  }
  for (std::size_t i = 1; i < document.line_starts.size(); ++i) {
    EXPECT_LE(document.line_starts[i - 1], document.line_starts[i]);
  }
}

}  // namespace framescope
