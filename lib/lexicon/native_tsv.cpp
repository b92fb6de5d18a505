// Tested by tests/unit/lexicon/native_test.cpp.
//
// Reads entries.tsv and masks.tsv.
#include <charconv>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "lexicon/names.hpp"
#include "lexicon/native.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

constexpr std::string_view kEntryColumns[] = {
    "pattern", "category", "weight",  "locus", "flags", "profiles",
    "when",    "instead",  "sources", "date",  "note"};
constexpr std::string_view kScoreColumn = "score";  // may follow the others
constexpr std::string_view kMaskColumns[] = {"pattern", "kind",    "hides",
                                             "when",    "sources", "note"};

using Index = std::unordered_map<std::string_view, std::uint32_t>;

template <typename Item, typename Member>
Index IndexBy(const std::vector<Item>& items, Member member) {
  Index index;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    index.emplace(std::invoke(member, items[i]), i);
  }
  return index;
}

std::vector<std::string_view> Keys(const Index& index) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : index) keys.push_back(key);
  return keys;
}

// Checks the header line. False when the file cannot be read further.
template <std::size_t N>
bool ReadHeader(TsvReader* reader, const std::string_view (&columns)[N],
                FindingList* findings) {
  std::string expected;
  for (const std::string_view column : columns) {
    expected += (expected.empty() ? "" : " ") + std::string(column);
  }
  if (!reader->Next()) {
    findings->Error(1, 1, "missing-header",
                    "the file is empty: expected a header line with the "
                    "columns " +
                        expected);
    return false;
  }
  for (std::size_t i = 0; i < N; ++i) {
    if (i < reader->cells().size() && reader->cells()[i] == columns[i]) {
      continue;
    }
    findings->Error(reader->line(), reader->column(i), "wrong-header",
                    "expected the column \"" + std::string(columns[i]) +
                        "\" here; the columns are " + expected);
    return false;
  }
  return true;
}

// Reads the cells of one row by their number, and reports by it.
class RowReader {
 public:
  RowReader(const TsvReader& row, const Lexicon::Content& content,
            const Index& sources, FindingList* findings)
      : row_(row), content_(content), sources_(sources), findings_(findings) {}

  std::string_view Cell(std::size_t i) const {
    return i < row_.cells().size() ? row_.cells()[i] : std::string_view();
  }
  void Error(std::size_t cell, std::string code, std::string message) const {
    findings_->Error(row_.line(), row_.column(cell), std::move(code),
                     std::move(message));
  }
  // At least the first `needed` cells, at most `columns`.
  bool HasCells(std::size_t needed, std::size_t columns) const {
    const std::size_t count = row_.cells().size();
    if (count >= needed && count <= columns) return true;
    Error(std::min(count, columns), "wrong-cells",
          "the row has " + std::to_string(count) + " cells: expected " +
              std::to_string(columns) + ", separated by tabs");
    return false;
  }
  std::vector<std::uint32_t> Sources(std::size_t cell) const {
    std::vector<std::uint32_t> found;
    ForEachPart(Cell(cell), ' ', [&](std::string_view key) {
      const auto it = sources_.find(key);
      if (it != sources_.end()) {
        found.push_back(it->second);
      } else {
        Error(cell, "unknown-source",
              "source \"" + std::string(key) +
                  "\" is not in the bibliography of lexicon.toml" +
                  DidYouMean(key, Keys(sources_)));
      }
    });
    return found;
  }
  const Lexicon::Content& content() const { return content_; }

 private:
  const TsvReader& row_;
  const Lexicon::Content& content_;
  const Index& sources_;
  FindingList* findings_;
};

std::int32_t ReadWeight(const RowReader& row, std::size_t cell,
                        std::string_view text) {
  std::int32_t weight = -1;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error != std::errc() || end != text.data() + text.size() || weight < 0 ||
      weight > 3) {
    row.Error(cell, "bad-weight",
              "weight \"" + std::string(text) + "\": expected 0, 1, 2 or 3");
    return 0;
  }
  return weight;
}

void ReadFlags(const RowReader& row, std::size_t cell, Entry* entry) {
  ForEachPart(row.Cell(cell), ' ', [&](std::string_view name) {
    if (const auto flag = ValueOf(kFlagNames, name)) {
      entry->flags |= *flag;
    } else {
      row.Error(cell, "unknown-flag",
                "unknown flag \"" + std::string(name) +
                    "\": expected contested, statutory, buzzword, "
                    "often-mentioned or factual");
    }
  });
}

void ReadProfileWeights(const RowReader& row, std::size_t cell, Entry* entry) {
  for (const std::string_view item : SplitTrimmed(row.Cell(cell), ' ')) {
    const std::size_t equals = item.find('=');
    const std::string name(item.substr(0, equals));
    bool known = false;
    for (const Profile& profile : row.content().profiles) {
      known = known || profile.name == name;
    }
    if (equals == item.npos || !known) {
      row.Error(cell, "unknown-profile",
                "\"" + std::string(item) +
                    "\": expected PROFILE=WEIGHT with a profile of "
                    "lexicon.toml");
      continue;
    }
    entry->profile_weights.emplace_back(
        name, ReadWeight(row, cell, item.substr(equals + 1)));
  }
}

