// Tested by tests/unit/match/matcher_test.cpp.
#include "match/matcher.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "match/company.hpp"
#include "match/conditions.hpp"
#include "match/file_compiler.hpp"
#include "match/mask_cover.hpp"
#include "match/selection.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

constexpr std::int32_t kCompanyWeight = 2;

}  // namespace

struct Matcher::Impl {
  Impl(Lexicon lexicon_in, const MatcherOptions& options_in)
      : lexicon(std::move(lexicon_in)), options(options_in) {}

  Lexicon lexicon;
  MatcherOptions options;
  std::vector<EntryTraits> traits;  // by entry
  std::size_t groups = 0;
  std::optional<PatternSet> entries, masks, conditions;
  std::vector<std::uint32_t> entry_of, mask_of;  // by pattern
  ConditionLists entry_conditions, mask_conditions;
  std::vector<bool> needs_company;  // by entry
  bool any_needs_company = false;

  void NoteCompany() {
    for (std::uint32_t i = 0; i < entry_conditions.size(); ++i) {
      needs_company.push_back(NeedsCompany(entry_conditions[i]));
      any_needs_company |= needs_company.back();
    }
  }

  // All but the sets of patterns, and but what the lexicon says itself.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(entry_of, mask_of, entry_conditions, mask_conditions);
  }
};

struct MatchScratch::Impl {
  PatternScratch entries, masks;
  ConditionJudge judge;
  Selector selector;
  MaskCover cover;
  std::vector<PatternHit> hits, mask_hits;
  std::vector<Candidate> candidates;
  Company company;
  std::vector<MatchFailure> failures;
};

MatchScratch::MatchScratch() : impl_(std::make_unique<Impl>()) {}
MatchScratch::~MatchScratch() = default;
MatchScratch::MatchScratch(MatchScratch&&) noexcept = default;
MatchScratch& MatchScratch::operator=(MatchScratch&&) noexcept = default;

std::span<const MatchFailure> MatchScratch::failures() const {
  return impl_->failures;
}
std::uint64_t MatchScratch::steps() const {
  return impl_->entries.steps() + impl_->masks.steps() + impl_->judge.steps();
}

namespace {

template <typename Found>
bool ByPlace(const Found& a, const Found& b) {
  return std::tuple(a.first, ~a.last, a.entry) <
         std::tuple(b.first, ~b.last, b.entry);
}

// One call of Matcher::Find.
template <typename Compiled, typename Scratch>
class Search {
 public:
  Search(const Compiled& compiled, const Tokens& tokens, Scratch* scratch,
         std::vector<FoundEntry>* found, std::vector<Hidden>* hidden)
      : m_(compiled),
        tokens_(tokens),
        s_(*scratch),
        found_(*found),
        hidden_(hidden) {}

  void Run() {
    found_.clear();
    if (hidden_ != nullptr) hidden_->clear();
    s_.failures.clear();
    FindAll();
    if (!m_.entry_conditions.empty() || m_.masks->size() > 0) DropRuledOut();
    if (m_.any_needs_company) DropLonely();
    if (m_.options.overlap != Overlap::kAll) DecideOverlaps();
    if (hidden_ == nullptr) return;
    std::sort(hidden_->begin(), hidden_->end(),
              [](const Hidden& a, const Hidden& b) {
                return ByPlace(a.found, b.found);
              });
  }

 private:
  // Every occurrence of every entry, by place: hits come in that order, and
  // entries have their patterns in order.
  void FindAll() {
    s_.hits.clear();
    m_.entries->Find(tokens_, 0,
                     static_cast<std::uint32_t>(tokens_.sentences.size()),
                     &s_.entries, &s_.hits, Guards());
    NoteFailures(s_.entries, false);
    found_.resize(s_.hits.size());
    FoundEntry* found = found_.data();
    std::uint32_t sentence = 0;
    for (const PatternHit& hit : s_.hits) {
      while (tokens_.sentences[sentence].end_word <= hit.first) ++sentence;
      *found++ = {m_.entry_of[hit.pattern], hit.first, hit.last, sentence};
    }
  }

  // Whoever wants to know what is hidden wants what guards deny.
  const PatternSet* Guards() const {
    return hidden_ == nullptr ? &*m_.conditions : nullptr;
  }

  void NoteFailures(const PatternScratch& scratch, bool is_mask) {
    for (const PatternFailure& failure : scratch.failures()) {
      const auto& index = is_mask ? m_.mask_of : m_.entry_of;
      s_.failures.push_back(
          {is_mask, index[failure.pattern], failure.sentence});
    }
  }

  void Hide(const FoundEntry& found, Hidden::Reason reason, std::uint32_t by) {
    if (hidden_ != nullptr) hidden_->push_back({found, reason, by});
  }

