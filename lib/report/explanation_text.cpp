// Tested by tests/unit/report/explanation_text_test.cpp.
#include "report/explanation_text.hpp"

#include <algorithm>

#include "base/numbers.hpp"
#include "base/utf8.hpp"

namespace framescope {
namespace {

// Writes one explanation. Borrows everything for the call.
class Explainer {
 public:
  Explainer(const ReportContext& context, const Explanation& explanation)
      : lexicon_(context.lexicon),
        rules_(context.rules),
        explanation_(explanation) {}

  std::string Write(std::uint32_t line) {
    std::uint32_t sentence = kNone;
    for (const Occurrence& occurrence : explanation_.occurrences) {
      if (line != 0 && LineOf(occurrence.span.begin) != line) continue;
      if (occurrence.sentence != sentence) {
        sentence = occurrence.sentence;
        AddSentence(sentence);
      }
      AddOccurrence(occurrence);
    }
    if (text_.empty()) text_ = "No entry of the lexicon occurs here.\n";
    return std::move(text_);
  }

 private:
  const Analysis& analysis() const { return explanation_.analysis; }

  std::string Cut(const Span& span) const {
    return Shown(std::string_view(analysis().document.text)
                     .substr(span.begin, span.end - span.begin));
  }

  std::uint32_t LineOf(std::uint32_t byte) const {
    const auto& starts = analysis().document.line_starts;
    if (starts.empty()) return LineOfBlock(byte);
    std::uint32_t line = 0;
    while (line < starts.size() && starts[line] <= byte) ++line;
    return line;
  }

  // A row has no lines of its own: its blocks know where it begins.
  std::uint32_t LineOfBlock(std::uint32_t byte) const {
    std::uint32_t line = 0;
    for (const Block& block : analysis().document.blocks) {
      if (block.begin <= byte) line = block.line;
    }
    return line;
  }

  void AddSentence(std::uint32_t sentence) {
    const Span& span = analysis().sentence_spans[sentence];
    if (!text_.empty()) text_ += "\n";
    const std::uint32_t line = LineOf(span.begin);
    if (line != 0) text_ += "line " + std::to_string(line) + ": ";
    text_ += Cut(span) + "\n";
  }

  void AddOccurrence(const Occurrence& occurrence) {
    const Entry& entry = lexicon_.entries()[occurrence.entry];
    const Category& category = lexicon_.categories()[entry.category];
    text_ += "  \"" + Cut(occurrence.span) + "\"\n";
    Step("entry " + entry.pattern + ", " + category.name + ", weight " +
         std::to_string(entry.weight));
    if (!entry.when.empty()) Step("counts when: " + entry.when);
    AddSense(occurrence.sense);
    if (occurrence.match == kNone) {
      Step(WhyHidden(occurrence));
    } else {
      AddMatch(analysis().matches[occurrence.match]);
    }
  }

  std::string WhyHidden(const Occurrence& occurrence) const {
    switch (occurrence.hidden) {
      case HiddenBy::kCondition:
        return "not marked: the condition does not hold";
      case HiddenBy::kMask:
        return "not marked: the mask " +
               (occurrence.by < lexicon_.masks().size()
                    ? lexicon_.masks()[occurrence.by].pattern
                    : std::string("of the lexicon")) +
               " covers it";
      case HiddenBy::kOverlap:
        return "not marked: " +
               (occurrence.by < lexicon_.entries().size()
                    ? lexicon_.entries()[occurrence.by].pattern
                    : std::string("another entry")) +
               " covers it on the same axis";
      case HiddenBy::kCompany:
        return "not marked: no other mark of its pole is near";
      case HiddenBy::kContext:
        return "not marked: it is not said of those whom the axis is about";
      case HiddenBy::kSense:
        return "not marked: the sense model takes it for another sense";
      case HiddenBy::kNothing:
        break;
    }
    return "marked";
  }

  // What the sense model made of it, when there is one.
  void AddSense(const SenseJudgement& sense) {
    constexpr std::size_t kMostShown = 5;
    if (sense.weights.empty()) return;
    std::string step = "sense model: " + Fixed(sense.probability, 2) +
                       " likely to be the frame; weights add up to " +
                       Signed(sense.sum, 2) + ", most by";
    for (std::size_t i = 0; i < std::min(sense.weights.size(), kMostShown);
         ++i) {
      step += (i == 0 ? " " : ", ") + Shown(sense.weights[i].first) + " " +
              Signed(sense.weights[i].second, 2);
    }
    Step(step);
  }

  void AddMatch(const Match& match) {
    std::string step = "stance " + std::string(ToString(match.stance));
    if (match.rule < rules_.size()) {
      step += " by rule " + rules_[match.rule].id;
      if (!match.cue.empty()) step += ", cue \"" + Cut(match.cue) + "\"";
    } else {
      step += ": no cue covers it";
    }
    Step(step);
    if (match.rule < rules_.size() && !rules_[match.rule].explanation.empty()) {
      Step(rules_[match.rule].explanation);
    }
    if (!match.holder.empty()) Step("said by \"" + Cut(match.holder) + "\"");
    if (match.pair != kNone) {
      Step("tied to \"" + Cut(analysis().matches[match.pair].span) + "\"");
    }
    Step(std::string(Evoked(match.stance) ? "evoked" : "not evoked") +
         (Endorsed(match.stance) ? ", endorsed" : ", not endorsed") +
         (match.repeated ? "; in a repeated paragraph, so not counted" : ""));
  }

  void Step(const std::string& text) { text_ += "    " + text + "\n"; }

  const Lexicon& lexicon_;
  const std::vector<RuleInfo>& rules_;
  const Explanation& explanation_;
  std::string text_;
};

}  // namespace

std::string ExplanationText(const ReportContext& context,
                            const Explanation& explanation,
                            std::uint32_t line) {
  return Explainer(context, explanation).Write(line);
}

}  // namespace framescope
