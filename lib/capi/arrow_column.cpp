// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_column.hpp"

#include <limits>
#include <utility>

namespace framescope {

ArrowColumn::ArrowColumn(std::string name, std::string format, bool nullable)
    : name_(std::move(name)), format_(std::move(format)), nullable_(nullable) {
  if (format_ == "u") AppendEnd();
}

void ArrowColumn::AppendBytes(std::vector<char>* to, const void* data,
                              std::size_t size) {
  if (size == 0) return;
  const std::size_t before = to->size();
  to->resize(before + size);
  std::memcpy(to->data() + before, data, size);
}

void ArrowColumn::AppendBit(std::vector<char>* to, std::int64_t index,
                            bool bit) {
  if (index % 8 == 0) to->push_back(0);
  if (bit) {
    to->back() = static_cast<char>(static_cast<unsigned char>(to->back()) |
                                   (1u << (index % 8)));
  }
}

void ArrowColumn::AppendValidity(bool valid) {
  if (!nullable_) return;
  AppendBit(&validity_, length_, valid);
  nulls_ += !valid;
}

void ArrowColumn::AppendEnd() {
  constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
  overflowed_ = overflowed_ || text_.size() > kMost;
  const auto end = overflowed_ ? 0 : static_cast<std::int32_t>(text_.size());
  AppendBytes(&values_, &end, sizeof end);
}

void ArrowColumn::AddTruth(bool value) {
  AppendValidity(true);
  AppendBit(&values_, length_, value);
  ++length_;
}

void ArrowColumn::AddText(std::string_view text) {
  AppendValidity(true);
  if (!overflowed_) AppendBytes(&text_, text.data(), text.size());
  AppendEnd();
  ++length_;
}

void ArrowColumn::AddNull(std::size_t width) {
  AppendValidity(false);
  values_.resize(values_.size() + width);
  ++length_;
}

void ArrowColumn::AddNullText() {
  AppendValidity(false);
  AppendEnd();
  ++length_;
}

void ArrowColumn::SetChildren(
    std::vector<std::shared_ptr<const ArrowColumn>> children,
    std::int64_t length) {
  children_ = std::move(children);
  length_ = length;
}

namespace {

// The children of a handed-out struct, and its dictionary. A reader may have
// moved some away, whose release() is then null.
template <typename Arrow>
struct ArrowParts {
  explicit ArrowParts(std::size_t count) : children(count) {
    for (Arrow& child : children) pointers.push_back(&child);
  }
  ~ArrowParts() {
    for (Arrow& child : children) Release(&child);
    Release(&dictionary);
  }
  ArrowParts(const ArrowParts&) = delete;
  ArrowParts& operator=(const ArrowParts&) = delete;

  static void Release(Arrow* part) {
    if (part->release != nullptr) part->release(part);
  }

  std::vector<Arrow> children;
  std::vector<Arrow*> pointers;
  Arrow dictionary = {};
};

// Empty buffers are not null: some readers look at the pointer first.
const void* BufferOf(const std::vector<char>& bytes) {
  static const std::uint64_t nothing[8] = {};
  return bytes.empty() ? static_cast<const void*>(nothing) : bytes.data();
}

}  // namespace

// What a handed-out array keeps alive.
class ArrowArrayExport {
 public:
  static void To(std::shared_ptr<const ArrowColumn> shared, ArrowArray* out) {
    const ArrowColumn& column = *shared;
    auto owned = std::make_unique<ArrowArrayExport>(std::move(shared));
    ArrowArray array = {};
    array.length = column.length_;
    array.null_count = column.nulls_;
    array.n_buffers = static_cast<std::int64_t>(owned->buffers_.size());
    array.buffers = owned->buffers_.data();
    array.n_children = static_cast<std::int64_t>(column.children_.size());
    if (array.n_children > 0) array.children = owned->parts_.pointers.data();
    if (column.dictionary_) array.dictionary = &owned->parts_.dictionary;
    array.release = [](ArrowArray* self) {
      delete static_cast<ArrowArrayExport*>(self->private_data);
      self->release = nullptr;
    };
    array.private_data = owned.release();
    *out = array;
  }

  explicit ArrowArrayExport(std::shared_ptr<const ArrowColumn> shared)
      : column_(std::move(shared)), parts_(column_->children_.size()) {
    buffers_.push_back(column_->nulls_ == 0 ? nullptr
                                            : BufferOf(column_->validity_));
    if (column_->format_ != "+s")
      buffers_.push_back(BufferOf(column_->values_));
    if (column_->format_ == "u") buffers_.push_back(BufferOf(column_->text_));
    for (std::size_t i = 0; i < column_->children_.size(); ++i) {
      To(column_->children_[i], &parts_.children[i]);
    }
    if (column_->dictionary_) To(column_->dictionary_, &parts_.dictionary);
  }

 private:
  std::shared_ptr<const ArrowColumn> column_;
  std::vector<const void*> buffers_;
  ArrowParts<ArrowArray> parts_;
};

// What a handed-out schema keeps alive.
class ArrowSchemaExport {
 public:
  static void To(const ArrowColumn& column, ArrowSchema* out) {
    auto owned = std::make_unique<ArrowSchemaExport>(column);
    ArrowSchema schema = {};
    schema.format = owned->format_.c_str();
    schema.name = owned->name_.c_str();
    schema.flags = column.nullable_ ? ARROW_FLAG_NULLABLE : 0;
    schema.n_children = static_cast<std::int64_t>(column.children_.size());
    if (schema.n_children > 0) schema.children = owned->parts_.pointers.data();
    if (column.dictionary_) schema.dictionary = &owned->parts_.dictionary;
    schema.release = [](ArrowSchema* self) {
      delete static_cast<ArrowSchemaExport*>(self->private_data);
      self->release = nullptr;
    };
    schema.private_data = owned.release();
    *out = schema;
  }

  explicit ArrowSchemaExport(const ArrowColumn& column)
      : format_(column.format_),
        name_(column.name_),
        parts_(column.children_.size()) {
    for (std::size_t i = 0; i < column.children_.size(); ++i) {
      To(*column.children_[i], &parts_.children[i]);
    }
    if (column.dictionary_) To(*column.dictionary_, &parts_.dictionary);
  }

 private:
  std::string format_, name_;
  ArrowParts<ArrowSchema> parts_;
};

void ExportArray(std::shared_ptr<const ArrowColumn> column, ArrowArray* out) {
  ArrowArrayExport::To(std::move(column), out);
}

void ExportSchema(const ArrowColumn& column, ArrowSchema* out) {
  ArrowSchemaExport::To(column, out);
}

}  // namespace framescope
