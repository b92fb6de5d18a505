// Tested by tests/unit/engine/evaluate_test.cpp.
#include <algorithm>

#include "engine/pole_names.hpp"
#include "framescope/corpus.hpp"
#include "framescope/evaluation.hpp"

namespace framescope {
namespace {

// Compares one case after the other and adds up.
class Comparison {
 public:
  Comparison(const Analyzer& analyzer, std::string name)
      : analyzer_(analyzer), poles_(analyzer.lexicon()) {
    result_.name = std::move(name);
    result_.headline.name = "headline";
    result_.all.name = "all";
    result_.poles.resize(poles_.size());
    for (std::uint32_t pole = 0; pole < poles_.size(); ++pole) {
      result_.poles[pole].name = poles_.Name(pole);
    }
    units_.resize(poles_.size());
  }

  Status Add(const GoldCase& gold) {
    Result<Analysis> analysis = analyzer_.Analyze(gold.text, scratch_);
    if (!analysis.ok()) return analysis.status();
    ++result_.sentences;
    std::vector<const Match*> matches;
    for (const Match& match : analysis.value().matches) {
      if (Touch(match.span, gold.focus)) matches.push_back(&match);
    }
    PoleTally& stratum = Stratum(gold.stratum);
    for (std::uint32_t pole = 0; pole < poles_.size(); ++pole) {
      ComparePole(gold, analysis.value(), matches, pole, &stratum);
    }
    CompareStances(gold, matches);
    AddUnits(gold);
    AddStanceUnits(gold);
    return Status();
  }

  Evaluation Finish() {
    for (const PoleTally& pole : result_.poles) {
      const auto index =
          static_cast<std::uint32_t>(&pole - result_.poles.data());
      result_.all.evoked.Add(pole.evoked);
      result_.all.endorsed.Add(pole.endorsed);
      if (!poles_.Headline(index)) continue;
      result_.headline.evoked.Add(pole.evoked);
      result_.headline.endorsed.Add(pole.endorsed);
    }
    for (const auto& units : units_) {
      result_.alpha.push_back(KrippendorffAlpha(units));
    }
    result_.stance_alpha = KrippendorffAlpha(stance_units_);
    return std::move(result_);
  }

 private:
  bool Holds(const std::vector<std::string>& names, std::uint32_t pole) const {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) {
      return poles_.Find(name) == pole;
    });
  }

  std::uint32_t PoleOf(const Match& match) const {
    return PoleNames::Index(analyzer_.lexicon().categories()[match.category]);
  }

  PoleTally& Stratum(const std::string& name) {
    for (PoleTally& stratum : result_.strata) {
      if (stratum.name == name) return stratum;
    }
    result_.strata.push_back({name, {}, {}});
    return result_.strata.back();
  }

  void ComparePole(const GoldCase& gold, const Analysis& analysis,
                   const std::vector<const Match*>& matches, std::uint32_t pole,
                   PoleTally* stratum) {
    const Match* evoked = nullptr;
    const Match* endorsed = nullptr;
    for (const Match* match : matches) {
      if (PoleOf(*match) != pole || !Evoked(match->stance)) continue;
      if (evoked == nullptr) evoked = match;
      if (endorsed == nullptr && Endorsed(match->stance)) endorsed = match;
    }
    const bool is_evoked = Holds(gold.evoked, pole);
    const bool is_endorsed = Holds(gold.endorsed, pole);
    const Tally on_evoked = Compared(evoked != nullptr, is_evoked);
    const Tally on_endorsed = Compared(endorsed != nullptr, is_endorsed);
    result_.poles[pole].evoked.Add(on_evoked);
    result_.poles[pole].endorsed.Add(on_endorsed);
    if (poles_.Headline(pole)) {
      stratum->evoked.Add(on_evoked);
      stratum->endorsed.Add(on_endorsed);
    }
    const bool differs = on_evoked.right == 0 && (evoked || is_evoked);
    if (differs || (on_endorsed.right == 0 && (endorsed || is_endorsed))) {
      AddDisagreement(gold, analysis, endorsed ? endorsed : evoked, pole,
                      differs ? is_evoked : is_endorsed, !differs);
    }
  }

  static Tally Compared(bool found, bool wanted) {
    Tally tally;
    tally.right = found && wanted ? 1 : 0;
    tally.false_marks = found && !wanted ? 1 : 0;
    tally.misses = !found && wanted ? 1 : 0;
    return tally;
  }

