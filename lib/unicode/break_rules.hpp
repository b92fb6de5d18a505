// BreakRules: what the bitmap segmenter has learnt of the linked ICU's rules
// for a locale.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "unicode/break_table.hpp"
#include "unicode/kernel.hpp"
#include "unicode/sentence_scanner.hpp"

namespace framescope {

// Immutable once learnt; threads share it.
struct BreakRules {
  BreakTable words, sentences;  // line breaks are spaces to `sentences`
  KernelRules kernel;
  std::optional<SentenceRules> sentence_rules;  // there, once learnt
};

// Fails with kUnsupported when ICU's rules for the locale are not of the kind
// that the bitmap segmenter knows, kInvalidArgument when it is no locale. Costs
// about half a millisecond.
Result<std::unique_ptr<BreakRules>> LearnBreakRules(const std::string& locale);

}  // namespace framescope
