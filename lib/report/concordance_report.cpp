// Marks in the words around them, one a line, aligned at the mark (KWIC, key
// word in context: Luhn 1960), or one a row.
// Tested by tests/unit/report/concordance_report_test.cpp.
#include <algorithm>

#include "base/csv_writer.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/excerpt.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

constexpr std::size_t kCsvColumns = 160;  // of context, before and after
constexpr std::size_t kPlaceColumns = 20;

// Names that differ at their end, as paths do, are cut at their beginning.
std::string Tail(std::string_view name, std::size_t columns) {
  if (ColumnsOf(name) <= columns) return Left(name, columns);
  std::string tail = "\xE2\x80\xA6";
  tail.append(LastColumns(name, columns - 1));
  return Left(tail, columns);
}

class ConcordanceReport : public Writer {
 public:
  using Writer::Writer;

 protected:
  virtual void WriteMark(const Analysis& analysis, const Match& match) = 0;
  std::uint64_t marks() const { return marks_; }
  std::uint64_t with_marks() const { return with_marks_; }

 private:
  void WriteScored(const Analysis& analysis) override {
    const std::uint64_t before = marks_;
    for (const Match& match : analysis.matches) {
      if (!Wanted(match)) continue;
      ++marks_;
      WriteMark(analysis, match);
      FlushIfLarge();
    }
    with_marks_ += marks_ > before;
  }

  std::uint64_t marks_ = 0, with_marks_ = 0;
};

class TextConcordance final : public ConcordanceReport {
 public:
  using ConcordanceReport::ConcordanceReport;

 private:
  void WriteMark(const Analysis& analysis, const Match& match) override {
    const Document& document = analysis.document;
    std::string place =
        Shown(document.id.empty() ? document.path : document.id);
    if (match.line > 0) place += ":" + std::to_string(match.line);
    const std::string what = std::string(ToString(match.stance)) + " " +
                             lexicon().categories()[match.category].name;
    out() += Painted(Tail(place, kPlaceColumns), Ink::kFaint, options().colour);
    if (options().quiet) {
      out() += "  " + what + "\n";
      return;
    }
    const std::size_t width = options().width;
    const std::size_t room =
        width > kPlaceColumns + 44 ? (width - kPlaceColumns - 24) / 2 : 20;
    const Excerpt excerpt = ExcerptOf(analysis, match, 4 * room);
    const Category& category = lexicon().categories()[match.category];
    const Ink ink = category.axis != kNone && category.pole == Pole::kNegative
                        ? Ink::kNegative
                        : Ink::kPositive;
    const std::string_view left = LastColumns(excerpt.before, room);
    out() += Right(left, room + 2);
    out() += Painted("[" + excerpt.words + "]", ink, options().colour);
    const std::size_t words = ColumnsOf(excerpt.words);
    const std::size_t after = std::max(room, words + 10) - words;
    out() += Left(FirstColumns(excerpt.after, after), after);
    out() += "  " + what + "\n";
  }

  void WriteEnd() override {
    out() += Grouped(marks()) + (marks() == 1 ? " mark in " : " marks in ") +
             Grouped(with_marks()) + " of " + Grouped(accounting().scored) +
             (accounting().scored == 1 ? " document\n" : " documents\n");
  }
};

class CsvConcordance final : public ConcordanceReport {
 public:
  using ConcordanceReport::ConcordanceReport;

 private:
  void WriteBegin() override {
    out() +=
        "doc,line,page,before,words,after,axis,pole,category,stance,entry\r\n";
  }

  void WriteMark(const Analysis& analysis, const Match& match) override {
    CsvWriter csv(&out(), options().csv_raw);
    csv.Text(analysis.document.id);
    match.line > 0 ? csv.Number(match.line) : csv.Empty();
    match.page > 0 ? csv.Number(match.page) : csv.Empty();
    if (options().quiet) {
      csv.Empty().Empty().Empty();
    } else {
      const Excerpt excerpt = ExcerptOf(analysis, match, kCsvColumns);
      csv.Text(excerpt.before).Text(excerpt.words).Text(excerpt.after);
    }
    const Category& category = lexicon().categories()[match.category];
    const bool on_axis = category.axis != kNone;
    csv.Text(on_axis ? lexicon().axes()[category.axis].name : "");
    csv.Text(on_axis ? lexicon().pole_name(match.category) : "");
    csv.Text(category.name).Text(ToString(match.stance));
    csv.Text(lexicon().entries()[match.entry].pattern);
    csv.EndRow();
  }
};

}  // namespace

std::unique_ptr<ReportWriter> MakeConcordanceWriter(
    ReportContext context, const ReportOptions& options, WriteFn write) {
  if (options.format == ReportFormat::kConcordanceCsv) {
    return std::make_unique<CsvConcordance>(std::move(context), options,
                                            std::move(write));
  }
  return std::make_unique<TextConcordance>(std::move(context), options,
                                           std::move(write));
}

}  // namespace framescope
