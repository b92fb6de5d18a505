// Tested by tests/unit/engine/sense_training_test.cpp.
#include <algorithm>
#include <map>
#include <numeric>

#include "base/numbers.hpp"
#include "engine/pole_names.hpp"
#include "engine/sense_model.hpp"
#include "framescope/evaluation.hpp"
#include "framescope/explanation.hpp"
#include "stats/logistic.hpp"

namespace framescope {
namespace {

constexpr std::uint32_t kFolds = 5, kInnerFolds = 4;
constexpr std::uint32_t kLeastMarks = 3;  // of a feature that gets a weight
constexpr double kPenalties[] = {64, 16, 4, 1};
constexpr int kThresholds = 19;  // 0, 0.05 … 0.90; at 0 nothing is dropped

// A sentence and pole: the unit that is counted.
struct Unit {
  std::uint32_t source = 0;
  bool headline = false, wanted = false;
  std::vector<std::uint32_t> marks;
};

struct Choice {
  double penalty = kPenalties[0], threshold = 0;
};

// The marks of all cases with their features; fits and tries models on parts.
class Trainer {
 public:
  explicit Trainer(const Analyzer& analyzer)
      : analyzer_(analyzer), poles_(analyzer.lexicon()) {}

  Status Add(const GoldCase& gold) {
    Result<Explanation> explanation =
        analyzer_.Explain(PlainText(gold.text), scratch_);
    if (!explanation.ok()) return explanation.status();
    const std::string text = gold.source.substr(0, gold.source.find('#'));
    const std::uint32_t source =
        sources_.emplace(text, static_cast<std::uint32_t>(sources_.size()))
            .first->second;
    std::vector<Unit> units(poles_.size());
    for (std::uint32_t pole = 0; pole < poles_.size(); ++pole) {
      units[pole].source = source;
      units[pole].headline = poles_.Headline(pole);
      for (const std::string& name : gold.evoked) {
        if (poles_.Find(name) == pole) units[pole].wanted = true;
      }
    }
    AddMarks(gold, explanation.value(), &units);
    for (Unit& unit : units) {
      if (unit.wanted || !unit.marks.empty()) units_.push_back(std::move(unit));
    }
    return Status();
  }

  Result<SenseTraining> Train(const std::string& date) {
    NumberFeatures();
    SenseTraining training;
    training.marks = static_cast<std::uint32_t>(marks_.size());
    for (const Observation& mark : marks_) {
      if (!mark.positive) ++training.other_senses;
    }
    if (sources_.size() < kFolds || training.other_senses < kFolds ||
        training.other_senses == training.marks) {
      return Status(
          StatusCode::kInvalidArgument,
          "too little to learn from: " + std::to_string(training.marks) +
              " marks, " + std::to_string(training.other_senses) +
              " of another sense, from " + std::to_string(sources_.size()) +
              " sources; five of each are the least");
    }
    Try(&training);
    const std::vector<bool> every(sources_.size(), true);
    const Choice choice = Choose(every);
    const auto model = Fit(every, choice.penalty);
    if (!model.ok()) return model.status();
    training.penalty = choice.penalty;
    training.threshold = choice.threshold;
    training.remarks = Remarks(training, date);
    training.table = Named(model.value(), choice).ToTable(training.remarks);
    return training;
  }

 private:
  void AddMarks(const GoldCase& gold, const Explanation& explanation,
                std::vector<Unit>* units) {
    for (const Occurrence& occurrence : explanation.occurrences) {
      if (occurrence.match == kNone) continue;
      const Match& match = explanation.analysis.matches[occurrence.match];
      if (!Evoked(match.stance) || !Touch(match.span, gold.focus)) continue;
      const Category& category =
          analyzer_.lexicon().categories()[match.category];
      if (category.axis == kNone) continue;
      Unit& unit = (*units)[PoleNames::Index(category)];
      unit.marks.push_back(static_cast<std::uint32_t>(marks_.size()));
      marks_.push_back({{}, unit.wanted});
      mark_source_.push_back(unit.source);
      names_.push_back(occurrence.features);
    }
  }

  // Features that stand at several marks get numbers.
  void NumberFeatures() {
    std::map<std::string, std::uint32_t> counts;
    for (const auto& names : names_) {
      for (const std::string& name : names) ++counts[name];
    }
    std::map<std::string, std::uint32_t> numbers;
    for (const auto& [name, count] : counts) {
      if (count < kLeastMarks) continue;
      numbers[name] = static_cast<std::uint32_t>(features_.size());
      features_.push_back(name);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      for (const std::string& name : names_[i]) {
        const auto number = numbers.find(name);
        if (number == numbers.end()) continue;
        marks_[i].features.push_back(number->second);
      }
    }
  }

  // The part of each source among those in `use`: large ones first, each into
  // the part that holds fewest marks.
  std::vector<std::uint32_t> Parts(const std::vector<bool>& use,
                                   std::uint32_t count) const {
    std::vector<std::uint32_t> sizes(sources_.size(), 0);
    for (const std::uint32_t source : mark_source_) ++sizes[source];
    std::vector<std::uint32_t> order(sources_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return sizes[a] > sizes[b]; });
    std::vector<std::uint32_t> part(sources_.size(), kNone), load(count, 0);
    for (const std::uint32_t source : order) {
      if (!use[source]) continue;
      const auto least = std::min_element(load.begin(), load.end());
      part[source] = static_cast<std::uint32_t>(least - load.begin());
      *least += sizes[source];
    }
    return part;
  }

