// Scores as bars, and the arc along a document.
// Tested by tests/unit/report/html_report_test.cpp.
#include <algorithm>

#include "base/html_text.hpp"
#include "base/numbers.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kArcBins = 48;
constexpr std::uint32_t kFewestSentencesForArc = 8;

// Where on the scale from -1 to +1, in per cent.
std::string Percent(double value) { return Fixed((value + 1) * 50, 2) + "%"; }

// Whether nothing of the axis reaches the reader.
bool NoMatch(const AxisScore& score) {
  return score.evoked.negative.count + score.evoked.positive.count == 0;
}

std::string BalanceInWords(const Axis& axis, const AxisScore& score,
                           const Balance& balance) {
  if (NoMatch(score)) return "no match";
  const std::string verdict = VerdictInWords(axis, balance.verdict);
  if (balance.verdict == Verdict::kTooLittle) return verdict;
  return verdict + ": balance " + Signed(balance.balance, 2) +
         ", 95 % interval " + Signed(balance.low, 2) + " to " +
         Signed(balance.high, 2);
}

void AppendPole(const char* side, const PoleCount& pole, std::string* out) {
  out->append("<span class=\"num ").append(side).append("\"><b>");
  out->append(Grouped(pole.count)).append("</b> ");
  out->append("<span class=\"soft\">").append(Fixed(pole.per_1000, 1));
  out->append("\xE2\x80\x89\xE2\x80\xB0</span></span>");
}

void AppendRow(const char* name, const Axis& axis, const AxisScore& score,
               const Balance& balance, std::string* out) {
  out->append("<div class=\"row\"><span>").append(name).append("</span>");
  AppendPole("neg", balance.negative, out);
  AppendHtmlBar(axis, score, balance, out);
  AppendPole("pos", balance.positive, out);
  out->append("<p class=\"says\">");
  AppendHtml(BalanceInWords(axis, score, balance), out);
  out->append("</p></div>\n");
}

void AppendCategoryRow(const Category& category, const CategoryCount& count,
                       std::uint64_t words, std::string* out) {
  out->append("<tr><td>");
  AppendHtml(category.name, out);
  if (!category.title.empty()) {
    out->append(" <span class=\"soft\">");
    AppendHtml(category.title, out);
    out->append("</span>");
  }
  const double thousands = std::max(1.0, static_cast<double>(words)) / 1000.0;
  for (const std::string& figure :
       {Grouped(count.evoked), Grouped(count.endorsed),
        Fixed(count.evoked / thousands, 1), Fixed(count.weighted, 2)}) {
    out->append("</td><td class=\"num\">").append(figure);
  }
  out->append("</td></tr>\n");
}

struct Bin {
  std::uint32_t said[2] = {}, other[2] = {};
};

std::vector<Bin> BinsOf(const HtmlDocument& document, std::uint32_t axis) {
  const Analysis& analysis = document.analysis;
  std::vector<Bin> bins(std::min(kArcBins, analysis.sentences));
  for (const Match& match : analysis.matches) {
    const Category& category =
        document.context.lexicon.categories()[match.category];
    if (category.axis != axis || match.repeated || !Evoked(match.stance) ||
        match.sentence >= analysis.sentences) {
      continue;
    }
    Bin& bin =
        bins[std::uint64_t{match.sentence} * bins.size() / analysis.sentences];
    const std::size_t pole = static_cast<std::size_t>(category.pole);
    ++(Endorsed(match.stance) ? bin.said : bin.other)[pole];
  }
  return bins;
}

void AppendRect(std::size_t bin, std::uint32_t from, std::uint32_t to, bool up,
                double unit, const char* classes, std::string* out) {
  if (from == to) return;
  const double top = up ? 50 - to * unit : 50 + from * unit;
  out->append("<rect class=\"").append(classes).append("\" x=\"");
  out->append(std::to_string(bin * 10 + 1)).append("\" width=\"8\" y=\"");
  out->append(Fixed(top, 2)).append("\" height=\"");
  out->append(Fixed((to - from) * unit, 2)).append("\"/>");
}

void AppendStrip(const Axis& axis, const std::vector<Bin>& bins,
                 std::string* out) {
  std::uint32_t most = 1;
  for (const Bin& bin : bins) {
    for (const int pole : {0, 1}) {
      most = std::max(most, bin.said[pole] + bin.other[pole]);
    }
  }
  const double unit = 48.0 / most;
  out->append("<div class=\"strip\"><p class=\"ui\"><b>");
  AppendHtml(axis.title.empty() ? axis.name : axis.title, out);
  out->append("</b> <span class=\"soft\">above the line <span class=\"pos\">");
  AppendHtml(axis.positive, out);
  out->append("</span>, below it <span class=\"neg\">");
  AppendHtml(axis.negative, out);
  out->append(
      "</span></span></p>\n<svg class=\"arc\" role=\"img\" aria-label="
      "\"From the beginning of the text on the left to its end on the "
      "right\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
  out->append(std::to_string(bins.size() * 10)).append(" 100\">");
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const Bin& bin = bins[i];
    AppendRect(i, 0, bin.said[1], true, unit, "p", out);
    AppendRect(i, bin.said[1], bin.said[1] + bin.other[1], true, unit, "p thin",
               out);
    AppendRect(i, 0, bin.said[0], false, unit, "n", out);
    AppendRect(i, bin.said[0], bin.said[0] + bin.other[0], false, unit,
               "n thin", out);
  }
  out->append("<line x1=\"0\" y1=\"50\" y2=\"50\" x2=\"");
  out->append(std::to_string(bins.size() * 10)).append("\"/></svg></div>\n");
}

}  // namespace

