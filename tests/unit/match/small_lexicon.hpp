// For tests: a lexicon in a few lines, and what a Matcher finds with it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/matcher.hpp"
#include "unit/match/find_patterns.hpp"

namespace framescope {

// Two axes, m with poles m-/m+ and n with n-/n+, categories of the same names,
// and the category x without an axis.
struct SmallLexicon {
  SmallLexicon() {
    content.name = "small";
    content.axes = {{"m", "m-", "m+", "", 0, false},
                    {"n", "n-", "n+", "", 0, false}};
    for (std::uint32_t i = 0; i < 4; ++i) {
      const char* const names[] = {"m-", "m+", "n-", "n+"};
      Category category;
      category.name = names[i];
      category.axis = i / 2;
      category.pole = i % 2 == 0 ? Pole::kNegative : Pole::kPositive;
      content.categories.push_back(category);
    }
    AddCategory("x");
  }

  void AddCategory(const std::string& name) {
    Category category;
    category.name = name;
    content.categories.push_back(category);
  }

  SmallLexicon& Entry(const std::string& category, const std::string& pattern,
                      int weight = 2, const std::string& when = "") {
    framescope::Entry entry;
    entry.pattern = pattern;
    for (std::uint32_t i = 0; i < content.categories.size(); ++i) {
      if (content.categories[i].name == category) entry.category = i;
    }
    entry.weight = weight;
    entry.when = when;
    entry.line = static_cast<std::int32_t>(content.entries.size()) + 2;
    content.entries.push_back(entry);
    return *this;
  }

  SmallLexicon& Hide(const std::string& pattern,
                     std::uint64_t hides = ~std::uint64_t{0},
                     const std::string& when = "") {
    Mask mask;
    mask.pattern = pattern;
    mask.hides = hides;
    mask.when = when;
    mask.line = static_cast<std::int32_t>(content.masks.size()) + 2;
    content.masks.push_back(mask);
    return *this;
  }

  Matcher Compile(const MatcherOptions& options = {}) const {
    auto matcher = Matcher::Compile(Lexicon(content), options, nullptr);
    EXPECT_TRUE(matcher.ok()) << matcher.status().message();
    return std::move(matcher).value();
  }

  // "category:words" for each match.
  std::vector<std::string> Find(const std::string& text,
                                const MatcherOptions& options = {},
                                std::vector<Hidden>* hidden = nullptr) const {
    const TokenisedText in(text);
    MatchScratch scratch;
    std::vector<FoundEntry> found;
    Compile(options).Find(in.tokens, &scratch, &found, hidden);
    std::vector<std::string> out;
    for (const FoundEntry& f : found) {
      out.push_back(content.categories[content.entries[f.entry].category].name +
                    ":" + in.Words(f.first, f.last));
    }
    return out;
  }

  Lexicon::Content content;
};

}  // namespace framescope
