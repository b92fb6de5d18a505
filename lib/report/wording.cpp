// Tested by tests/unit/report/wording_test.cpp.
#include "report/wording.hpp"

#include "base/utf8.hpp"
#include "lexicon/names.hpp"

namespace framescope {

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNegative:
      return "negative";
    case Verdict::kPositive:
      return "positive";
    case Verdict::kMixed:
      return "mixed";
    case Verdict::kTooLittle:
      break;
  }
  return "too_little";
}

std::string VerdictInWords(const Axis& axis, Verdict verdict) {
  switch (verdict) {
    case Verdict::kNegative:
      return "leans to " + axis.negative;
    case Verdict::kPositive:
      return "leans to " + axis.positive;
    case Verdict::kMixed:
      return "no clear lean";
    case Verdict::kTooLittle:
      break;
  }
  return "too little text to tell";
}

std::string_view StanceInWords(Stance stance) {
  switch (stance) {
    case Stance::kUsed:
      return "said by the author";
    case Stance::kNegated:
      return "denied";
    case Stance::kMovedFrom:
      return "moved away from";
    case Stance::kMovedTo:
      return "moved towards";
    case Stance::kReported:
      return "reported from others";
    case Stance::kRejected:
      return "rejected";
    case Stance::kRecommended:
      return "recommended";
    case Stance::kSupposed:
      return "only supposed";
    case Stance::kMentioned:
      break;
  }
  return "mentioned as a term, not counted";
}

std::string StanceWithCue(const Analysis& analysis, const Match& match,
                          bool quiet) {
  std::string words(StanceInWords(match.stance));
  if (quiet) return words;
  const std::string cue = Shown(TextOf(analysis, match.cue));
  if (!cue.empty()) words += " (\xE2\x80\x9C" + cue + "\xE2\x80\x9D)";
  const std::string holder = Shown(TextOf(analysis, match.holder));
  if (!holder.empty() && holder != cue) {
    words += ", held by \xE2\x80\x9C" + holder + "\xE2\x80\x9D";
  }
  return words;
}

std::string RuleInWords(const ReportContext& context, const Match& match) {
  if (match.rule >= context.rules.size()) return "";
  const RuleInfo& rule = context.rules[match.rule];
  if (rule.explanation.empty()) return rule.id;
  return rule.explanation + " (" + rule.id + ")";
}

std::string PlaceInWords(const Match& match) {
  if (match.page > 0) return "page " + std::to_string(match.page);
  if (match.line > 0) return "line " + std::to_string(match.line);
  return "";
}

std::string SourceInWords(const Source& source) {
  std::string words = source.title.empty() ? source.key : source.title;
  std::string made = source.author;
  if (source.year > 0) {
    if (!made.empty()) made += ", ";
    made += std::to_string(source.year);
  }
  if (!made.empty()) words.append(" (").append(made).append(")");
  return words;
}

std::string SourceInShort(const Source& source) {
  if (source.author.empty()) return SourceInWords(source);
  if (source.year == 0) return source.author;
  return source.author + " " + std::to_string(source.year);
}

std::vector<std::string_view> FlagNames(std::uint32_t flags) {
  std::vector<std::string_view> names;
  for (const auto& [name, flag] : kFlagNames) {
    if ((flags & flag) != 0) names.push_back(name);
  }
  return names;
}

std::string_view FlagInWords(std::uint32_t flags) {
  if (flags & kStatutory) return "a term of law: it may have to stand";
  if (flags & kContested) return "opinions on this wording differ";
  if (flags & kFactual) return "may simply state a fact";
  if (flags & kBuzzword) return "a word in fashion: say what it means here";
  return "";
}

const std::string& CategoryInWords(const Category& category) {
  return category.title.empty() ? category.name : category.title;
}

std::string OftenHeardAs(const Lexicon& lexicon, const Match& match) {
  const Category& category = lexicon.categories()[match.category];
  const bool of_law = lexicon.entries()[match.entry].flags & kStatutory;
  if (category.axis == kNone || category.pole == Pole::kPositive || of_law) {
    return "";
  }
  return category.title;
}

bool WorthTellingBuzzwords(const Analysis& analysis) {
  std::uint64_t said = 0;
  for (const AxisScore& score : analysis.axes) {
    said += score.endorsed.positive.count;
  }
  return said >= 3 && analysis.measures.buzzword_share > 0;
}

std::string Joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string RowName(const Document& document) {
  if (!document.row) return "";
  const bool keyed = !document.numbered && !document.id.empty();
  if (keyed || document.path.empty()) return Shown(document.id);
  const std::uint32_t line =
      document.blocks.empty() ? 0 : document.blocks.front().line;
  return Shown(document.path) + (line > 0 ? ":" + std::to_string(line) : "");
}

std::string FailureInWords(const Failure& failure) {
  const std::string name =
      Shown(failure.path.empty() ? failure.id : failure.path);
  const std::string reason = Shown(failure.status.message());
  if (reason.starts_with(name) || reason.starts_with("standard input ")) {
    return reason;
  }
  const std::int32_t line = failure.status.where().line;
  return name + (line > 0 ? ":" + std::to_string(line) : "") + ": " + reason;
}

std::string NameOf(const Document& document, bool quiet) {
  const std::string row = RowName(document);
  if (!row.empty()) return row;
  if (!quiet && !document.title.empty()) return Shown(document.title);
  if (!document.path.empty()) return Shown(document.path);
  return document.id.empty() ? "text" : Shown(document.id);
}

}  // namespace framescope
