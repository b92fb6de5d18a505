// RowReader: a file of many documents, cut by one thread and read by many.
//
// Cutting finds where rows begin and end, which needs the rows before; it is
// quick. Reading makes a Document of a row, which is most of the work and
// needs that row only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/byte_source.hpp"
#include "document/paragraphs.hpp"
#include "framescope/document.hpp"

namespace framescope {

// A row that is cut off and not yet read.
struct RawRow {
  std::size_t begin = 0, size = 0;  // its bytes in the packet
  std::int32_t line = 0;            // that it begins on
  std::int64_t offset = 0;          // of its first byte in the input
  std::uint64_t number = 0;         // counted from 1
  Status status;                    // why it cannot be read
};

// Rows on their way from the thread that cuts to one that reads. May be used
// again after Clear(), which keeps the memory unless it is large.
struct RowPacket {
  // A packet is full with so many rows or bytes; one row may be longer.
  static constexpr std::size_t kRows = 256;
  static constexpr std::size_t kBytes = 256 << 10;
  // Bytes that may be read, not used, behind the last row.
  static constexpr std::size_t kPadding = 64;

  std::string bytes;
  std::vector<RawRow> rows;

  void Clear();
  bool Full() const { return rows.size() >= kRows || bytes.size() >= kBytes; }
  std::string_view TextOf(const RawRow& row) const {
    return std::string_view(bytes).substr(row.begin, row.size);
  }
};

// What reading rows needs for itself: one for each thread.
class RowScratch {
 public:
  virtual ~RowScratch() = default;

  ParagraphFinder paragraphs;
};

class RowReader {
 public:
  virtual ~RowReader() = default;

  // Cuts the next rows off, at least one. False at the end and when reading
  // fails. For one thread at a time.
  virtual bool Cut(RowPacket* packet) = 0;
  // After the end: why it came.
  virtual Status status() const = 0;

  // The Document of a row. Any number of threads at once.
  virtual Result<Document> Read(const RowPacket& packet, const RawRow& row,
                                RowScratch* scratch) const = 0;
  virtual std::unique_ptr<RowScratch> NewScratch() const;
};

// Both borrow `source` and `options`. `separator` is as for ReadCsv.
Result<std::unique_ptr<RowReader>> OpenCsv(ByteSource* source, char separator,
                                           const ReadOptions& options);
Result<std::unique_ptr<RowReader>> OpenJsonl(ByteSource* source,
                                             const ReadOptions& options);

// Hands the documents of all rows to `sink`.
Status ReadAllRows(RowReader* rows, const DocumentSink& sink);

}  // namespace framescope
