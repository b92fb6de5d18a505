// For tests: lexicons of other formats, as lines to compare.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope {

struct ReadLexicon {
  std::vector<std::string> entries;     // "category: pattern" and "*score"
  std::vector<std::string> categories;  // names
  std::vector<std::string> findings;    // "line:column code"
  std::string error;                    // of the status
  Lexicon lexicon{Lexicon::Content{}};

  bool ok() const { return error.empty(); }
};

inline std::vector<std::string> EntriesOf(const Lexicon& lexicon) {
  std::vector<std::string> lines;
  for (const Entry& entry : lexicon.entries()) {
    std::string line =
        lexicon.categories()[entry.category].name + ": " + entry.pattern;
    if (entry.score != 1) {
      std::string score = std::to_string(entry.score);
      score.erase(score.find_last_not_of('0') + 1);
      if (score.ends_with('.')) score.pop_back();
      line += " *" + score;
    }
    if (!entry.when.empty()) line += " when " + entry.when;
    if (entry.weight == 0) line += " off";
    lines.push_back(line);
  }
  return lines;
}

// Reads `bytes` as the file `name`.
inline ReadLexicon ReadAs(const std::string& name, std::string_view bytes,
                          bool strict = false) {
  ReadLexicon out;
  std::vector<Diagnostic> findings;
  LexiconReadOptions options;
  options.strict = strict;
  auto read = Lexicon::ParseForeign(name, bytes, options, &findings);
  for (const Diagnostic& finding : findings) {
    out.findings.push_back(std::to_string(finding.line) + ':' +
                           std::to_string(finding.column) + ' ' + finding.code);
  }
  if (!read.ok()) {
    out.error = read.status().message();
    return out;
  }
  out.lexicon = read.value();
  out.entries = EntriesOf(out.lexicon);
  for (const Category& category : out.lexicon.categories()) {
    out.categories.push_back(category.name);
  }
  return out;
}

}  // namespace framescope
