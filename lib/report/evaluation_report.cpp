// Tested by tests/unit/report/evaluation_report_test.cpp.
#include "report/evaluation_report.hpp"

#include <algorithm>
#include <cmath>

#include "base/json_writer.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"

namespace framescope {
namespace {

constexpr std::size_t kNameColumns = 16;

std::string Left(std::string_view text, std::size_t columns) {
  const std::size_t width = ColumnsOf(text);
  return std::string(text) +
         std::string(width < columns ? columns - width : 1, ' ');
}

std::string Right(const std::string& text, std::size_t columns) {
  return std::string(text.size() < columns ? columns - text.size() : 1, ' ') +
         text;
}

// "0.71 [0.62, 0.79]"
std::string WithInterval(double value, std::uint32_t right,
                         std::uint32_t trials) {
  if (trials == 0) return "   -              ";
  const Proportion interval = WilsonInterval(right, trials);
  return Fixed(value, 2) + " [" + Fixed(interval.low, 2) + ", " +
         Fixed(interval.high, 2) + "]";
}

// Nothing was marked and nothing should have been: no figure means anything.
bool Nothing(const Tally& tally) {
  return tally.right + tally.false_marks + tally.misses == 0;
}

std::string TallyCells(const Tally& tally) {
  const std::string f1 = Nothing(tally) ? "-   " : Fixed(tally.f1(), 2);
  return WithInterval(tally.precision(), tally.right,
                      tally.right + tally.false_marks) +
         "  " +
         WithInterval(tally.recall(), tally.right, tally.right + tally.misses) +
         "  " + f1 + Right(std::to_string(tally.right), 5) +
         Right(std::to_string(tally.false_marks), 5) +
         Right(std::to_string(tally.misses), 5);
}

std::string Header(const std::string& title) {
  return Left(title, kNameColumns) +
         "precision          recall             F1   right false missed\n";
}

std::string PoleTable(const Evaluation& evaluation, bool endorsed) {
  const auto row = [&](const PoleTally& pole) {
    return Left(pole.name, kNameColumns) +
           TallyCells(endorsed ? pole.endorsed : pole.evoked) + "\n";
  };
  std::string text = Header(endorsed ? "endorsed" : "evoked");
  for (const PoleTally& pole : evaluation.poles) text += row(pole);
  text += row(evaluation.headline) + row(evaluation.all);
  if (evaluation.strata.size() < 2) return text;
  text += "headline poles by stratum\n";
  for (const PoleTally& stratum : evaluation.strata) text += row(stratum);
  return text;
}

std::string StanceTable(const Evaluation& evaluation) {
  std::string text = "stance (rows: coders, columns: framescope)\n";
  text += Left("", 12);
  for (int own = 0; own < kStances; ++own) {
    text +=
        Right(std::string(ToString(static_cast<Stance>(own)).substr(0, 8)), 9);
  }
  text += "\n";
  for (int gold = 0; gold < kStances; ++gold) {
    text += Left(ToString(static_cast<Stance>(gold)), 12);
    for (int own = 0; own < kStances; ++own) {
      text += Right(std::to_string(evaluation.stances[gold][own]), 9);
    }
    text += "\n";
  }
  const auto share = [](Share of) {
    return WithInterval(of.value(), of.part, of.whole) + ", " +
           std::to_string(of.part) + " of " + std::to_string(of.whole) + "\n";
  };
  text += "\n" + Header("stance");
  for (int one = 0; one < kStances; ++one) {
    const auto stance = static_cast<Stance>(one);
    text += Left(ToString(stance), kNameColumns) +
            TallyCells(evaluation.stance(stance)) + "\n";
  }
  text += "endorsed or not, where both found the frame: " +
          share(evaluation.endorsed_agreed()) +
          "negated, moved_from, rejected recalled: " +
          share(evaluation.set_aside_found());
  return text;
}

std::string AlphaLine(const Evaluation& evaluation) {
  if (evaluation.alpha_coders < 2) return "";
  std::string text = "Krippendorff's alpha of up to " +
                     std::to_string(evaluation.alpha_coders) + " coders:";
  for (std::size_t i = 0; i < evaluation.alpha.size(); ++i) {
    if (std::isnan(evaluation.alpha[i])) continue;
    text +=
        " " + evaluation.poles[i].name + " " + Fixed(evaluation.alpha[i], 2);
  }
  if (!std::isnan(evaluation.stance_alpha)) {
    text += "; stance " + Fixed(evaluation.stance_alpha, 2);
  }
  return text + "\n";
}

std::string Ablations(std::span<const Evaluation> evaluations) {
  std::string text = "headline poles: precision / recall\n" + Left("", 24) +
                     "endorsed       evoked\n";
  const auto pair = [](const Tally& tally) {
    return Fixed(tally.precision(), 2) + " / " + Fixed(tally.recall(), 2);
  };
  for (const Evaluation& evaluation : evaluations) {
    text += Left(evaluation.name, 24) + pair(evaluation.headline.endorsed) +
            "    " + pair(evaluation.headline.evoked) + "\n";
  }
  return text;
}

std::string DisagreementLines(const Evaluation& evaluation) {
  std::string text = "differences\n";
  for (const Disagreement& item : evaluation.disagreements) {
    text += item.missed ? "  missed  " : "  false   ";
    text += Left(item.id, 8) + " " + Left(item.pole, kNameColumns) +
            (item.endorsed ? "endorsed " : "evoked   ") + "\"" +
            Shown(item.words) + "\"";
    if (!item.entry.empty()) text += "  entry " + Shown(item.entry);
    if (!item.stance.empty()) text += "  " + item.stance;
    if (!item.rule.empty()) text += " by " + item.rule;
    if (!item.cue.empty()) text += " (\"" + Shown(item.cue) + "\")";
    text += "\n";
  }
  return text;
}

// Of a file in which no sentence is marked: likely it is no gold.
std::string Unmarked(const std::string& path) {
  return Shown(path) +
         ": holds no marks, so there is nothing to compare with (in text they "
         "are written [words]{pole stance})";
}

void WriteInterval(std::string_view key, std::uint32_t part,
                   std::uint32_t whole, JsonWriter* json) {
  const Proportion interval = WilsonInterval(part, whole);
  json->Key(key).BeginArray();
  json->Number(interval.low);
  json->Number(interval.high);
  json->EndArray();
}

void WriteShare(std::string_view key, Share share, JsonWriter* json) {
  json->Key(key).BeginObject();
  json->Field("part", share.part);
  json->Field("whole", share.whole);
  json->Field("value", share.value());
  WriteInterval("interval", share.part, share.whole, json);
  json->EndObject();
}

void WriteTally(std::string_view key, const Tally& tally, JsonWriter* json) {
  json->Key(key).BeginObject();
  json->Field("right", tally.right);
  json->Field("false", tally.false_marks);
  json->Field("missed", tally.misses);
  json->Field("precision", tally.precision());
  json->Field("recall", tally.recall());
  if (Nothing(tally)) {
    json->Key("f1").Null();
  } else {
    json->Field("f1", tally.f1());
  }
  WriteInterval("precision_interval", tally.right,
                tally.right + tally.false_marks, json);
  WriteInterval("recall_interval", tally.right, tally.right + tally.misses,
                json);
  json->EndObject();
}

void WritePoles(std::string_view key, std::span<const PoleTally> poles,
                JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const PoleTally& pole : poles) {
    json->BeginObject().Field("name", std::string_view(pole.name));
    WriteTally("evoked", pole.evoked, json);
    WriteTally("endorsed", pole.endorsed, json);
    json->EndObject();
  }
  json->EndArray();
}

void WriteDifference(const Disagreement& item, JsonWriter* json) {
  json->BeginObject();
  json->Field("id", std::string_view(item.id));
  json->Field("pole", std::string_view(item.pole));
  json->Field("missed", item.missed);
  json->Field("endorsed_only", item.endorsed);
  json->Field("words", std::string_view(item.words));
  json->Field("entry", std::string_view(item.entry));
  json->Field("stance", std::string_view(item.stance));
  json->Field("rule", std::string_view(item.rule));
  json->Field("cue", std::string_view(item.cue));
  json->EndObject();
}

void WriteEvaluation(const Evaluation& evaluation, JsonWriter* json) {
  json->BeginObject();
  json->Field("name", std::string_view(evaluation.name));
  json->Field("sentences", evaluation.sentences);
  WritePoles("poles", evaluation.poles, json);
  WritePoles("together", std::vector{evaluation.headline, evaluation.all},
             json);
  WritePoles("strata", evaluation.strata, json);
  json->Key("stances").BeginArray();
  for (const auto& row : evaluation.stances) {
    json->BeginArray();
    for (const std::uint32_t count : row) json->Integer(count);
    json->EndArray();
  }
  json->EndArray();
  json->Key("by_stance").BeginObject();
  for (int one = 0; one < kStances; ++one) {
    const auto stance = static_cast<Stance>(one);
    WriteTally(ToString(stance), evaluation.stance(stance), json);
  }
  json->EndObject();
  WriteShare("endorsed_or_not", evaluation.endorsed_agreed(), json);
  WriteShare("set_aside", evaluation.set_aside_found(), json);
  json->Key("alpha").BeginArray();
  for (const double alpha : evaluation.alpha) json->Number(alpha);
  json->EndArray();
  json->Field("stance_alpha", evaluation.stance_alpha);
  json->Key("differences").BeginArray();
  for (const Disagreement& item : evaluation.disagreements) {
    WriteDifference(item, json);
  }
  json->EndArray().EndObject();
}

}  // namespace

