// The lists of an HTML report: phrases worth changing, measures, all marks.
// Tested by tests/unit/report/html_report_test.cpp.
#include <algorithm>
#include <map>

#include "base/html_text.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::size_t kPhrases = 5;

// One entry's matches that the author says and that could be said otherwise.
struct Phrase {
  std::uint32_t first = 0;  // index of its first match
  std::uint32_t count = 0;
  std::int64_t weight = 0;  // of all its matches together
};

bool WorthChanging(const Lexicon& lexicon, const Match& match) {
  const Entry& entry = lexicon.entries()[match.entry];
  const Category& category = lexicon.categories()[match.category];
  return category.axis != kNone && category.pole == Pole::kNegative &&
         Endorsed(match.stance) && !match.repeated && !match.in_quotation &&
         !entry.instead.empty() && !(entry.flags & kStatutory);
}

// Whether the author says more than one thing: a single mark is no worse than
// any other.
bool SaysMuch(const Analysis& analysis) {
  return std::count_if(analysis.matches.begin(), analysis.matches.end(),
                       [](const Match& match) {
                         return Endorsed(match.stance) && !match.repeated;
                       }) > 1;
}

std::vector<Phrase> PhrasesWorthChanging(const HtmlDocument& document) {
  std::map<std::uint32_t, Phrase> by_entry;
  const auto& matches = document.analysis.matches;
  for (std::uint32_t i = 0; i < matches.size(); ++i) {
    if (!WorthChanging(document.context.lexicon, matches[i])) continue;
    Phrase& phrase = by_entry[matches[i].entry];
    if (phrase.count++ == 0) phrase.first = i;
    phrase.weight += matches[i].weight;
  }
  std::vector<Phrase> phrases;
  for (const auto& [entry, phrase] : by_entry) phrases.push_back(phrase);
  std::sort(
      phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.first < b.first;
      });
  if (phrases.size() > kPhrases) phrases.resize(kPhrases);
  return phrases;
}

void AppendLink(const HtmlDocument& document, std::uint32_t index,
                std::string* out) {
  const Match& match = document.analysis.matches[index];
  out->append("<a href=\"#").append(document.prefix).append("m");
  out->append(std::to_string(document.cluster[index])).append("\">");
  AppendHtml(Shown(TextOf(document.analysis, match.span)), out);
  out->append("</a>");
  const std::string place = PlaceInWords(match);
  if (!place.empty()) {
    out->append(" <span class=\"soft\">").append(place).append("</span>");
  }
}

void AppendReframings(const HtmlDocument& document, std::string* out) {
  const auto& reframings = document.analysis.reframings;
  if (reframings.empty() || document.quiet) return;
  out->append("<h2>Reframed</h2>\n<ul class=\"ui\">\n");
  for (const Reframing& reframing : reframings) {
    out->append("<li>from ");
    AppendLink(document, reframing.from, out);
    out->append(" to ");
    AppendLink(document, reframing.to, out);
    out->append("</li>\n");
  }
  out->append("</ul>\n");
}

void AppendWayForward(const HtmlDocument& document, std::string* out) {
  const Analysis& analysis = document.analysis;
  const auto& problems = analysis.measures.problem_without_way_forward;
  if (problems.empty() || document.quiet) return;
  out->append("<h2>A problem without a way forward</h2>\n<ul class=\"ui\">\n");
  for (const std::uint32_t problem : problems) {
    const Lexicon& lexicon = document.context.lexicon;
    const std::uint32_t category = analysis.matches[problem].category;
    out->append("<li>");
    AppendLink(document, problem, out);
    out->append(" and nothing of <span class=\"pos\">");
    AppendHtml(lexicon.axes()[lexicon.categories()[category].axis].positive,
               out);
    out->append("</span> in its section</li>\n");
  }
  out->append("</ul>\n");
}

