// Paragraphs of plain text against the slow and obvious twin.
#include "document/paragraphs.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "differential/random_text.hpp"
#include "reference/naive_paragraphs.hpp"
#include "unicode/kernel.hpp"

namespace framescope {
namespace {

std::string Show(const std::vector<Block>& blocks) {
  std::string shown;
  for (const Block& block : blocks) {
    for (const std::uint32_t number :
         {block.begin, block.end, block.line, block.page,
          static_cast<std::uint32_t>(block.kind),
          static_cast<std::uint32_t>(block.level)}) {
      shown += std::to_string(number) + " ";
    }
    shown += "\n";
  }
  return shown;
}

class ParagraphsAgainstReference : public testing::Test {
 protected:
  void Compare(const std::string& text) {
    Document expected;
    expected.text = text;
    reference::AddPlainTextBlocks(&expected);
    std::vector<Block> blocks;
    std::vector<std::uint32_t> line_starts;
    for (const Kernel* kernel : kernels()) {
      finder_.Use(kernel);
      finder_.Find(text, &blocks, &line_starts);
      ASSERT_EQ(Show(blocks), Show(expected.blocks)) << kernel->name << text;
      ASSERT_EQ(line_starts, expected.line_starts) << kernel->name << text;
    }
    finder_.Find(text, &blocks, nullptr);
    ASSERT_EQ(Show(blocks), Show(expected.blocks)) << text;
  }

 private:
  ParagraphFinder finder_;
};

// A line as people and programs write it: sentences, headings, items,
// quotations, notes; of about `width` columns.
std::string Line(Random* random, std::uint32_t width) {
  static const std::vector<std::string> kStarts = {
      "",       "",       "",     "",     "- ",      "* ",      "\u2022 ",
      "\u2022", "1. ",    "12) ", "(a) ", "b) ",     "> ",      "\"",
      "\u201C", "\u2018", "  ",   "\t",   "\u2013 ", "\u00B7 ", "1.",
      "\u00AB", "(",      "*",    "_",    "'",       "   ",     "\uF0B7 "};
  static const std::vector<std::string> kWords = {"people",
                                                  "The",
                                                  "caf\u00E9",
                                                  "J.",
                                                  "e.g.",
                                                  "Care",
                                                  "a",
                                                  "I",
                                                  "12",
                                                  "\u0416\u0435",
                                                  "\u0436\u0435",
                                                  "person-centred",
                                                  "Dr.",
                                                  "Why?",
                                                  "so:",
                                                  "\u00C9lan",
                                                  "\u0105",
                                                  "this",
                                                  "must",
                                                  "of",
                                                  "\u2014",
                                                  "and,",
                                                  "(now)",
                                                  "...",
                                                  "it."};
  static const std::vector<std::string> kEnds = {
      "",       "",        "",        ".", ".",      "!",      "?",
      ":",      ";",       ",",       "-", ".\"",    ".)",     ".12",
      "\u2026", ".\u201D", ".\u2019", "*", "\u3002", "\uFF01", "\u00BB",
      " ",      "\t",      "3",       "_"};
  std::string line = random->Of(kStarts);
  const std::uint32_t wanted = width - random->Below(width / 4 + 1);
  while (line.size() < wanted) {
    line += random->Of(kWords);
    if (line.size() < wanted) line += random->Below(30) == 0 ? "\t" : " ";
  }
  return line + random->Of(kEnds);
}

TEST_F(ParagraphsAgainstReference, OnPagesOfAllKinds) {
  static const std::vector<std::string> kBreaks = {
      "\n", "\n",     "\n",       "\n",       "\n",     "\n", "\r\n",
      "\r", "\n\n",   "\n \n",    "\u2028",   "\u2029", "\f", "\n\f",
      "\v", "\n\n\n", "\xC2\x85", "\r\n\r\n", "\n\t\n"};
  Random random(17);
  for (int round = 0; round < Iterations(4000); ++round) {
    static constexpr std::uint32_t kWidths[] = {12, 40, 60, 72, 80, 118, 300};
    const std::uint32_t width = kWidths[random.Below(7)];
    std::string text;
    for (std::uint32_t i = random.Below(40); i > 0; --i) {
      const bool other = random.Below(8) == 0;
      text += Line(&random, other ? kWidths[random.Below(7)] : width);
      text += random.Of(kBreaks);
    }
    Compare(text);
    if (HasFatalFailure()) return;
  }
}

TEST_F(ParagraphsAgainstReference, OnHardCharacters) {
  RandomText text(18);
  for (int round = 0; round < Iterations(20000); ++round) {
    Compare(text.Hard(text.random().Below(120)));
    if (HasFatalFailure()) return;
  }
}

TEST_F(ParagraphsAgainstReference, OnEverySmallText) {
  // All texts of up to five of these.
  static const std::vector<std::string> kPieces = {
      "a", "B.", " ", "\n", "- ", ">", "\u2019", "1) ", "\f", "\u2029"};
  for (std::size_t pieces = 0; pieces <= 5; ++pieces) {
    std::vector<std::size_t> which(pieces, 0);
    for (bool more = true; more;) {
      std::string text;
      for (const std::size_t i : which) text += kPieces[i];
      Compare(text);
      if (HasFatalFailure()) return;
      more = false;
      for (std::size_t& i : which) {
        if (++i < kPieces.size()) {
          more = true;
          break;
        }
        i = 0;
      }
    }
  }
}

}  // namespace
}  // namespace framescope
