// TablePlaces: in which column and row of a table text stands.
// Tested by tests/unit/document/tables_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace framescope {

// As in Block.
struct CellPlace {
  std::uint8_t column = 0;
  bool in_first_row = false;

  // Columns beyond the last that can be told are not known.
  static CellPlace Of(int row, int column) {
    const bool is_known = row > 0 && column > 0 && column <= 255;
    return is_known ? CellPlace{static_cast<std::uint8_t>(column), row == 1}
                    : CellPlace();
  }
};

// Counts the cells of tables, which may stand in cells of others. What does not
// fit together is of no place.
class TablePlaces {
 public:
  void BeginTable() { open_.emplace_back(); }
  void EndTable() {
    if (!open_.empty()) open_.pop_back();
  }
  void BeginRow() {
    if (open_.empty()) return;
    ++open_.back().row;
    open_.back().column = open_.back().next = 0;
  }
  void BeginCell() {
    if (open_.empty()) return;
    open_.back().column = ++open_.back().next;
  }
  // The cell that began last has so many columns more.
  void Widen(int columns) {
    constexpr int kMost = 1000;
    if (open_.empty()) return;
    int& next = open_.back().next;
    next = std::min(next + std::clamp(columns, 0, kMost), kMost);
  }
  // Of the innermost cell that has begun.
  CellPlace place() const {
    if (open_.empty()) return {};
    return CellPlace::Of(open_.back().row, open_.back().column);
  }

 private:
  struct Table {
    int row = 0, column = 0;
    int next = 0;  // the last column of the cells so far
  };
  std::vector<Table> open_;
};

}  // namespace framescope