std::string EvaluationText(std::span<const Evaluation> evaluations,
                           std::span<const std::string> unmarked,
                           bool disagreements) {
  if (evaluations.empty()) return "";
  const Evaluation& main = evaluations.front();
  std::string text = std::to_string(main.sentences) +
                     " sentences; a pole counts once in a sentence\n\n";
  text += PoleTable(main, true) + "\n" + PoleTable(main, false) + "\n";
  text += StanceTable(main) + AlphaLine(main);
  if (evaluations.size() > 1) text += "\n" + Ablations(evaluations);
  if (disagreements) text += "\n" + DisagreementLines(main);
  if (!unmarked.empty()) text += "\n";
  for (const std::string& path : unmarked) {
    text += "note: " + Unmarked(path) + "\n";
  }
  return text;
}

std::string EvaluationJson(std::span<const Evaluation> evaluations,
                           std::span<const std::string> unmarked) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject().Field("schema", "framescope.evaluation/1");
  json.Key("evaluations").BeginArray();
  for (const Evaluation& evaluation : evaluations) {
    WriteEvaluation(evaluation, &json);
  }
  json.EndArray();
  json.Key("notices").BeginArray();
  for (const std::string& path : unmarked) {
    const std::string message = Unmarked(path);
    json.BeginObject().Field("code", "gold.unmarked");
    json.Field("message", std::string_view(message)).EndObject();
  }
  json.EndArray().EndObject();
  return text + "\n";
}

}  // namespace framescope
