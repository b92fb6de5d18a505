// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_documents.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "capi/count.hpp"
#include "capi/guard.hpp"
#include "capi/many.hpp"

namespace framescope {
namespace {

constexpr std::size_t kWidth = sizeof(std::uint64_t);

// What was counted of all texts, as rows.
struct Counted {
  Counted(std::size_t texts, std::size_t axes)
      : axis_counts(texts * axes), extents(texts), failures(texts) {}

  std::vector<framescope_axis_count> axis_counts;
  std::vector<framescope_extent> extents;
  std::vector<std::string> failures;  // "" where all is well
};

Counted CountAll(const framescope_analyzer& analyzer, const ArrowTexts& texts,
                 std::uint32_t jobs) {
  const std::size_t axes = analyzer.analyzer.lexicon().axes().size();
  Counted counted(texts.size(), axes);
  framescope_counts columns = FRAMESCOPE_COUNTS_INIT;
  columns.axes = axes == 0 ? nullptr : counted.axis_counts.data();
  columns.axis_count = axes;
  columns.extents = counted.extents.data();
  CountTexts(columns, analyzer, texts.texts, jobs,
             [&](std::size_t i, const Status& status) {
               counted.failures[i] = std::string(StatusName(status.code())) +
                                     ": " + status.message();
             });
  return counted;
}

// The columns of one axis under one reading.
class ReadingColumns {
 public:
  ReadingColumns(const std::string& negative, const std::string& positive,
                 const std::string& axis, const std::string& reading)
      : negative_(negative + reading, "L", true),
        positive_(positive + reading, "L", true),
        balance_(axis + reading, "g", true),
        low_(axis + reading + "_low", "g", true),
        high_(axis + reading + "_high", "g", true) {}

  void AddNull() {
    for (ArrowColumn* column : All()) column->AddNull(kWidth);
  }

  void Add(const framescope_pole_counts& counts, std::uint64_t words) {
    negative_.Add(counts.negative);
    positive_.Add(counts.positive);
    const auto balance = BalanceOf(counts, words);
    if (!balance.ok() || balance.value().verdict == Verdict::kTooLittle) {
      for (ArrowColumn* column : {&balance_, &low_, &high_}) {
        column->AddNull(kWidth);
      }
      return;
    }
    balance_.Add(balance.value().balance);
    low_.Add(balance.value().low);
    high_.Add(balance.value().high);
  }

  void MoveTo(std::vector<ArrowColumn>* columns) {
    for (ArrowColumn* column : All()) columns->push_back(std::move(*column));
  }

 private:
  std::vector<ArrowColumn*> All() {
    return {&negative_, &positive_, &balance_, &low_, &high_};
  }

  ArrowColumn negative_, positive_, balance_, low_, high_;
};

// All columns but the keys.
class DocumentColumns {
 public:
  explicit DocumentColumns(const Lexicon& lexicon)
      : words_("words", "L", true),
        repeated_("repeated_words", "L", true),
        error_("error", "u", true) {
    const std::vector<std::string> poles = PoleColumnNames(lexicon);
    for (std::size_t i = 0; i < lexicon.axes().size(); ++i) {
      const std::string axis = ColumnName(lexicon.axes()[i].name);
      for (const char* reading : {"_evoked", "_endorsed"}) {
        readings_.emplace_back(poles[2 * i], poles[2 * i + 1], axis, reading);
      }
    }
  }

  void AddNull(const std::string& failure) {
    words_.AddNull(kWidth);
    repeated_.AddNull(kWidth);
    for (ReadingColumns& reading : readings_) reading.AddNull();
    if (failure.empty()) {
      error_.AddNullText();
    } else {
      error_.AddText(failure);
    }
  }

  void Add(const framescope_extent& extent, const framescope_axis_count* axes) {
    const std::uint64_t scored = extent.words - extent.repeated_words;
    words_.Add(extent.words);
    repeated_.Add(extent.repeated_words);
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const framescope_axis_count& axis = axes[i / 2];
      readings_[i].Add(i % 2 == 0 ? axis.evoked : axis.endorsed, scored);
    }
    error_.AddNullText();
  }

  void MoveTo(std::vector<ArrowColumn>* columns) {
    columns->push_back(std::move(words_));
    columns->push_back(std::move(repeated_));
    for (ReadingColumns& reading : readings_) reading.MoveTo(columns);
    columns->push_back(std::move(error_));
  }

 private:
  ArrowColumn words_, repeated_, error_;
  std::vector<ReadingColumns> readings_;  // evoked and endorsed of each axis
};

}  // namespace

std::string ColumnName(std::string_view name) {
  std::string column(name);
  for (char& c : column) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                      (c >= 'A' && c <= 'Z') || byte >= 0x80;
    if (!kept) c = '_';
  }
  return column;
}

std::vector<std::string> PoleColumnNames(const Lexicon& lexicon) {
  std::vector<std::string> names;
  for (const Axis& axis : lexicon.axes()) {
    names.push_back(ColumnName(axis.negative));
    names.push_back(ColumnName(axis.positive));
  }
  std::vector<std::string> unique = names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::count(names.begin(), names.end(), names[i]) > 1) {
      unique[i] = ColumnName(lexicon.axes()[i / 2].name) + "_" + names[i];
    }
  }
  return unique;
}

Result<std::shared_ptr<const ArrowColumn>> DocumentRows(
    const framescope_analyzer& analyzer, const ArrowTexts& texts,
    const std::optional<ArrowPlace>& id, std::uint32_t jobs) {
  const Lexicon& lexicon = analyzer.analyzer.lexicon();
  const Counted counted = CountAll(analyzer, texts, jobs);
  ArrowKeys keys(id);
  DocumentColumns columns(lexicon);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Status added = keys.Add(texts, i);
    if (!added.ok()) return added;
    if (texts.nulls[i] || !counted.failures[i].empty()) {
      columns.AddNull(counted.failures[i]);
    } else {
      columns.Add(counted.extents[i],
                  counted.axis_counts.data() + i * lexicon.axes().size());
    }
  }
  std::vector<ArrowColumn> all;
  std::move(keys).MoveTo(&all);
  columns.MoveTo(&all);
  return MakeBatch(std::move(all));
}

}  // namespace framescope
