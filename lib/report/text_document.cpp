// Tested by tests/unit/report/text_report_test.cpp.
#include "report/text_document.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "report/excerpt.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr std::size_t kPlaceColumns = 10;
constexpr std::size_t kCountColumns = 13;

std::string Counted(std::uint64_t count, const char* one, const char* many) {
  return Grouped(count).append(" ").append(count == 1 ? one : many);
}

// Writes the parts of one report, one after the other.
class TextDocument {
 public:
  TextDocument(const ReportContext& context, const ReportOptions& options,
               const Analysis& analysis, std::string* out)
      : context_(context),
        lexicon_(context.lexicon),
        options_(options),
        analysis_(analysis),
        width_(std::max<std::size_t>(options.width, 40)),
        out_(*out) {}

  void Write() {
    Heading();
    AppendAxes(lexicon_, options_, analysis_.axes, &out_);
    Categories();
    if (!options_.quiet) {
      Marks();
      Reframings();
      WayForward();
    }
    OtherMeasures();
    Notices();
  }

 private:
  std::string Bold(std::string_view text) const {
    return Painted(text, Ink::kBold, options_.colour);
  }
  std::string Faint(std::string_view text) const {
    return Painted(text, Ink::kFaint, options_.colour);
  }
  Ink InkOf(const Match& match) const {
    return lexicon_.categories()[match.category].pole == Pole::kNegative
               ? Ink::kNegative
               : Ink::kPositive;
  }

  void Heading() {
    const Document& document = analysis_.document;
    const std::string name = NameOf(document, options_.quiet);
    out_ += Bold(name) + "\n";
    std::string facts = Counted(analysis_.words, "word", "words") + ", " +
                        Counted(analysis_.sentences, "sentence", "sentences");
    const std::string path = Shown(document.path);
    if (!path.empty() && path != name) facts = path + ": " + facts;
    AppendWrapped("", facts, width_, &out_);
    if (analysis_.repeated_paragraphs > 0) {
      AppendWrapped("",
                    Counted(analysis_.repeated_paragraphs, "paragraph repeats",
                            "paragraphs repeat") +
                        " an earlier one word for word: counted once.",
                    width_, &out_);
    }
  }

  void Title(std::string_view title, std::size_t count) {
    std::string line(title);
    line.append(" (").append(Grouped(count)).append(")");
    out_ += "\n" + Bold(line) + "\n";
  }

  // The categories without an axis, as other tools' lexicons have them.
  void Categories() {
    constexpr std::size_t kNameColumns = 28;
    std::size_t total = 0, occurring = 0;
    std::string rows;
    for (std::size_t i = 0; i < analysis_.categories.size(); ++i) {
      const Category& category = lexicon_.categories()[i];
      const CategoryCount& count = analysis_.categories[i];
      if (category.axis != kNone) continue;
      ++total;
      if (count.evoked == 0) continue;
      ++occurring;
      const double words = std::max(1.0, static_cast<double>(analysis_.words));
      rows += "  " + Left(Shown(category.name), kNameColumns) +
              Right(Grouped(count.evoked), 8) +
              Right(Grouped(count.endorsed), 10) +
              Right(Fixed(1000.0 * count.evoked / words, 1), 10) +
              Right(Fixed(count.weighted, 2), 10) + "\n";
    }
    if (total == 0) return;
    Title("Categories", total);
    if (occurring > 0) {
      out_ += Faint("  " + Left("", kNameColumns) + Right("evoked", 8) +
                    Right("endorsed", 10) + Right("per 1,000", 10) +
                    Right("weighted", 10)) +
              "\n" + rows;
    }
    if (occurring < total) {
      AppendWrapped("  ", "No match in " + Grouped(total - occurring) + ".",
                    width_, &out_);
    }
  }

  // "line 12   " in the first column of a list.
  std::string Place(const Match& match) const {
    return Left(PlaceInWords(match), kPlaceColumns);
  }
  std::string Quoted(Span span) const {
    std::string quoted = "\xE2\x80\x9C";
    return quoted.append(Shown(TextOf(analysis_, span))).append("\xE2\x80\x9D");
  }

