// What csv and jsonl rows have in common: the columns and the end of a row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/row_reader.hpp"
#include "framescope/document.hpp"

namespace framescope {

// Indices of columns; -1 for none.
struct RowColumns {
  int text = -1;
  int id = -1;
};

// Finds the columns that `options` ask for. Fails with kInvalidArgument and
// the list of columns when one is missing.
Result<RowColumns> FindColumns(const std::vector<std::string>& header,
                               const ReadOptions& options);

// "no column 'body'; the columns are: id, text. …"; `kind` is column or key.
Status NoColumn(const std::string& wanted,
                const std::vector<std::string>& columns,
                const std::string& option, const std::string& kind = "column");

// Makes the text of the row, which may be in any encoding still, a document:
// decoded, with blocks that stand at `line`. Fails with kNoText when empty.
Result<Document> FinishRow(Document document, std::int32_t line,
                           const ReadOptions& options, RowScratch* scratch);

}  // namespace framescope