  void AddDisagreement(const GoldCase& gold, const Analysis& analysis,
                       const Match* match, std::uint32_t pole, bool missed,
                       bool endorsed) {
    Disagreement item;
    item.id = gold.id;
    item.pole = poles_.Name(pole);
    item.missed = missed;
    item.endorsed = endorsed;
    if (match != nullptr) {
      item.words = analysis.document.text.substr(
          match->span.begin, match->span.end - match->span.begin);
      item.entry = analyzer_.lexicon().entries()[match->entry].pattern;
      item.stance = ToString(match->stance);
      if (match->rule < analyzer_.rules().size()) {
        item.rule = analyzer_.rules()[match->rule].id;
        item.cue = analysis.document.text.substr(
            match->cue.begin, match->cue.end - match->cue.begin);
      }
    } else {
      for (const auto& coder : gold.coders) {
        for (const CodedSpan& coded : coder) {
          if (poles_.Find(coded.pole) == pole) item.words = coded.words;
        }
      }
    }
    result_.disagreements.push_back(std::move(item));
  }

  // For each match on words that coders marked with the same pole: the
  // majority of their stances against ours.
  void CompareStances(const GoldCase& gold,
                      const std::vector<const Match*>& matches) {
    for (const Match* match : matches) {
      std::array<std::uint32_t, kStances> votes{};
      for (const auto& coder : gold.coders) {
        for (const CodedSpan& coded : coder) {
          if (!Touch(coded.span, match->span)) continue;
          if (poles_.Find(coded.pole) != PoleOf(*match)) continue;
          ++votes[static_cast<std::size_t>(coded.stance)];
          break;
        }
      }
      const auto best = std::max_element(votes.begin(), votes.end());
      if (*best == 0) continue;
      ++result_.stances[static_cast<std::size_t>(best - votes.begin())]
                       [static_cast<std::size_t>(match->stance)];
    }
  }

  // Whether each coder saw the pole evoked, for alpha.
  void AddUnits(const GoldCase& gold) {
    if (gold.coders.size() < 2) return;
    result_.alpha_coders = std::max(
        result_.alpha_coders, static_cast<std::uint32_t>(gold.coders.size()));
    for (std::uint32_t pole = 0; pole < poles_.size(); ++pole) {
      std::vector<std::uint32_t> values;
      for (const auto& coder : gold.coders) {
        values.push_back(std::any_of(
            coder.begin(), coder.end(), [&](const CodedSpan& coded) {
              return Evoked(coded.stance) && poles_.Find(coded.pole) == pole;
            }));
      }
      units_[pole].push_back(std::move(values));
    }
  }

  // The stances of the spans that a coder and others after it marked with the
  // same pole, for alpha.
  void AddStanceUnits(const GoldCase& gold) {
    for (std::size_t first = 0; first < gold.coders.size(); ++first) {
      for (const CodedSpan& coded : gold.coders[first]) {
        if (Marked(gold, 0, first, coded) != nullptr) continue;
        std::vector<std::uint32_t> values{
            static_cast<std::uint32_t>(coded.stance)};
        for (std::size_t k = first + 1; k < gold.coders.size(); ++k) {
          if (const CodedSpan* same = Marked(gold, k, k + 1, coded)) {
            values.push_back(static_cast<std::uint32_t>(same->stance));
          }
        }
        if (values.size() > 1) stance_units_.push_back(std::move(values));
      }
    }
  }

  // A span of the coders [first, last) that overlaps `coded`, of its pole.
  const CodedSpan* Marked(const GoldCase& gold, std::size_t first,
                          std::size_t last, const CodedSpan& coded) const {
    for (std::size_t k = first; k < last; ++k) {
      for (const CodedSpan& other : gold.coders[k]) {
        if (Touch(other.span, coded.span) &&
            poles_.Find(other.pole) == poles_.Find(coded.pole)) {
          return &other;
        }
      }
    }
    return nullptr;
  }

  const Analyzer& analyzer_;
  PoleNames poles_;
  Scratch scratch_;
  Evaluation result_;
  std::vector<std::vector<std::vector<std::uint32_t>>> units_;
  std::vector<std::vector<std::uint32_t>> stance_units_;
};

}  // namespace

Result<Evaluation> Evaluate(const Analyzer& analyzer,
                            const std::vector<GoldCase>& cases,
                            const std::string& name) {
  Comparison comparison(analyzer, name);
  for (const GoldCase& gold : cases) {
    const Status status = comparison.Add(gold);
    if (!status.ok()) return status;
  }
  return comparison.Finish();
}

}  // namespace framescope
