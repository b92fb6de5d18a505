// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/pattern_search.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "match/look_queue.hpp"

namespace framescope {
namespace {

constexpr int kRecentShift = 51;
constexpr std::size_t kRecentRows = std::size_t{1} << (64 - kRecentShift);

bool BySpan(const PatternHit& a, const PatternHit& b) {
  if (a.first != b.first) return a.first < b.first;
  if (a.last != b.last) return a.last > b.last;
  return a.pattern < b.pattern;
}

void SortFrom(std::size_t begin, std::vector<PatternHit>* hits) {
  if (hits->size() < begin + 2) return;
  const auto first = hits->begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, hits->end(), BySpan);
  hits->erase(std::unique(first, hits->end()), hits->end());
}

// Where `number` stands among ascending ones, or `size`. Without branches that
// the processor could guess wrong.
std::uint32_t PlaceOf(std::uint32_t number, const std::uint32_t* numbers,
                      std::uint32_t size) {
  const std::uint32_t* from = numbers;
  for (std::uint32_t left = size; left > 1;) {
    const std::uint32_t half = left / 2;
    from = from[half] <= number ? from + half : from;
    left -= half;
  }
  return size > 0 && *from == number
             ? static_cast<std::uint32_t>(from - numbers)
             : size;
}

}  // namespace

PatternSearch::PatternSearch(const CompiledPatterns& patterns,
                             const Tokens& tokens, SearchMemory* memory,
                             std::vector<PatternHit>* hits)
    : patterns_(patterns), tokens_(tokens), m_(*memory), hits_(hits) {
  const std::uint64_t epoch = tokens.table->epoch();
  if (m_.serial != patterns.serial || m_.epoch != epoch) {
    m_.rows.clear();
    m_.elements.clear();
    m_.starts.clear();
    m_.patterns.clear();
    m_.recent.clear();
    m_.serial = patterns.serial;
    m_.epoch = epoch;
    m_.stamps.assign(std::max(patterns.forward.states.size(),
                              patterns.backward.states.size()),
                     0);
    m_.stamp = 0;
  }
  m_.failures.clear();
}

void PatternSearch::Run(std::uint32_t first, std::uint32_t end) {
  if (first == end) return;
  const auto sentences = tokens_.sentences;
  const std::uint32_t first_word = sentences[first].first_word;
  const std::uint32_t end_word = sentences[end - 1].end_word;
  const std::size_t room = end_word - first_word + WordFilter::kSpare;
  if (m_.candidates.size() < room) m_.candidates.resize(room);
  m_.words.clear();
  m_.phrases.clear();
  FindAnchors({m_.candidates.data(),
               patterns_.anchors.Scan(tokens_, first_word, end_word,
                                      m_.candidates.data())});
  const std::span<const SearchMemory::Anchor> anchors = m_.anchors;
  const bool has_regexes = !patterns_.regexes.empty();
  std::uint32_t sentence = first;
  for (std::size_t at = 0; at < anchors.size() || has_regexes;) {
    while (!has_regexes && sentences[sentence].end_word <= anchors[at].word) {
      ++sentence;
    }
    std::size_t to = at;
    while (to < anchors.size() &&
           anchors[to].word < sentences[sentence].end_word) {
      ++to;
    }
    RunSentence(sentence, anchors.subspan(at, to - at));
    at = to;
    if (++sentence == end) break;
  }
  const auto before = static_cast<std::ptrdiff_t>(hits_->size());
  hits_->resize(hits_->size() + m_.words.size() + m_.phrases.size());
  hits_->erase(
      std::set_union(m_.words.begin(), m_.words.end(), m_.phrases.begin(),
                     m_.phrases.end(), hits_->begin() + before, BySpan),
      hits_->end());
}

