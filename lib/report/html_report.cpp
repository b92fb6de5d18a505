// One self-contained page: the report of one document, or of each of many
// behind its line, with their total.
// Tested by tests/unit/report/html_report_test.cpp.
#include "base/html_text.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

// A page with the text of more documents than this would be too large to open.
constexpr std::uint64_t kMostTexts = 200;

// The legend of marks: what is said, with and without poles, then the rest.
constexpr std::string_view kPoles =
    "<ul class=\"key ui\" aria-label=\"Legend\">"
    "<li><mark class=\"neg said\">said</mark> "
    "<span class=\"tag neg\">\xE2\x88\x92</span> negative pole</li>"
    "<li><mark class=\"pos said\">said</mark> "
    "<span class=\"tag pos\">+</span> positive pole</li>";
constexpr std::string_view kNoPoles =
    "<ul class=\"key ui\" aria-label=\"Legend\">"
    "<li><mark class=\"plain said\">said</mark> "
    "<span class=\"tag\">category</span></li>";
constexpr std::string_view kLegend =
    "<li><mark class=\"not\">dashed</mark> denied, reported or left "
    "behind</li>"
    "<li><mark class=\"term\">dotted</mark> only mentioned, not counted"
    "</li></ul>\n"
    "<p class=\"ui soft\">Point at a mark, tap it, or reach it with the Tab "
    "key, to see why it is there.</p>\n";

class HtmlReport final : public Writer {
 public:
  using Writer::Writer;

 private:
  void WriteBegin() override {
    if (single()) return;
    AppendHtmlHead("How these texts frame people", &out());
    out() +=
        "<h1>How these texts frame people</h1>\n<p class=\"ui\">"
        "<a href=\"#total\">To the total</a>. ";
    out() += lexicon().axes().empty()
                 ? "Open a line to read its report."
                 : "The bars show what is said (endorsed); open a line for "
                   "everything else.";
    out() +=
        "</p>\n<div class=\"heads ui\">"
        "<span>document</span><span class=\"num\">words</span>";
    for (const Axis& axis : lexicon().axes()) {
      if (!axis.headline) continue;
      out() += "<span class=\"ax\">" +
               Html(axis.title.empty() ? axis.name : axis.title) + "</span>";
    }
    out() += "</div>\n";
  }

  void WriteScored(const Analysis& analysis) override {
    const HtmlDocument document = MakeHtmlDocument(
        context(), analysis, options().quiet,
        single() ? "" : "d" + std::to_string(accounting().documents()) + "-");
    const std::string name = NameOf(analysis.document, options().quiet);
    if (single()) {
      AppendHtmlHead(name, &out());
      out() += "<a class=\"skip ui\" href=\"#text\">To the text</a>\n<h1>" +
               Html(name) + "</h1>\n";
      WriteDocument(document);
      return;
    }
    out() += "<details class=\"doc\"><summary class=\"ui\">";
    Line(name, analysis.words, analysis.axes);
    out() += "</summary>\n";
    WriteDocument(document);
    out() += "</details>\n";
    categories_.resize(analysis.categories.size());
    for (std::size_t i = 0; i < categories_.size(); ++i) {
      categories_[i].evoked += analysis.categories[i].evoked;
      categories_[i].endorsed += analysis.categories[i].endorsed;
      categories_[i].weighted += analysis.categories[i].weighted;
    }
  }

  void Line(std::string_view name, std::uint64_t words,
            const std::vector<AxisScore>& scores) {
    out() += "<span class=\"name\">" + Html(name) +
             "</span><span class=\"num\">" + Grouped(words) + "</span>";
    for (const AxisScore& score : scores) {
      const Axis& axis = lexicon().axes()[score.axis];
      if (!axis.headline) continue;
      out() += "<span class=\"ax\"><span class=\"axname soft\">" +
               Html(axis.title.empty() ? axis.name : axis.title) + "</span>";
      AppendHtmlBar(axis, score, score.endorsed, &out());
      out() += "</span>";
    }
  }

