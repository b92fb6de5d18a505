// What the opaque handles of framescope.h hold.
//
// Every handle owns or shares all that it needs, so that handles may be freed
// in any order.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/document.hpp"
#include "framescope/framescope.h"
#include "framescope/lexicon.hpp"
#include "framescope/report.hpp"

// The texts of an entry, as one C string each.
struct framescope_entry_texts {
  std::string instead, sources;
};

struct framescope_lexicon {
  framescope::Lexicon lexicon;
  std::vector<framescope_entry_texts> entry_texts;
};

struct framescope_analyzer {
  framescope::Analyzer analyzer;
};

struct framescope_scratch {
  framescope::Scratch scratch;
  std::atomic_flag busy;  // a call is using it
  bool spoilt = false;    // an exception left it half filled
};

struct framescope_document {
  framescope::Document document;
};

struct framescope_analysis {
  framescope::Analysis analysis;
  std::vector<framescope_match> matches;
  std::vector<framescope_axis_score> scores;
};

struct framescope_report {
  std::unique_ptr<framescope::ReportWriter> writer;
};

namespace framescope {

// Fills the C view of `handle->analysis`.
void FillViews(framescope_analysis* handle);

}  // namespace framescope
