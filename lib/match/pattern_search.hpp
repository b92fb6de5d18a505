// PatternSearch: the occurrences of compiled patterns in one text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "match/compiled_patterns.hpp"
#include "match/pattern_set.hpp"
#include "match/state_set.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Working memory of searches. Belongs to one thread.
struct SearchMemory {
  struct Row {
    std::uint32_t begin = kNone, end = 0;  // of `elements`; kNone: not known
    std::uint32_t leads_begin = 0, leads_end = 0;        // of `leads`
    std::uint32_t patterns_begin = 0, patterns_end = 0;  // of `patterns`
  };
  // A word that is an anchor, and the index of where it leads in `leads`.
  struct Anchor {
    std::uint32_t word = 0, lead = 0;
  };
  // A short word with zeros behind it, and its row, packed into half a line of
  // the cache.
  struct RecentRow {
    std::array<std::uint64_t, 2> bytes = {};
    std::uint32_t elements = 0, leads = 0, patterns = 0;  // where they begin
    std::uint32_t element_count : 8 = 0;
    std::uint32_t lead_count : 12 = 0;
    std::uint32_t pattern_count : 12 = 0;
  };
  // A part that one automaton accepts, and the word where it does.
  using Accepted = std::pair<std::uint32_t, std::uint32_t>;

  std::uint64_t serial = 0, epoch = 0;
  std::vector<Row> rows;  // by type
  std::vector<std::uint32_t> elements;
  // For each pattern that is found from an anchor: states of both automata.
  std::vector<Lead> leads;
  std::vector<std::uint32_t> patterns;  // that the word alone matches
  // Rows of short words seen last, by their hash: most words come again soon.
  std::vector<RecentRow> recent;
  std::uint64_t asked = 0;                // words that were looked up there
  std::vector<std::uint32_t> candidates;  // words that may be anchors
  std::vector<Anchor> anchors;
  StateSet entered, reading;
  std::vector<Accepted> after, before;
  std::vector<PatternHit> words, phrases;  // hits of one call
  std::vector<Span> spans;
  std::vector<PatternFailure> failures;
  std::uint64_t steps = 0;
};

// One call of a method of PatternSet.
class PatternSearch {
 public:
  // `hits` may be null where nothing is appended to it.
  PatternSearch(const CompiledPatterns& patterns, const Tokens& tokens,
                SearchMemory* memory, std::vector<PatternHit>* hits);

  // Appends the occurrences in the sentences [first, end). If `conditions` are
  // given, leaves out those that a guard about them denies.
  void Run(std::uint32_t first, std::uint32_t end,
           const CompiledPatterns* conditions);

  // Whether `pattern` occurs in `sentence` with its first word among `begins`
  // or its last among `ends`.
  bool Occurs(std::uint32_t pattern, std::uint32_t sentence, Span begins,
              Span ends);

 private:
  using Row = SearchMemory::Row;

  void FindAnchors(std::span<const std::uint32_t> candidates);
  void AddAnchors(std::uint32_t word, std::uint32_t begin, std::uint32_t end);
  void RunSentence(std::uint32_t sentence,
                   std::span<SearchMemory::Anchor> anchors);
  bool IsDenied(const SearchMemory::Anchor& anchor,
                const Sentence& sentence) const;
  const Row& RowOf(std::uint32_t word);
  std::span<const std::uint32_t> ElementsOf(std::uint32_t word);
  void FillLeads(Row* row);
  void AddAlone(std::uint32_t element);
  // The first bytes of a word with zeros behind it, and where its row is kept.
  // Left uninitialised: arrays of them are made and few are read.
  struct ShortWord {
    std::array<std::uint64_t, 2> bytes;
    std::uint32_t place;
    bool is_whole;
  };
  void ReadShort(std::uint32_t word, ShortWord* read) const;
  const SearchMemory::RecentRow* FindRecent(std::uint32_t word,
                                            const ShortWord& read);
  void FromAnchors(std::span<const SearchMemory::Anchor> anchors,
                   const Sentence& sentence);
  void Join();
  Span AnchorsOf(std::uint32_t pattern, const Sentence& in, Span begins,
                 Span ends) const;
  bool OccursAround(std::uint32_t anchor, std::uint32_t pattern,
                    const Sentence& sentence, Span begins, Span ends);
  enum class Edge : std::uint8_t { kBegins, kEnds };
  bool PartOccurs(std::uint32_t part, std::uint32_t anchor,
                  const Sentence& sentence, Span words, Edge edge);

  template <typename Accept>
  void ReadAfter(std::uint32_t anchor, std::uint32_t end, const Accept& accept);
  template <typename Accept>
  void ReadBefore(std::uint32_t anchor, std::uint32_t begin,
                  const Accept& accept);
  void Enter(StateId state);
  template <typename Accept>
  void Step(const Automaton& automaton, std::uint32_t word,
            const Accept& accept);
  void StepOnEdges(const Automaton::Edges& edges,
                   std::span<const std::uint32_t> elements);

  void RunRegexes(std::uint32_t sentence);
  void Widen(Span found, const Sentence& sentence, std::uint32_t pattern);

  const CompiledPatterns& patterns_;
  const Tokens& tokens_;
  SearchMemory& m_;
  std::vector<PatternHit>* hits_;
  const CompiledPatterns* conditions_ = nullptr;
};

}  // namespace framescope
