// Evaluation: how well an analyzer marks what people have marked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

// A stretch that one coder marked. The words are looked for in the text;
// `span` is empty when they are not there.
struct CodedSpan {
  Span span;
  std::string pole;  // a pole's name, or the first letter of its codes
  Stance stance = Stance::kUsed;
  std::string words;
};

// A sentence with its neighbours and what coders said of it.
struct GoldCase {
  std::string id, source, stratum;
  std::string text;  // the sentence before, the sentence, the one after
  Span focus;        // the sentence itself
  std::vector<std::string> evoked, endorsed;  // poles, as in CodedSpan
  std::vector<std::vector<CodedSpan>> coders;
};

// So many of so many.
struct Share {
  std::uint32_t part = 0, whole = 0;

  double value() const;  // 1 when there is nothing to share
};

// Right and wrong answers to one question, with 95 % Wilson intervals.
struct Tally {
  std::uint32_t right = 0, false_marks = 0, misses = 0;

  double precision() const;  // 1 when nothing was marked
  double recall() const;     // 1 when there was nothing to mark
  double f1() const;
  void Add(const Tally& other);
};

// One pole (or several together) under both readings.
struct PoleTally {
  std::string name;
  Tally evoked, endorsed;
};

// A sentence and pole on which framescope and the coders differ.
struct Disagreement {
  std::string id;
  std::string pole;
  bool missed = false;    // coders marked it, framescope did not
  bool endorsed = false;  // the difference is in the endorsed reading only
  std::string words;      // of the match, or as a coder marked them
  std::string entry, stance, rule;  // of the match, when there is one
  std::string cue;                  // the words that decided its stance
};

struct Evaluation {
  std::string name;  // "all", "no masks" …
  std::uint32_t sentences = 0;
  std::vector<PoleTally> poles;   // one for each pole, in axis order
  PoleTally headline, all;        // headline axes together; all axes
  std::vector<PoleTally> strata;  // headline poles, by stratum
  // Rows: majority stance of the coders; columns: framescope's. Over spans
  // that both marked with the same pole.
  std::array<std::array<std::uint32_t, kStances>, kStances> stances{};
  std::uint32_t alpha_coders = 0;  // coders of the sentences alpha speaks of
  std::vector<double> alpha;       // Krippendorff's, for each pole; NaN: none
  double stance_alpha = 0;  // of stances, where two coders or more mark a span
  std::vector<Disagreement> disagreements;

  // Of the spans found by both, those that framescope gives the stance.
  Tally stance(Stance stance) const;
  // Of the spans found by both, those on which endorsed-or-not agrees.
  Share endorsed_agreed() const;
  // Of coders' negated, moved_from and rejected spans, found by both, those
  // that framescope gives one of the three.
  Share set_aside_found() const;
};

// Reads gold sentences: marked-up text (.txt) or JSON lines (.jsonl) as
// docs/evaluation.md has them.
Result<std::vector<GoldCase>> ReadGold(const std::string& path,
                                       std::vector<Diagnostic>* diagnostics);

// Marks every case and compares. A pole counts as found when a match of it
// touches the focus; true when the coders have it. Linear in the text.
Result<Evaluation> Evaluate(const Analyzer& analyzer,
                            const std::vector<GoldCase>& cases,
                            const std::string& name);

// What a sense model is worth, on texts that it has not seen.
struct SenseTrial {
  Tally rules, model;  // evoked marks, without and with the model
  std::uint32_t sources = 0;
};

// A fitted sense model.
struct SenseTraining {
  std::string table;  // for AnalyzerOptions::sense_model; opens with `remarks`
  std::vector<std::string> remarks;  // what it was made from, and the trial
  std::uint32_t marks = 0, other_senses = 0;  // that it learnt from
  double penalty = 0, threshold = 0;
  SenseTrial all, headline;  // poles
};

// Fits weights that tell the frame from other senses of the analyzer's marks:
// a mark is the frame when the coders have its pole in the sentence. Penalty
// and threshold are chosen by cross-validation over sources, and the trial
// holds out every source in turn, in five parts. What follows a "#" in a
// source counts as a draw from the same text. `date` goes into the remarks.
// Fails with kInvalidArgument when marks or sources are too few to learn from.
Result<SenseTraining> TrainSense(const Analyzer& analyzer,
                                 const std::vector<GoldCase>& cases,
                                 const std::string& date);

// The 95 % Wilson score interval of `successes` out of `trials` (Wilson 1927).
struct Proportion {
  double low = 0, high = 1;
};
Proportion WilsonInterval(std::uint32_t successes, std::uint32_t trials);

}  // namespace framescope
