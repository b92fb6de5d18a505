// AnalysisBuilder: from the windows of a document to its Analysis.
#pragma once

#include <vector>

#include "engine/window.hpp"
#include "framescope/analyzer.hpp"
#include "framescope/explanation.hpp"

namespace framescope {

// Used once, by one thread.
class AnalysisBuilder {
 public:
  // Borrows everything; `occurrences` may be null.
  AnalysisBuilder(const CompiledAnalyzer& analyzer, Document* document,
                  std::vector<Occurrence>* occurrences);

  // Adds what `memory` holds of the window just read.
  void Add(const Window& window, const AnalysisMemory& memory);

  // Moves the document into the analysis and scores it.
  Analysis Finish(const WindowWalk& walk) &&;

 private:
  void AddMatches(const Window& window, const AnalysisMemory& memory);
  void AddOccurrences(const Window& window, const AnalysisMemory& memory);
  void AddFailures(const Window& window, const AnalysisMemory& memory);
  Occurrence& AddOccurrence(const Window& window, const FoundEntry& found);

  const CompiledAnalyzer& analyzer_;
  Document& document_;
  std::vector<Occurrence>* occurrences_;
  Analysis analysis_;
  std::vector<std::uint32_t> index_;  // of found entries among the matches
};

}  // namespace framescope
