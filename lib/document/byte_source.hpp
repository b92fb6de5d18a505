// ByteSource: bytes in pieces, from a file, from memory or unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "framescope/status.hpp"

namespace framescope {

// Owned by one reader; not for use by two threads.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Reads up to `size` bytes into `data`; 0 at the end.
  virtual Result<std::size_t> Read(char* data, std::size_t size) = 0;
  // About how many bytes are left, or 0 when that is not known.
  virtual std::uint64_t Left() const { return 0; }
};

// Reads `bytes`, which outlive the source.
std::unique_ptr<ByteSource> MemorySource(std::string_view bytes);

// Reads the bytes of `head`, then those of `rest`.
std::unique_ptr<ByteSource> Concatenated(std::string head,
                                         std::unique_ptr<ByteSource> rest);

// Opens a regular file, or standard input for "-". Fails with kIo for what
// cannot be opened, and for folders, FIFOs and devices, which it never opens.
Result<std::unique_ptr<ByteSource>> OpenFile(const std::string& path);

// Unpack `packed`. They fail with kUnsupported when not built in, and while
// reading with kParse on damaged data, with kTooLarge when the data expands
// more than 200 to 1.
Result<std::unique_ptr<ByteSource>> Gunzip(std::unique_ptr<ByteSource> packed);
Result<std::unique_ptr<ByteSource>> Unzstd(std::unique_ptr<ByteSource> packed);

// Reads all of `source`; fails with kTooLarge past `max_bytes`.
Result<std::string> ReadAll(ByteSource* source, std::uint64_t max_bytes);

// Reads on until `*head` has `size` bytes or the source ends.
Status ExtendHead(ByteSource* source, std::size_t size, std::string* head);

// The first bytes of `source`: two of them or a whole line, and what came with
// them, so that a pipe that stays open is not waited for. Fewer at the end.
Result<std::string> ReadStart(ByteSource* source);

// Whether `unpacked` bytes from `packed` ones are more than honest data gives.
inline bool IsBomb(std::uint64_t unpacked, std::uint64_t packed) {
  return unpacked > (1u << 20) && unpacked / 200 > packed;
}

}  // namespace framescope