  // Drops what a mask hides and what a condition forbids.
  void DropRuledOut() {
    s_.judge.Reset(&*m_.conditions, &tokens_);
    auto kept = found_.begin();
    for (auto begin = found_.begin(); begin != found_.end();) {
      const std::uint32_t sentence = begin->sentence;
      auto end = begin + 1;
      while (end != found_.end() && end->sentence == sentence) ++end;
      s_.judge.Enter(sentence);
      const auto keep = DropInSentence(begin, end);
      kept = kept == begin ? keep : std::copy(begin, keep, kept);
      begin = end;
    }
    found_.erase(kept, found_.end());
  }

  // Masks are looked for last, and not at all where no condition holds: that
  // is the rule. Whoever wants to know what is hidden is told of masks first.
  // Returns the end of what stays.
  template <typename Iterator>
  Iterator DropInSentence(Iterator begin, Iterator end) {
    const std::uint32_t sentence = begin->sentence;
    const auto ruled_out = [this](const FoundEntry& found) {
      return !s_.judge.Hold(m_.entry_conditions[found.entry], found.first,
                            found.last);
    };
    if (hidden_ == nullptr) end = std::remove_if(begin, end, ruled_out);
    if (begin == end) return end;
    FindMasks(sentence);
    return std::remove_if(begin, end, [&](const FoundEntry& found) {
      const std::uint32_t mask = s_.cover.HiddenBy(
          m_.lexicon, m_.traits[found.entry].category, found.first, found.last);
      if (mask != kNone) {
        Hide(found, Hidden::Reason::kMask, mask);
        return true;
      }
      if (hidden_ == nullptr || !ruled_out(found)) return false;
      Hide(found, Hidden::Reason::kCondition, kNone);
      return true;
    });
  }

  void FindMasks(std::uint32_t sentence) {
    s_.cover.Clear();
    if (m_.masks->size() == 0) return;
    s_.mask_hits.clear();
    m_.masks->Find(tokens_, sentence, sentence + 1, &s_.masks, &s_.mask_hits,
                   &*m_.conditions);
    NoteFailures(s_.masks, true);
    for (const PatternHit& hit : s_.mask_hits) {
      const std::uint32_t mask = m_.mask_of[hit.pattern];
      if (s_.judge.Hold(m_.mask_conditions[mask], hit.first, hit.last)) {
        s_.cover.Add(mask, hit.first, hit.last);
      }
    }
  }

  bool NeedsCompany(const FoundEntry& found) const {
    return m_.needs_company[found.entry];
  }

  // Drops occurrences whose company condition does not hold, before overlaps
  // are decided, so that they never cover a match.
  void DropLonely() {
    s_.company.Clear();
    for (const FoundEntry& found : found_) {
      const EntryTraits& traits = m_.traits[found.entry];
      if (traits.weight >= kCompanyWeight && !NeedsCompany(found)) {
        s_.company.Add(traits.pole, found);
      }
    }
    std::erase_if(found_, [this](const FoundEntry& found) {
      if (!NeedsCompany(found)) return false;
      const bool holds = s_.company.Near(m_.traits[found.entry].pole, found,
                                         tokens_.sentences);
      const auto conditions = m_.entry_conditions[found.entry];
      const bool keep = std::all_of(
          conditions.begin(), conditions.end(), [&](const Condition& c) {
            return c.kind != Condition::Kind::kCompany || holds != c.negated;
          });
      if (!keep) Hide(found, Hidden::Reason::kCompany, kNone);
      return !keep;
    });
  }

  // Most occurrences overlap no other: only stretches of those that do are
  // put to the policy. No stretch crosses the end of a sentence.
  void DecideOverlaps() {
    s_.selector.Reset(m_.groups);
    const std::size_t size = found_.size();
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < size;) {
      std::uint32_t reach = found_[begin].last;
      std::size_t end = begin + 1;
      for (; end < size && found_[end].first < reach; ++end) {
        reach = std::max(reach, found_[end].last);
      }
      if (end - begin == 1) {
        found_[kept++] = found_[begin];
      } else {
        kept = SelectFrom(begin, end, kept);
      }
      begin = end;
    }
    found_.resize(kept);
  }

