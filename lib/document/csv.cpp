// CSV and TSV: a document a row, as RFC 4180 has it.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "document/csv_rows.hpp"
#include "document/paragraphs.hpp"
#include "document/readers.hpp"
#include "document/row_columns.hpp"

namespace framescope {
namespace {

Document MakeDocument(const CsvRow& row, std::uint64_t number,
                      const std::vector<std::string>& header,
                      const RowColumns& columns) {
  Document document;
  document.id = columns.id < 0 ? std::to_string(number) : row.cells[columns.id];
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const int column = static_cast<int>(i);
    if (column == columns.text || column == columns.id) continue;
    document.metadata.emplace_back(header[i], row.cells[i]);
  }
  document.text = row.cells[columns.text];
  document.decoding = row.decoding;
  document.notices = row.notices;
  return document;
}

}  // namespace

Status ReadCsv(ByteSource* source, char separator, const ReadOptions& options,
               const DocumentSink& sink) {
  CsvRows rows(source, separator, options);
  CsvRow row;
  if (!rows.Next(&row)) {
    if (!rows.status().ok()) return rows.status();
    return Status(StatusCode::kNoText, "the file is empty");
  }
  if (!row.status.ok()) return row.status;
  const std::vector<std::string> header = std::move(row.cells);
  Result<RowColumns> columns = FindColumns(header, options);
  if (!columns.ok()) return columns.status();
  for (std::uint64_t number = 1; rows.Next(&row); ++number) {
    Status status = row.status;
    if (status.ok() && row.cells.size() != header.size()) {
      status =
          Status(StatusCode::kParse,
                 "the row has " + std::to_string(row.cells.size()) +
                     " cells, the header has " + std::to_string(header.size()),
                 {-1, row.line, 0});
    }
    Result<Document> result =
        status.ok()
            ? FinishRow(MakeDocument(row, number, header, columns.value()),
                        row.line, options)
            : Result<Document>(status);
    if (!sink(std::move(result))) {
      return Status(StatusCode::kCallback, "stopped by the caller");
    }
  }
  return rows.status();
}

}  // namespace framescope
