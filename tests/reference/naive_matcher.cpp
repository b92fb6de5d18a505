#include "reference/naive_matcher.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/code_point.hpp"
#include "match/spelling.hpp"
#include "unicode/fold.hpp"
#include "unicode/segmenter.hpp"

namespace framescope::reference {
namespace {

bool Glob(std::string_view glob, std::string_view word) {
  if (glob.empty()) return word.empty();
  if (glob[0] == kAnyLetters) {
    return Glob(glob.substr(1), word) ||
           (!word.empty() && Glob(glob, word.substr(ReadUtf8(word, 0).size)));
  }
  if (word.empty()) return false;
  if (glob[0] == kOneLetter) {
    return Glob(glob.substr(1), word.substr(ReadUtf8(word, 0).size));
  }
  return glob[0] == word[0] && Glob(glob.substr(1), word.substr(1));
}

PatternSequence Parse(const std::string& pattern) {
  auto segmenter = Segmenter::Create("en-GB", "icu");
  return ParsePattern(pattern, segmenter.value().get()).value().sequence;
}

bool Overlap(const FoundEntry& a, std::uint32_t first, std::uint32_t last) {
  return a.first < last && first < a.last;
}

std::uint32_t GroupOf(const Lexicon& lexicon, std::uint32_t entry) {
  const std::uint32_t category = lexicon.entries()[entry].category;
  const std::uint32_t axis = lexicon.categories()[category].axis;
  return axis != kNone ? axis : 1000 + category;
}

bool Applies(const Mask& mask, const Category& category, std::uint32_t number) {
  if (!mask.hides_categories.empty()) {
    return std::count(mask.hides_categories.begin(),
                      mask.hides_categories.end(), number) > 0;
  }
  if (mask.hides == ~std::uint64_t{0}) return true;
  const unsigned pole = category.pole == Pole::kPositive ? 1 : 0;
  return category.axis != kNone &&
         (mask.hides >> (2 * category.axis + pole) & 1) != 0;
}

}  // namespace

NaivePatterns::NaivePatterns(
    std::span<const WordClass> classes,
    std::span<const std::pair<std::string, std::string>> spelling,
    const std::vector<std::string>& patterns)
    : spelling_(spelling.begin(), spelling.end()) {
  for (const WordClass& word_class : classes) {
    classes_.push_back({word_class.name, {}});
    for (const std::string& word : word_class.words) {
      classes_.back().second.push_back(Parse(word));
    }
  }
  for (const std::string& pattern : patterns) {
    patterns_.push_back(Parse(pattern));
  }
}

bool NaivePatterns::IsWord(const Tokens& tokens, const PatternWord& word,
                           std::uint32_t at) const {
  if (word.exact_case) return Glob(word.key, FoldExactKey(tokens.word(at)));
  for (const std::string& variant : Spelling(spelling_).Variants(word.key)) {
    if (Glob(variant, tokens.key(at))) return true;
  }
  return false;
}

bool NaivePatterns::RunsOn(const Tokens& tokens, std::uint32_t start,
                           std::uint32_t at, std::uint32_t end) {
  return at < end && (at == start || PhraseRunsThrough(tokens.gap(at)));
}

NaivePatterns::Ends NaivePatterns::AfterNode(const Tokens& tokens,
                                             const PatternNode& node,
                                             std::uint32_t start,
                                             std::uint32_t at,
                                             std::uint32_t end) const {
  Ends ends;
  const auto add = [&](const std::vector<PatternSequence>& alternatives) {
    for (const PatternSequence& alternative : alternatives) {
      ends.merge(After(tokens, alternative, 0, start, at, end));
    }
  };
  switch (node.kind) {
    case PatternNode::Kind::kWord:
      if (RunsOn(tokens, start, at, end) && IsWord(tokens, node.word, at)) {
        ends.insert(at + 1);
      }
      break;
    case PatternNode::Kind::kGap:
      for (std::uint32_t words = 0; words <= node.most; ++words, ++at) {
        if (words >= node.least) ends.insert(at);
        if (!RunsOn(tokens, start, at, end)) break;
      }
      break;
    case PatternNode::Kind::kClass:
      for (const auto& [name, items] : classes_) {
        if (name == node.class_name) add(items);
      }
      break;
    case PatternNode::Kind::kGroup:
      if (node.optional) ends.insert(at);
      add(node.alternatives);
  }
  return ends;
}

NaivePatterns::Ends NaivePatterns::After(const Tokens& tokens,
                                         const PatternSequence& sequence,
                                         std::size_t node, std::uint32_t start,
                                         std::uint32_t at,
                                         std::uint32_t end) const {
  if (node == sequence.size()) return {at};
  Ends ends;
  for (const std::uint32_t next :
       AfterNode(tokens, sequence[node], start, at, end)) {
    ends.merge(After(tokens, sequence, node + 1, start, next, end));
  }
  return ends;
}

std::vector<PatternHit> NaivePatterns::Find(const Tokens& tokens) const {
  std::vector<PatternHit> hits;
  for (const Sentence& sentence : tokens.sentences) {
    for (std::uint32_t at = sentence.first_word; at < sentence.end_word; ++at) {
      for (std::uint32_t p = 0; p < patterns_.size(); ++p) {
        for (const std::uint32_t last :
             After(tokens, patterns_[p], 0, at, at, sentence.end_word)) {
          hits.push_back({p, at, last});
        }
      }
    }
  }
  std::sort(hits.begin(), hits.end(),
            [](const PatternHit& a, const PatternHit& b) {
              return std::tuple(a.first, b.last, a.pattern) <
                     std::tuple(b.first, a.last, b.pattern);
            });
  return hits;
}

std::vector<FoundEntry> NaiveUnmasked(const Lexicon& lexicon,
                                      const Tokens& tokens,
                                      const std::vector<PatternHit>& entries,
                                      const std::vector<PatternHit>& masks) {
  std::vector<FoundEntry> left;
  for (const PatternHit& hit : entries) {
    const std::uint32_t category = lexicon.entries()[hit.pattern].category;
    FoundEntry entry{hit.pattern, hit.first, hit.last, 0};
    while (tokens.sentences[entry.sentence].end_word <= hit.first) {
      ++entry.sentence;
    }
    const bool hidden =
        std::any_of(masks.begin(), masks.end(), [&](const PatternHit& mask) {
          const bool inside = hit.first <= mask.first && mask.last <= hit.last;
          const bool same = hit.first == mask.first && hit.last == mask.last;
          return Overlap(entry, mask.first, mask.last) && (!inside || same) &&
                 Applies(lexicon.masks()[mask.pattern],
                         lexicon.categories()[category], category);
        });
    if (!hidden) left.push_back(entry);
  }
  return left;
}

std::vector<FoundEntry> NaiveFind(const Lexicon& lexicon,
                                  const Tokens& tokens) {
  std::vector<std::string> entries, masks;
  for (const Entry& entry : lexicon.entries()) entries.push_back(entry.pattern);
  for (const Mask& mask : lexicon.masks()) masks.push_back(mask.pattern);
  const auto find = [&](const std::vector<std::string>& patterns) {
    return NaivePatterns(lexicon.classes(), lexicon.content().spelling,
                         patterns)
        .Find(tokens);
  };
  std::vector<FoundEntry> left =
      NaiveUnmasked(lexicon, tokens, find(entries), find(masks));
  const auto rank = [&](const FoundEntry& e) {
    return std::tuple(e.first, ~e.last, -lexicon.weight(e.entry, ""), e.entry);
  };
  std::vector<FoundEntry> found;
  while (!left.empty()) {
    const FoundEntry best =
        *std::min_element(left.begin(), left.end(),
                          [&](const FoundEntry& a, const FoundEntry& b) {
                            return rank(a) < rank(b);
                          });
    found.push_back(best);
    left.erase(std::remove_if(left.begin(), left.end(),
                              [&](const FoundEntry& other) {
                                return GroupOf(lexicon, other.entry) ==
                                           GroupOf(lexicon, best.entry) &&
                                       Overlap(other, best.first, best.last);
                              }),
               left.end());
  }
  std::sort(found.begin(), found.end(),
            [](const FoundEntry& a, const FoundEntry& b) {
              return std::tuple(a.first, ~a.last, a.entry) <
                     std::tuple(b.first, ~b.last, b.entry);
            });
  return found;
}

}  // namespace framescope::reference
