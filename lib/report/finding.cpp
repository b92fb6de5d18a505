// Tested by tests/unit/report/lint_report_test.cpp.
#include "report/finding.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "base/utf8.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

// Of plain text, the document's text is the file's, line by line.
bool IsPlainText(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != path.npos) path.remove_prefix(slash + 1);
  return path.ends_with(".txt") || path.ends_with(".text") ||
         path.find('.') == path.npos;
}

}  // namespace

bool IsFinding(const Lexicon& lexicon, const Match& match) {
  const Category& category = lexicon.categories()[match.category];
  return !match.repeated && Endorsed(match.stance) && category.axis != kNone &&
         category.pole == Pole::kNegative;
}

bool IsWarning(const Lexicon& lexicon, const Match& match) {
  const std::uint32_t flags = lexicon.entries()[match.entry].flags;
  return match.weight >= 3 &&
         (flags & (kContested | kStatutory | kFactual)) == 0;
}

std::uint32_t ColumnOf(const Analysis& analysis, const Match& match) {
  const Document& document = analysis.document;
  const auto& starts = document.line_starts;
  if (!IsPlainText(document.path)) return 0;
  const auto after =
      std::upper_bound(starts.begin(), starts.end(), match.span.begin);
  if (after == starts.begin()) return 0;
  const std::uint32_t line = *std::prev(after);
  return 1 + static_cast<std::uint32_t>(
                 CountCodePoints(std::string_view(document.text)
                                     .substr(line, match.span.begin - line)));
}

std::string FindingInWords(const Lexicon& lexicon, const Analysis& analysis,
                           const Match& match, bool quiet) {
  const Entry& entry = lexicon.entries()[match.entry];
  std::string words = quiet ? "a mark"
                            : "\xE2\x80\x9C" +
                                  Shown(TextOf(analysis, match.span)) +
                                  "\xE2\x80\x9D";
  const std::string heard = OftenHeardAs(lexicon, match);
  const std::string_view flag = FlagInWords(entry.flags);
  if (!heard.empty()) words += " is often heard as " + heard;
  if (!flag.empty()) {
    words += heard.empty() ? " is " : "; ";
    words += flag;
  }
  if (!entry.instead.empty()) {
    words += "; instead: " + Joined(entry.instead, ", ");
  }
  return words;
}

}  // namespace framescope
