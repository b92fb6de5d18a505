// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_input.hpp"

#include <algorithm>
#include <cstring>

namespace framescope {
namespace {

Status Unsound(const char* what) {
  return Status(StatusCode::kInvalidArgument,
                std::string("the Arrow array is not sound: ") + what);
}

std::optional<ArrowPlace> KindOf(std::string_view format) {
  if (format == "n") return ArrowPlace{ArrowKind::kNull, 0, {}};
  if (format == "u") return ArrowPlace{ArrowKind::kText, 0, {}};
  if (format == "U") return ArrowPlace{ArrowKind::kLargeText, 0, {}};
  if (format == "vu") return ArrowPlace{ArrowKind::kTextView, 0, {}};
  constexpr std::string_view kNumbers = "csilCSIL";
  if (format.size() != 1) return std::nullopt;
  const std::size_t at = kNumbers.find(format[0]);
  if (at == std::string_view::npos) return std::nullopt;
  return ArrowPlace{
      at < 4 ? ArrowKind::kSigned : ArrowKind::kUnsigned, 1u << (at % 4), {}};
}

bool IsNumber(ArrowKind kind) {
  return kind == ArrowKind::kSigned || kind == ArrowKind::kUnsigned;
}

Status CheckSchema(const ArrowSchema& schema) {
  if (schema.release == nullptr) return Unsound("the schema is released");
  if (schema.format == nullptr) return Unsound("the schema has no format");
  return Status();
}

Result<ArrowPlace> PlaceOf(const ArrowSchema& schema, const std::string& name,
                           bool numbers) {
  const auto place = KindOf(schema.format);
  if (place && schema.dictionary == nullptr &&
      (numbers || !IsNumber(place->kind))) {
    return *place;
  }
  const std::string type =
      schema.dictionary != nullptr ? "dictionary" : schema.format;
  return Status(StatusCode::kUnsupported,
                "column \"" + name + "\" has the Arrow type \"" + type +
                    "\": make it strings" + (numbers ? " or integers" : ""));
}

Result<ArrowPlace> FindColumn(const ArrowSchema& table, const std::string& name,
                              bool numbers) {
  std::string names;
  for (std::int64_t i = 0; i < table.n_children; ++i) {
    if (table.children == nullptr || table.children[i] == nullptr) {
      return Unsound("a child of the schema is missing");
    }
    const ArrowSchema& child = *table.children[i];
    const Status sound = CheckSchema(child);
    if (!sound.ok()) return sound;
    const std::string_view child_name = child.name == nullptr ? "" : child.name;
    if (child_name == name) {
      auto place = PlaceOf(child, name, numbers);
      if (place.ok()) place.value().child = static_cast<std::size_t>(i);
      return place;
    }
    names += (names.empty() ? "" : ", ") + std::string(child_name);
  }
  return Status(StatusCode::kInvalidArgument,
                "there is no column \"" + name + "\": the table has " +
                    (names.empty() ? "none" : names));
}

bool Bit(const unsigned char* bits, std::size_t index) {
  return (bits[index / 8] >> (index % 8) & 1) != 0;
}

const unsigned char* Validity(const ArrowArray& array) {
  if (array.null_count == 0 || array.n_buffers < 1) return nullptr;
  return static_cast<const unsigned char*>(array.buffers[0]);
}

template <typename T>
T Load(const void* from, std::size_t index) {
  T value;
  std::memcpy(&value, static_cast<const char*>(from) + index * sizeof value,
              sizeof value);
  return value;
}

Status CheckArray(const ArrowArray& array) {
  if (array.release == nullptr) return Unsound("it is released");
  if (array.length < 0 || array.offset < 0) return Unsound("negative length");
  if (array.n_buffers < 0 || array.n_children < 0) {
    return Unsound("negative counts");
  }
  if (array.n_buffers > 0 && array.buffers == nullptr) {
    return Unsound("buffers are missing");
  }
  return Status();
}

std::int64_t BuffersOf(ArrowKind kind) {
  switch (kind) {
    case ArrowKind::kNull:
      return 0;
    case ArrowKind::kSigned:
    case ArrowKind::kUnsigned:
      return 2;
    default:
      return 3;
  }
}

// Enough buffers, and the first that hold values are there.
Status CheckBuffers(const ArrowArray& array, ArrowKind kind) {
  if (array.n_buffers < BuffersOf(kind)) return Unsound("too few buffers");
  if (array.length > 0 && kind != ArrowKind::kNull &&
      array.buffers[1] == nullptr) {
    return Unsound("a buffer is missing");
  }
  return Status();
}

}  // namespace

Result<ArrowPlaces> FindColumns(const ArrowSchema& schema,
                                const ArrowNames& names) {
  const Status sound = CheckSchema(schema);
  if (!sound.ok()) return sound;
  const bool table = std::string_view(schema.format) == "+s";
  if (!table && !names.id.empty()) {
    return Status(StatusCode::kInvalidArgument,
                  "a column alone has no ids: hand in a table");
  }
  auto text = table ? FindColumn(schema, names.text, false)
                    : PlaceOf(schema, names.text, false);
  if (!text.ok()) return text.status();
  if (names.id.empty()) return ArrowPlaces{text.value(), {}};
  auto id = FindColumn(schema, names.id, true);
  if (!id.ok()) return id.status();
  return ArrowPlaces{text.value(), id.value()};
}

Result<ArrowReader> ArrowReader::Open(const ArrowArray& array,
                                      const ArrowPlace& place) {
  const Status sound = CheckArray(array);
  if (!sound.ok()) return sound;
  ArrowReader reader;
  reader.place_ = place;
  reader.rows_ = static_cast<std::size_t>(array.length);
  reader.array_ = &array;
  reader.offset_ = static_cast<std::size_t>(array.offset);
  if (place.child) {
    const auto child = static_cast<std::int64_t>(*place.child);
    if (child >= array.n_children || array.children == nullptr ||
        array.children[child] == nullptr) {
      return Unsound("a child is missing");
    }
    reader.table_validity_ = Validity(array);
    reader.table_offset_ = reader.offset_;
    reader.array_ = array.children[child];
    const Status child_sound = CheckArray(*reader.array_);
    if (!child_sound.ok()) return child_sound;
    if (static_cast<std::uint64_t>(reader.array_->length) <
        reader.rows_ + reader.table_offset_) {
      return Unsound("a child is shorter than the table");
    }
    reader.offset_ += static_cast<std::size_t>(reader.array_->offset);
  }
  const Status buffers = CheckBuffers(*reader.array_, place.kind);
  if (!buffers.ok()) return buffers;
  return reader;
}

bool ArrowReader::IsNull(std::size_t row) const {
  if (place_.kind == ArrowKind::kNull) return true;
  if (table_validity_ != nullptr &&
      !Bit(table_validity_, table_offset_ + row)) {
    return true;
  }
  const unsigned char* validity = Validity(*array_);
  return validity != nullptr && !Bit(validity, offset_ + row);
}

Result<std::string_view> ArrowReader::Cut(std::int64_t begin,
                                          std::int64_t end) const {
  if (begin < 0 || end < begin) return Unsound("offsets do not ascend");
  if (begin == end) return std::string_view();
  const char* data = static_cast<const char*>(array_->buffers[2]);
  if (data == nullptr) return Unsound("the text is missing");
  return std::string_view(data + begin, static_cast<std::size_t>(end - begin));
}

// A view is 16 bytes: a length, and the string itself when it has up to 12
// bytes; else its first four, the number of a buffer and an offset in it.
Result<std::string_view> ArrowReader::View(std::size_t index) const {
  constexpr std::size_t kWidth = 16, kInline = 12;
  const char* view =
      static_cast<const char*>(array_->buffers[1]) + index * kWidth;
  const auto length = Load<std::int32_t>(view, 0);
  if (length < 0) return Unsound("a negative length");
  const auto size = static_cast<std::size_t>(length);
  if (size <= kInline) return std::string_view(view + 4, size);
  const std::int64_t buffer = Load<std::int32_t>(view, 2);
  const auto offset = Load<std::int32_t>(view, 3);
  // The last buffer holds the sizes of the others.
  if (buffer < 0 || buffer + 3 >= array_->n_buffers || offset < 0 ||
      array_->buffers[2 + buffer] == nullptr) {
    return Unsound("a view leads nowhere");
  }
  const char* data = static_cast<const char*>(array_->buffers[2 + buffer]);
  return std::string_view(data + offset, size);
}

Result<std::string_view> ArrowReader::Text(std::size_t row) const {
  const std::size_t index = offset_ + row;
  const void* offsets = array_->buffers[1];
  switch (place_.kind) {
    case ArrowKind::kText:
      return Cut(Load<std::int32_t>(offsets, index),
                 Load<std::int32_t>(offsets, index + 1));
    case ArrowKind::kLargeText:
      return Cut(Load<std::int64_t>(offsets, index),
                 Load<std::int64_t>(offsets, index + 1));
    case ArrowKind::kTextView:
      return View(index);
    default:
      return std::string_view();
  }
}

std::uint64_t ArrowReader::Number(std::size_t row) const {
  const std::size_t index = offset_ + row;
  const void* values = array_->buffers[1];
  const bool is_signed = place_.kind == ArrowKind::kSigned;
  const auto widen = [](auto value) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
  };
  switch (place_.width) {
    case 1:
      return is_signed ? widen(Load<std::int8_t>(values, index))
                       : Load<std::uint8_t>(values, index);
    case 2:
      return is_signed ? widen(Load<std::int16_t>(values, index))
                       : Load<std::uint16_t>(values, index);
    case 4:
      return is_signed ? widen(Load<std::int32_t>(values, index))
                       : Load<std::uint32_t>(values, index);
    default:
      return Load<std::uint64_t>(values, index);
  }
}

}  // namespace framescope