void AppendHtmlBar(const Axis& axis, const AxisScore& score,
                   const Balance& balance, std::string* out) {
  const char* look[] = {" few", " n", " p", ""};
  out->append("<span class=\"bar")
      .append(look[static_cast<int>(balance.verdict)]);
  out->append("\" role=\"img\" aria-label=\"");
  AppendHtml(BalanceInWords(axis, score, balance), out);
  out->append("\">");
  if (balance.negative.count + balance.positive.count > 0) {
    out->append("<i style=\"left:").append(Percent(balance.low));
    out->append(";right:").append(Percent(-balance.high));
    out->append("\"></i><b style=\"left:").append(Percent(balance.balance));
    out->append("\"></b>");
  }
  out->append("</span>");
}

void AppendHtmlAxes(const Lexicon& lexicon,
                    const std::vector<AxisScore>& scores, std::string* out) {
  if (scores.empty()) return;
  out->append("<section aria-label=\"Scores\" class=\"ui\">\n");
  for (const AxisScore& score : scores) {
    const Axis& axis = lexicon.axes()[score.axis];
    out->append("<div class=\"axis\"><h3>");
    AppendHtml(axis.title.empty() ? axis.name : axis.title, out);
    out->append(
        "</h3>\n<div class=\"ends\"><span></span><span class=\"neg\">"
        "\xE2\x88\x92 ");
    AppendHtml(axis.negative, out);
    out->append("</span><span class=\"pos\">");
    AppendHtml(axis.positive, out);
    out->append(" +</span></div>\n");
    AppendRow("evoked", axis, score, score.evoked, out);
    AppendRow("endorsed", axis, score, score.endorsed, out);
    out->append("</div>\n");
  }
  out->append(
      "<p class=\"soft\">Matches, and \xE2\x80\xB0 of words. "
      "<b>Evoked</b> is all that reaches the reader, also when it is "
      "denied; <b>endorsed</b> is what the author says. The dot is the "
      "balance between the poles, the band its 95&#8239;% interval; an "
      "open dot stands for too little text to tell.</p>\n"
      "</section>\n");
}

void AppendHtmlCategories(const Lexicon& lexicon,
                          const std::vector<CategoryCount>& counts,
                          std::uint64_t words, std::string* out) {
  std::size_t total = 0, occurring = 0;
  std::string rows;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Category& category = lexicon.categories()[i];
    if (category.axis != kNone) continue;
    ++total;
    const CategoryCount& count = counts[i];
    if (count.evoked == 0) continue;
    ++occurring;
    AppendCategoryRow(category, count, words, &rows);
  }
  if (total == 0) return;
  out->append("<section aria-label=\"Categories\" class=\"ui\">\n");
  if (occurring > 0) {
    out->append(
        "<div class=\"scroll\"><table>\n<thead><tr><th>category</th>"
        "<th class=\"num\">evoked</th><th class=\"num\">endorsed</th>"
        "<th class=\"num\">\xE2\x80\xB0 of words</th>"
        "<th class=\"num\">weighted</th></tr></thead>\n<tbody>\n");
    out->append(rows).append("</tbody></table></div>\n");
  }
  out->append("<p class=\"soft\">");
  if (occurring < total) {
    out->append("No match in ").append(Grouped(total - occurring));
    out->append(total == 1 ? " category. " : " of the categories. ");
  }
  out->append(
      "<b>Evoked</b> is all that reaches the reader, also when it is denied; "
      "<b>endorsed</b> is what the author says. \xE2\x80\xB0 and weight are "
      "of what is evoked.</p>\n</section>\n");
}

std::string SummaryInWords(const Lexicon& lexicon,
                           const std::vector<AxisScore>& scores) {
  std::string summary;
  for (const AxisScore& score : scores) {
    const Axis& axis = lexicon.axes()[score.axis];
    if (!axis.headline) continue;
    const std::string title = axis.title.empty() ? axis.name : axis.title;
    if (!summary.empty()) summary += " ";
    summary += title + ": ";
    if (NoMatch(score)) {
      summary += "no match.";
      continue;
    }
    if (score.endorsed.verdict != Verdict::kTooLittle) {
      summary += score.endorsed.verdict == Verdict::kMixed
                     ? "what is said shows "
                     : "what is said ";
    }
    summary += VerdictInWords(axis, score.endorsed.verdict);
    if (score.endorsed.verdict != Verdict::kTooLittle) {
      summary += " (" + Signed(score.endorsed.balance, 2) + ")";
    }
    summary += ".";
  }
  return summary;
}

void AppendHtmlArc(const HtmlDocument& document, std::string* out) {
  if (document.analysis.sentences < kFewestSentencesForArc) return;
  const auto axes = document.context.lexicon.axes();
  std::string strips;
  for (std::uint32_t i = 0; i < axes.size(); ++i) {
    if (axes[i].headline) AppendStrip(axes[i], BinsOf(document, i), &strips);
  }
  if (strips.empty()) return;
  out->append("<h2>Along the text</h2>\n").append(strips);
  out->append(
      "<p class=\"ui soft\">From beginning to end. Pale: denied, "
      "reported or left behind.</p>\n");
}

}  // namespace framescope
