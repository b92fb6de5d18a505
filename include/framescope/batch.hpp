// Many documents: read and analysed on all cores, handed back in order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
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

}  // namespace framescope