// Fills m_.anchors with those of the candidates around which something stands
// that they need, and m_.words with what they match alone.
void PatternSearch::FindAnchors(std::span<const std::uint32_t> candidates) {
  if (m_.recent.empty()) m_.recent.resize(kRecentRows);
  m_.anchors.clear();
  std::size_t first = 0;
  // What is known of words lies in large tables: it is fetched for some words
  // at once.
  std::array<ShortWord, 32> words;
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    const std::size_t k = at % words.size();
    if (k == 0) {
      const std::size_t size = std::min(words.size(), candidates.size() - at);
      for (std::size_t i = 0; i < size; ++i) {
        words[i] = ReadShort(candidates[at + i]);
        __builtin_prefetch(&m_.recent[words[i].place]);
      }
    }
    const std::uint32_t word = candidates[at];
    const SearchMemory::RecentRow& row = RecentRowOf(word, words[k]);
    __builtin_prefetch(m_.starts.data() + row.starts_begin);
    for (std::uint32_t i = row.patterns_begin; i < row.patterns_end; ++i) {
      m_.words.push_back({m_.patterns[i], word, word + 1});
    }
    for (std::uint32_t i = row.starts_begin; i < row.starts_end; ++i) {
      m_.anchors.push_back({word, i});
      if (m_.anchors.size() - first == LookQueue::kSize) {
        m_.steps += LookQueue::kSize;
        KeepAnchors(first);
        first = m_.anchors.size();
      }
    }
  }
  m_.steps += m_.anchors.size() - first;
  KeepAnchors(first);
}

// Drops from m_.anchors, from `first` on, those that nothing can come of.
void PatternSearch::KeepAnchors(std::size_t first) {
  for (std::size_t which = 0; which < 2; ++which) {
    LookQueue queue;
    const auto size = static_cast<std::uint32_t>(m_.anchors.size() - first);
    SearchMemory::Anchor* const anchors = m_.anchors.data() + first;
    {
      LookQueue::Writer writer(&queue);
      for (std::uint32_t i = 0; i < size; ++i) {
        writer.Add(i, anchors[i].word,
                   m_.starts[anchors[i].root].wanted[which]);
      }
    }
    queue.Run(patterns_.anchors.kernel(), patterns_.surroundings.pairs(),
              *tokens_.hashes);
    std::size_t kept = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      anchors[kept] = anchors[i];
      kept += queue.Passed(i) ? 1 : 0;
    }
    m_.anchors.resize(first + kept);
  }
  // Their states lie far apart: they are fetched for all at once.
  for (std::size_t i = first; i < m_.anchors.size(); ++i) {
    const SearchMemory::Root& root = m_.starts[m_.anchors[i].root];
    patterns_.forward.Prefetch(root.forward);
    if (root.backward != kNone) patterns_.backward.Prefetch(root.backward);
  }
}

void PatternSearch::RunSentence(std::uint32_t sentence,
                                std::span<const SearchMemory::Anchor> anchors) {
  const std::size_t before = m_.phrases.size();
  while (!anchors.empty()) {
    std::size_t size = 1;
    while (size < anchors.size() && anchors[size].word == anchors[0].word) {
      ++size;
    }
    FromAnchors(anchors.first(size), tokens_.sentences[sentence]);
    anchors = anchors.subspan(size);
  }
  if (!patterns_.regexes.empty()) RunRegexes(sentence);
  SortFrom(before, &m_.phrases);
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
  Lead(&row);
  return row;
}

