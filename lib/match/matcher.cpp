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
  // Rows of `lists`, by entry and by mask; 0 is the empty one.
  std::vector<std::uint32_t> entry_list, mask_list;
  std::vector<Conditions> lists = {{}};
  std::vector<bool> needs_company;  // by list
  bool any_needs_company = false;

  const Conditions& ConditionsOf(const FoundEntry& found) const {
    return lists[entry_list[found.entry]];
  }

  void NoteCompany() {
    for (const Conditions& list : lists) {
      needs_company.push_back(NeedsCompany(list));
      any_needs_company |= needs_company.back();
    }
  }

  // All but the sets of patterns, and but what the lexicon says itself.
  template <typename Archive>
  void Visit(Archive& archive) {
    archive(entry_of, mask_of, entry_list, mask_list, lists);
  }
};

struct MatchScratch::Impl {
  PatternScratch entries, masks;
  ConditionJudge judge;
  Selector selector;
  MaskCover cover;
  std::vector<PatternHit> hits, mask_hits;
  std::vector<FoundEntry> in_sentence;
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
  return impl_->entries.steps() + impl_->masks.steps();
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
    s_.candidates.clear();
    s_.hits.clear();
    s_.selector.Reset(m_.groups);
    s_.judge.Reset(&*m_.conditions, &tokens_);
    m_.entries->Find(tokens_, 0,
                     static_cast<std::uint32_t>(tokens_.sentences.size()),
                     &s_.entries, &s_.hits);
    NoteFailures(s_.entries, false);
    std::uint32_t sentence = 0;
    for (std::size_t i = 0; i < s_.hits.size();) {
      while (tokens_.sentences[sentence].end_word <= s_.hits[i].first) {
        ++sentence;
      }
      std::size_t end = i;
      while (end < s_.hits.size() &&
             s_.hits[end].first < tokens_.sentences[sentence].end_word) {
        ++end;
      }
      Sentence(sentence, i, end);
      i = end;
    }
    DropLonely();
    SelectAll();
    Order();
  }

 private:
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

  // Masks are looked for last, and not at all where no condition holds: that
  // is the rule. Whoever wants to know what is hidden is told of masks first.
  void Sentence(std::uint32_t sentence, std::size_t begin, std::size_t end) {
    s_.judge.Enter(sentence);
    const bool has_masks = m_.masks->size() > 0;
    s_.in_sentence.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const PatternHit& hit = s_.hits[i];
      const FoundEntry found{m_.entry_of[hit.pattern], hit.first, hit.last,
                             sentence};
      if (hidden_ == nullptr && !Hold(found)) continue;
      if (has_masks || hidden_ != nullptr) {
        s_.in_sentence.push_back(found);
      } else {
        s_.candidates.push_back({found});
      }
    }
    if (s_.in_sentence.empty()) return;
    FindMasks(sentence);
    for (const FoundEntry& found : s_.in_sentence) {
      const std::uint32_t mask = s_.cover.HiddenBy(
          m_.lexicon, m_.traits[found.entry].category, found.first, found.last);
      if (mask != kNone) {
        Hide(found, Hidden::Reason::kMask, mask);
      } else if (hidden_ != nullptr && !Hold(found)) {
        Hide(found, Hidden::Reason::kCondition, kNone);
      } else {
        s_.candidates.push_back({found});
      }
    }
  }

  bool Hold(const FoundEntry& found) {
    return s_.judge.Hold(m_.ConditionsOf(found), found.first, found.last);
  }

  void FindMasks(std::uint32_t sentence) {
    s_.cover.Clear();
    if (m_.masks->size() == 0) return;
    s_.mask_hits.clear();
    m_.masks->Find(tokens_, sentence, sentence + 1, &s_.masks, &s_.mask_hits);
    NoteFailures(s_.masks, true);
    for (const PatternHit& hit : s_.mask_hits) {
      const std::uint32_t mask = m_.mask_of[hit.pattern];
      if (s_.judge.Hold(m_.lists[m_.mask_list[mask]], hit.first, hit.last)) {
        s_.cover.Add(mask, hit.first, hit.last);
      }
    }
  }

  bool NeedsCompany(const FoundEntry& found) const {
    return m_.needs_company[m_.entry_list[found.entry]];
  }

  // Drops occurrences whose company condition does not hold, before overlaps
  // are decided, so that they never cover a match.
  void DropLonely() {
    if (!m_.any_needs_company) return;
    s_.company.Clear();
    for (const Candidate& candidate : s_.candidates) {
      const FoundEntry& found = candidate.found;
      const EntryTraits& traits = m_.traits[found.entry];
      if (traits.weight >= kCompanyWeight && !NeedsCompany(found)) {
        s_.company.Add(traits.pole, found);
      }
    }
    const auto lonely = [&](const Candidate& candidate) {
      const FoundEntry& found = candidate.found;
      if (!NeedsCompany(found)) return false;
      const bool holds = s_.company.Near(m_.traits[found.entry].pole, found,
                                         tokens_.sentences);
      const Conditions& conditions = m_.ConditionsOf(found);
      const bool keep = std::all_of(
          conditions.begin(), conditions.end(), [&](const Condition& c) {
            return c.kind != Condition::Kind::kCompany || holds != c.negated;
          });
      if (!keep) Hide(found, Hidden::Reason::kCompany, kNone);
      return !keep;
    };
    s_.candidates.erase(
        std::remove_if(s_.candidates.begin(), s_.candidates.end(), lonely),
        s_.candidates.end());
  }

  // Decides overlaps, sentence by sentence.
  void SelectAll() {
    SortForSelection(m_.traits, &s_.candidates);
    const std::span<Candidate> all = s_.candidates;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() &&
             all[end].found.sentence == all[begin].found.sentence) {
        ++end;
      }
      s_.selector.Select(m_.options.overlap, m_.traits,
                         all.subspan(begin, end - begin));
      begin = end;
    }
    for (const Candidate& candidate : all) {
      if (candidate.kept) {
        found_.push_back(candidate.found);
      } else {
        Hide(candidate.found, Hidden::Reason::kOverlap, candidate.by);
      }
    }
  }

  void Order() {
    std::sort(found_.begin(), found_.end(), ByPlace<FoundEntry>);
    if (hidden_ == nullptr) return;
    std::sort(hidden_->begin(), hidden_->end(),
              [](const Hidden& a, const Hidden& b) {
                return ByPlace(a.found, b.found);
              });
  }

  const Compiled& m_;
  const Tokens& tokens_;
  Scratch& s_;
  std::vector<FoundEntry>& found_;
  std::vector<Hidden>* hidden_;
};

