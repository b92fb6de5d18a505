// JudgedText: the helper of the context tests.
#include "unit/context/judged_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "match/scan_kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

struct MarkedText {
  std::string text;
  std::vector<Span> spans;
  std::vector<std::uint32_t> entries;
};

std::uint32_t PoleNumber(std::string_view name) {
  const auto& names = PoleNames();
  const auto found = std::find(names.begin(), names.end(), name);
  return static_cast<std::uint32_t>(found - names.begin());
}

MarkedText ReadMarks(std::string_view marked) {
  MarkedText out;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      out.text += marked[i];
      continue;
    }
    const std::size_t close = marked.find("]{", i);
    const std::size_t end = marked.find('}', close);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += marked.substr(i + 1, close - i - 1);
    out.spans.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    out.entries.push_back(
        PoleNumber(marked.substr(close + 2, end - close - 2)));
    i = end;
  }
  return out;
}

FoundEntry Locate(const Tokens& tokens, Span span, std::uint32_t entry) {
  FoundEntry found{entry, kNone, 0, 0};
  for (std::uint32_t i = 0; i < tokens.words.size(); ++i) {
    if (tokens.words[i].begin >= span.end ||
        tokens.words[i].end <= span.begin) {
      continue;
    }
    found.first = std::min(found.first, i);
    found.last = i + 1;
  }
  while (tokens.sentences[found.sentence].end_word <= found.first) {
    ++found.sentence;
  }
  return found;
}

// Takes "|1^ " from the start of a cell in column 1 of a first row, "|1 " from
// that of another cell.
void ReadCellPlace(const std::string& text, Block* block) {
  if (text[block->begin] != '|') return;
  block->kind = BlockKind::kTableCell;
  block->column = static_cast<std::uint8_t>(text[block->begin + 1] - '0');
  block->in_first_row = text[block->begin + 2] == '^';
  block->begin += block->in_first_row ? 4 : 3;
}

// Blank lines end blocks; a block that begins with a bullet is an item, one
// that begins with a number sign a heading, one with a bar a cell.
std::vector<Block> BlocksOf(const std::string& text, BlockKind kind) {
  std::vector<Block> blocks;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    Block block;
    block.begin = static_cast<std::uint32_t>(begin);
    block.end = static_cast<std::uint32_t>(end);
    const bool item = text.compare(begin, 3, "•") == 0;
    block.kind = item                 ? BlockKind::kListItem
                 : text[begin] == '#' ? BlockKind::kHeading
                                      : kind;
    ReadCellPlace(text, &block);
    blocks.push_back(block);
    begin = end + 2;
  }
  return blocks;
}

Lexicon MakePoleLexicon() {
  Lexicon::Content content;
  content.name = "poles";
  content.axes = {
      {"deficit-strengths", "deficit", "strengths", "", 1 | 2 | 4, true},
      {"crisis-springboard", "crisis", "springboard", "", 8 | 4 | 2, true},
      {"passive-agency", "passive", "agency", "", 0, false},
      {"distancing-togetherness", "distancing", "togetherness", "", 0, false},
      {"depersonalised-human", "depersonalised", "human", "", 0, false}};
  for (std::uint32_t i = 0; i < 10; ++i) {
    Category category;
    category.name = PoleNames()[i];
    category.axis = i / 2;
    category.pole = static_cast<Pole>(i % 2);
    content.categories.push_back(category);
    Entry entry;
    entry.pattern = category.name;
    entry.category = i;
    content.entries.push_back(entry);
  }
  return Lexicon(std::move(content));
}

}  // namespace

const std::vector<std::string>& PoleNames() {
  static const std::vector<std::string> names{
      "deficit", "strengths",  "crisis",       "springboard",    "passive",
      "agency",  "distancing", "togetherness", "depersonalised", "human"};
  return names;
}

const Lexicon& PoleLexicon() {
  static const Lexicon lexicon = MakePoleLexicon();
  return lexicon;
}

const ContextEngine& EnglishEngine() {
  static const Result<ContextEngine> engine =
      ContextEngine::BuiltIn("en", PoleLexicon(), "en-GB");
  if (!engine.ok()) {
    ADD_FAILURE() << engine.status().message();
    std::abort();
  }
  return engine.value();
}

std::vector<JudgedSpan> JudgeMarked(std::string_view marked, BlockKind kind,
                                    const ContextEngine& engine) {
  const MarkedText input = ReadMarks(marked);
  const std::vector<Block> blocks = BlocksOf(input.text, kind);
  auto segmenter = Segmenter::Create("en-GB", "").value().release();
  const std::unique_ptr<Segmenter> owner(segmenter);
  Segments segments;
  EXPECT_TRUE(segmenter->Segment(input.text, blocks, &segments).ok());
  TypeTable table;
  std::vector<TypeId> types;
  for (const Span& word : segments.words) {
    types.push_back(
        table.Intern(std::string_view(input.text)
                         .substr(word.begin, word.end - word.begin)));
  }
  WordHashes hashes;
  HashWords(FindScanKernel({}), input.text, segments.words, &hashes);
  const Tokens tokens{input.text,         segments.words, types,
                      segments.sentences, &table,         &hashes};
  std::vector<FoundEntry> found;
  for (std::size_t i = 0; i < input.spans.size(); ++i) {
    found.push_back(Locate(tokens, input.spans[i], input.entries[i]));
  }
  ContextScratch scratch;
  std::vector<Judgement> judged;
  engine.Judge(tokens, blocks, found, &scratch, &judged);
  std::vector<JudgedSpan> out;
  const auto bytes = [&](Span span) {
    return input.text.substr(span.begin, span.end - span.begin);
  };
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const Judgement& one = judged[i];
    JudgedSpan span;
    span.text = bytes(input.spans[i]);
    span.stance = ToString(one.stance);
    if (one.rule != kNone) span.rule = engine.rules()[one.rule].id;
    span.cue = bytes(one.cue);
    span.holder = bytes(one.holder);
    if (one.pair != kNone) span.pair = static_cast<int>(one.pair);
    span.locus = ToString(one.locus);
    span.counts = one.counts;
    span.in_quotation = one.in_quotation;
    out.push_back(span);
  }
  return out;
}

std::string Stances(std::string_view marked) {
  std::string out;
  for (const JudgedSpan& span : JudgeMarked(marked)) {
    out += (out.empty() ? "" : " ") + span.stance;
  }
  return out;
}

TEST(JudgedText, ReportsSpansInTheOrderOfTheText) {
  const auto judged = JudgeMarked(
      "A [burden]{crisis} here. A [springboard]{springboard} there.");
  ASSERT_EQ(judged.size(), 2u);
  EXPECT_EQ(judged[0].text, "burden");
  EXPECT_EQ(judged[1].text, "springboard");
  EXPECT_EQ(judged[0].stance, "used");
  EXPECT_EQ(judged[0].rule, "");
}

}  // namespace framescope