// Fills in where a word with these elements leads to.
void PatternSearch::Lead(Row* row) {
  const Automaton& after = patterns_.forward;
  const Automaton& before = patterns_.backward;
  const auto is_alone = [this](std::uint32_t part) {
    return patterns_.parts[part].before == 0;
  };
  row->starts_begin = static_cast<std::uint32_t>(m_.starts.size());
  row->patterns_begin = static_cast<std::uint32_t>(m_.patterns.size());
  for (std::uint32_t i = row->begin; i < row->end; ++i) {
    const std::uint32_t element = m_.elements[i];
    const StateId root = after.roots[element];
    if (root == kNone) continue;
    const auto accepts = after.AcceptsOf(root);
    if (after.states[root].flags == Automaton::kAccepts &&
        std::all_of(accepts.begin(), accepts.end(), is_alone)) {
      for (const std::uint32_t part : accepts) {
        m_.patterns.push_back(patterns_.parts[part].pattern);
      }
      continue;
    }
    m_.starts.push_back(
        {root, before.roots[element], patterns_.surroundings.Of(element)});
  }
  row->starts_end = static_cast<std::uint32_t>(m_.starts.size());
  const auto first = m_.patterns.begin() + row->patterns_begin;
  std::sort(first, m_.patterns.end());
  m_.patterns.erase(std::unique(first, m_.patterns.end()), m_.patterns.end());
  row->patterns_end = static_cast<std::uint32_t>(m_.patterns.size());
}

PatternSearch::ShortWord PatternSearch::ReadShort(std::uint32_t word) const {
  const Span span = tokens_.words[word];
  const std::uint32_t length = span.end - span.begin;
  const char* const from = tokens_.text.data() + span.begin;
  ShortWord read;
  read.is_whole = length <= sizeof read.bytes;
  if (span.begin + sizeof read.bytes <= tokens_.text.size()) [[likely]] {
    read.bytes = {ReadBytes(from, 8) & kFirst[std::min(length, 8u)],
                  ReadBytes(from + 8, 8) &
                      kFirst[std::min(length - std::min(length, 8u), 8u)]};
  } else {
    std::memcpy(read.bytes.data(), from,
                std::min<std::size_t>(length, sizeof read.bytes));
  }
  const std::uint64_t hash =
      read.bytes[0] * 0x9E3779B97F4A7C15 + read.bytes[1] * 0xD6E8FEB86659FD93;
  read.place = static_cast<std::uint32_t>(
      (hash ^ hash >> 29) * 0x9E3779B97F4A7C15 >> kRecentShift);
  return read;
}

const SearchMemory::RecentRow& PatternSearch::RecentRowOf(
    std::uint32_t word, const ShortWord& read) {
  SearchMemory::RecentRow& recent = m_.recent[read.place];
  const auto differs = [&](std::size_t k) {
    return recent.bytes[k] ^ read.bytes[k];
  };
  if ((differs(0) | differs(1)) == 0 && read.is_whole) return recent;
  const Row& row = RowOf(word);
  recent = {read.bytes, row.starts_begin, row.starts_end, row.patterns_begin,
            row.patterns_end};
  // Of a longer word these are not all bytes.
  if (!read.is_whole) recent.bytes = {};
  return recent;
}

// All occurrences whose anchor is one word, of which these are the roots.
void PatternSearch::FromAnchors(std::span<const SearchMemory::Anchor> anchors,
                                const Sentence& sentence) {
  const std::uint32_t word = anchors[0].word;
  m_.after.clear();
  m_.next.clear();
  NewStamp();
  for (const SearchMemory::Anchor& anchor : anchors) {
    Enter(m_.starts[anchor.root].forward);
  }
  ReadAfter(word, sentence.end_word,
            [&](std::uint32_t number, std::uint32_t last) {
              const PatternPart& part = patterns_.parts[number];
              if (part.before > 0) {
                m_.after.emplace_back(number, last);
              } else {
                m_.phrases.push_back({part.pattern, word, last});
              }
            });
  if (m_.after.empty()) return;
  m_.before.clear();
  m_.next.clear();
  NewStamp();
  for (const SearchMemory::Anchor& anchor : anchors) {
    const StateId root = m_.starts[anchor.root].backward;
    if (root != kNone) Enter(root);
  }
  ReadBefore(word, sentence.first_word,
             [&](std::uint32_t number, std::uint32_t first) {
               m_.before.emplace_back(number, first);
             });
  Join();
}

