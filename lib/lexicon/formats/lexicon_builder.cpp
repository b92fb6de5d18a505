// Tested by tests/unit/lexicon/formats/*_test.cpp.
#include "lexicon/formats/lexicon_builder.hpp"

#include <charconv>
#include <cmath>

namespace framescope {

std::uint32_t LexiconBuilder::Category(std::string_view name) {
  const auto next = static_cast<std::uint32_t>(content_.categories.size());
  const auto [at, fresh] = categories_.emplace(name, next);
  if (fresh) {
    content_.categories.emplace_back();
    content_.categories.back().name = name;
  }
  return at->second;
}

bool LexiconBuilder::HasCategory(std::string_view name) const {
  return categories_.count(std::string(name)) > 0;
}

void LexiconBuilder::Add(const Term& term, const TermSyntax& syntax) {
  TermPattern read = terms_.Read(term.text, syntax);
  if (read.pattern.empty()) {
    Warn(term.line, term.column, "empty-term", "the term is empty");
    return;
  }
  const bool off = !read.unmatchable.empty();
  if (off) {
    findings_.Note(term.line, term.column, "unmatchable",
                   "\"" + NormalisedTerm(term.text) +
                       "\" is kept but matches no text: " + read.unmatchable);
  }
  const std::size_t before = content_.entries.size();
  AddPattern(std::move(read.pattern), term);
  if (off && content_.entries.size() > before) {
    content_.entries.back().weight = 0;
  }
}

void LexiconBuilder::AddPattern(std::string pattern, const Term& term) {
  std::string key = pattern;
  key.append(1, '\n').append(std::to_string(term.category));
  key.append(1, '\n').append(term.when);
  if (!seen_.insert(std::move(key)).second) {
    findings_.Note(term.line, term.column, "duplicate-term",
                   "\"" + NormalisedTerm(term.text) + "\" stands in \"" +
                       content_.categories[term.category].name +
                       "\" already; the first is kept");
    return;
  }
  Entry& entry = content_.entries.emplace_back();
  entry.pattern = std::move(pattern);
  entry.category = term.category;
  entry.score = term.score;
  entry.note = term.note;
  entry.when = term.when;
  entry.line = term.line;
}

std::string Joined(std::string_view parent, std::string_view child) {
  if (parent.empty()) return std::string(child);
  if (child.empty()) return std::string(parent);
  return std::string(parent) + '.' + std::string(child);
}

bool ReadNumber(std::string_view text, double* number) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() ||
      end != text.data() + text.size() || !std::isfinite(value)) {
    return false;
  }
  *number = value;
  return true;
}

}  // namespace framescope
