// Tested by tests/unit/engine/texts_test.cpp.
#include "engine/texts.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <utility>

#include "engine/contained.hpp"

namespace framescope {
namespace {

// A packet takes a thread about a millisecond.
constexpr std::size_t kPacketTexts = 64;
constexpr std::size_t kPacketBytes = 64 << 10;

constexpr std::size_t kScratchesKept = 64;

Result<Analysis> AnalyzeOne(const Analyzer& analyzer, std::string_view text,
                            Scratch& scratch) {
  return Contained(scratch, [&] { return analyzer.Analyze(text, scratch); });
}

}  // namespace

std::vector<Packet> CutIntoPackets(std::span<const std::string_view> texts) {
  std::vector<Packet> packets;
  std::size_t begin = 0, bytes = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bytes += texts[i].size();
    if (i + 1 - begin < kPacketTexts && bytes < kPacketBytes) continue;
    packets.push_back({begin, i + 1});
    begin = i + 1;
    bytes = 0;
  }
  if (begin < texts.size()) packets.push_back({begin, texts.size()});
  return packets;
}

std::uint32_t ThreadsFor(std::uint32_t jobs, std::size_t packets) {
  return static_cast<std::uint32_t>(
      std::min<std::size_t>(ThreadsFor(jobs), packets));
}

void ForEachText(std::span<const std::string_view> texts,
                 const TextsOptions& options,
                 const std::function<void(std::size_t, Scratch&)>& work) {
  const std::vector<Packet> packets = CutIntoPackets(texts);
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    const BorrowedScratch scratch(options.scratches);
    for (std::size_t i = next++; i < packets.size(); i = next++) {
      for (std::size_t k = packets[i].begin; k < packets[i].end; ++k) {
        work(k, scratch.get());
      }
    }
  };
  const std::uint32_t threads = ThreadsFor(options.jobs, packets.size());
  Threads others;
  if (threads > 1) {
    others.Start(threads - 1, [&]() noexcept {
      try {
        take();
      } catch (const std::bad_alloc&) {
        // Had no memory to begin with: the others do its share.
      }
    });
  }
  take();
}

ScratchPool::ScratchPool() { free_.reserve(kScratchesKept); }

Scratch ScratchPool::Take() {
  const std::lock_guard lock(mutex_);
  if (free_.empty()) return Scratch();
  Scratch scratch = std::move(free_.back());
  free_.pop_back();
  return scratch;
}

void ScratchPool::Give(Scratch scratch) noexcept {
  const std::lock_guard lock(mutex_);
  if (free_.size() < free_.capacity()) free_.push_back(std::move(scratch));
}

Status AnalyzeTexts(const Analyzer& analyzer,
                    std::span<const std::string_view> texts,
                    const TextsOptions& options, const AnalysisSink& sink) {
  const bool finished = ForEachTextInOrder<Result<Analysis>>(
      texts, options,
      [&](std::size_t i, Scratch& scratch) {
        return AnalyzeOne(analyzer, texts[i], scratch);
      },
      sink);
  if (finished) return Status();
  return Status(StatusCode::kCallback, "stopped by the caller");
}

}  // namespace framescope