void ReadScore(const RowReader& row, std::size_t cell, Entry* entry) {
  const std::string_view text = row.Cell(cell);
  if (text.empty()) return;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), entry->score);
  if (error != std::errc() || end != text.data() + text.size() ||
      !std::isfinite(entry->score)) {
    row.Error(cell, "bad-score",
              "score \"" + std::string(text) + "\": expected a number");
    entry->score = 1;
  }
}

// Behind its own: columns of errors are those of the cell.
void AddConditions(const std::string& when, Entry* entry) {
  if (when.empty()) return;
  if (!entry->when.empty()) entry->when += "; ";
  entry->when += when;
}

void ReadEntry(const RowReader& row, const Index& categories,
               const Lexicon::Content& content, std::int32_t line, Entry* out) {
  Entry& entry = *out;
  entry.line = line;
  entry.pattern = row.Cell(0);
  const auto category = categories.find(row.Cell(1));
  if (category != categories.end()) {
    entry.category = category->second;
  } else {
    row.Error(1, "unknown-category",
              "unknown category \"" + std::string(row.Cell(1)) + "\"" +
                  DidYouMean(row.Cell(1), Keys(categories)));
  }
  entry.weight = ReadWeight(row, 2, row.Cell(2));
  if (const auto locus = ValueOf(kLocusNames, row.Cell(3))) {
    entry.locus = *locus;
  } else if (!row.Cell(3).empty()) {
    row.Error(3, "unknown-locus",
              "unknown locus \"" + std::string(row.Cell(3)) +
                  "\": expected any, person, group, community, system or "
                  "condition");
  }
  ReadFlags(row, 4, &entry);
  ReadProfileWeights(row, 5, &entry);
  entry.when = row.Cell(6);
  if (category != categories.end()) {
    AddConditions(content.categories[entry.category].when, &entry);
  }
  ForEachPart(row.Cell(7), ';', [&entry](std::string_view wording) {
    entry.instead.emplace_back(wording);
  });
  entry.sources = row.Sources(8);
  entry.date = row.Cell(9);
  entry.note = row.Cell(10);
  ReadScore(row, 11, &entry);
}

// What a mask hides: axes, poles and categories by name.
void ReadHides(const RowReader& row, std::size_t cell, const Index& categories,
               Mask* mask) {
  const std::string_view text = row.Cell(cell);
  if (text.empty() || text == "*") return;
  mask->hides = 0;
  for (const std::string_view name : SplitTrimmed(text, ' ')) {
    const std::uint64_t before = mask->hides;
    for (std::uint32_t i = 0; i < row.content().axes.size(); ++i) {
      const Axis& axis = row.content().axes[i];
      const std::uint64_t both = std::uint64_t{3} << (2 * i);
      if (name == axis.name) mask->hides |= both;
      if (name == axis.negative) mask->hides |= both & (both >> 1);
      if (name == axis.positive) mask->hides |= both & (both << 1);
    }
    if (mask->hides != before) continue;
    const auto category = categories.find(name);
    if (category != categories.end()) {
      mask->hides_categories.push_back(category->second);
    } else {
      row.Error(cell, "unknown-name",
                "\"" + std::string(name) + "\" is no axis, pole or category" +
                    DidYouMean(name, Keys(categories)));
    }
  }
}

}  // namespace

void ReadEntriesTsv(std::string_view tsv, Lexicon::Content* content,
                    FindingList* findings) {
  TsvReader reader(tsv);
  if (!ReadHeader(&reader, kEntryColumns, findings)) return;
  const Index categories = IndexBy(content->categories, &Category::name);
  const Index sources = IndexBy(content->sources, &Source::key);
  std::size_t columns = std::size(kEntryColumns);
  if (reader.cells().size() > columns &&
      reader.cells()[columns] == kScoreColumn) {
    ++columns;
  }
  while (reader.Next()) {
    const RowReader row(reader, *content, sources, findings);
    if (!row.HasCells(3, columns)) continue;
    if (row.Cell(0).empty()) {
      row.Error(0, "empty-pattern", "expected a pattern in the first cell");
      continue;
    }
    Entry& entry = content->entries.emplace_back();
    ReadEntry(row, categories, *content, reader.line(), &entry);
  }
}

void ReadMasksTsv(std::string_view tsv, Lexicon::Content* content,
                  FindingList* findings) {
  TsvReader reader(tsv);
  if (!ReadHeader(&reader, kMaskColumns, findings)) return;
  const Index categories = IndexBy(content->categories, &Category::name);
  const Index sources = IndexBy(content->sources, &Source::key);
  while (reader.Next()) {
    const RowReader row(reader, *content, sources, findings);
    if (!row.HasCells(2, std::size(kMaskColumns))) continue;
    if (row.Cell(0).empty()) {
      row.Error(0, "empty-pattern", "expected a pattern in the first cell");
      continue;
    }
    Mask mask;
    mask.line = reader.line();
    mask.pattern = row.Cell(0);
    if (const auto kind = ValueOf(kMaskKindNames, row.Cell(1))) {
      mask.kind = *kind;
    } else {
      row.Error(1, "unknown-kind",
                "unknown kind \"" + std::string(row.Cell(1)) +
                    "\": expected name, technical, literal or statutory");
    }
    ReadHides(row, 2, categories, &mask);
    mask.when = row.Cell(3);
    mask.sources = row.Sources(4);
    mask.note = row.Cell(5);
    content->masks.push_back(std::move(mask));
  }
}

}  // namespace framescope
