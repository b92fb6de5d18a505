// Tested by tests/unit/unicode/self_check_test.cpp.
#include "unicode/break_rules.hpp"

#include "unicode/icu_breaks.hpp"

namespace framescope {
namespace {

Result<BreakTable> ReadTable(IcuBreaks::Kind kind, const std::string& locale) {
  auto breaks = IcuBreaks::Open(kind, locale);
  if (!breaks.ok()) return breaks.status();
  return BreakTable::Read(breaks.value()->BinaryRules());
}

}  // namespace

Result<std::unique_ptr<BreakRules>> LearnBreakRules(const std::string& locale) {
  auto words = ReadTable(IcuBreaks::Kind::kWords, locale);
  if (!words.ok()) return words.status();
  auto sentences = ReadTable(IcuBreaks::Kind::kSentences, locale);
  if (!sentences.ok()) return sentences.status();
  std::unique_ptr<BreakRules> rules(new BreakRules{
      std::move(words).value(), std::move(sentences).value(), {}, {}});
  for (const char32_t c : {U'\n', U'\r', U'\x85', U'\u2028'}) {
    rules->sentences.Merge(c, U' ');
  }
  rules->sentence_rules = SentenceRules::Make(&rules->sentences);
  if (!rules->sentence_rules) {
    return Status(StatusCode::kUnsupported,
                  "ICU's sentence rules are of an unknown kind");
  }
  rules->kernel.classes =
      LearnCharClasses(rules->words, *rules->sentence_rules);
  rules->kernel.tables = MakeKernelTables(rules->kernel.classes);
  return rules;
}

}  // namespace framescope
