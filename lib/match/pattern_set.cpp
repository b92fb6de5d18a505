// Tested by tests/unit/match/pattern_set_test.cpp.
#include "match/pattern_set.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/code_point.hpp"
#include "match/anchor_filter.hpp"
#include "match/compiled_patterns.hpp"
#include "match/pattern.hpp"
#include "match/pattern_search.hpp"

namespace framescope {
namespace {

std::uint64_t NextSerial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

struct PatternSet::Impl : CompiledPatterns {
  using CompiledPatterns::CompiledPatterns;
};

struct PatternScratch::Impl : SearchMemory {};

PatternScratch::PatternScratch() : impl_(std::make_unique<Impl>()) {}
PatternScratch::~PatternScratch() = default;
PatternScratch::PatternScratch(PatternScratch&&) noexcept = default;
PatternScratch& PatternScratch::operator=(PatternScratch&&) noexcept = default;

std::span<const PatternFailure> PatternScratch::failures() const {
  return impl_->failures;
}
std::uint64_t PatternScratch::steps() const { return impl_->steps; }

PatternSet::PatternSet(std::shared_ptr<const Impl> impl)
    : impl_(std::move(impl)) {}

std::uint32_t PatternSet::size() const { return impl_->size; }

void PatternSet::Find(const Tokens& tokens, std::uint32_t first_sentence,
                      std::uint32_t end_sentence, PatternScratch* scratch,
                      std::vector<PatternHit>* hits,
                      const PatternSet* conditions) const {
  PatternSearch(*impl_, tokens, scratch->impl_.get(), hits)
      .Run(first_sentence, end_sentence,
           conditions != nullptr ? conditions->impl_.get() : nullptr);
}

bool PatternSet::Occurs(const Tokens& tokens, std::uint32_t sentence,
                        std::uint32_t pattern, Span begins, Span ends,
                        PatternScratch* scratch) const {
  return PatternSearch(*impl_, tokens, scratch->impl_.get(), nullptr)
      .Occurs(pattern, sentence, begins, ends);
}

bool PatternSet::Write(ArchiveWriter* archive) const {
  if (!impl_->regexes.empty()) return false;
  Impl copy = *impl_;
  copy.Visit(*archive);
  return true;
}

PatternSet PatternSet::Read(ArchiveReader* archive, std::string_view kernel) {
  auto impl = std::make_shared<Impl>(Vocabulary(Spelling({})), kernel);
  impl->Visit(*archive);
  impl->serial = NextSerial();
  return PatternSet(std::move(impl));
}

struct PatternSet::Builder::Impl {
  Impl(std::span<const std::pair<std::string, std::string>> spelling,
       std::string_view kernel)
      : set(std::make_shared<PatternSet::Impl>(Vocabulary(Spelling(spelling)),
                                               kernel)),
        facts(&set->vocabulary),
        forward(Reading::kForward, &set->vocabulary, &facts),
        backward(Reading::kBackward, &set->vocabulary, &facts),
        anchors(&set->vocabulary, &facts, &set->anchors) {
    set->part_starts.push_back(0);
  }

  Status UseClasses(std::span<const WordClass> word_classes);
  Status CheckClasses(std::string_view pattern,
                      const PatternSequence& sequence) const;
  void AddSequence(const PatternSequence& sequence,
                   std::span<const Guard> guards);
  void AddPart(std::uint32_t element, const AnchoredPattern& anchored,
               std::span<const Guard> guards);
  std::uint32_t EndPattern();

