// Tested by tests/unit/engine/window_test.cpp.
#include "engine/window.hpp"

namespace framescope {
namespace {

// Text of a window, unless one block is larger: what is made of it fits into
// the second-level cache.
constexpr std::uint32_t kWindowBytes = 64 << 10;
// Types of words kept from document to document, in bytes.
constexpr std::uint64_t kTypeTableBytes = 32u << 20;

}  // namespace

WindowWalk::WindowWalk(const CompiledAnalyzer& analyzer, std::string_view text,
                       std::span<const Block> blocks, Gear gear,
                       AnalysisMemory* memory)
    : analyzer_(analyzer),
      text_(text),
      blocks_(blocks),
      gear_(gear),
      m_(*memory) {
  Open();
}

bool WindowWalk::Fail(Status status) {
  status_ = std::move(status);
  return false;
}

bool WindowWalk::Open() {
  const AnalyzerOptions& options = analyzer_.options;
  if (!m_.segmenter || m_.locale != options.locale ||
      m_.segmenter_kind != analyzer_.segmenter) {
    auto made = Segmenter::Create(options.locale, analyzer_.segmenter);
    if (!made.ok()) return Fail(made.status());
    m_.segmenter = std::move(made).value();
    m_.locale = options.locale;
    m_.segmenter_kind = analyzer_.segmenter;
  }
  if (!options.count_repeats && blocks_.size() > 1) {
    m_.repeats.Begin(text_, blocks_.size(), m_.segmenter.get());
  }
  return true;
}

bool WindowWalk::Next() {
  if (!status_.ok() || next_block_ == blocks_.size()) return false;
  std::uint32_t end = next_block_;
  const std::uint32_t begin = blocks_[end].begin;
  std::uint32_t more_items = kListItemsLookedOver;
  std::uint32_t more_cells = kCellsLookedOver;
  const auto take = [](std::uint32_t* more) {
    if (*more == 0) return false;
    --*more;
    return true;
  };
  const auto may_have_head = [&](std::uint32_t i) {
    const Block& block = blocks_[i];
    return (block.kind == BlockKind::kListItem && take(&more_items)) ||
           (block.column > 0 && !StartsTable(blocks_, i) && take(&more_cells));
  };
  do {
    ++end;
  } while (end < blocks_.size() &&
           (blocks_[end].end - begin <= kWindowBytes || may_have_head(end)));
  window_.first_block = next_block_;
  window_.first_word = words_;
  window_.first_sentence = sentences_;
  window_.blocks = blocks_.subspan(next_block_, end - next_block_);
  next_block_ = end;
  return Read();
}

bool WindowWalk::Read() {
  Status status = m_.segmenter->Segment(text_, window_.blocks, &m_.segments);
  if (!status.ok()) return Fail(std::move(status));
  m_.table.ClearIfLarger(kTypeTableBytes);
  HashWords(*analyzer_.scan, text_, m_.segments.words, &m_.hashes);
  window_.tokens = {text_,
                    m_.segments.words,
                    NoTypes(m_.segments.words.size()),
                    m_.segments.sentences,
                    &m_.table,
                    &m_.hashes,
                    &m_.asked};
  words_ += static_cast<std::uint32_t>(m_.segments.words.size());
  sentences_ += static_cast<std::uint32_t>(m_.segments.sentences.size());
  if (!FindRepeats()) return false;
  m_.hidden.clear();
  analyzer_.matcher.Find(window_.tokens, &m_.match, &m_.found,
                         gear_ == Gear::kExplain ? &m_.hidden : nullptr);
  Judge();
  DropOtherSenses();
  return true;
}

// Takes back the types of the window before: they are few.
std::span<TypeId> WindowWalk::NoTypes(std::size_t words) {
  for (const std::uint32_t word : m_.asked) m_.types[word] = kNoType;
  m_.asked.clear();
  if (m_.types.size() < words) m_.types.resize(words, kNoType);
  return {m_.types.data(), words};
}

bool WindowWalk::FindRepeats() {
  m_.repeated.clear();
  if (analyzer_.options.count_repeats || blocks_.size() < 2) return true;
  const auto sentences = window_.tokens.sentences;
  std::uint32_t begin = 0;
  for (std::size_t block = 0; block < window_.blocks.size(); ++block) {
    const std::uint32_t end = m_.segments.sentences_to[block];
    if (begin == end) continue;
    const std::uint32_t first = sentences[begin].first_word;
    const std::uint32_t count = sentences[end - 1].end_word - first;
    begin = end;
    const auto repeated = m_.repeats.Add(
        window_.blocks[block], window_.tokens.words.subspan(first, count));
    if (!repeated.ok()) return Fail(repeated.status());
    if (!repeated.value()) continue;
    m_.repeated.resize(window_.blocks.size());
    m_.repeated[block] = true;
    ++repeated_paragraphs_;
    repeated_words_ += count;
  }
  return true;
}

void WindowWalk::Judge() {
  m_.judgements.clear();
  if (analyzer_.context) {
    analyzer_.context->Judge(window_.tokens, window_.blocks, m_.found,
                             &m_.context, &m_.judgements);
    return;
  }
  if (gear_ == Gear::kCount && !analyzer_.sense) return;
  m_.judgements.resize(m_.found.size());
  for (std::size_t i = 0; i < m_.found.size(); ++i) {
    m_.judgements[i].locus = analyzer_.scoring.worths[m_.found[i].entry].locus;
  }
}

void WindowWalk::DropOtherSenses() {
  if (!analyzer_.sense) return;
  m_.other_sense.assign(m_.found.size(), false);
  for (std::size_t i = 0; i < m_.found.size(); ++i) {
    Judgement& judgement = m_.judgements[i];
    if (!judgement.counts) continue;
    const auto features = analyzer_.sense_features->Of(
        window_.tokens, window_.blocks, m_.found[i], judgement);
    const SenseModel& sense = *analyzer_.sense;
    if (sense.Judge(features).probability >= sense.threshold()) continue;
    judgement.counts = false;
    m_.other_sense[i] = true;
  }
}

}  // namespace framescope
