// Tested by tests/unit/lexicon/native_writer_test.cpp.
//
// Writes the native format. What was read is kept as it was, to the byte;
// what came from elsewhere is written in one canonical form.
#include "base/numbers.hpp"
#include "lexicon/built_in.hpp"
#include "lexicon/entry_cells.hpp"
#include "lexicon/names.hpp"
#include "lexicon/native.hpp"

namespace framescope {
namespace {

// A basic string of TOML.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  return out + '"';
}

class TomlWriter {
 public:
  void Table(std::string_view header) {
    out_.append(out_.empty() ? "" : "\n").append(header).append(1, '\n');
  }
  void Text(std::string_view key, std::string_view value, bool always = false) {
    if (value.empty() && !always) return;
    Line(key, Quoted(value));
  }
  void Flag(std::string_view key, bool value) {
    if (value) Line(key, "true");
  }
  void Number(std::string_view key, std::int32_t value) {
    if (value != 0) Line(key, std::to_string(value));
  }
  void Line(std::string_view key, std::string_view value) {
    out_.append(key).append(" = ").append(value).append(1, '\n');
  }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string List(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    out += (out.size() > 1 ? ", " : "") + Quoted(text);
  }
  return out + ']';
}

void WriteAxes(const Lexicon::Content& content, TomlWriter* toml) {
  for (const Axis& axis : content.axes) {
    toml->Table("[[axis]]");
    toml->Text("name", axis.name, true);
    toml->Text("negative", axis.negative, true);
    toml->Text("positive", axis.positive, true);
    toml->Text("title", axis.title);
    std::vector<std::string> loci;
    for (const auto& [name, locus] : kLocusNames) {
      if (axis.loci & static_cast<std::uint8_t>(locus)) loci.emplace_back(name);
    }
    if (!loci.empty()) toml->Line("loci", List(loci));
    toml->Flag("headline", axis.headline);
    toml->Flag("way_forward", axis.way_forward);
  }
}

void WriteCategories(const Lexicon::Content& content, TomlWriter* toml) {
  for (const Category& category : content.categories) {
    toml->Table("[[category]]");
    toml->Text("name", category.name, true);
    if (category.axis != kNone) {
      const Axis& axis = content.axes[category.axis];
      toml->Text("pole", category.pole == Pole::kPositive ? axis.positive
                                                          : axis.negative);
    }
    toml->Text("code", category.code);
    toml->Text("title", category.title);
    toml->Flag("expected", category.expected);
  }
}

void WriteWords(const Lexicon::Content& content, TomlWriter* toml) {
  if (!content.classes.empty()) toml->Table("[classes]");
  for (const WordClass& word_class : content.classes) {
    toml->Line(Quoted(word_class.name), List(word_class.words));
  }
  if (!content.spelling.empty()) {
    toml->Table("[spelling]");
    std::string pairs = "[\n";
    for (const auto& [british, american] : content.spelling) {
      pairs += "  " + List({british, american}) + ",\n";
    }
    toml->Line("pairs", pairs + ']');
  }
  for (const Profile& profile : content.profiles) {
    toml->Table("[profiles." + Quoted(profile.name) + ']');
    toml->Text("title", profile.title);
  }
}

std::string TomlOf(const Lexicon::Content& content) {
  TomlWriter toml;
  toml.Text("name", content.name, true);
  toml.Text("version", content.version, true);
  toml.Text("title", content.title);
  toml.Text("language", content.language);
  toml.Text("licence", content.licence);
  toml.Text("default_profile", content.default_profile);
  WriteAxes(content, &toml);
  WriteCategories(content, &toml);
  WriteWords(content, &toml);
  for (const Source& source : content.sources) {
    toml.Table("[[source]]");
    toml.Text("key", source.key, true);
    toml.Text("title", source.title);
    toml.Text("author", source.author);
    toml.Number("year", source.year);
    toml.Text("url", source.url);
    toml.Text("status", source.status);
  }
  return toml.Take();
}

// Rows of a TSV file; what a cell cannot hold becomes a space.
class TsvWriter {
 public:
  TsvWriter(std::string header, FindingList* lost)
      : out_(std::move(header)), lost_(*lost) {}

