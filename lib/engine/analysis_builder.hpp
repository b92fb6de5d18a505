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
  // `analysis` holds the document and nothing else yet.
  AnalysisBuilder(const CompiledAnalyzer& analyzer, AnalysisMemory* memory,
                  Analysis* analysis, std::vector<Occurrence>* occurrences);

  // Adds what the memory holds of the window just read.
  void Add(const Window& window);

  // Adds what is said of the whole document.
  void Finish(const WindowWalk& walk);

 private:
  std::uint32_t NumberMatches();
  void AddMatches(const Window& window);
  void AddOccurrences(const Window& window);
  void AddFailures(const Window& window);
  Occurrence& AddOccurrence(const Window& window, const FoundEntry& found);

  const CompiledAnalyzer& analyzer_;
  AnalysisMemory& m_;
  Analysis& analysis_;
  std::vector<Occurrence>* occurrences_;
};

}  // namespace framescope
