// One row a match, for spreadsheets and statistics programs.
// Tested by tests/unit/report/csv_report_test.cpp.
#include <algorithm>

#include "base/csv_writer.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

class CsvReport final : public Writer {
 public:
  using Writer::Writer;

 private:
  void WriteBegin() override {
    out() +=
        "doc,sentence,begin,end,line,page,words,axis,pole,category,weight,"
        "stance,endorsed,evoked,repeated,cue,rule,holder,entry,sources\r\n";
  }

  void WriteScored(const Analysis& analysis) override {
    for (const Match& match : analysis.matches) {
      WriteRow(analysis, match);
      FlushIfLarge();
    }
  }

  void WriteRow(const Analysis& analysis, const Match& match) {
    CsvWriter csv(&out(), options().csv_raw);
    csv.Text(analysis.document.id).Number(match.sentence);
    csv.Number(match.span.begin).Number(match.span.end);
    Counted(match.line, &csv);
    Counted(match.page, &csv);
    Quote(analysis, match.span, &csv);
    const Category& category = lexicon().categories()[match.category];
    const bool on_axis = category.axis != kNone;
    csv.Text(on_axis ? lexicon().axes()[category.axis].name : "");
    csv.Text(on_axis ? lexicon().pole_name(match.category) : "");
    csv.Text(category.name);
    csv.Number(static_cast<std::uint64_t>(std::max(match.weight, 0)));
    csv.Text(ToString(match.stance)).Bool(Endorsed(match.stance));
    csv.Bool(Evoked(match.stance)).Bool(match.repeated);
    Quote(analysis, match.cue, &csv);
    const bool ruled = match.rule < context().rules.size();
    csv.Text(ruled ? context().rules[match.rule].id : "");
    Quote(analysis, match.holder, &csv);
    const Entry& entry = lexicon().entries()[match.entry];
    csv.Text(entry.pattern).Text(SourceKeys(entry)).EndRow();
  }

  static void Counted(std::uint32_t number, CsvWriter* csv) {
    number == 0 ? csv->Empty() : csv->Number(number);
  }

  void Quote(const Analysis& analysis, Span span, CsvWriter* csv) {
    options().quiet ? csv->Empty() : csv->Text(TextOf(analysis, span));
  }

  std::string SourceKeys(const Entry& entry) const {
    std::vector<std::string> keys;
    for (const std::uint32_t source : entry.sources) {
      keys.push_back(lexicon().sources()[source].key);
    }
    return Joined(keys, " ");
  }
};

}  // namespace

std::unique_ptr<ReportWriter> MakeCsvWriter(ReportContext context,
                                            const ReportOptions& options,
                                            WriteFn write) {
  return std::make_unique<CsvReport>(std::move(context), options,
                                     std::move(write));
}

}  // namespace framescope
