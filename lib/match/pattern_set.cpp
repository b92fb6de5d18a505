// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/pattern_set.hpp"

#include <algorithm>
#include <atomic>

#include "match/automaton.hpp"
#include "match/pattern.hpp"
#include "match/regex.hpp"
#include "match/vocabulary.hpp"

namespace framescope {
namespace {

std::uint64_t NextSerial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

struct NumberedRegex {
  Regex regex;
  std::uint32_t pattern = 0;
};

}  // namespace

struct PatternSet::Impl {
  explicit Impl(Vocabulary words) : vocabulary(std::move(words)) {}
  Vocabulary vocabulary;
  Automaton automaton;
  std::vector<NumberedRegex> regexes;
  std::uint32_t size = 0;
  std::uint64_t serial = NextSerial();
};

struct PatternScratch::Impl {
  // What is known of a type of words: a byte apart, for most are idle.
  enum Kind : std::uint8_t {
    kUnknown = 0,
    kIdle = 1,
    kStarts = 2,
    kInRegex = 4
  };
  struct Row {
    std::uint32_t begin = 0, end = 0;  // of `elements`
  };

  std::uint64_t serial = 0, epoch = 0;
  std::vector<std::uint8_t> kinds;  // by type: Kind bits
  std::vector<Row> rows;            // by type
  std::vector<std::uint32_t> elements;
  std::vector<StateId> active, next;
  std::vector<std::uint32_t> stamps;  // by state: the step that entered it
  std::uint32_t stamp = 0;
  std::vector<bool> wanted;  // regexes whose literal the sentence holds
  std::vector<Span> spans;
  std::vector<PatternFailure> failures;
  std::uint64_t steps = 0;
};

PatternScratch::PatternScratch() : impl_(std::make_unique<Impl>()) {}
PatternScratch::~PatternScratch() = default;
PatternScratch::PatternScratch(PatternScratch&&) noexcept = default;
PatternScratch& PatternScratch::operator=(PatternScratch&&) noexcept = default;

std::span<const PatternFailure> PatternScratch::failures() const {
  return impl_->failures;
}
std::uint64_t PatternScratch::steps() const { return impl_->steps; }

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

// One call of PatternSet::Find.
template <typename Set, typename Scratch>
class Finder {
 public:
  Finder(const Set& set, const Tokens& tokens, Scratch* scratch,
         std::vector<PatternHit>* hits)
      : set_(set),
        automaton_(set.automaton),
        tokens_(tokens),
        s_(*scratch),
        hits_(*hits) {
    const bool fresh =
        s_.serial == set.serial && s_.epoch == tokens.table->epoch();
    if (!fresh) {
      s_.kinds.clear();
      s_.rows.clear();
      s_.elements.clear();
      s_.serial = set.serial;
      s_.epoch = tokens.table->epoch();
      s_.stamps.assign(automaton_.states(), 0);
      s_.stamp = 0;
    }
    if (s_.kinds.size() < tokens.table->size()) {
      s_.kinds.resize(tokens.table->size());
      s_.rows.resize(tokens.table->size());
    }
    s_.failures.clear();
  }

  void FindIn(std::uint32_t sentence) {
    const Sentence& span = tokens_.sentences[sentence];
    const std::size_t before = hits_.size();
    if (!set_.regexes.empty()) WantLooseRegexes();
    for (std::uint32_t i = span.first_word; i < span.end_word; ++i) {
      const TypeId id = tokens_.types[i];
      std::uint8_t kind = s_.kinds[id];
      if (kind == Scratch::kIdle) continue;
      if (kind == Scratch::kUnknown) kind = Resolve(id);
      if ((kind & Scratch::kInRegex) != 0) WantRegexes(id);
      if ((kind & Scratch::kStarts) != 0) Start(i, span.end_word);
    }
    if (!set_.regexes.empty() && RunRegexes(sentence)) SortFrom(before, &hits_);
  }

 private:
  std::uint8_t Resolve(TypeId id) {
    auto& row = s_.rows[id];
    const std::string_view surface = tokens_.table->surface(id);
    row.begin = static_cast<std::uint32_t>(s_.elements.size());
    set_.vocabulary.Resolve(surface, tokens_.table->key(id), &s_.elements);
    row.end = static_cast<std::uint32_t>(s_.elements.size());
    std::uint8_t kind = Scratch::kIdle;
    for (std::uint32_t i = row.begin; i < row.end; ++i) {
      if (automaton_.roots[s_.elements[i]] != kNone) kind |= Scratch::kStarts;
    }
    for (const NumberedRegex& regex : set_.regexes) {
      if (regex.regex.LiteralIn(surface)) kind |= Scratch::kInRegex;
    }
    return s_.kinds[id] = kind;
  }

