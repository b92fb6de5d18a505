// The part of a PatternSearch that finds anchors.
// Tested by tests/differential/patterns_test.cpp.
#include <algorithm>
#include <array>
#include <bit>

#include "match/pattern_search.hpp"
#include "unicode/hash.hpp"

namespace framescope {
namespace {

// The size of the cache of recent rows once `asked` words have been looked up:
// a short text should not pay for room that it cannot fill.
std::size_t RecentRows(const Vocabulary& vocabulary, std::uint64_t asked) {
  const std::uint64_t all =
      std::clamp<std::uint64_t>(2 * vocabulary.size(), 1 << 14, 1 << 16);
  constexpr std::uint64_t kFirst = 256;
  return std::bit_ceil(std::clamp<std::uint64_t>(8 * asked, kFirst, all));
}
// From this size on it no longer fits the cache next to a core.
constexpr std::size_t kManyRows = 1 << 15;

}  // namespace

// Fills m_.anchors with those of the candidates around which something stands
// that they need, and m_.words with what they match alone.
void PatternSearch::FindAnchors(std::span<const std::uint32_t> candidates) {
  m_.asked += candidates.size();
  const std::size_t room = RecentRows(patterns_.vocabulary, m_.asked);
  if (m_.recent.size() < room) m_.recent.assign(room, {});
  m_.anchors.clear();
  // What is known of words lies in large tables: it is fetched for some words
  // at once; of a huge lexicon, one thing after the other.
  const bool is_huge = m_.recent.size() >= kManyRows;
  std::array<ShortWord, 32> words;
  const auto recent = [&](std::size_t k) -> const SearchMemory::RecentRow& {
    return m_.recent[words[k].place];
  };
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    const std::size_t k = at % words.size();
    if (k == 0) {
      const std::size_t size = std::min(words.size(), candidates.size() - at);
      for (std::size_t i = 0; i < size; ++i) {
        ReadShort(candidates[at + i], &words[i]);
        __builtin_prefetch(&recent(i));
      }
      for (std::size_t i = 0; is_huge && i < size; ++i) {
        __builtin_prefetch(&m_.leads[recent(i).leads]);
      }
    }
    const std::uint32_t word = candidates[at];
    const auto add = [&](std::uint32_t patterns, std::uint32_t patterns_end,
                         std::uint32_t leads, std::uint32_t leads_end) {
      for (; patterns < patterns_end; ++patterns) {
        m_.words.push_back({m_.patterns[patterns], word, word + 1});
      }
      AddAnchors(word, leads, leads_end);
    };
    if (const SearchMemory::RecentRow* row = FindRecent(word, words[k])) {
      add(row->patterns, row->patterns + row->pattern_count, row->leads,
          row->leads + row->lead_count);
    } else {
      const Row& known = RowOf(word);
      add(known.patterns_begin, known.patterns_end, known.leads_begin,
          known.leads_end);
    }
  }
}

// Adds what a word leads to where all stands around it that it needs there.
void PatternSearch::AddAnchors(std::uint32_t word, std::uint32_t begin,
                               std::uint32_t end) {
  constexpr std::uint32_t kMost = 64;
  for (std::uint32_t i = begin; i < end; i += kMost) {
    const std::uint32_t size = std::min(end - i, kMost);
    std::uint64_t bits = patterns_.anchors.kernel().stand(
        std::span(m_.leads).subspan(i, size), patterns_.surroundings.sets(),
        *tokens_.hashes, word);
    m_.steps += size;
    for (; bits != 0; bits &= bits - 1) {
      const auto at = i + static_cast<std::uint32_t>(std::countr_zero(bits));
      m_.anchors.push_back({word, at});
      // Their states lie far apart.
      const Lead& lead = m_.leads[at];
      if (lead.forward != kNone) patterns_.forward.Prefetch(lead.forward);
      if (lead.backward != kNone) patterns_.backward.Prefetch(lead.backward);
    }
  }
}

// The elements that a word is, found once for each type.
const SearchMemory::Row& PatternSearch::RowOf(std::uint32_t word) {
  const TypeId type = tokens_.type(word);
  if (m_.rows.size() <= type) {
    m_.rows.resize(std::max<std::size_t>(2 * m_.rows.size(), type + 1024));
  }
  Row& row = m_.rows[type];
  if (row.begin != kNone) return row;
  row.begin = static_cast<std::uint32_t>(m_.elements.size());
  patterns_.vocabulary.Resolve(tokens_.table->surface(type),
                               tokens_.table->key(type), &m_.elements);
  row.end = static_cast<std::uint32_t>(m_.elements.size());
  FillLeads(&row);
  return row;
}

