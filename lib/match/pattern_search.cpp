// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/pattern_search.hpp"

#include <algorithm>

namespace framescope {
namespace {

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

// Words that a guard looks at, at most: of long sentences each would be looked
// at again for every anchor.
constexpr std::uint32_t kMostGuarding = 256;

// Leads that are kept, each 64 bytes; then all words are looked up again.
constexpr std::size_t kMostLeads = 1 << 19;

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
  if (m_.serial != patterns.serial || m_.epoch != epoch ||
      m_.leads.size() > kMostLeads) {
    m_.rows.clear();
    m_.elements.clear();
    m_.leads.assign(1, {});  // nothing leads there
    m_.patterns.clear();
    m_.recent.clear();
    m_.serial = patterns.serial;
    m_.epoch = epoch;
  }
  m_.failures.clear();
}

void PatternSearch::Run(std::uint32_t first, std::uint32_t end,
                        const CompiledPatterns* conditions) {
  if (first == end) return;
  conditions_ = conditions;
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
  const std::span<SearchMemory::Anchor> anchors = m_.anchors;
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

void PatternSearch::RunSentence(std::uint32_t sentence,
                                std::span<SearchMemory::Anchor> anchors) {
  const std::size_t before = m_.phrases.size();
  if (conditions_ != nullptr) {
    const Sentence& in = tokens_.sentences[sentence];
    const auto kept = std::remove_if(
        anchors.begin(), anchors.end(),
        [&](const SearchMemory::Anchor& a) { return IsDenied(a, in); });
    anchors = anchors.first(static_cast<std::size_t>(kept - anchors.begin()));
  }
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

// Whether a guard says that nothing wanted comes of an anchor.
bool PatternSearch::IsDenied(const SearchMemory::Anchor& anchor,
                             const Sentence& sentence) const {
  const ScanKernel& kernel = patterns_.anchors.kernel();
  for (const Guard& guard :
       patterns_.surroundings.GuardList(m_.leads[anchor.lead].guards)) {
    const Span words = guard.WordsAround(anchor.word, sentence);
    if (words.end - words.begin > kMostGuarding) continue;
    if (!conditions_->asked.AnyAnchor(guard.pattern, kernel, *tokens_.hashes,
                                      words,
                                      [](std::uint32_t) { return true; })) {
      return true;
    }
  }
  return false;
}

// All occurrences whose anchor is one word, of which these are the roots.
void PatternSearch::FromAnchors(std::span<const SearchMemory::Anchor> anchors,
                                const Sentence& sentence) {
  const std::uint32_t word = anchors[0].word;
  // What one side accepts is an occurrence, or waits for the other side.
  const auto take = [this](std::uint32_t accepted, std::uint32_t at, Span words,
                           std::vector<SearchMemory::Accepted>* waiting) {
    const std::uint32_t part = accepted & ~PatternPart::kGoesOn;
    if (accepted != part) {
      waiting->emplace_back(part, at);
    } else {
      m_.phrases.push_back(
          {patterns_.parts[part].pattern, words.begin, words.end});
    }
  };
  m_.after.clear();
  m_.entered.Clear();
  for (const SearchMemory::Anchor& anchor : anchors) {
    const StateId root = m_.leads[anchor.lead].forward;
    if (root != kNone) Enter(root);
  }
  ReadAfter(word, sentence.end_word,
            [&](std::uint32_t accepted, std::uint32_t end) {
              take(accepted, end, {word, end}, &m_.after);
            });
  m_.before.clear();
  m_.entered.Clear();
  for (const SearchMemory::Anchor& anchor : anchors) {
    const Lead& lead = m_.leads[anchor.lead];
    const bool is_wanted = lead.forward == kNone || !m_.after.empty();
    if (lead.backward != kNone && is_wanted) Enter(lead.backward);
  }
  ReadBefore(word, sentence.first_word,
             [&](std::uint32_t accepted, std::uint32_t begin) {
               take(accepted, begin, {begin, word + 1}, &m_.before);
             });
  Join();
}

// Calls `accept` with each part that reading on from the anchor accepts, and
// the word behind its end.
template <typename Accept>
void PatternSearch::ReadAfter(std::uint32_t anchor, std::uint32_t end,
                              const Accept& accept) {
  for (std::uint32_t last = anchor + 1; !m_.entered.empty(); ++last) {
    const bool goes_on = last < end && PhraseRunsThrough(tokens_.gap(last));
    Step(patterns_.forward, goes_on ? last : kNone,
         [&](std::uint32_t part) { accept(part, last); });
  }
}

// The same to the left, with the first word of each part.
template <typename Accept>
void PatternSearch::ReadBefore(std::uint32_t anchor, std::uint32_t begin,
                               const Accept& accept) {
  for (std::uint32_t first = anchor; !m_.entered.empty(); --first) {
    const bool goes_on = first > begin && PhraseRunsThrough(tokens_.gap(first));
    Step(patterns_.backward, goes_on ? first - 1 : kNone,
         [&](std::uint32_t part) { accept(part, first); });
  }
}

bool PatternSearch::Occurs(std::uint32_t pattern, std::uint32_t sentence,
                           Span begins, Span ends) {
  const Sentence& in = tokens_.sentences[sentence];
  return patterns_.asked.AnyAnchor(
      pattern, patterns_.anchors.kernel(), *tokens_.hashes,
      AnchorsOf(pattern, in, begins, ends), [&](std::uint32_t word) {
        return OccursAround(word, pattern, in, begins, ends);
      });
}

// The words that can be the anchor of an occurrence that begins or ends there.
Span PatternSearch::AnchorsOf(std::uint32_t pattern, const Sentence& in,
                              Span begins, Span ends) const {
  const Extent extent = patterns_.asked.extent(pattern);
  Span anchors{in.end_word, in.first_word};
  if (begins.begin < begins.end) {
    anchors.begin = std::min(anchors.begin, begins.begin);
    anchors.end = begins.end + std::min(extent.before, kNone - begins.end);
  }
  if (ends.begin < ends.end) {
    anchors.begin = std::min(anchors.begin,
                             ends.begin - std::min(extent.after, ends.begin));
    anchors.end = std::max(anchors.end, ends.end);
  }
  return {std::max(anchors.begin, in.first_word),
          std::min(anchors.end, in.end_word)};
}

// Whether an occurrence has this word as its anchor.
bool PatternSearch::OccursAround(std::uint32_t anchor, std::uint32_t pattern,
                                 const Sentence& sentence, Span begins,
                                 Span ends) {
  const Row row = RowOf(anchor);
  const auto* const parts = patterns_.parts.data();
  const std::uint32_t end = patterns_.part_starts[pattern + 1];
  // Both sides are sorted by element.
  std::uint32_t k = patterns_.part_starts[pattern];
  for (std::uint32_t i = row.begin; i < row.end && k < end; ++i) {
    const std::uint32_t element = m_.elements[i];
    k = static_cast<std::uint32_t>(
        std::lower_bound(parts + k, parts + end, element,
                         [](const PatternPart& part, std::uint32_t at) {
                           return part.anchor < at;
                         }) -
        parts);
    for (; k < end && parts[k].anchor == element; ++k) {
      if (PartOccurs(k, anchor, sentence, begins, Edge::kBegins) ||
          PartOccurs(k, anchor, sentence, ends, Edge::kEnds)) {
        return true;
      }
    }
  }
  return false;
}

bool PatternSearch::PartOccurs(std::uint32_t part, std::uint32_t anchor,
                               const Sentence& sentence, Span words,
                               Edge edge) {
  if (words.begin >= words.end) return false;
  const PatternPart& of = patterns_.parts[part];
  const auto holds = [&](std::uint32_t word) {
    return word >= words.begin && word < words.end;
  };
  bool after = of.after == 0 && (edge == Edge::kBegins || holds(anchor));
  bool before = of.before == 0 && (edge == Edge::kEnds || holds(anchor));
  const auto is_part = [part](std::uint32_t accepted) {
    return (accepted & ~PatternPart::kGoesOn) == part;
  };
  if (!after && of.after > 0) {
    m_.entered.Clear();
    Enter(patterns_.forward.Root(of.anchor));
    ReadAfter(anchor, sentence.end_word,
              [&](std::uint32_t accepted, std::uint32_t last) {
                after |= is_part(accepted) &&
                         (edge == Edge::kBegins || holds(last - 1));
              });
  }
  if (!after || before || of.before == 0) return after && before;
  m_.entered.Clear();
  Enter(patterns_.backward.Root(of.anchor));
  ReadBefore(anchor, sentence.first_word,
             [&](std::uint32_t accepted, std::uint32_t first) {
               before |=
                   is_part(accepted) && (edge == Edge::kEnds || holds(first));
             });
  return before;
}

// What both automata accept of the same part is an occurrence.
void PatternSearch::Join() {
  if (m_.before.empty() || m_.after.empty()) return;
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

void PatternSearch::Enter(StateId state) {
  m_.steps += m_.entered.Add(state) ? 1 : 0;
}

// Hands what is accepted in the states that were entered, or by links from
// them, to `accept`, and enters those that `word`, if it is any, leads to.
template <typename Accept>
void PatternSearch::Step(const Automaton& automaton, std::uint32_t word,
                         const Accept& accept) {
  swap(m_.entered, m_.reading);
  m_.entered.Clear();
  for (std::size_t i = 0; i < m_.reading.size(); ++i) {
    Automaton::Reader state(automaton, m_.reading[i]);
    if (state.Has(Automaton::kAccepts)) {
      for (const std::uint32_t part : state.List()) accept(part);
    }
    if (state.Has(Automaton::kHasLinks)) {
      for (const StateId link : state.List()) m_.reading.Add(link);
      m_.steps += 1;
    }
    if (word == kNone) continue;
    if (state.Has(Automaton::kHasAny)) Enter(state.Any());
    if (!state.Has(Automaton::kHasEdges)) continue;
    ++m_.steps;
    const Automaton::Edges edges = state.ReadEdges();
    if (edges.MayRead(tokens_.hashes->words()[word],
                      tokens_.hashes->heads()[word])) {
      StepOnEdges(edges, ElementsOf(word));
    }
  }
}

// Both sides are sorted: the shorter one is looked up in the longer.
void PatternSearch::StepOnEdges(const Automaton::Edges& edges,
                                std::span<const std::uint32_t> elements) {
  const auto count = static_cast<std::uint32_t>(elements.size());
  if (edges.size <= count) {
    for (std::uint32_t i = 0; i < edges.size; ++i) {
      if (PlaceOf(edges.elements()[i], elements.data(), count) < count) {
        Enter(edges.targets()[i]);
      }
    }
    m_.steps += edges.size;
    return;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t place =
        PlaceOf(elements[i], edges.elements(), edges.size);
    if (place < edges.size) Enter(edges.targets()[place]);
  }
  m_.steps += count;
}

}  // namespace framescope
