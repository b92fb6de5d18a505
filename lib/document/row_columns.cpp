// The columns and the end of a row of csv and jsonl.
#include "document/row_columns.hpp"

#include <algorithm>
#include <utility>

#include "document/readers.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

int Find(const std::vector<std::string>& header, const std::string& name) {
  const auto found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? -1 : static_cast<int>(found - header.begin());
}

}  // namespace

Status NoColumn(const std::string& wanted,
                const std::vector<std::string>& columns,
                const std::string& option, const std::string& kind) {
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i == 30) {
      list += " and " + std::to_string(columns.size() - i) + " more";
      break;
    }
    list += (i > 0 ? ", " : "") + ("'" + columns[i] + "'");
  }
  return Status(StatusCode::kInvalidArgument,
                "no " + kind + " '" + wanted + "'; the " + kind +
                    "s are: " + list + ". Choose one with " + option,
                {-1, 1, 0});
}

Result<RowColumns> FindColumns(const std::vector<std::string>& header,
                               const ReadOptions& options) {
  RowColumns columns;
  const std::string text =
      options.text_column.empty() ? "text" : options.text_column;
  columns.text = Find(header, text);
  if (columns.text < 0) return NoColumn(text, header, "--text-column");
  columns.id =
      Find(header, options.id_column.empty() ? "id" : options.id_column);
  if (columns.id < 0 && !options.id_column.empty()) {
    return NoColumn(options.id_column, header, "--id-column");
  }
  return columns;
}

Result<Document> FinishRow(Document document, std::int32_t line,
                           const ReadOptions& options, RowScratch* scratch) {
  document.row = true;
  document.metadata.shrink_to_fit();
  scratch->paragraphs.Find(document.text, &document.blocks, nullptr);
  if (document.blocks.empty()) {
    return Status(StatusCode::kNoText, "the row holds no text", {-1, line, 0});
  }
  for (Block& block : document.blocks) {
    block.line = static_cast<std::uint32_t>(line);
    block.page = 0;
  }
  return Finish(std::move(document), options);
}

}  // namespace framescope