  Result<LogisticModel> Fit(const std::vector<bool>& use,
                            double penalty) const {
    std::vector<Observation> observations;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (use[mark_source_[i]]) observations.push_back(marks_[i]);
    }
    return FitLogistic(observations,
                       static_cast<std::uint32_t>(features_.size()), penalty);
  }

  // Fills in the probabilities of the marks of `held` by a model of the marks
  // of `use`; without marks of both kinds there, everything is the frame.
  void Predict(const std::vector<bool>& use, const std::vector<bool>& held,
               double penalty, std::vector<double>* probability) const {
    const auto model = Fit(use, penalty);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (!held[mark_source_[i]]) continue;
      (*probability)[i] =
          model.ok() ? model.value().Probability(marks_[i].features) : 1;
    }
  }

  // Right, false and missed of the units of `use` when marks below the
  // threshold are dropped.
  Tally Count(const std::vector<bool>& use,
              const std::vector<double>& probability, double threshold,
              bool headline_only) const {
    Tally tally;
    for (const Unit& unit : units_) {
      if (!use[unit.source] || (headline_only && !unit.headline)) continue;
      const bool found = std::any_of(
          unit.marks.begin(), unit.marks.end(),
          [&](auto mark) { return probability[mark] >= threshold; });
      tally.right += found && unit.wanted ? 1 : 0;
      tally.false_marks += found && !unit.wanted ? 1 : 0;
      tally.misses += !found && unit.wanted ? 1 : 0;
    }
    return tally;
  }

  // The penalty and threshold with the best F1 in a cross-validation within
  // `use`; in doubt the milder ones.
  Choice Choose(const std::vector<bool>& use) const {
    const std::vector<std::uint32_t> part = Parts(use, kInnerFolds);
    Choice best;
    double best_f1 = -1;
    for (const double penalty : kPenalties) {
      std::vector<double> probability(marks_.size(), 1);
      for (std::uint32_t fold = 0; fold < kInnerFolds; ++fold) {
        std::vector<bool> held(part.size()), others(part.size());
        for (std::size_t i = 0; i < part.size(); ++i) {
          held[i] = part[i] == fold;
          others[i] = use[i] && !held[i];
        }
        Predict(others, held, penalty, &probability);
      }
      for (int i = 0; i < kThresholds; ++i) {
        const double threshold = 0.05 * i;
        const double f1 = Count(use, probability, threshold, false).f1();
        if (f1 <= best_f1) continue;
        best_f1 = f1;
        best = {penalty, threshold};
      }
    }
    return best;
  }

  // Every source is held out in turn; what is chosen is chosen without it.
  void Try(SenseTraining* training) const {
    const std::vector<bool> every(sources_.size(), true);
    const std::vector<std::uint32_t> part = Parts(every, kFolds);
    for (std::uint32_t fold = 0; fold < kFolds; ++fold) {
      std::vector<bool> held(part.size()), others(part.size());
      for (std::size_t i = 0; i < part.size(); ++i) {
        held[i] = part[i] == fold;
        others[i] = !held[i];
      }
      const Choice choice = Choose(others);
      std::vector<double> probability(marks_.size(), 1);
      Predict(others, held, choice.penalty, &probability);
      for (const bool headline : {false, true}) {
        SenseTrial& trial = headline ? training->headline : training->all;
        trial.rules.Add(Count(held, probability, 0, headline));
        trial.model.Add(Count(held, probability, choice.threshold, headline));
      }
    }
    training->all.sources = training->headline.sources =
        static_cast<std::uint32_t>(sources_.size());
  }

  SenseModel Named(const LogisticModel& model, const Choice& choice) const {
    std::map<std::string, double, std::less<>> weights;
    for (std::size_t i = 0; i < features_.size(); ++i) {
      weights.emplace(features_[i], model.weights[i]);
    }
    return SenseModel(model.intercept, choice.threshold, std::move(weights));
  }

  std::vector<std::string> Remarks(const SenseTraining& training,
                                   const std::string& date) const {
    const auto figures = [](const Tally& tally) {
      return Fixed(tally.precision(), 2) + " / " + Fixed(tally.recall(), 2) +
             " / " + Fixed(tally.f1(), 3);
    };
    const auto trial = [&](const char* name, const SenseTrial& of) {
      return std::string(name) + ": rules alone " + figures(of.rules) +
             "; with this model " + figures(of.model);
    };
    const Lexicon& lexicon = analyzer_.lexicon();
    return {"framescope sense model, " + date,
            "lexicon " + lexicon.name() + " " + lexicon.version() + ", hash " +
                lexicon.hash(),
            std::to_string(training.marks) + " marks from " +
                std::to_string(sources_.size()) + " sources, " +
                std::to_string(training.other_senses) + " of another sense",
            "L2 penalty " + Shortest(training.penalty) +
                "; marks below the threshold do not count",
            "held out by source, evoked marks, precision / recall / F1",
            trial("headline poles", training.headline),
            trial("all poles", training.all)};
  }

  const Analyzer& analyzer_;
  PoleNames poles_;
  Scratch scratch_;
  std::map<std::string, std::uint32_t> sources_;
  std::vector<Unit> units_;
  std::vector<Observation> marks_;
  std::vector<std::uint32_t> mark_source_;
  std::vector<std::vector<std::string>> names_;  // features of each mark
  std::vector<std::string> features_;
};

}  // namespace

Result<SenseTraining> TrainSense(const Analyzer& analyzer,
                                 const std::vector<GoldCase>& cases,
                                 const std::string& date) {
  Trainer trainer(analyzer);
  for (const GoldCase& gold : cases) {
    const Status status = trainer.Add(gold);
    if (!status.ok()) return status;
  }
  return trainer.Train(date);
}

}  // namespace framescope
