// What can be said of a match and the words around it, as named features.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "context/context.hpp"
#include "framescope/document.hpp"
#include "framescope/lexicon.hpp"
#include "match/matcher.hpp"
#include "unicode/tokens.hpp"

namespace framescope {

// Immutable; shared by threads. Borrows the lexicon and the rules.
class SenseFeatures {
 public:
  SenseFeatures(const Lexicon& lexicon, const std::vector<RuleInfo>& rules);

  // Features of `found`, each once: "entry=burden", "category=…", "pole=…",
  // "weight=2", "stance=…", "rule=…", "before=the" and "after=of" for the
  // words next to it, "near=cost" for those at most three words away in the
  // sentence, "class=person" for each word class of the lexicon that another
  // word of the sentence belongs to, at most 250 words away, "capital" for a
  // capital in mid-sentence, "quoted", "heading", "listed". Costs no more than
  // looking these words up.
  std::vector<std::string> Of(const Tokens& tokens,
                              std::span<const Block> blocks,
                              const FoundEntry& found,
                              const Judgement& judgement) const;

 private:
  void AddEntry(const FoundEntry& found, const Judgement& judgement,
                std::vector<std::string>* features) const;
  void AddClasses(const Tokens& tokens, const FoundEntry& found,
                  std::vector<std::string>* features) const;
  std::uint64_t ClassesOf(std::string_view key) const;

  const Lexicon& lexicon_;
  const std::vector<RuleInfo>& rules_;
  // Bits of the first 64 classes, by word; and by the start of a word, for
  // words of classes that end in a star.
  std::unordered_map<std::string, std::uint64_t> words_, starts_;
  std::size_t longest_start_ = 0;
};

}  // namespace framescope
