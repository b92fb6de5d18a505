// Tested by tests/unit/lexicon/formats/broken_files_test.cpp.
#include "lexicon/formats/lexicon_builder.hpp"

#include <charconv>
#include <cmath>

#include "lexicon/tsv.hpp"

namespace framescope {

namespace {

// Without spaces at the ends, and with a space for each control character.
std::string OnOneLine(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return std::string(Trimmed(out));
}

}  // namespace

std::uint32_t LexiconBuilder::Category(std::string_view name) {
  const auto next = static_cast<std::uint32_t>(content_.categories.size());
  std::string used = OnOneLine(name);
  if (used.empty()) used = "unnamed";
  const auto [at, fresh] = categories_.emplace(std::move(used), next);
  if (fresh) {
    content_.categories.emplace_back();
    content_.categories.back().name = at->first;
  }
  return at->second;
}

bool LexiconBuilder::HasCategory(std::string_view name) const {
  return categories_.count(OnOneLine(name)) > 0;
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
  AddPattern(read.pattern, term);
  if (off && content_.entries.size() > before) {
    content_.entries.back().weight = 0;
  }
}

void LexiconBuilder::AddPattern(std::string_view text, const Term& term) {
  std::string pattern = OnOneLine(text);
  if (pattern.empty()) {
    Warn(term.line, term.column, "empty-term", "the pattern is empty");
    return;
  }
  const std::string when = OnOneLine(term.when);
  std::string key = pattern;
  key.append(1, '\n').append(std::to_string(term.category));
  key.append(1, '\n').append(when);
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
  entry.score = term.score + 0.0;  // no negative zero
  entry.note = term.note;
  entry.when = when;
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
