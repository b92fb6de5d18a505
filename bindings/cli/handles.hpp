// Owners for the handles of framescope.h.
#pragma once

#include <framescope/framescope.h>

#include <memory>

namespace cli {

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};

using Lexicon =
    std::unique_ptr<framescope_lexicon, Freer<framescope_lexicon_free>>;
using Analyzer =
    std::unique_ptr<framescope_analyzer, Freer<framescope_analyzer_free>>;
using Report =
    std::unique_ptr<framescope_report, Freer<framescope_report_free>>;

}  // namespace cli