std::vector<EntryTraits> TraitsOf(const Lexicon& lexicon,
                                  const std::string& profile,
                                  std::size_t* groups) {
  const auto axes = static_cast<std::uint32_t>(lexicon.axes().size());
  *groups = axes + lexicon.categories().size();
  std::vector<EntryTraits> traits(lexicon.entries().size());
  for (std::uint32_t i = 0; i < traits.size(); ++i) {
    const std::uint32_t category = lexicon.entries()[i].category;
    const Category& of = lexicon.categories()[category];
    const bool axis = of.axis != kNone;
    traits[i].weight = lexicon.weight(i, profile);
    traits[i].category = category;
    traits[i].group = axis ? of.axis : axes + category;
    traits[i].pole = axis ? 2 * of.axis + static_cast<std::uint32_t>(of.pole)
                          : 2 * axes + category;
  }
  return traits;
}

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
  FileCompiler entries("entries.tsv", builder(), &conditions, &impl->lists,
                       diagnostics);
  FileCompiler masks("masks.tsv", builder(), &conditions, &impl->lists,
                     diagnostics);
  impl->entry_list.assign(lexicon.entries().size(), 0);
  impl->mask_list.assign(lexicon.masks().size(), 0);
  for (std::uint32_t i = 0; i < impl->traits.size(); ++i) {
    const Entry& entry = lexicon.entries()[i];
    if (impl->traits[i].weight == 0) continue;
    if (entries.Add(entry.line, entry.pattern, entry.when,
                    &impl->entry_list[i])) {
      impl->entry_of.push_back(i);
    }
  }
  for (std::uint32_t i = 0; options.masks && i < lexicon.masks().size(); ++i) {
    const Mask& mask = lexicon.masks()[i];
    if (masks.Add(mask.line, mask.pattern, mask.when, &impl->mask_list[i])) {
      impl->mask_of.push_back(i);
    }
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
  Status status = store(std::move(entries).Build(), &impl->entries);
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