std::span<const std::uint32_t> PatternSearch::ElementsOf(std::uint32_t word) {
  if (!m_.recent.empty()) {
    ShortWord read;
    ReadShort(word, &read);
    if (const auto* row = FindRecent(word, read)) {
      return {m_.elements.data() + row->elements, row->element_count};
    }
  }
  const Row& row = RowOf(word);
  return {m_.elements.data() + row.begin, row.end - row.begin};
}

// Fills in where a word with these elements leads to.
void PatternSearch::FillLeads(Row* row) {
  const Automaton &after = patterns_.forward, &before = patterns_.backward;
  row->leads_begin = static_cast<std::uint32_t>(m_.leads.size());
  row->patterns_begin = static_cast<std::uint32_t>(m_.patterns.size());
  for (std::uint32_t i = row->begin; i < row->end; ++i) {
    const std::uint32_t element = m_.elements[i];
    AddAlone(element);
    const Surroundings& around = patterns_.surroundings;
    const Span rows = around.RowsOf(element);
    for (std::uint32_t k = rows.begin; k < rows.end; ++k) {
      const Surroundings::Row& of = around.row(k);
      const bool is_after = (of.sides & Surroundings::kAfter) != 0;
      const bool is_before = (of.sides & Surroundings::kBefore) != 0;
      m_.leads.push_back({around.sets()[of.needs[0].set], of.needs,
                          is_after ? after.Root(element) : kNone,
                          is_before ? before.Root(element) : kNone, of.guards});
    }
  }
  row->leads_end = static_cast<std::uint32_t>(m_.leads.size());
  // Those who look ahead read the first one, whether there is any or not.
  if (row->leads_begin == row->leads_end) row->leads_begin = row->leads_end = 0;
  const auto first = m_.patterns.begin() + row->patterns_begin;
  std::sort(first, m_.patterns.end());
  m_.patterns.erase(std::unique(first, m_.patterns.end()), m_.patterns.end());
  row->patterns_end = static_cast<std::uint32_t>(m_.patterns.size());
}

// Adds what a word with this element matches alone.
void PatternSearch::AddAlone(std::uint32_t element) {
  const StateId root = patterns_.forward.Root(element);
  if (root == kNone) return;
  Automaton::Reader state(patterns_.forward, root);
  if (!state.Has(Automaton::kAccepts)) return;
  for (const std::uint32_t accepted : state.List()) {
    if ((accepted & PatternPart::kGoesOn) != 0) continue;
    const PatternPart& part = patterns_.parts[accepted];
    if (part.after == 0) m_.patterns.push_back(part.pattern);
  }
}

// Fills `*read` in place: a processor stalls when it reads back as a whole what
// was just stored in parts, as a result passed through the stack is.
void PatternSearch::ReadShort(std::uint32_t word, ShortWord* read) const {
  const Span span = tokens_.words[word];
  const std::uint32_t length = span.end - span.begin;
  const char* const from = tokens_.text.data() + span.begin;
  auto& [bytes, place, is_whole] = *read;
  is_whole = length <= sizeof bytes;
  if (span.begin + sizeof bytes <= tokens_.text.size()) [[likely]] {
    bytes = {ReadBytes(from, 8) & kFirst[std::min(length, 8u)],
             ReadBytes(from + 8, 8) &
                 kFirst[std::min(length - std::min(length, 8u), 8u)]};
  } else {
    const std::uint32_t low = std::min(length, 8u);
    bytes = {ReadBytes(from, low),
             ReadBytes(from + low, std::min(length - low, 8u))};
  }
  place = static_cast<std::uint32_t>(
      MixHash(bytes[0] ^ 0x9E3779B97F4A7C15, bytes[1] ^ 0xD6E8FEB86659FD93) &
      (m_.recent.size() - 1));
}

// The row of a short word, which is kept for the next time. Null for those that
// are not.
const SearchMemory::RecentRow* PatternSearch::FindRecent(
    std::uint32_t word, const ShortWord& read) {
  SearchMemory::RecentRow& recent = m_.recent[read.place];
  const auto differs = [&](std::size_t k) {
    return recent.bytes[k] ^ read.bytes[k];
  };
  if ((differs(0) | differs(1)) == 0 && read.is_whole) return &recent;
  if (!read.is_whole) return nullptr;
  const Row& row = RowOf(word);
  SearchMemory::RecentRow kept{read.bytes, row.begin, row.leads_begin,
                               row.patterns_begin};
  kept.element_count = row.end - row.begin;
  kept.lead_count = row.leads_end - row.leads_begin;
  kept.pattern_count = row.patterns_end - row.patterns_begin;
  const bool fits = kept.element_count == row.end - row.begin &&
                    kept.lead_count == row.leads_end - row.leads_begin &&
                    kept.pattern_count == row.patterns_end - row.patterns_begin;
  if (!fits) return nullptr;
  recent = kept;
  return &recent;
}

}  // namespace framescope