  // All occurrences that begin with word `first`.
  void Start(std::uint32_t first, std::uint32_t end) {
    const std::size_t before = hits_.size();
    const auto row = s_.rows[tokens_.types[first]];
    s_.next.clear();
    ++s_.stamp;
    for (std::uint32_t i = row.begin; i < row.end; ++i) {
      const StateId state = automaton_.roots[s_.elements[i]];
      if (state != kNone) Enter(state);
    }
    bool more = Settle(first, first + 1);
    for (std::uint32_t i = first + 1; more && i < end; ++i) {
      if (!PhraseRunsThrough(tokens_.gap(i))) break;
      Read(i);
      more = Settle(first, i + 1);
    }
    SortFrom(before, &hits_);
  }

  void Enter(StateId state) {
    if (s_.stamps[state] == s_.stamp) return;
    s_.stamps[state] = s_.stamp;
    s_.next.push_back(state);
    ++s_.steps;
  }

  // Follows links and notes what is accepted at `last`. Returns whether any
  // state can read another word; the states are in `active` then.
  bool Settle(std::uint32_t first, std::uint32_t last) {
    bool more = false;
    for (std::size_t i = 0; i < s_.next.size(); ++i) {
      const StateId state = s_.next[i];
      const std::uint8_t flags = automaton_.flags[state];
      if ((flags & Automaton::kAccepts) != 0) {
        for (std::uint32_t k = automaton_.accept_starts[state];
             k < automaton_.accept_starts[state + 1]; ++k) {
          hits_.push_back({automaton_.accepts[k], first, last});
        }
      }
      if ((flags & Automaton::kHasLinks) != 0) {
        for (std::uint32_t k = automaton_.link_starts[state];
             k < automaton_.link_starts[state + 1]; ++k) {
          Enter(automaton_.links[k]);
        }
      }
      more = more || (flags & (Automaton::kHasEdges | Automaton::kHasAny)) != 0;
    }
    s_.active.swap(s_.next);
    s_.next.clear();
    if (++s_.stamp == 0) {
      std::fill(s_.stamps.begin(), s_.stamps.end(), 0);
      s_.stamp = 1;
    }
    return more;
  }

  void Read(std::uint32_t word) {
    const TypeId id = tokens_.types[word];
    if (s_.kinds[id] == Scratch::kUnknown) Resolve(id);
    const auto row = s_.rows[id];
    for (const StateId state : s_.active) {
      const std::uint8_t flags = automaton_.flags[state];
      if ((flags & Automaton::kHasAny) != 0) Enter(automaton_.any[state]);
      if ((flags & Automaton::kHasEdges) == 0) continue;
      for (std::uint32_t i = row.begin; i < row.end; ++i) {
        const StateId to = automaton_.edges.Find(state, s_.elements[i]);
        ++s_.steps;
        if (to != kNone) Enter(to);
      }
    }
  }

  void WantLooseRegexes() {
    s_.wanted.assign(set_.regexes.size(), false);
    for (std::size_t i = 0; i < set_.regexes.size(); ++i) {
      s_.wanted[i] = set_.regexes[i].regex.literal().empty();
    }
  }

  void WantRegexes(TypeId id) {
    const std::string_view surface = tokens_.table->surface(id);
    for (std::size_t i = 0; i < set_.regexes.size(); ++i) {
      if (!s_.wanted[i]) {
        s_.wanted[i] = set_.regexes[i].regex.LiteralIn(surface);
      }
    }
  }

  // Returns whether any hit was added.
  bool RunRegexes(std::uint32_t sentence) {
    const Sentence& span = tokens_.sentences[sentence];
    const std::size_t before = hits_.size();
    for (std::size_t i = 0; i < set_.regexes.size(); ++i) {
      if (!s_.wanted[i]) continue;
      const NumberedRegex& regex = set_.regexes[i];
      s_.spans.clear();
      if (!regex.regex.Find(tokens_.text, {span.begin, span.end}, &s_.spans)) {
        s_.failures.push_back({regex.pattern, sentence});
      }
      for (const Span& found : s_.spans) {
        Widen(found, span, regex.pattern);
      }
    }
    return hits_.size() > before;
  }

  // To whole words; what touches no word is dropped.
  void Widen(Span found, const Sentence& sentence, std::uint32_t pattern) {
    const auto begin = tokens_.words.begin();
    const auto first = std::partition_point(
        begin + sentence.first_word, begin + sentence.end_word,
        [&](const Span& word) { return word.end <= found.begin; });
    const auto last = std::partition_point(
        first, begin + sentence.end_word,
        [&](const Span& word) { return word.begin < found.end; });
    if (first == last) return;
    hits_.push_back({pattern, static_cast<std::uint32_t>(first - begin),
                     static_cast<std::uint32_t>(last - begin)});
  }

  const Set& set_;
  const Automaton& automaton_;
  const Tokens& tokens_;
  Scratch& s_;
  std::vector<PatternHit>& hits_;
};

}  // namespace

PatternSet::PatternSet(std::shared_ptr<const Impl> impl)
    : impl_(std::move(impl)) {}

std::uint32_t PatternSet::size() const { return impl_->size; }

