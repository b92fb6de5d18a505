// Columns in Arrow's memory layout, and how they are handed out through the C
// data interface.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/framescope.h"

namespace framescope {

// One column that grows row by row: of numbers, of truth values, of strings, of
// indices into a dictionary, or of rows of other columns. Belongs to one thread
// until it is handed out.
class ArrowColumn {
 public:
  // `format` is Arrow's: "L" uint64, "l" int64, "I" uint32, "i" int32, "g"
  // float64, "b" bool, "u" utf8, "+s" struct.
  ArrowColumn(std::string name, std::string format, bool nullable = false);

  template <typename T>
  void Add(T value) {
    AppendValidity(true);
    AppendBytes(&values_, &value, sizeof value);
    ++length_;
  }
  void AddTruth(bool value);
  void AddText(std::string_view text);
  // A null of any kind; `width` is that of a number in bytes.
  void AddNull(std::size_t width);
  void AddNullText();
  // Rows of a struct: of its children, which all have `length`.
  void SetChildren(std::vector<std::shared_ptr<const ArrowColumn>> children,
                   std::int64_t length);
  void SetDictionary(std::shared_ptr<const ArrowColumn> dictionary) {
    dictionary_ = std::move(dictionary);
  }

  const std::string& name() const { return name_; }
  std::int64_t length() const { return length_; }
  // True when strings are more than 32-bit offsets can tell: not to be used.
  bool overflowed() const { return overflowed_; }

 private:
  friend class ArrowArrayExport;
  friend class ArrowSchemaExport;
  static void AppendBytes(std::vector<char>* to, const void* data,
                          std::size_t size);
  void AppendValidity(bool valid);
  void AppendEnd();
  static void AppendBit(std::vector<char>* to, std::int64_t index, bool bit);

  std::string name_, format_;
  bool nullable_, overflowed_ = false;
  std::int64_t length_ = 0, nulls_ = 0;
  std::vector<char> validity_, values_, text_;  // values_: also text offsets
  std::vector<std::shared_ptr<const ArrowColumn>> children_;
  std::shared_ptr<const ArrowColumn> dictionary_;
};

// Hand out a column: `*out` then owns a share of it until its release().
void ExportArray(std::shared_ptr<const ArrowColumn> column, ArrowArray* out);
// The column's type; its rows do not matter.
void ExportSchema(const ArrowColumn& column, ArrowSchema* out);

}  // namespace framescope
