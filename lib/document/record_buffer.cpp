// The part of a stream that the current record needs.
#include "document/record_buffer.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::size_t kPiece = 1 << 18;

}  // namespace

bool RecordBuffer::More() {
  if (at_end_) return false;
  if (used_ > 0) {
    bytes_.erase(0, used_);
    used_ = 0;
  }
  const std::size_t have = bytes_.size();
  const std::size_t piece = std::clamp<std::size_t>(have, kPiece, 1 << 26);
  bytes_.resize(have + piece);
  Result<std::size_t> got = source_.Read(bytes_.data() + have, piece);
  bytes_.resize(have + (got.ok() ? got.value() : 0));
  if (!got.ok()) status_ = got.status();
  at_end_ = bytes_.size() == have;
  return !at_end_;
}

}  // namespace framescope