// Calls `accept` with each part that reading on from the anchor accepts, and
// the word behind its end.
template <typename Accept>
void PatternSearch::ReadAfter(std::uint32_t anchor, std::uint32_t end,
                              const Accept& accept) {
  std::uint32_t last = anchor + 1;
  const auto accept_here = [&](std::uint32_t part) { accept(part, last); };
  while (Settle(patterns_.forward, accept_here) && last < end &&
         PhraseRunsThrough(tokens_.gap(last))) {
    Step(patterns_.forward, last);
    ++last;
  }
}

// The same to the left, with the first word of each part.
template <typename Accept>
void PatternSearch::ReadBefore(std::uint32_t anchor, std::uint32_t begin,
                               const Accept& accept) {
  std::uint32_t first = anchor;
  const auto accept_here = [&](std::uint32_t part) { accept(part, first); };
  while (Settle(patterns_.backward, accept_here) && first > begin &&
         PhraseRunsThrough(tokens_.gap(first))) {
    --first;
    Step(patterns_.backward, first);
  }
}

bool PatternSearch::Occurs(std::uint32_t pattern, std::uint32_t sentence,
                           Span words, Edge edge) {
  const Sentence& in = tokens_.sentences[sentence];
  words.begin = std::max(words.begin, in.first_word);
  words.end = std::min(words.end, in.end_word);
  if (words.begin >= words.end) return false;
  const auto* const parts = patterns_.parts.data();
  const std::uint32_t first = patterns_.part_starts[pattern];
  const std::uint32_t end = patterns_.part_starts[pattern + 1];
  const AskedPattern& asked = patterns_.asked[pattern];
  const bool ahead = edge == Edge::kBegins;
  const std::uint32_t from =
      ahead ? words.begin
            : std::max(in.first_word,
                       words.begin - std::min(words.begin, asked.after));
  const std::uint32_t to =
      ahead ? std::min(in.end_word, words.end + asked.before) : words.end;
  for (std::uint32_t word = from; word < to; ++word) {
    if (!MayBeAnchor(asked, word)) continue;
    const Row row = RowOf(word);
    // Both sides are sorted by element.
    std::uint32_t k = first;
    for (std::uint32_t i = row.begin; i < row.end && k < end; ++i) {
      const std::uint32_t element = m_.elements[i];
      k = static_cast<std::uint32_t>(
          std::lower_bound(parts + k, parts + end, element,
                           [](const PatternPart& part, std::uint32_t at) {
                             return part.anchor < at;
                           }) -
          parts);
      for (; k < end && parts[k].anchor == element; ++k) {
        if (PartOccurs(k, word, in, words, edge)) return true;
      }
    }
  }
  return false;
}

bool PatternSearch::MayBeAnchor(const AskedPattern& asked,
                                std::uint32_t word) const {
  const PairFilter& anchors = patterns_.pattern_anchors;
  return anchors.MayHoldWord(asked.anchors, tokens_.hashes->words()[word]) ||
         (asked.has_stems != 0 &&
          anchors.MayHoldHead(asked.anchors, tokens_.hashes->heads()[word])) ||
         asked.is_open != 0;
}

bool PatternSearch::PartOccurs(std::uint32_t part, std::uint32_t anchor,
                               const Sentence& sentence, Span words,
                               Edge edge) {
  const PatternPart& of = patterns_.parts[part];
  const auto holds = [&](std::uint32_t word) {
    return word >= words.begin && word < words.end;
  };
  bool after = of.after == 0 && (edge == Edge::kBegins || holds(anchor));
  bool before = of.before == 0 && (edge == Edge::kEnds || holds(anchor));
  if (!after) {
    m_.next.clear();
    NewStamp();
    Enter(patterns_.forward.roots[of.anchor]);
    ReadAfter(anchor, sentence.end_word,
              [&](std::uint32_t number, std::uint32_t last) {
                after |= number == part &&
                         (edge == Edge::kBegins || holds(last - 1));
              });
  }
  if (!after || before || of.before == 0) return after && before;
  m_.next.clear();
  NewStamp();
  Enter(patterns_.backward.roots[of.anchor]);
  ReadBefore(anchor, sentence.first_word,
             [&](std::uint32_t number, std::uint32_t first) {
               before |=
                   number == part && (edge == Edge::kEnds || holds(first));
             });
  return before;
}

