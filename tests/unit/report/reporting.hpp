// Reports of the sample analyses as strings.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "framescope/report.hpp"
#include "unit/score/sample.hpp"

namespace framescope::sample {

inline ReportContext MakeContext() {
  return {MakeLexicon(),
          {{"negation.not", "a denial turns it round"},
           {"contrast.rather-than", "one thing is set against another"}},
          R"({"framescope":"0.1.0"})"};
}

// Four matches of all kinds, a contrast and a holder.
inline Analysis MakeRich(const Lexicon& lexicon) {
  const std::string text =
      "She is not a burden. Some see ruin rather than skill.\n"
      "Carers are a burden and the plan is late.";
  std::vector<Match> matches = {MakeMatch(text, "burden", 0, Stance::kNegated),
                                MakeMatch(text, "ruin", 2, Stance::kMovedFrom),
                                MakeMatch(text, "skill", 1, Stance::kMovedTo),
                                MakeMatch(text, "burden", 0, Stance::kUsed, 60),
                                MakeMatch(text, "plan", 3)};
  matches[0].rule = 0;
  matches[0].cue = SpanOf(text, "not");
  matches[1].rule = 1;
  matches[1].cue = SpanOf(text, "rather than");
  matches[1].holder = SpanOf(text, "Some");
  matches[1].pair = 2;
  matches[2].pair = 1;
  matches[2].rule = 1;
  for (Match& match : matches) match.line = match.span.begin < 54 ? 1 : 2;
  Analysis analysis = MakeAnalysis(lexicon, text, matches, 19);
  analysis.reframings = {{1, 2, 1}};
  analysis.document.notices = {{"decode.replaced", "1 byte was replaced", 2}};
  return analysis;
}

inline std::string Report(const ReportOptions& options,
                          const std::vector<Analysis>& analyses,
                          const std::vector<Failure>& failures = {},
                          const std::vector<std::string>& skipped = {}) {
  std::string out;
  const auto writer =
      ReportWriter::Create(MakeContext(), options, [&](std::string_view piece) {
        out += piece;
        return true;
      });
  const bool single = analyses.size() + failures.size() + skipped.size() == 1;
  EXPECT_TRUE(writer->Begin(single).ok());
  for (const Analysis& one : analyses) EXPECT_TRUE(writer->Add(one).ok());
  for (const Failure& one : failures) EXPECT_TRUE(writer->AddFailure(one).ok());
  for (const std::string& path : skipped) {
    EXPECT_TRUE(writer->AddSkipped(path, "unknown format").ok());
  }
  EXPECT_TRUE(writer->End().ok());
  return out;
}

}  // namespace framescope::sample