void AppendRest(const HtmlDocument& document, std::string* out) {
  const Measures& measures = document.analysis.measures;
  std::vector<std::string> lines;
  if (WorthTellingBuzzwords(document.analysis)) {
    lines.push_back(
        "Words in fashion: " + Fixed(100 * measures.buzzword_share, 0) +
        " % of what speaks for the positive poles.");
  }
  std::vector<std::string> missing;
  for (const std::uint32_t i : measures.missing) {
    const Category& category = document.context.lexicon.categories()[i];
    missing.push_back(CategoryInWords(category));
  }
  if (!missing.empty()) {
    lines.push_back("Nowhere in this text: " + Joined(missing, "; ") + ".");
  }
  for (const Notice& notice : document.analysis.document.notices) {
    lines.push_back(
        (notice.line > 0 ? "Line " + std::to_string(notice.line) + ": " : "") +
        notice.message);
  }
  if (lines.empty()) return;
  out->append("<h2>Also</h2>\n<ul class=\"ui\">\n");
  for (const std::string& line : lines) {
    out->append("<li>");
    AppendHtml(line, out);
    out->append("</li>\n");
  }
  out->append("</ul>\n");
}

}  // namespace

void AppendHtmlPhrases(const HtmlDocument& document, std::string* out) {
  if (document.quiet || !SaysMuch(document.analysis)) return;
  const std::vector<Phrase> phrases = PhrasesWorthChanging(document);
  if (phrases.empty()) return;
  out->append(phrases.size() == 1
                  ? "<h2>The phrase most worth changing</h2>\n"
                  : "<h2>The phrases most worth changing</h2>\n");
  out->append("<ol class=\"best ui\">\n");
  for (const Phrase& phrase : phrases) {
    const Match& match = document.analysis.matches[phrase.first];
    out->append("<li>");
    AppendLink(document, phrase.first, out);
    if (phrase.count > 1) {
      out->append(" <span class=\"soft\">and ");
      out->append(Grouped(phrase.count - 1)).append(" more</span>");
    }
    out->append("<span class=\"try\">instead: ");
    AppendHtml(
        Joined(document.context.lexicon.entries()[match.entry].instead, "; "),
        out);
    out->append("</span></li>\n");
  }
  out->append("</ol>\n");
}

void AppendHtmlMeasures(const HtmlDocument& document, std::string* out) {
  AppendReframings(document, out);
  AppendWayForward(document, out);
  AppendRest(document, out);
}

void AppendHtmlCodes(const HtmlDocument& document, std::string* out) {
  const Lexicon& lexicon = document.context.lexicon;
  std::map<std::uint32_t, const Match*> first;  // of each category
  for (const Match& match : document.analysis.matches) {
    const Category& category = lexicon.categories()[match.category];
    if (category.axis != kNone && !category.code.empty()) {
      first.try_emplace(match.category, &match);
    }
  }
  if (first.empty()) return;
  out->append("<ul class=\"key codes ui\" aria-label=\"Codes\">\n");
  for (const auto& [category, match] : first) {
    out->append("<li><span class=\"tag\">");
    AppendHtmlTag(lexicon, *match, out);
    out->append("</span> ");
    AppendHtml(CategoryInWords(lexicon.categories()[category]), out);
    out->append("</li>\n");
  }
  out->append("</ul>\n");
}

void AppendHtmlMarks(const HtmlDocument& document,
                     const std::function<void()>& pause, std::string* out) {
  const Analysis& analysis = document.analysis;
  const Lexicon& lexicon = document.context.lexicon;
  if (analysis.matches.empty()) return;
  out->append(
      "<h2>All marks</h2>\n<div class=\"scroll\"><table>\n<thead><tr>"
      "<th>words</th><th>category</th><th>how it is said</th>"
      "<th>instead</th></tr></thead>\n<tbody>\n");
  for (std::uint32_t i = 0; i < analysis.matches.size(); ++i) {
    const Match& match = analysis.matches[i];
    const Category& category = lexicon.categories()[match.category];
    out->append("<tr><td>");
    AppendLink(document, i, out);
    out->append("</td><td>");
    if (category.axis != kNone) {
      AppendHtmlTag(lexicon, match, out);
      out->append(" ");
    }
    AppendHtml(CategoryInWords(category), out);
    out->append("</td><td>");
    AppendHtml(StanceWithCue(analysis, match, document.quiet), out);
    out->append("</td><td>");
    if (Endorsed(match.stance)) {
      AppendHtml(Joined(lexicon.entries()[match.entry].instead, "; "), out);
    }
    out->append("</td></tr>\n");
    pause();
  }
  out->append("</tbody></table></div>\n");
}

}  // namespace framescope