// What both automata accept of the same part is an occurrence.
void PatternSearch::Join() {
  if (m_.before.empty()) return;
  std::sort(m_.after.begin(), m_.after.end());
  std::sort(m_.before.begin(), m_.before.end());
  auto after = m_.after.begin();
  for (auto before = m_.before.begin(); before != m_.before.end(); ++before) {
    while (after != m_.after.end() && after->first < before->first) ++after;
    for (auto one = after; one != m_.after.end() && one->first == before->first;
         ++one) {
      m_.phrases.push_back(
          {patterns_.parts[one->first].pattern, before->second, one->second});
    }
  }
}

void PatternSearch::NewStamp() {
  if (++m_.stamp != 0) return;
  std::fill(m_.stamps.begin(), m_.stamps.end(), 0);
  m_.stamp = 1;
}

void PatternSearch::Enter(StateId state) {
  if (m_.stamps[state] == m_.stamp) return;
  m_.stamps[state] = m_.stamp;
  m_.next.push_back(state);
  ++m_.steps;
}

// Follows links and hands what is accepted to `accept`. Returns whether any
// state can read another word; the states are in `active` then.
template <typename Accept>
bool PatternSearch::Settle(const Automaton& automaton, const Accept& accept) {
  std::uint32_t flags = 0;
  for (std::size_t i = 0; i < m_.next.size(); ++i) {
    const StateId state = m_.next[i];
    const std::uint32_t here = automaton.states[state].flags;
    flags |= here;
    if ((here & Automaton::kAccepts) != 0) {
      for (const std::uint32_t part : automaton.AcceptsOf(state)) accept(part);
    }
    if ((here & Automaton::kHasLinks) != 0) {
      for (const StateId link : automaton.LinksOf(state)) Enter(link);
    }
  }
  m_.active.swap(m_.next);
  m_.next.clear();
  NewStamp();
  return (flags & (Automaton::kHasEdges | Automaton::kHasAny)) != 0;
}

void PatternSearch::Step(const Automaton& automaton, std::uint32_t word) {
  const std::uint32_t word_hash = tokens_.hashes->words()[word];
  const std::uint32_t head_hash = tokens_.hashes->heads()[word];
  for (const StateId id : m_.active) {
    const Automaton::State& state = automaton.states[id];
    if ((state.flags & Automaton::kHasAny) != 0) Enter(state.any);
    if ((state.flags & Automaton::kHasEdges) == 0) continue;
    ++m_.steps;
    if (automaton.MayStep(state, word_hash, head_hash)) {
      StepOnEdges(automaton, id, RowOf(word));
    }
  }
}

// Both sides are sorted: the shorter one is looked up in the longer.
void PatternSearch::StepOnEdges(const Automaton& automaton, StateId state,
                                const Row& row) {
  const std::uint32_t first = automaton.states[state].edges;
  const std::uint32_t size = automaton.states[state + 1].edges - first;
  const auto* const elements = m_.elements.data() + row.begin;
  const std::uint32_t count = row.end - row.begin;
  const auto* const edges = automaton.edge_elements.data() + first;
  const auto* const targets = automaton.edge_targets.data() + first;
  if (size <= count) {
    for (std::uint32_t i = 0; i < size; ++i) {
      if (PlaceOf(edges[i], elements, count) < count) Enter(targets[i]);
    }
    m_.steps += size;
    return;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t place = PlaceOf(elements[i], edges, size);
    if (place < size) Enter(targets[place]);
  }
  m_.steps += count;
}

}  // namespace framescope
