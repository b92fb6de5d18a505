// Findings one a line, as compilers write them, for editors and for people.
// Tested by tests/unit/report/lint_report_test.cpp.
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/finding.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"
#include "report/writer.hpp"

namespace framescope {
namespace {

class LintReport final : public Writer {
 public:
  using Writer::Writer;

 private:
  void WriteScored(const Analysis& analysis) override {
    for (const Match& match : analysis.matches) {
      if (!IsFinding(lexicon(), match) || !Wanted(match)) continue;
      WriteFinding(analysis, match);
      FlushIfLarge();
    }
  }

  void WriteFinding(const Analysis& analysis, const Match& match) {
    const Document& document = analysis.document;
    std::string place =
        Shown(document.path.empty() ? document.id : document.path);
    if (match.line > 0) {
      place += ":" + std::to_string(match.line);
      const std::uint32_t column = ColumnOf(analysis, match);
      if (column > 0) place += ":" + std::to_string(column);
    } else if (match.page > 0) {
      place += ": page " + std::to_string(match.page);
    }
    const bool warning = IsWarning(lexicon(), match);
    ++(warning ? warnings_ : notes_);
    out() += Painted(place + ": ", Ink::kBold, options().colour);
    out() += Painted(warning ? "warning: " : "note: ",
                     warning ? Ink::kNegative : Ink::kFaint, options().colour);
    out() += FindingInWords(lexicon(), analysis, match, options().quiet);
    out() += " [" + lexicon().categories()[match.category].name + "]\n";
  }

  void WriteEnd() override {
    out() += Grouped(warnings_) +
             (warnings_ == 1 ? " warning, " : " warnings, ") + Grouped(notes_) +
             (notes_ == 1 ? " note in " : " notes in ") +
             Grouped(accounting().scored) +
             (accounting().scored == 1 ? " document" : " documents");
    if (accounting().failed > 0) {
      out() += ", " + Grouped(accounting().failed) + " failed";
    }
    out() += "\n";
  }

  std::uint64_t warnings_ = 0, notes_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeLintWriter(ReportContext context,
                                             const ReportOptions& options,
                                             WriteFn write) {
  return std::make_unique<LintReport>(std::move(context), options,
                                      std::move(write));
}

}  // namespace framescope
