// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_texts.hpp"

#include <memory>
#include <utility>

namespace framescope {
namespace {

bool IsText(ArrowKind kind) {
  return kind != ArrowKind::kSigned && kind != ArrowKind::kUnsigned;
}

ArrowColumn IdColumn(ArrowKind kind) {
  if (IsText(kind)) return ArrowColumn("id", "u", true);
  return ArrowColumn("id", kind == ArrowKind::kSigned ? "l" : "L", true);
}

Status AddId(const ArrowReader& ids, std::size_t index, ArrowColumn* column) {
  const bool text = IsText(ids.kind());
  if (ids.IsNull(index)) {
    if (text) {
      column->AddNullText();
    } else {
      column->AddNull(sizeof(std::uint64_t));
    }
    return Status();
  }
  if (!text) {
    column->Add(ids.Number(index));
    return Status();
  }
  const auto id = ids.Text(index);
  if (!id.ok()) return id.status();
  column->AddText(id.value());
  return Status();
}

}  // namespace

Result<ArrowTexts> ReadTexts(const ArrowArray& array, const ArrowPlaces& places,
                             std::uint64_t first_document) {
  const auto reader = ArrowReader::Open(array, places.text);
  if (!reader.ok()) return reader.status();
  ArrowTexts texts;
  texts.first_document = first_document;
  if (places.id) {
    auto ids = ArrowReader::Open(array, *places.id);
    if (!ids.ok()) return ids.status();
    texts.ids = ids.value();
  }
  const std::size_t rows = reader.value().rows();
  texts.texts.resize(rows, framescope_text{nullptr, 0});
  texts.nulls.resize(rows, false);
  for (std::size_t i = 0; i < rows; ++i) {
    texts.nulls[i] = reader.value().IsNull(i);
    if (texts.nulls[i]) continue;
    const auto text = reader.value().Text(i);
    if (!text.ok()) return text.status();
    texts.texts[i] = {text.value().data(), text.value().size()};
  }
  return texts;
}

ArrowKeys::ArrowKeys(const std::optional<ArrowPlace>& id)
    : document_("document", "L") {
  if (id) id_ = IdColumn(id->kind);
}

Status ArrowKeys::Add(const ArrowTexts& texts, std::size_t index) {
  document_.Add(texts.first_document + index);
  return id_ ? AddId(*texts.ids, index, &*id_) : Status();
}

void ArrowKeys::MoveTo(std::vector<ArrowColumn>* columns) && {
  columns->push_back(std::move(document_));
  if (id_) columns->push_back(std::move(*id_));
}

Result<std::shared_ptr<const ArrowColumn>> MakeBatch(
    std::vector<ArrowColumn> columns) {
  const std::int64_t length = columns.empty() ? 0 : columns.front().length();
  std::vector<std::shared_ptr<const ArrowColumn>> children;
  for (ArrowColumn& column : columns) {
    if (column.overflowed()) {
      return Status(StatusCode::kTooLarge,
                    "column \"" + column.name() +
                        "\" would have more than 2 GiB of text: hand in "
                        "smaller batches");
    }
    children.push_back(std::make_shared<const ArrowColumn>(std::move(column)));
  }
  auto batch = std::make_shared<ArrowColumn>("", "+s");
  batch->SetChildren(std::move(children), length);
  return std::shared_ptr<const ArrowColumn>(std::move(batch));
}

}  // namespace framescope
