// CSV and TSV: a document a row, as RFC 4180 has it.
// Tested by tests/unit/document/csv_test.cpp.
#include <string>
#include <utility>
#include <vector>

#include "document/csv_rows.hpp"
#include "document/readers.hpp"
#include "document/row_columns.hpp"
#include "document/row_reader.hpp"

namespace framescope {
namespace {

class CsvReader : public RowReader {
 public:
  CsvReader(ByteSource* source, char separator, const ReadOptions& options)
      : rows_(source, separator, options), options_(options) {}

  Status ReadHeader();

  bool Cut(RowPacket* packet) override {
    packet->Clear();
    rows_.Cut(RowPacket::kRows, packet);
    return !packet->rows.empty();
  }
  Status status() const override { return rows_.status(); }
  Result<Document> Read(const RowPacket& packet, const RawRow& row,
                        RowScratch* scratch) const override;

 private:
  Document MakeDocument(CsvRow row, std::uint64_t number) const;

  CsvRows rows_;
  const ReadOptions& options_;
  std::vector<std::string> header_;
  RowColumns columns_;
};

Status CsvReader::ReadHeader() {
  RowPacket packet;
  rows_.Cut(1, &packet);
  if (packet.rows.empty()) {
    if (!rows_.status().ok()) return rows_.status();
    return Status(StatusCode::kNoText, "the file is empty");
  }
  const RawRow& first = packet.rows[0];
  if (!first.status.ok()) return first.status;
  CsvRow row;
  rows_.Split(packet.TextOf(first), first.line, &row);
  if (!row.status.ok()) return row.status;
  header_ = std::move(row.cells);
  Result<RowColumns> columns = FindColumns(header_, options_);
  if (!columns.ok()) return columns.status();
  columns_ = columns.value();
  return Status();
}

Document CsvReader::MakeDocument(CsvRow row, std::uint64_t number) const {
  Document document;
  document.numbered = columns_.id < 0;
  document.id = columns_.id < 0
                    ? std::to_string(number)
                    : row.cells[static_cast<std::size_t>(columns_.id)];
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const int column = static_cast<int>(i);
    if (column == columns_.text) {
      document.text = std::move(row.cells[i]);
    } else if (column != columns_.id) {
      document.metadata.emplace_back(header_[i], std::move(row.cells[i]));
    }
  }
  document.decoding = std::move(row.decoding);
  document.notices = std::move(row.notices);
  return document;
}

Result<Document> CsvReader::Read(const RowPacket& packet, const RawRow& raw,
                                 RowScratch* scratch) const {
  if (!raw.status.ok()) return raw.status;
  CsvRow row;
  rows_.Split(packet.TextOf(raw), raw.line, &row);
  if (!row.status.ok()) return row.status;
  if (row.cells.size() != header_.size()) {
    return Status(StatusCode::kParse,
                  "the row has " + std::to_string(row.cells.size()) +
                      " cells, the header has " +
                      std::to_string(header_.size()),
                  {-1, raw.line, 0});
  }
  // The header was the first row.
  return FinishRow(MakeDocument(std::move(row), raw.number - 1), raw.line,
                   options_, scratch);
}

}  // namespace

Result<std::unique_ptr<RowReader>> OpenCsv(ByteSource* source, char separator,
                                           const ReadOptions& options) {
  auto reader = std::make_unique<CsvReader>(source, separator, options);
  const Status status = reader->ReadHeader();
  if (!status.ok()) return status;
  return std::unique_ptr<RowReader>(std::move(reader));
}

}  // namespace framescope
