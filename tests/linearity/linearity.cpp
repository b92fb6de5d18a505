// Analyses texts that were made to be slow, each at one size and at twice the
// size, and has callgrind write down the instructions of each:
// linearity.py reads them.
//
//   valgrind --tool=callgrind --instr-atstart=no linearity
#include <valgrind/callgrind.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"

namespace framescope {
namespace {

constexpr std::size_t kBytes = 12'000;

// `piece` again and again, numbers for each '#', up to `bytes`.
std::string Repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  for (int i = 0; text.size() < bytes; ++i) {
    for (const char c : piece) {
      if (c == '#') {
        text += std::to_string(i);
      } else {
        text += c;
      }
    }
  }
  return text;
}

// Words that all differ, so that no table of words helps.
std::string Unlike(std::size_t bytes) {
  std::string text;
  for (std::uint32_t i = 1; text.size() < bytes; ++i) {
    std::uint32_t rest = i * 2654435761u;
    for (int letter = 0; letter < 7; ++letter, rest /= 26) {
      text += static_cast<char>('a' + rest % 26);
    }
    text += i % 12 == 0 ? ". " : " ";
  }
  return text;
}

std::string Nested(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes / 2) text += "he said \u201Cnot ";
  while (text.size() < bytes) text += "a burden\u201D ";
  return text;
}

using Family = std::string (*)(std::size_t bytes);

const std::pair<const char*, Family> kFamilies[] = {
    {"plain-sentences",
     [](std::size_t n) {
       return Repeated("She runs the group with # neighbours. ", n);
     }},
    {"repeated-word", [](std::size_t n) { return Repeated("burden ", n); }},
    {"overlapping-phrases",
     [](std::size_t n) {
       return Repeated("lack of support lack of the most vulnerable ", n);
     }},
    {"endless-token", [](std::size_t n) { return std::string(n, 'a'); }},
    {"one-sentence",
     [](std::size_t n) {
       return Repeated("the people in need of care and support and ", n);
     }},
    {"words-unlike", Unlike},
    {"complex-script",
     [](std::size_t n) {
       return Repeated("\u0E04\u0E19\u0E44\u0E17\u0E22\u6F22\u5B57", n);
     }},
    {"combining-marks",
     [](std::size_t n) { return Repeated("e\u0301\u0327\u200D", n); }},
    {"cues-only",
     [](std::size_t n) {
       return Repeated("not rather than never instead of no longer ", n);
     }},
    {"negations-and-matches",
     [](std::size_t n) { return Repeated("not a burden but ", n); }},
    {"quotes-open",
     [](std::size_t n) { return Repeated("\u201C a burden ", n); }},
    {"quotes-nested", Nested},
    {"punctuation", [](std::size_t n) { return Repeated("?!.,;:-()\"'", n); }},
    {"newlines", [](std::size_t n) { return std::string(n, '\n'); }},
    {"one-word-paragraphs",
     [](std::size_t n) { return Repeated("burden\n\n", n); }},
    {"possessives",
     [](std::size_t n) { return Repeated("people's users' ", n); }},
    {"hyphen-chain", [](std::size_t n) { return Repeated("hard-to-", n); }},
    {"numbers", [](std::size_t n) { return Repeated("#,000.5 ", n); }},
    {"questions",
     [](std::size_t n) { return Repeated("Is she a burden? ", n); }},
    {"attribution-chain",
     [](std::size_t n) {
       return Repeated("critics say that ministers claim that ", n);
     }},
    {"contrast-chain",
     [](std::size_t n) {
       return Repeated("a burden rather than a strength, ", n);
     }},
    {"abbreviations",
     [](std::size_t n) { return Repeated("e.g. Dr. St. ", n); }},
};

// Writes down the instructions of `work`.
template <typename Work>
bool Measured(const std::string& label, const Work& work) {
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  const bool ok = work();
  CALLGRIND_DUMP_STATS_AT(label.c_str());
  CALLGRIND_STOP_INSTRUMENTATION;
  if (!ok) std::fprintf(stderr, "%s failed\n", label.c_str());
  return ok;
}

// One analysis by a thread that has analysed before, but never this text; what
// the process does once, such as reading ICU's dictionaries, is done.
bool MeasureAnalysis(const Analyzer& analyzer, const std::string& label,
                     const std::string& text) {
  Scratch other, scratch;
  return analyzer.Analyze(text, other).ok() &&
         analyzer.Analyze("A first text.", scratch).ok() &&
         Measured(label, [&] { return analyzer.Analyze(text, scratch).ok(); });
}

// What a quadratic search looks like, so that the check is known to see one.
bool MeasureControl(const std::string& label, const std::string& text) {
  return Measured(label, [&] {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < text.size(); i += 16) {
      for (std::size_t k = 0; k < i; ++k) equal += text[i] == text[k];
    }
    return equal > 0;
  });
}

int Run() {
  const auto analyzer = Analyzer::Compile(Lexicon::BuiltIn().value());
  if (!analyzer.ok()) return 1;
  for (const std::size_t times : {1, 2}) {
    const std::string size = " " + std::to_string(times);
    for (const auto& [name, make] : kFamilies) {
      if (!MeasureAnalysis(analyzer.value(), name + size,
                           make(times * kBytes))) {
        return 1;
      }
    }
    if (!MeasureControl("quadratic-control" + size,
                        Repeated("a burden ", times * kBytes))) {
      return 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace framescope

int main() { return framescope::Run(); }