void PatternSet::Find(const Tokens& tokens, std::uint32_t first_sentence,
                      std::uint32_t end_sentence, PatternScratch* scratch,
                      std::vector<PatternHit>* hits) const {
  Finder finder(*impl_, tokens, scratch->impl_.get(), hits);
  for (std::uint32_t i = first_sentence; i < end_sentence; ++i) {
    finder.FindIn(i);
  }
}

struct PatternSet::Builder::Impl {
  Impl(std::span<const std::pair<std::string, std::string>> spelling)
      : set(std::make_shared<PatternSet::Impl>(Vocabulary(Spelling(spelling)))),
        automaton(&set->vocabulary) {}

  Status UseClasses(std::span<const WordClass> word_classes);
  Status CheckClasses(std::string_view pattern,
                      const PatternSequence& sequence) const;

  std::shared_ptr<PatternSet::Impl> set;
  AutomatonBuilder automaton;
  std::unique_ptr<Segmenter> segmenter;
  StringIndex class_names;
  std::vector<std::vector<PatternSequence>> classes;
  Status status;  // of what the constructor was given
};

Status PatternSet::Builder::Impl::UseClasses(
    std::span<const WordClass> word_classes) {
  for (const WordClass& word_class : word_classes) {
    const std::uint32_t number = class_names.Add(word_class.name);
    if (number == classes.size()) classes.emplace_back();
    for (const std::string& word : word_class.words) {
      auto pattern = ParsePattern(word, segmenter.get());
      Status problem = pattern.status();
      if (problem.ok() && (!pattern.value().regex.empty() ||
                           word.find('{') != std::string::npos)) {
        problem = Status(StatusCode::kParse, "a class holds words and phrases");
      }
      if (!problem.ok()) {
        return Status(StatusCode::kParse, "class \"" + word_class.name +
                                              "\", word \"" + word +
                                              "\": " + problem.message());
      }
      classes[number].push_back(std::move(pattern.value().sequence));
    }
  }
  automaton.SetClasses(&class_names, &classes);
  return Status();
}

Status PatternSet::Builder::Impl::CheckClasses(
    std::string_view pattern, const PatternSequence& sequence) const {
  for (const PatternNode& node : sequence) {
    if (node.kind == PatternNode::Kind::kClass &&
        class_names.Find(node.class_name) == kNone) {
      const std::string shown = "{" + node.class_name + "}";
      const std::size_t at = pattern.find(shown);
      std::int32_t column = 1;
      for (std::size_t i = 0; i < at && i < pattern.size(); ++i) {
        column += (static_cast<unsigned char>(pattern[i]) & 0xC0) != 0x80;
      }
      return Status(StatusCode::kParse,
                    "there is no word class " + shown + " in the lexicon",
                    {static_cast<std::int64_t>(at), 0, column});
    }
    for (const PatternSequence& alternative : node.alternatives) {
      if (Status s = CheckClasses(pattern, alternative); !s.ok()) return s;
    }
  }
  return Status();
}

PatternSet::Builder::Builder(
    std::span<const WordClass> classes,
    std::span<const std::pair<std::string, std::string>> spelling,
    const std::string& locale)
    : impl_(std::make_unique<Impl>(spelling)) {
  auto segmenter = Segmenter::Create(locale, "icu");
  if (!segmenter.ok()) {
    impl_->status = segmenter.status();
    return;
  }
  impl_->segmenter = std::move(segmenter).value();
  impl_->status = impl_->UseClasses(classes);
}

PatternSet::Builder::Builder(Builder&&) noexcept = default;
PatternSet::Builder::~Builder() = default;

Result<std::uint32_t> PatternSet::Builder::Add(std::string_view pattern) {
  if (!impl_->status.ok()) return impl_->status;
  PatternSet::Impl& set = *impl_->set;
  auto parsed = ParsePattern(pattern, impl_->segmenter.get());
  if (!parsed.ok()) return parsed.status();
  if (!parsed.value().regex.empty()) {
    auto regex = Regex::Compile(parsed.value().regex);
    if (!regex.ok()) {
      const std::int64_t offset = regex.status().where().offset + 1;
      return Status(StatusCode::kParse, regex.status().message(),
                    {offset, 0, static_cast<std::int32_t>(offset + 1)});
    }
    set.regexes.push_back({std::move(regex).value(), set.size});
    return set.size++;
  }
  const PatternSequence& sequence = parsed.value().sequence;
  if (Status s = impl_->CheckClasses(pattern, sequence); !s.ok()) return s;
  impl_->automaton.Add(sequence, set.size);
  return set.size++;
}

Result<PatternSet> PatternSet::Builder::Build() && {
  if (!impl_->status.ok()) return impl_->status;
  impl_->set->vocabulary.Finish();
  impl_->set->automaton = std::move(impl_->automaton).Finish();
  return PatternSet(std::move(impl_->set));
}

}  // namespace framescope
