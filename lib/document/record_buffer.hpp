// RecordBuffer: the part of a stream that the current record needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/byte_source.hpp"

namespace framescope {

// Borrows the source; for one thread. Holds one record and a piece of the
// next ones, however long the stream is.
class RecordBuffer {
 public:
  explicit RecordBuffer(ByteSource* source) : source_(*source) {}

  // What is read but not consumed; valid until the next call.
  std::string_view data() const {
    return std::string_view(bytes_).substr(used_);
  }

  // Reads more behind data(). False at the end and on failure.
  bool More();

  void Consume(std::size_t size) { used_ += size; }
  bool at_end() const { return at_end_; }
  const Status& status() const { return status_; }

 private:
  ByteSource& source_;
  std::string bytes_;
  std::size_t used_ = 0;
  bool at_end_ = false;
  Status status_;
};

}  // namespace framescope