  void Marks() {
    Title("Marks", analysis_.matches.size());
    if (analysis_.matches.empty()) {
      out_ += "  None of the words that the lexicon knows.\n";
    }
    for (const Match& match : analysis_.matches) {
      out_ += "\n";
      InContext(match);
      What(match);
      // What is known of an entry is said once, where it comes first: there is
      // more to say of it when the author endorses it.
      const std::uint32_t topic =
          2 * match.entry + (Endorsed(match.stance) ? 1u : 0u);
      if (!match.repeated && advised_.insert(topic).second) {
        Advice(match);
      }
    }
  }

  void InContext(const Match& match) {
    const std::size_t words = ColumnsOf(Shown(TextOf(analysis_, match.span)));
    const std::size_t taken = kPlaceColumns + words + 2;
    const std::size_t free = width_ > taken + 12 ? width_ - taken : 12;
    const Excerpt excerpt = ExcerptOf(analysis_, match, free);
    out_ += Faint(Place(match)) + excerpt.before +
            Painted("[" + excerpt.words + "]", InkOf(match), options_.colour) +
            excerpt.after + "\n";
  }

  void Line(const std::string& text) {
    AppendWrapped(std::string(kPlaceColumns, ' '), text, width_, &out_);
  }

  void What(const Match& match) {
    const Category& category = lexicon_.categories()[match.category];
    std::string what;
    if (category.axis != kNone) {
      what.append(lexicon_.pole_name(match.category)).append(": ");
    }
    what += CategoryInWords(category);
    Line(what);
    std::string how = StanceWithCue(analysis_, match, false);
    if (match.in_quotation) how += "; inside quotation marks";
    if (match.repeated) how += "; in a repeated paragraph, not counted again";
    const std::string rule = RuleInWords(context_, match);
    if (!rule.empty()) how += "; " + rule;
    Line(how);
  }

  void Advice(const Match& match) {
    const Entry& entry = lexicon_.entries()[match.entry];
    const std::string heard = OftenHeardAs(lexicon_, match);
    const bool endorsed = Endorsed(match.stance);
    if (endorsed && !heard.empty()) Line("often heard as: " + heard);
    if (endorsed && !entry.instead.empty()) {
      Line("instead: " + Joined(entry.instead, "; "));
    }
    const std::string_view flag = FlagInWords(entry.flags);
    if (!flag.empty()) Line(std::string(flag));
    if (!entry.note.empty()) Line("note: " + entry.note);
    std::vector<std::string> sources;
    for (const std::uint32_t source : entry.sources) {
      sources.push_back(SourceInShort(lexicon_.sources()[source]));
    }
    if (!sources.empty()) Line("source: " + Joined(sources, " · "));
  }

  void Reframings() {
    if (analysis_.reframings.empty()) return;
    Title("Reframings", analysis_.reframings.size());
    for (const Reframing& reframing : analysis_.reframings) {
      const Match& from = analysis_.matches[reframing.from];
      const Match& to = analysis_.matches[reframing.to];
      AppendWrapped(Place(from),
                    "from " + Quoted(from.span) + " to " + Quoted(to.span),
                    width_, &out_);
    }
  }

  void WayForward() {
    const auto& problems = analysis_.measures.problem_without_way_forward;
    if (problems.empty()) return;
    Title("Problem without a way forward", problems.size());
    for (const std::uint32_t problem : problems) {
      const Match& match = analysis_.matches[problem];
      const Category& category = lexicon_.categories()[match.category];
      AppendWrapped(Place(match),
                    Quoted(match.span) + " and nothing of " +
                        lexicon_.axes()[category.axis].positive +
                        " in its section",
                    width_, &out_);
    }
  }

