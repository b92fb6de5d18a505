// What a report says in words: stances, verdicts, places, sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "framescope/report.hpp"

namespace framescope {

// The bytes of a span; empty when it does not lie in the text.
inline std::string_view TextOf(const Analysis& analysis, Span span) {
  const std::string_view text = analysis.document.text;
  if (span.begin > span.end || span.end > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

std::string_view VerdictName(Verdict verdict);  // "too_little", of the record
// "leans to <pole>", "no clear lean", "too little text to tell".
std::string VerdictInWords(const Axis& axis, Verdict verdict);

// "rejected", "moved away from", "only mentioned".
std::string_view StanceInWords(Stance stance);
// The stance with what decided it: "rejected (“the old story of”)".
// Without words of the document if `quiet`.
std::string StanceWithCue(const Analysis& analysis, const Match& match,
                          bool quiet);
// Why the rule decided so, and its id: "… (contrast.rather-than)"; "" for none.
std::string RuleInWords(const ReportContext& context, const Match& match);

// "page 3", "line 12", or "" when neither is known.
std::string PlaceInWords(const Match& match);
// "A guide to words (A. Writer, 2020)".
std::string SourceInWords(const Source& source);
// "A. Writer 2020", or as SourceInWords when nobody is named.
std::string SourceInShort(const Source& source);
// The names of an entry's flags: "statutory", "buzzword" …
std::vector<std::string_view> FlagNames(std::uint32_t flags);
// What a flag means for a reader of the mark; "" for flags without word.
std::string_view FlagInWords(std::uint32_t flags);
// The title of a category, or its name where it has none.
const std::string& CategoryInWords(const Category& category);
// How an entry is often heard: the title of its category, for negative poles
// that are not merely the term of a law; else "".
std::string OftenHeardAs(const Lexicon& lexicon, const Match& match);

// Whether the share of buzzwords rests on matches enough to be told.
bool WorthTellingBuzzwords(const Analysis& analysis);

std::string Joined(const std::vector<std::string>& parts,
                   std::string_view separator);
// What tells a row from the others of its file: its id, or file and line when
// it has none. "" for a document that is no row.
std::string RowName(const Document& document);
// "file:line: what went wrong".
std::string FailureInWords(const Failure& failure);
// A row's name, else the document's title, path or id, else "text".
std::string NameOf(const Document& document, bool quiet);

}  // namespace framescope
