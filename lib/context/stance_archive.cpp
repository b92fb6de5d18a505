// Tested by tests/unit/engine/precompiled_test.cpp.
//
// Rules are taken apart by structured bindings, which no longer compile when
// one has a field more than is written here.
#include "context/stance_archive.hpp"

#include <utility>

namespace framescope {

template <typename Archive>
void Visit(Archive& archive, RuleInfo& info) {
  auto& [id, explanation] = info;
  archive(id, explanation);
}

template <typename Archive>
void Visit(Archive& archive, CueRule& cue) {
  auto& [rule, stance, direction, reach, place, holder, words, head_start,
         negator, flips, flip_words, speech, until_verb, needs_turn, poles] =
      cue;
  archive(rule, stance, direction, reach, place, holder, words, head_start,
          negator, flips, flip_words, speech, until_verb, needs_turn, poles);
}

template <typename Archive>
void Visit(Archive& archive, ContrastRule& contrast) {
  auto& [rule, parts, before, between, after, reach, words, head_start, fronted,
         both, pause, poles] = contrast;
  archive(rule, parts, before, between, after, reach, words, head_start,
          fronted, both, pause, poles);
}

template <typename Archive>
void Visit(Archive& archive, PseudoRule& pseudo) {
  auto& [hides] = pseudo;
  archive(hides);
}

template <typename Archive>
void Visit(Archive& archive, VerdictRule& verdict) {
  auto& [rule, agrees] = verdict;
  archive(rule, agrees);
}

template <typename Archive>
void Visit(Archive& archive, StanceRule& of) {
  auto& [rule, stance, whole] = of;
  archive(rule, stance, whole);
}

template <typename Archive>
void Visit(Archive& archive, LocusRule& of) {
  auto& [rule, locus, direction, words, poles] = of;
  archive(rule, locus, direction, words, poles);
}

template <typename Archive>
void Visit(Archive& archive, PatternUse& use) {
  auto& [kind, index, part, after_pause] = use;
  archive(kind, index, part, after_pause);
}

// All but the patterns and the label, which are what it is.
template <typename Archive>
void Visit(Archive& archive, StanceRules& rules) {
  auto& [shown, pseudos, cues, contrasts, verdicts, inner, lists, loci, uses,
         patterns, built, presupposed_poles, presupposed_denied,
         presupposed_asked, presupposed_labels, scare_words, speech_words, hash,
         label] = rules;
  archive(shown, pseudos, cues, contrasts, verdicts, inner, lists, loci, uses,
          built, presupposed_poles, presupposed_denied, presupposed_asked,
          presupposed_labels, scare_words, speech_words, hash);
}

std::string WriteStanceArchive(const StanceRules& rules) {
  ArchiveWriter writer;
  if (!rules.patterns->Write(&writer)) return {};
  StanceRules copy = rules;
  writer(copy);
  return rules.label + writer.bytes();
}

std::optional<StanceRules> ReadStanceArchive(std::string_view archive,
                                             std::string_view label) {
  if (!archive.starts_with(label)) return std::nullopt;
  ArchiveReader reader(archive.substr(label.size()));
  StanceRules rules;
  rules.patterns = PatternSet::Read(&reader, {});
  reader(rules);
  if (!reader.done()) return std::nullopt;
  rules.label = label;
  return rules;
}

}  // namespace framescope