  void Facts(const Analysis& analysis) {
    const Document& document = analysis.document;
    out() += "<p class=\"ui soft\">";
    if (!document.path.empty()) out() += Html(Shown(document.path)) + " · ";
    out() += Grouped(analysis.words) + " words · " +
             Grouped(analysis.sentences) + " sentences";
    if (analysis.repeated_paragraphs > 0) {
      out() += " · " + Grouped(analysis.repeated_paragraphs) +
               " repeated paragraphs, counted once";
    }
    out() += "</p>\n";
  }

  void WriteDocument(const HtmlDocument& document) {
    const Analysis& analysis = document.analysis;
    const auto pause = [this] { FlushIfLarge(); };
    Facts(analysis);
    const std::string summary = SummaryInWords(lexicon(), analysis.axes);
    if (!summary.empty()) {
      out() += "<p class=\"lead\">" + Html(summary) + "</p>\n";
    }
    AppendHtmlAxes(lexicon(), analysis.axes, &out());
    AppendHtmlCategories(lexicon(), analysis.categories, analysis.words,
                         &out());
    AppendHtmlArc(document, &out());
    AppendHtmlPhrases(document, &out());
    AppendHtmlMeasures(document, &out());
    if (options().quiet) return;
    if (!single() && accounting().scored > kMostTexts) {
      out() += "<p class=\"ui soft\">This page holds the text of its first " +
               Grouped(kMostTexts) +
               " documents. For this one, make a report of its own.</p>\n";
      return;
    }
    out() += "<h2 id=\"" + document.prefix + "text\">The text</h2>\n";
    out() += lexicon().axes().empty() ? kNoPoles : kPoles;
    out() += kLegend;
    AppendHtmlCodes(document, &out());
    if (single()) {
      out() +=
          "<div class=\"hint ui\" aria-hidden=\"true\">Here stands what "
          "a mark says.</div>\n";
    }
    AppendHtmlText(document, pause, &out());
    AppendHtmlMarks(document, pause, &out());
  }

  void WriteFailed(const Failure& failure) override {
    const std::string name =
        Shown(failure.path.empty() ? failure.id : failure.path);
    const std::string line = FailureInWords(failure);
    if (single()) {
      AppendHtmlHead(name, &out());
      out() += "<h1>" + Html(name) +
               "</h1>\n<p>Could not be scored: " + Html(line) + "</p>\n";
    } else {
      failed_.push_back(line);
    }
  }

  void WriteSkipped(const std::string& path,
                    const std::string& reason) override {
    const std::string line = Shown(path) + ": " + Shown(reason);
    if (single()) {
      AppendHtmlHead(Shown(path), &out());
      out() += "<h1>" + Html(Shown(path)) + "</h1>\n<p>Skipped: " + Html(line) +
               "</p>\n";
    } else {
      skipped_.push_back(line);
    }
  }

  void WriteEnd() override {
    if (!single()) WriteTotal();
    AppendHtmlFoot(context(), &out());
  }

  void WriteTotal() {
    const std::vector<AxisScore> scores = total().Scores();
    out() += "<h2 id=\"total\">All documents</h2>\n<p class=\"ui\">" +
             Grouped(accounting().documents()) + " = " +
             Grouped(accounting().scored) + " scored + " +
             Grouped(accounting().failed) + " failed + " +
             Grouped(accounting().skipped) + " skipped · " +
             Grouped(total().words()) + " words</p>\n";
    if (accounting().scored > 0) {
      const std::string summary = SummaryInWords(lexicon(), scores);
      if (!summary.empty()) {
        out() += "<p class=\"lead\">" + Html(summary) + "</p>\n";
      }
      AppendHtmlAxes(lexicon(), scores, &out());
      AppendHtmlCategories(lexicon(), categories_, total().words(), &out());
    }
    List("Failed", failed_);
    List("Skipped", skipped_);
  }

  void List(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out().append("<h2>").append(title).append("</h2>\n<ul class=\"ui\">\n");
    for (const std::string& line : lines) {
      out() += "<li>" + Html(line) + "</li>\n";
    }
    out() += "</ul>\n";
  }

  std::vector<CategoryCount> categories_;  // of all documents
  std::vector<std::string> failed_, skipped_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeHtmlWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write) {
  return std::make_unique<HtmlReport>(std::move(context), options,
                                      std::move(write));
}

}  // namespace framescope
