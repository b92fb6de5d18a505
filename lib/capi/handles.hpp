// What the opaque handles of framescope.h hold.
//
// Every handle owns or shares all that it needs, so that handles may be freed
// in any order.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/batch.hpp"
#include "framescope/corpus.hpp"
#include "framescope/document.hpp"
#include "framescope/framescope.h"
#include "framescope/lexicon.hpp"
#include "framescope/report.hpp"

// The texts of an entry, as one C string each.
struct framescope_entry_texts {
  std::string instead, sources;
};

// Copies share everything.
struct framescope_lexicon {
  framescope::Lexicon lexicon;
  std::shared_ptr<const std::vector<framescope_entry_texts>> entry_texts;
};

// Copies share everything.
struct framescope_analyzer {
  framescope::Analyzer analyzer;
  framescope_lexicon lexicon;
  std::shared_ptr<framescope::ScratchPool> scratches;  // of many texts
};

struct framescope_scratch {
  framescope::Scratch scratch;
  std::atomic_flag busy;  // a call is using it
  bool spoilt = false;    // an exception left it half filled
};

// A document of its own, or that of an analysis.
struct framescope_document {
  explicit framescope_document(framescope::Document document)
      : own(std::move(document)), view(&*own) {}
  explicit framescope_document(const framescope::Document* borrowed)
      : view(borrowed) {}
  framescope_document(const framescope_document&) = delete;
  framescope_document& operator=(const framescope_document&) = delete;

  std::optional<framescope::Document> own;
  const framescope::Document* view;
};

struct framescope_analysis {
  framescope::Analysis analysis;
  framescope_document document{&analysis.document};
  std::vector<framescope_match> matches;
  std::vector<framescope_axis_score> scores;
  std::vector<framescope_category_count> categories;
  std::vector<framescope_reframing> reframings;
};

struct framescope_report {
  std::unique_ptr<framescope::ReportWriter> writer;
  std::optional<framescope::Analyzer> analyzer;
  std::atomic_flag busy;
  bool single = false, begun = false;
};

struct framescope_total {
  framescope::CorpusTotal total;
  std::string stamp;  // of the analyzer that it belongs to
  mutable std::atomic_flag busy;
};

namespace framescope {

// Fills the C views of `handle->analysis`.
void FillViews(framescope_analysis* handle);
framescope_balance View(const Balance& balance);

// Of an Analysis or of Counts.
template <typename Sizes>
framescope_extent ExtentOf(const Sizes& sizes) {
  return {sizes.words, sizes.sentences, sizes.paragraphs,
          sizes.repeated_paragraphs, sizes.repeated_words};
}

}  // namespace framescope
