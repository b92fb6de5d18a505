// Many documents: read and analysed on all cores, handed back in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/status.hpp"

namespace framescope {

enum class Outcome : std::uint8_t { kScored, kFailed, kSkipped };

// What came of one document.
struct BatchItem {
  Outcome outcome = Outcome::kFailed;
  std::string path, id;
  Analysis analysis;  // when scored
  Status status;      // when failed; when skipped its message is the reason
};

// Receives the items in the order of the input, one call at a time, on the
// thread that called RunBatch; they may be moved from. Return false to stop.
using ItemSink = std::function<bool(BatchItem&)>;
// Receives bytes read and bytes in all (0: not known). Return false to stop.
using ProgressFn = std::function<bool(std::uint64_t, std::uint64_t)>;

struct BatchOptions {
  ReadOptions read;
  std::uint32_t jobs = 0;  // threads; 0 means one for each core
  ProgressFn progress;     // may be empty
};

// Reads and analyses all documents at `paths`: files, folders, "-". The items
// do not depend on `jobs`. At most a few documents a thread are in memory at
// once. Failed and skipped documents do not stop the run: documents in =
// scored + failed + skipped. Fails with kCallback when `sink` or the progress
// function asked to stop.
Status RunBatch(const Analyzer& analyzer, const std::vector<std::string>& paths,
                const BatchOptions& options, const ItemSink& sink);

// Scratches kept from one call to the next, for any number of threads at once.
class ScratchPool {
 public:
  ScratchPool();
  Scratch Take();                       // a new one when none is left
  void Give(Scratch scratch) noexcept;  // dropped when enough are kept

 private:
  std::mutex mutex_;
  std::vector<Scratch> free_;
};

// A scratch of `pool`, or a new one where that is null, for a scope.
class BorrowedScratch {
 public:
  explicit BorrowedScratch(ScratchPool* pool)
      : pool_(pool), scratch_(pool == nullptr ? Scratch() : pool->Take()) {}
  ~BorrowedScratch() {
    if (pool_ != nullptr) pool_->Give(std::move(scratch_));
  }
  BorrowedScratch(const BorrowedScratch&) = delete;
  BorrowedScratch& operator=(const BorrowedScratch&) = delete;

  Scratch& get() const { return scratch_; }

 private:
  ScratchPool* pool_;
  mutable Scratch scratch_;
};

struct TextsOptions {
  std::uint32_t jobs = 0;            // threads; 0 means one for each core
  ScratchPool* scratches = nullptr;  // may be null
};

// Receives what came of text `index`; it may be moved from. Return false to
// stop.
using AnalysisSink = std::function<bool(std::size_t, Result<Analysis>&)>;

// Analyses texts in memory on several threads and hands the results over in
// order, one call at a time, on the thread that called. They do not depend on
// `jobs`; those of at most a few packets of texts a thread are in memory at
// once. Texts that fail do not stop the run. kCallback when `sink` asked to
// stop.
Status AnalyzeTexts(const Analyzer& analyzer,
                    std::span<const std::string_view> texts,
                    const TextsOptions& options, const AnalysisSink& sink);

}  // namespace framescope