  // Moves the winners among [begin, end) to `to`, by place. Returns the end.
  std::size_t SelectFrom(std::size_t begin, std::size_t end, std::size_t to) {
    s_.candidates.clear();
    for (; begin < end; ++begin) s_.candidates.push_back({found_[begin]});
    SortForSelection(m_.traits, &s_.candidates);
    s_.selector.Select(m_.options.overlap, m_.traits, s_.candidates);
    const std::size_t first = to;
    for (const Candidate& candidate : s_.candidates) {
      if (candidate.kept) {
        found_[to++] = candidate.found;
      } else {
        Hide(candidate.found, Hidden::Reason::kOverlap, candidate.by);
      }
    }
    const auto at = [this](std::size_t i) {
      return found_.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::sort(at(first), at(to), ByPlace<FoundEntry>);
    return to;
  }

  const Compiled& m_;
  const Tokens& tokens_;
  Scratch& s_;
  std::vector<FoundEntry>& found_;
  std::vector<Hidden>* hidden_;
};

// What an archive is of.
template <typename Compiled>
std::string LabelOf(const Compiled& compiled) {
  const MatcherOptions& options = compiled.options;
  std::string label = "framescope patterns 1";
  for (const std::string& part :
       {compiled.lexicon.hash(), options.profile, options.locale,
        std::string(options.masks ? "masks" : "no masks"), IcuVersion(),
        UnicodeVersion()}) {
    label += '\n';
    label += part;
  }
  return label;
}

// False when the options have no archive, or one of something else.
template <typename Compiled>
bool ReadArchive(Compiled* compiled) {
  const std::string_view bytes = compiled->options.archive;
  const std::string label = LabelOf(*compiled);
  if (!bytes.starts_with(label)) return false;
  ArchiveReader reader(bytes.substr(label.size()));
  Compiled read(compiled->lexicon, compiled->options);
  for (auto* set : {&read.entries, &read.masks, &read.conditions}) {
    *set = PatternSet::Read(&reader, compiled->options.kernel);
  }
  read.Visit(reader);
  if (!reader.done()) return false;
  read.traits = std::move(compiled->traits);
  read.groups = compiled->groups;
  read.options.archive = {};
  read.NoteCompany();
  *compiled = std::move(read);
  return true;
}

}  // namespace

std::string Matcher::Archive() const {
  ArchiveWriter writer;
  for (const auto* set : {&impl_->entries, &impl_->masks, &impl_->conditions}) {
    if (!(*set)->Write(&writer)) return {};
  }
  Impl copy = *impl_;
  copy.Visit(writer);
  return LabelOf(*impl_) + writer.bytes();
}

Matcher::Matcher(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<Matcher> Matcher::Compile(const Lexicon& lexicon,
                                 const MatcherOptions& options,
                                 std::vector<Diagnostic>* diagnostics) {
  auto impl = std::make_shared<Impl>(lexicon, options);
  impl->traits = TraitsOf(lexicon, options.profile, &impl->groups);
  if (ReadArchive(impl.get())) return Matcher(std::move(impl));
  const auto builder = [&] {
    return PatternSet::Builder(lexicon.classes(), lexicon.content().spelling,
                               options.locale, options.kernel);
  };
  ConditionCompiler conditions(builder());
  Status status = CheckCategories(lexicon, &conditions, diagnostics);
  if (!status.ok()) return status;
  FileCompiler entries("entries.tsv", builder(), &conditions, diagnostics);
  FileCompiler masks("masks.tsv", builder(), &conditions, diagnostics);
  for (std::uint32_t i = 0; i < impl->traits.size(); ++i) {
    const Entry& entry = lexicon.entries()[i];
    Conditions when;
    if (impl->traits[i].weight != 0 &&
        entries.Add(entry.line, entry.pattern, entry.when, &when)) {
      impl->entry_of.push_back(i);
    }
    impl->entry_conditions.Add(when);
  }
  for (std::uint32_t i = 0; options.masks && i < lexicon.masks().size(); ++i) {
    const Mask& mask = lexicon.masks()[i];
    Conditions when;
    if (masks.Add(mask.line, mask.pattern, mask.when, &when)) {
      impl->mask_of.push_back(i);
    }
    impl->mask_conditions.Add(when);
  }
  if (!entries.status().ok()) return entries.status();
  if (!masks.status().ok()) return masks.status();
  impl->NoteCompany();
  const auto store = [](Result<PatternSet> built,
                        std::optional<PatternSet>* out) {
    if (!built.ok()) return built.status();
    *out = std::move(built).value();
    return Status();
  };
  status = store(std::move(entries).Build(), &impl->entries);
  if (status.ok()) status = store(std::move(masks).Build(), &impl->masks);
  if (status.ok()) {
    status = store(std::move(conditions).Build(), &impl->conditions);
  }
  if (!status.ok()) return status;
  return Matcher(std::move(impl));
}

void Matcher::Find(const Tokens& tokens, MatchScratch* scratch,
                   std::vector<FoundEntry>* found,
                   std::vector<Hidden>* hidden) const {
  Search(*impl_, tokens, scratch->impl_.get(), found, hidden).Run();
}

}  // namespace framescope