  void OtherMeasures() {
    const Measures& measures = analysis_.measures;
    std::vector<std::string> lines;
    if (options_.quiet && !measures.problem_without_way_forward.empty()) {
      lines.push_back("Sections with a problem and no way forward: " +
                      Grouped(measures.problem_without_way_forward.size()));
    }
    if (WorthTellingBuzzwords(analysis_)) {
      lines.push_back(
          "Words in fashion: " + Fixed(100 * measures.buzzword_share, 0) +
          " % of what speaks for the positive poles.");
    }
    std::vector<std::string> missing;
    for (const std::uint32_t i : measures.missing) {
      const Category& category = lexicon_.categories()[i];
      missing.push_back(CategoryInWords(category));
    }
    if (!missing.empty()) {
      lines.push_back("Nowhere in this text: " + Joined(missing, "; ") + ".");
    }
    if (!lines.empty()) out_ += "\n";
    for (const std::string& line : lines)
      AppendWrapped("", line, width_, &out_);
  }

  void Notices() {
    const auto& notices = analysis_.document.notices;
    if (notices.empty()) return;
    Title("Notes on reading", notices.size());
    for (const Notice& notice : notices) {
      const std::string place =
          notice.line > 0 ? "line " + std::to_string(notice.line) + ": " : "";
      AppendWrapped("  ", place + Shown(notice.message), width_, &out_);
    }
  }

  const ReportContext& context_;
  const Lexicon& lexicon_;
  const ReportOptions& options_;
  const Analysis& analysis_;
  std::size_t width_;
  std::unordered_set<std::uint32_t> advised_;  // what Advice() has told of
  std::string& out_;
};

std::string CountAndRate(const PoleCount& pole) {
  return Grouped(pole.count) + " (" + Fixed(pole.per_1000, 1) + ")";
}

void AppendReading(const char* name, const Axis& axis, const Balance& balance,
                   std::size_t bar, bool colour, std::string* out) {
  *out += Left(name, 10);
  *out += Painted(Right(CountAndRate(balance.negative), kCountColumns),
                  Ink::kNegative, colour);
  *out += " " + Bar(balance, bar) + " ";
  *out += Painted(CountAndRate(balance.positive), Ink::kPositive, colour);
  *out += "\n" + std::string(10, ' ');
  const std::string verdict = VerdictInWords(axis, balance.verdict);
  if (balance.verdict == Verdict::kTooLittle) {
    *out += verdict + "\n";
    return;
  }
  *out += "balance " + Signed(balance.balance, 2) + ", 95 % interval " +
          Signed(balance.low, 2) + " to " + Signed(balance.high, 2) + ": " +
          verdict + "\n";
}

}  // namespace

void AppendAxes(const Lexicon& lexicon, const ReportOptions& options,
                const std::vector<AxisScore>& scores, std::string* out) {
  if (scores.empty()) return;
  const std::size_t width = std::max<std::size_t>(options.width, 40);
  const std::size_t sides = 10 + 2 + 2 * kCountColumns;
  const std::size_t bar =
      std::clamp<std::size_t>(width > sides ? width - sides : 0, 9, 61) | 1;
  AppendWrapped(
      "",
      "Matches, and in brackets for every 1,000 words. Evoked is all that "
      "reaches the reader, also when it is denied; endorsed is what the author "
      "says.",
      width, out);
  for (const AxisScore& score : scores) {
    const Axis& axis = lexicon.axes()[score.axis];
    const std::string title = axis.title.empty() ? axis.name : axis.title;
    *out += "\n" + Painted(title, Ink::kBold, options.colour) + "\n";
    const Balance& evoked = score.evoked;
    if (evoked.negative.count + evoked.positive.count == 0) {
      *out += "          no match\n";
      continue;
    }
    *out += std::string(10, ' ') +
            Painted(Right(axis.negative, kCountColumns), Ink::kNegative,
                    options.colour) +
            std::string(bar + 2, ' ') +
            Painted(axis.positive, Ink::kPositive, options.colour) + "\n";
    AppendReading("  evoked", axis, evoked, bar, options.colour, out);
    AppendReading("  endorsed", axis, score.endorsed, bar, options.colour, out);
  }
}

void AppendTextReport(const ReportContext& context,
                      const ReportOptions& options, const Analysis& analysis,
                      std::string* out) {
  TextDocument(context, options, analysis, out).Write();
}

}  // namespace framescope