  TsvWriter& Cell(std::string_view text) {
    // A row that begins with # would be a comment.
    if (cells_ == 0 && text.starts_with('#')) row_ += ' ';
    if (cells_++ > 0) row_ += '\t';
    bool changed = false;
    for (const char c : text) {
      const bool space = c == '\t' || c == '\n' || c == '\r';
      changed = changed || space;
      row_ += space ? ' ' : c;
    }
    if (changed) {
      lost_.Warning(line_, 0, "cell-changed",
                    "a line break or tab in \"" + std::string(text) +
                        "\" is written as a space");
    }
    return *this;
  }
  void EndRow() {
    while (row_.ends_with('\t')) row_.pop_back();
    out_.append(row_).append(1, '\n');
    row_.clear();
    cells_ = 0;
    ++line_;
  }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_, row_;
  FindingList& lost_;
  std::size_t cells_ = 0;
  std::int32_t line_ = 2;
};

void WriteEntry(const Lexicon::Content& content, const Entry& entry,
                bool scores, TsvWriter* tsv) {
  tsv->Cell(entry.pattern)
      .Cell(content.categories[entry.category].name)
      .Cell(std::to_string(entry.weight))
      .Cell(entry.locus == Locus::kAny ? "" : NameOf(kLocusNames, entry.locus))
      .Cell(FlagCell(entry))
      .Cell(ProfileCell(entry))
      .Cell(entry.when)
      .Cell(InsteadCell(entry))
      .Cell(SourceCell(content.sources, entry.sources))
      .Cell(entry.date)
      .Cell(entry.note);
  if (scores) tsv->Cell(entry.score == 1 ? "" : Shortest(entry.score));
  tsv->EndRow();
}

std::string EntriesOf(const Lexicon::Content& content, FindingList* lost) {
  bool scores = false;
  for (const Entry& entry : content.entries) {
    scores = scores || entry.score != 1;
  }
  TsvWriter tsv(
      std::string("pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\t"
                  "instead\tsources\tdate\tnote") +
          (scores ? "\tscore\n" : "\n"),
      lost);
  for (const Entry& entry : content.entries) {
    WriteEntry(content, entry, scores, &tsv);
  }
  return tsv.Take();
}

std::string HidesOf(const Lexicon::Content& content, const Mask& mask) {
  if (mask.hides == ~std::uint64_t{0}) return "*";
  std::string names;
  const auto add = [&names](const std::string& name) {
    names += (names.empty() ? "" : " ") + name;
  };
  for (std::size_t i = 0; i < content.axes.size(); ++i) {
    const Axis& axis = content.axes[i];
    const std::uint64_t poles = mask.hides >> (2 * i) & 3;
    if (poles == 3) add(axis.name);
    if (poles == 1) add(axis.negative);
    if (poles == 2) add(axis.positive);
  }
  for (const std::uint32_t category : mask.hides_categories) {
    add(content.categories[category].name);
  }
  return names;
}

std::string MasksOf(const Lexicon::Content& content, FindingList* lost) {
  if (content.masks.empty()) return "";
  TsvWriter tsv("pattern\tkind\thides\twhen\tsources\tnote\n", lost);
  for (const Mask& mask : content.masks) {
    tsv.Cell(mask.pattern)
        .Cell(NameOf(kMaskKindNames, mask.kind))
        .Cell(HidesOf(content, mask))
        .Cell(mask.when)
        .Cell(SourceCell(content.sources, mask.sources))
        .Cell(mask.note);
    tsv.EndRow();
  }
  return tsv.Take();
}

}  // namespace

Lexicon::NativeFiles Lexicon::ToNative(std::vector<Diagnostic>* lost) const {
  if (files_ != nullptr) return *files_;
  if (is_built_in_) return BuiltInFiles();
  FindingList in_entries("entries.tsv"), in_masks("masks.tsv");
  NativeFiles files{TomlOf(*content_), EntriesOf(*content_, &in_entries),
                    MasksOf(*content_, &in_masks)};
  if (lost != nullptr) {
    for (const FindingList* list : {&in_entries, &in_masks}) {
      lost->insert(lost->end(), list->findings().begin(),
                   list->findings().end());
    }
  }
  return files;
}

}  // namespace framescope
