// The parts of an HTML report. All append to `out`; all text that is not the
// program's own is escaped on its way.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/report.hpp"

namespace framescope {

// What the parts of one document's report need.
struct HtmlDocument {
  const ReportContext& context;
  const Analysis& analysis;
  bool quiet = false;
  std::string prefix;  // of ids: "d3-"
  // For each match, the first match of the cluster that it belongs to: matches
  // that overlap, one after the other, share one mark.
  std::vector<std::uint32_t> cluster;
};

HtmlDocument MakeHtmlDocument(const ReportContext& context,
                              const Analysis& analysis, bool quiet,
                              std::string prefix);

// Up to and with <body>. No script, and nothing from elsewhere: the page's
// security policy forbids both.
void AppendHtmlHead(std::string_view title, std::string* out);
void AppendHtmlFoot(const ReportContext& context, std::string* out);

// Bars with intervals for every axis, evoked above endorsed.
void AppendHtmlAxes(const Lexicon& lexicon,
                    const std::vector<AxisScore>& scores, std::string* out);
// The categories without an axis, as other tools' lexicons have them, as a
// table.
void AppendHtmlCategories(const Lexicon& lexicon,
                          const std::vector<CategoryCount>& counts,
                          std::uint64_t words, std::string* out);
// One scale with point and interval; `balance` is one of the score's.
void AppendHtmlBar(const Axis& axis, const AxisScore& score,
                   const Balance& balance, std::string* out);
// One sentence on the headline axes, to copy into a message.
std::string SummaryInWords(const Lexicon& lexicon,
                           const std::vector<AxisScore>& scores);
// Where along the document the poles of the headline axes stand.
void AppendHtmlArc(const HtmlDocument& document, std::string* out);

// The five phrases most worth changing, contrasts, measures, notices.
void AppendHtmlPhrases(const HtmlDocument& document, std::string* out);
void AppendHtmlMeasures(const HtmlDocument& document, std::string* out);
// What the codes of the document's marks stand for.
void AppendHtmlCodes(const HtmlDocument& document, std::string* out);
// The text with its marks. Calls `pause` between marks.
void AppendHtmlText(const HtmlDocument& document,
                    const std::function<void()>& pause, std::string* out);
// What a mark says: pole, category, stance and cue, advice, sources.
void AppendHtmlCard(const HtmlDocument& document, const Match& match,
                    std::string* out);
// All marks as a table, for print and for reading one by one.
void AppendHtmlMarks(const HtmlDocument& document,
                     const std::function<void()>& pause, std::string* out);

// "−" or "+" and the code of the category, "−D3", in the colour of its pole;
// of a category without an axis the last part of its name.
void AppendHtmlTag(const Lexicon& lexicon, const Match& match,
                   std::string* out);
// The classes of a mark: its pole if any, and whether the author says it.
std::string HtmlClasses(const Lexicon& lexicon, const Match& match);

}  // namespace framescope
