// Tested by tests/unit/engine/lexicon_tools_test.cpp.
#include <algorithm>

#include "base/code_point.hpp"
#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "framescope/batch.hpp"
#include "framescope/lexicon_tools.hpp"
#include "lexicon/entry_cells.hpp"
#include "lexicon/names.hpp"

namespace framescope {
namespace {

constexpr std::size_t kMostLines = 20;
constexpr std::uint32_t kContextBytes = 160;
constexpr std::size_t kContextColumns = 40;

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

// The entries or masks whose pattern is `pattern`, or else contains it.
template <typename Items>
std::vector<std::uint32_t> Named(const Items& items, std::string_view pattern,
                                 bool equal) {
  std::vector<std::uint32_t> found;
  const std::string wanted = Lower(pattern);
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const std::string has = Lower(items[i].pattern);
    if (equal ? has == wanted : has.find(wanted) != has.npos) {
      found.push_back(i);
    }
  }
  return found;
}

class Page {
 public:
  void Row(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    std::string label = "  " + std::string(name);
    label.resize(12, ' ');
    text_ += label + Shown(value) + '\n';
  }
  void Title(std::string_view title) {
    if (!text_.empty()) text_ += '\n';
    text_ += Shown(title) + '\n';
  }
  void Raw(std::string_view text) { text_ += text; }
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

void DescribeEntry(const Lexicon& lexicon, std::uint32_t index, Page* page) {
  const Entry& entry = lexicon.entries()[index];
  const Category& category = lexicon.categories()[entry.category];
  page->Title(entry.pattern);
  page->Row(
      "category",
      category.name + (category.title.empty() ? "" : ": " + category.title));
  if (category.axis != kNone) {
    page->Row("pole", std::string(lexicon.pole_name(entry.category)) + " of " +
                          lexicon.axes()[category.axis].name);
  }
  page->Row("weight", std::to_string(entry.weight));
  if (entry.score != 1) page->Row("score", Shortest(entry.score));
  page->Row("locus", ToString(entry.locus));
  page->Row("flags", FlagCell(entry));
  page->Row("profiles", ProfileCell(entry));
  page->Row("when", entry.when);
  page->Row("instead", InsteadCell(entry));
  for (const std::uint32_t source : entry.sources) {
    const Source& s = lexicon.sources()[source];
    page->Row("source", s.key + ": " + s.author +
                            (s.year ? " " + std::to_string(s.year) : "") +
                            (s.title.empty() ? "" : ", " + s.title) +
                            (s.url.empty() ? "" : " <" + s.url + ">"));
  }
  page->Row("date", entry.date);
  page->Row("note", entry.note);
  if (entry.line > 0) page->Row("line", std::to_string(entry.line));
}

void DescribeMask(const Lexicon& lexicon, std::uint32_t index, Page* page) {
  const Mask& mask = lexicon.masks()[index];
  page->Title(mask.pattern);
  page->Row("mask", NameOf(kMaskKindNames, mask.kind));
  page->Row("when", mask.when);
  page->Row("note", mask.note);
  if (mask.line > 0) page->Row("line", std::to_string(mask.line));
}

// One match in its context, aligned at the match.
std::string ConcordanceLine(const Analysis& analysis, const Match& match) {
  const std::string_view text = analysis.document.text;
  const std::size_t from = NextCodePointStart(
      text, match.span.begin - std::min(match.span.begin, kContextBytes));
  const std::string before = Shown(text.substr(from, match.span.begin - from));
  const std::string after = Shown(text.substr(match.span.end, kContextBytes));
  const std::string_view left = LastColumns(before, kContextColumns);
  const std::string_view right = FirstColumns(after, kContextColumns);
  std::string line = "  ";
  line.append(kContextColumns - ColumnsOf(left), ' ');
  line.append(left);
  line +=
      "[" +
      Shown(text.substr(match.span.begin, match.span.end - match.span.begin)) +
      "]";
  line.append(right);
  return line + "  (" + Shown(analysis.document.id) + ", " +
         std::string(ToString(match.stance)) + ")\n";
}

Status AddConcordance(const Lexicon& lexicon,
                      const std::vector<std::uint32_t>& entries,
                      const AnalyzerOptions& options,
                      const std::vector<std::string>& corpus, Page* page) {
  const Result<Analyzer> analyzer = Analyzer::Compile(lexicon, options);
  if (!analyzer.ok()) return analyzer.status();
  std::uint64_t hits = 0, documents = 0, with_hit = 0;
  std::string lines;
  const Status status =
      RunBatch(analyzer.value(), corpus, {}, [&](BatchItem& item) {
        documents += item.outcome == Outcome::kScored;
        bool any = false;
        for (const Match& match : item.analysis.matches) {
          if (std::find(entries.begin(), entries.end(), match.entry) ==
              entries.end()) {
            continue;
          }
          any = true;
          if (hits++ < kMostLines) {
            lines += ConcordanceLine(item.analysis, match);
          }
        }
        with_hit += any;
        return true;
      });
  if (!status.ok()) return status;
  page->Raw("\n" + Grouped(hits) + (hits == 1 ? " match in " : " matches in ") +
            Grouped(with_hit) + " of " + Grouped(documents) + " documents" +
            (hits > kMostLines ? ", the first " + std::to_string(kMostLines)
                               : std::string()) +
            (hits > 0 ? ":\n" : "\n") + lines);
  return Status();
}

}  // namespace

Result<std::string> ShowEntry(const Lexicon& lexicon, std::string_view pattern,
                              const AnalyzerOptions& options,
                              const std::vector<std::string>& corpus) {
  std::vector<std::uint32_t> entries = Named(lexicon.entries(), pattern, true);
  std::vector<std::uint32_t> masks = Named(lexicon.masks(), pattern, true);
  if (entries.empty() && masks.empty()) {
    entries = Named(lexicon.entries(), pattern, false);
    masks = Named(lexicon.masks(), pattern, false);
  }
  if (pattern.empty() || (entries.empty() && masks.empty())) {
    return Status(StatusCode::kInvalidArgument,
                  "no entry or mask holds \"" + std::string(pattern) +
                      "\"; to see what is found in words of a text, try "
                      "explain --text");
  }
  Page page;
  for (const std::uint32_t i : entries) DescribeEntry(lexicon, i, &page);
  for (const std::uint32_t i : masks) DescribeMask(lexicon, i, &page);
  if (!corpus.empty()) {
    const Status status =
        AddConcordance(lexicon, entries, options, corpus, &page);
    if (!status.ok()) return status;
  }
  return page.Take();
}

}  // namespace framescope
