// Tested by tests/unit/document/row_reader_test.cpp.
#include "document/row_reader.hpp"

#include <utility>

#include "document/readers.hpp"

namespace framescope {
namespace {

constexpr std::size_t kKeptBytes = 4 * RowPacket::kBytes;

}  // namespace

void RowPacket::Clear() {
  rows.clear();
  bytes.clear();
  if (bytes.capacity() > kKeptBytes) bytes.shrink_to_fit();
}

std::unique_ptr<RowScratch> RowReader::NewScratch() const {
  return std::make_unique<RowScratch>();
}

Status ReadAllRows(RowReader* rows, const DocumentSink& sink) {
  const std::unique_ptr<RowScratch> scratch = rows->NewScratch();
  RowPacket packet;
  while (rows->Cut(&packet)) {
    for (const RawRow& row : packet.rows) {
      if (!sink(rows->Read(packet, row, scratch.get()))) {
        return Status(StatusCode::kCallback, "stopped by the caller");
      }
    }
  }
  return rows->status();
}

Status ReadCsv(ByteSource* source, char separator, const ReadOptions& options,
               const DocumentSink& sink) {
  auto rows = OpenCsv(source, separator, options);
  return rows.ok() ? ReadAllRows(rows.value().get(), sink) : rows.status();
}

Status ReadJsonl(ByteSource* source, const ReadOptions& options,
                 const DocumentSink& sink) {
  auto rows = OpenJsonl(source, options);
  return rows.ok() ? ReadAllRows(rows.value().get(), sink) : rows.status();
}

}  // namespace framescope
