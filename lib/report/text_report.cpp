// Text for people: the whole report of one document, or a line for each of
// many and their total.
// Tested by tests/unit/report/text_report_test.cpp.
#include <algorithm>

#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/text_document.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

constexpr std::size_t kWordsColumns = 10;
constexpr std::size_t kFigureColumns = 10;

class TextReport final : public Writer {
 public:
  TextReport(ReportContext context, const ReportOptions& options, WriteFn write)
      : Writer(std::move(context), options, std::move(write)) {
    for (std::uint32_t i = 0; i < lexicon().axes().size(); ++i) {
      if (lexicon().axes()[i].headline) headline_.push_back(i);
    }
    std::size_t taken = kWordsColumns + headline_.size() * AxisColumns();
    for (std::uint32_t i = 0; i < lexicon().categories().size(); ++i) {
      if (lexicon().categories()[i].axis != kNone) continue;
      if (taken + kCategoryColumns + 16 > this->options().width) {
        ++more_categories_;
        continue;
      }
      categories_.push_back(i);
      taken += kCategoryColumns;
    }
    category_totals_.assign(categories_.size(), 0);
    const std::size_t width = this->options().width;
    name_columns_ = width > taken + 16 ? width - taken : 16;
  }

 private:
  static constexpr std::size_t AxisColumns() { return 2 * kFigureColumns + 2; }

  // Categories without an axis: as many as fit have a column.
  static constexpr std::size_t kCategoryColumns = 12;

  void WriteBegin() override {
    if (single()) return;
    std::string names(name_columns_ + kWordsColumns, ' ');
    std::string readings =
        Left("document", name_columns_) + Right("words", kWordsColumns);
    for (const std::uint32_t i : headline_) {
      const Axis& axis = lexicon().axes()[i];
      const std::string& name = axis.title.empty() ? axis.name : axis.title;
      names += Right(Cut(name, AxisColumns() - 1), AxisColumns());
      readings += "  " + Right("evoked", kFigureColumns) +
                  Right("endorsed", kFigureColumns);
    }
    for (const std::uint32_t i : categories_) {
      readings += Right(
          Cut(Shown(lexicon().categories()[i].name), kCategoryColumns - 1),
          kCategoryColumns);
    }
    while (!names.empty() && names.back() == ' ') names.pop_back();
    if (!names.empty()) out() += Bold(names) + "\n";
    out() += Bold(readings) + "\n";
  }

  void WriteScored(const Analysis& analysis) override {
    if (single()) {
      AppendTextReport(context(), options(), analysis, &out());
      return;
    }
    // Names in a list tell documents apart: paths before titles.
    const Document& document = analysis.document;
    Row(document.row || document.path.empty()
            ? NameOf(document, options().quiet)
            : Shown(document.path),
        analysis.words, analysis.axes, CategoryCounts(analysis));
  }

  void WriteFailed(const Failure& failure) override {
    const std::string line = FailureInWords(failure);
    if (single()) {
      AppendWrapped("", line, options().width, &out());
    } else {
      failed_.push_back(line);
    }
  }

  void WriteSkipped(const std::string& path,
                    const std::string& reason) override {
    const std::string line = Shown(path) + ": " + Shown(reason);
    if (single()) {
      AppendWrapped("", "skipped " + line, options().width, &out());
    } else {
      skipped_.push_back(line);
    }
  }

  void WriteEnd() override {
    if (single()) return;
    Row("total", total().words(), total().Scores(), category_totals_);
    if (more_categories_ > 0) {
      out() += "\n" + Grouped(more_categories_) +
               " more categories: widen the report, or use --format jsonl.\n";
    }
    if (!headline_.empty()) {
      out() +=
          "\nBalances from \xE2\x88\x92"
          "1 to +1, evoked and endorsed; "
          "\xE2\x80\x93 for too little text to tell.\n";
    }
    if (accounting().scored > 0) {
      out() += "\n" + Bold("All documents") + "\n";
      AppendAxes(lexicon(), options(), total().Scores(), &out());
    }
    List("Failed", failed_);
    List("Skipped", skipped_);
    out() += "\ndocuments: " + Grouped(accounting().documents()) + " = " +
             Grouped(accounting().scored) + " scored + " +
             Grouped(accounting().failed) + " failed + " +
             Grouped(accounting().skipped) + " skipped\n";
  }

  std::vector<std::uint64_t> CategoryCounts(const Analysis& analysis) {
    std::vector<std::uint64_t> counts;
    for (std::size_t i = 0; i < categories_.size(); ++i) {
      counts.push_back(analysis.categories[categories_[i]].evoked);
      category_totals_[i] += counts.back();
    }
    return counts;
  }

  void List(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out() += "\n" + Bold(title) + "\n";
    for (const std::string& line : lines) {
      AppendWrapped("  ", line, options().width, &out());
    }
  }

  void Row(std::string_view name, std::uint64_t words,
           const std::vector<AxisScore>& scores,
           const std::vector<std::uint64_t>& categories) {
    out() +=
        Left(Tail(name), name_columns_) + Right(Grouped(words), kWordsColumns);
    for (const std::uint32_t i : headline_) {
      if (i >= scores.size()) continue;
      out() += "  " + Figure(scores[i].evoked) + Figure(scores[i].endorsed);
    }
    for (const std::uint64_t count : categories) {
      out() += Right(Grouped(count), kCategoryColumns);
    }
    out() += "\n";
  }

  // Names that differ at their end, as paths do, are cut at their beginning.
  std::string Tail(std::string_view name) const {
    if (ColumnsOf(name) < name_columns_) return std::string(name);
    std::string tail = "\xE2\x80\xA6";
    return tail.append(LastColumns(name, name_columns_ - 2));
  }

  std::string Figure(const Balance& balance) const {
    if (balance.verdict == Verdict::kTooLittle) {
      return Right("\xE2\x80\x93", kFigureColumns);
    }
    const std::string figure =
        Right(Signed(balance.balance, 2), kFigureColumns);
    if (balance.verdict == Verdict::kMixed) return figure;
    return Painted(
        figure,
        balance.verdict == Verdict::kNegative ? Ink::kNegative : Ink::kPositive,
        options().colour);
  }

  std::string Bold(std::string_view text) const {
    return Painted(text, Ink::kBold, options().colour);
  }

  std::vector<std::uint32_t> headline_;
  std::vector<std::uint32_t> categories_;  // that have a column
  std::vector<std::uint64_t> category_totals_;
  std::size_t more_categories_ = 0;
  std::size_t name_columns_ = 16;
  std::vector<std::string> failed_, skipped_;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTextWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write) {
  return std::make_unique<TextReport>(std::move(context), options,
                                      std::move(write));
}

}  // namespace framescope
