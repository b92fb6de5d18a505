// Columns of texts and ids that a caller hands in as Arrow arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/framescope.h"
#include "framescope/status.hpp"

namespace framescope {

// How the bytes of a column lie.
enum class ArrowKind : std::uint8_t {
  kNull,       // "n": nothing but nulls
  kText,       // "u": 32-bit offsets
  kLargeText,  // "U": 64-bit offsets
  kTextView,   // "vu"
  kSigned,
  kUnsigned
};

// Where a column is in what a caller hands in.
struct ArrowPlace {
  ArrowKind kind = ArrowKind::kText;
  std::uint32_t width = 0;                // of a number, in bytes
  std::optional<std::size_t> child = {};  // of a table; none: the array itself
};

// The names of columns that a caller asks for; an empty id: none.
struct ArrowNames {
  std::string text, id;
};

struct ArrowPlaces {
  ArrowPlace text;
  std::optional<ArrowPlace> id;
};

// Finds the columns. kInvalidArgument when they are not there, kUnsupported
// when they are of another type.
Result<ArrowPlaces> FindColumns(const ArrowSchema& schema,
                                const ArrowNames& names);

// One column of one array: borrowed from it.
class ArrowReader {
 public:
  // kInvalidArgument when the array is not as `place` says.
  static Result<ArrowReader> Open(const ArrowArray& array,
                                  const ArrowPlace& place);

  std::size_t rows() const { return rows_; }
  bool IsNull(std::size_t row) const;
  // The bytes of a string that is not null. Fails when its offsets are not
  // sound.
  Result<std::string_view> Text(std::size_t row) const;
  // The bits of a number that is not null, widened to 64.
  std::uint64_t Number(std::size_t row) const;
  ArrowKind kind() const { return place_.kind; }

 private:
  Result<std::string_view> Cut(std::int64_t begin, std::int64_t end) const;
  Result<std::string_view> View(std::size_t index) const;

  ArrowPlace place_;
  const ArrowArray* array_ = nullptr;
  const unsigned char* table_validity_ = nullptr;
  std::size_t rows_ = 0, table_offset_ = 0, offset_ = 0;
};

}  // namespace framescope
