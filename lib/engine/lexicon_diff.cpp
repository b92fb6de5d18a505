// Tested by tests/unit/engine/lexicon_tools_test.cpp.
#include <algorithm>
#include <map>

#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "framescope/batch.hpp"
#include "framescope/lexicon_tools.hpp"
#include "lexicon/entry_cells.hpp"
#include "lexicon/names.hpp"

namespace framescope {
namespace {

// What of an entry or mask is compared: parts such as "weight" and "when".
using Parts = std::vector<std::pair<std::string, std::string>>;

Parts PartsOf(const Lexicon& lexicon, const Entry& entry) {
  Parts parts = {{"weight", std::to_string(entry.weight)}};
  const auto add = [&parts](const char* name, std::string value) {
    if (!value.empty()) parts.emplace_back(name, std::move(value));
  };
  if (entry.score != 1) add("score", Shortest(entry.score));
  if (entry.locus != Locus::kAny) {
    add("locus", std::string(ToString(entry.locus)));
  }
  add("flags", FlagCell(entry));
  add("profiles", ProfileCell(entry));
  add("when", entry.when);
  add("instead", InsteadCell(entry));
  add("sources", SourceCell(lexicon.sources(), entry.sources));
  return parts;
}

std::string KeyOf(const Lexicon& lexicon, const Entry& entry) {
  return lexicon.categories()[entry.category].name + ": " + entry.pattern;
}

// Parts by "category: pattern"; of masks by "mask: pattern". Entries that
// stand twice are told apart by their number.
std::map<std::string, Parts> Described(const Lexicon& lexicon) {
  std::map<std::string, Parts> all;
  std::map<std::string, int> copies;
  const auto add = [&](const std::string& key, Parts parts) {
    int& last = copies[key];
    std::string unique;
    do {
      unique = ++last == 1 ? key : key + " (" + std::to_string(last) + ")";
    } while (all.count(unique) > 0);
    all.emplace(std::move(unique), std::move(parts));
  };
  for (const Entry& entry : lexicon.entries()) {
    add(KeyOf(lexicon, entry), PartsOf(lexicon, entry));
  }
  for (const Mask& mask : lexicon.masks()) {
    Parts parts = {{"kind", std::string(NameOf(kMaskKindNames, mask.kind))}};
    if (!mask.when.empty()) parts.emplace_back("when", mask.when);
    add("mask: " + mask.pattern, std::move(parts));
  }
  return all;
}

std::string ValueIn(const Parts& parts, const std::string& name) {
  for (const auto& [key, value] : parts) {
    if (key == name) return value;
  }
  return "";
}

// Only the weight, or what a mask hides, and the condition: the rest can be
// looked up.
std::string InShort(const Parts& parts) {
  std::string out = "  [" + parts[0].second + ']';
  const std::string when = ValueIn(parts, "when");
  if (!when.empty()) out += " when " + Shown(when);
  return out + '\n';
}

std::string Changes(const Parts& before, const Parts& after) {
  std::string out;
  const auto add = [&](const std::string& name) {
    const std::string was = ValueIn(before, name), is = ValueIn(after, name);
    if (was == is) return;
    const std::string one = was.empty() ? "(none)" : Shown(was);
    const std::string two = is.empty() ? "(none)" : Shown(is);
    if (one.size() + two.size() < 50) {
      out += "    " + name + ": " + one + " to " + two + '\n';
    } else {
      out += "    " + name + " from " + one + "\n    " +
             std::string(name.size(), ' ') + " to   " + two + '\n';
    }
  };
  for (const auto& [name, value] : before) add(name);
  for (const auto& [name, value] : after) {
    if (ValueIn(before, name).empty()) add(name);
  }
  return out;
}

std::string ListChanges(const Lexicon& before, const Lexicon& after) {
  const auto old_ones = Described(before), new_ones = Described(after);
  std::string added, removed, changed;
  std::uint64_t counts[3] = {};
  for (const auto& [key, parts] : new_ones) {
    const auto old_one = old_ones.find(key);
    if (old_one == old_ones.end()) {
      ++counts[0];
      added += "+ " + Shown(key) + InShort(parts);
    } else if (old_one->second != parts) {
      ++counts[2];
      changed += "~ " + Shown(key) + '\n' + Changes(old_one->second, parts);
    }
  }
  for (const auto& [key, parts] : old_ones) {
    if (new_ones.count(key)) continue;
    ++counts[1];
    removed += "- " + Shown(key) + InShort(parts);
  }
  return Grouped(counts[0]) + " added, " + Grouped(counts[1]) + " removed, " +
         Grouped(counts[2]) + " changed\n" + added + removed + changed;
}

constexpr std::size_t kEntriesShown = 20;

using Counts = std::map<std::string, std::uint64_t>;

// What is evoked in a corpus, by the names of categories, axes and entries.
struct Totals {
  Counts categories, entries;
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> axes;
  std::uint64_t documents = 0, words = 0;
};

Result<Totals> Count(const Lexicon& lexicon, const AnalyzerOptions& options,
                     const std::vector<std::string>& corpus) {
  const Result<Analyzer> analyzer = Analyzer::Compile(lexicon, options);
  if (!analyzer.ok()) return analyzer.status();
  Totals totals;
  const Status status =
      RunBatch(analyzer.value(), corpus, {}, [&](BatchItem& item) {
        if (item.outcome != Outcome::kScored) return true;
        ++totals.documents;
        totals.words += item.analysis.words;
        for (std::size_t i = 0; i < item.analysis.categories.size(); ++i) {
          totals.categories[lexicon.categories()[i].name] +=
              item.analysis.categories[i].evoked;
        }
        for (const Match& match : item.analysis.matches) {
          if (match.repeated || !Evoked(match.stance)) continue;
          ++totals.entries[KeyOf(lexicon, lexicon.entries()[match.entry])];
        }
        for (const AxisScore& axis : item.analysis.axes) {
          auto& of = totals.axes[lexicon.axes()[axis.axis].name];
          of.first += axis.evoked.negative.count;
          of.second += axis.evoked.positive.count;
        }
        return true;
      });
  if (!status.ok()) return status;
  return totals;
}

std::string BalanceOf(const std::pair<std::uint64_t, std::uint64_t>& counts) {
  const std::uint64_t all = counts.first + counts.second;
  if (all == 0) return "no match";
  return Signed(
      (static_cast<double>(counts.second) - static_cast<double>(counts.first)) /
          static_cast<double>(all),
      2);
}

// Lines "3 to 5  name" where they differ; the largest differences first when
// only `most` are wanted.
std::string ListCounts(const Counts& before, const Counts& after,
                       std::size_t most) {
  Counts names = before;
  names.insert(after.begin(), after.end());
  std::vector<std::pair<std::uint64_t, std::string>> lines;
  for (const auto& [name, unused] : names) {
    const auto was = before.find(name), is = after.find(name);
    const std::uint64_t from = was == before.end() ? 0 : was->second;
    const std::uint64_t to = is == after.end() ? 0 : is->second;
    if (from == to) continue;
    lines.emplace_back(from < to ? to - from : from - to,
                       "  " + Grouped(from) + " to " + Grouped(to) + "  " +
                           Shown(name) + '\n');
  }
  if (lines.size() > most) {
    std::stable_sort(
        lines.begin(), lines.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
  }
  std::string out;
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
    out += lines[i].second;
  }
  if (lines.size() > most) {
    out += "  and " + Grouped(lines.size() - most) + " more\n";
  }
  return out;
}

std::string ListEffects(const Lexicon& lexicon, const Totals& before,
                        const Totals& after) {
  std::string out = "\nEffect on " + Grouped(after.documents) + " documents, " +
                    Grouped(after.words) + " words, in evoked matches:\n";
  for (const Axis& axis : lexicon.axes()) {
    const auto old_counts = before.axes.find(axis.name);
    const auto was = old_counts == before.axes.end()
                         ? std::pair<std::uint64_t, std::uint64_t>()
                         : old_counts->second;
    const auto new_counts = after.axes.find(axis.name);
    const auto is = new_counts == after.axes.end()
                        ? std::pair<std::uint64_t, std::uint64_t>()
                        : new_counts->second;
    out += "  " + axis.negative + ' ' + Grouped(was.first) + " to " +
           Grouped(is.first) + ", " + axis.positive + ' ' +
           Grouped(was.second) + " to " + Grouped(is.second) + ", balance " +
           BalanceOf(was) + " to " + BalanceOf(is) + '\n';
  }
  const std::string categories = ListCounts(before.categories, after.categories,
                                            before.categories.size() + 1000);
  if (!categories.empty()) out += "\nCategories:\n" + categories;
  const std::string entries =
      ListCounts(before.entries, after.entries, kEntriesShown);
  if (!entries.empty()) out += "\nEntries that changed most:\n" + entries;
  return out;
}

}  // namespace

Result<std::string> DiffLexicons(const Lexicon& before, const Lexicon& after,
                                 const AnalyzerOptions& options,
                                 const std::vector<std::string>& corpus) {
  std::string out = ListChanges(before, after);
  if (corpus.empty()) return out;
  const Result<Totals> was = Count(before, options, corpus);
  if (!was.ok()) return was.status();
  const Result<Totals> is = Count(after, options, corpus);
  if (!is.ok()) return is.status();
  return out + ListEffects(after, was.value(), is.value());
}

}  // namespace framescope