  std::shared_ptr<PatternSet::Impl> set;
  std::unique_ptr<Segmenter> segmenter;
  PatternFacts facts;
  AutomatonBuilder forward, backward;
  AnchorFilter anchors;
  std::vector<Guard> guards_around;  // of one part
  Status status;                     // of what the constructor was given
};

Status PatternSet::Builder::Impl::UseClasses(
    std::span<const WordClass> word_classes) {
  for (const WordClass& word_class : word_classes) {
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
      facts.AddToClass(word_class.name, std::move(pattern.value().sequence));
    }
  }
  return Status();
}

Status PatternSet::Builder::Impl::CheckClasses(
    std::string_view pattern, const PatternSequence& sequence) const {
  for (const PatternNode& node : sequence) {
    if (node.kind == PatternNode::Kind::kClass &&
        !facts.HasClass(node.class_name)) {
      const std::string shown = "{" + node.class_name + "}";
      const std::size_t at = pattern.find(shown);
      return Status(StatusCode::kParse,
                    "there is no word class " + shown + " in the lexicon",
                    {static_cast<std::int64_t>(at), 0, ColumnAt(pattern, at)});
    }
    for (const PatternSequence& alternative : node.alternatives) {
      if (Status s = CheckClasses(pattern, alternative); !s.ok()) return s;
    }
  }
  return Status();
}

void PatternSet::Builder::Impl::AddSequence(const PatternSequence& sequence,
                                            std::span<const Guard> guards) {
  std::vector<std::pair<std::uint32_t, AnchoredPattern>> by_element;
  for (AnchoredPattern& anchored : AnchorPattern(sequence, &facts)) {
    anchors.Add(anchored);
    const std::uint32_t element = set->vocabulary.Element(&anchored.words);
    by_element.emplace_back(element, std::move(anchored));
  }
  std::sort(by_element.begin(), by_element.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [element, anchored] : by_element) {
    AddPart(element, anchored, guards);
  }
}

void PatternSet::Builder::Impl::AddPart(std::uint32_t element,
                                        const AnchoredPattern& anchored,
                                        std::span<const Guard> guards) {
  const auto part = static_cast<std::uint32_t>(set->parts.size());
  const auto most = [](const NodeRow& row) {
    std::uint32_t sum = 0;
    for (const RowNode& node : row) sum += node.facts.most;
    return sum;
  };
  const std::uint32_t before = most(anchored.before);
  const std::uint32_t after = most(anchored.after);
  set->parts.push_back({set->size, element, before, after});
  const bool is_before = !anchored.before.empty();
  const bool is_after = !anchored.after.empty();
  const auto accepted = [part](bool goes_on) {
    return part | (goes_on ? PatternPart::kGoesOn : 0);
  };
  if (is_after || !is_before) {
    forward.Add(element, anchored.after, accepted(is_before));
  }
  if (is_before) backward.Add(element, anchored.before, accepted(is_after));
  // What a word matches alone is known without a search.
  if (!is_before && !is_after) return;
  guards_around.clear();
  for (const Guard& guard : guards) {
    guards_around.push_back(guard.Around(before, after));
  }
  set->surroundings.Add(element, anchored, guards_around, &facts);
}

std::uint32_t PatternSet::Builder::Impl::EndPattern() {
  set->part_starts.push_back(static_cast<std::uint32_t>(set->parts.size()));
  return set->size++;
}

PatternSet::Builder::Builder(
    std::span<const WordClass> classes,
    std::span<const std::pair<std::string, std::string>> spelling,
    const std::string& locale, std::string_view kernel)
    : impl_(std::make_unique<Impl>(spelling, kernel)) {
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

Result<std::uint32_t> PatternSet::Builder::Add(std::string_view pattern,
                                               std::span<const Guard> guards) {
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
    return impl_->EndPattern();
  }
  PatternSequence& sequence = parsed.value().sequence;
  if (Status s = impl_->CheckClasses(pattern, sequence); !s.ok()) return s;
  impl_->facts.Number(&sequence);
  impl_->AddSequence(sequence, guards);
  return impl_->EndPattern();
}

Extent PatternSet::Builder::ExtentOf(std::uint32_t pattern) const {
  const PatternSet::Impl& set = *impl_->set;
  Extent extent;
  for (std::uint32_t i = set.part_starts[pattern];
       i < set.part_starts[pattern + 1]; ++i) {
    extent.Add(set.parts[i]);
  }
  return extent;
}

Result<PatternSet> PatternSet::Builder::Build(bool asked) && {
  if (!impl_->status.ok()) return impl_->status;
  // Each gives back what it took while patterns were added. In this order a
  // huge lexicon takes least at once.
  PatternSet::Impl& set = *impl_->set;
  set.vocabulary.Finish();
  set.surroundings.Finish(set.vocabulary.size());
  set.anchors.Finish();
  set.forward = std::move(impl_->forward).Finish();
  set.backward = std::move(impl_->backward).Finish();
  if (asked) set.asked = AskedPatterns(set.size, set.parts, set.vocabulary);
  set.vocabulary.DropWords();
  set.serial = NextSerial();
  return PatternSet(std::move(impl_->set));
}

}  // namespace framescope
