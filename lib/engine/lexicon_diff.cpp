// Tested by tests/unit/engine/lexicon_tools_test.cpp.
#include <map>

#include "base/numbers.hpp"
#include "base/utf8.hpp"
#include "framescope/batch.hpp"
#include "framescope/lexicon_tools.hpp"
#include "lexicon/names.hpp"

namespace framescope {
namespace {

// What of an entry is compared, as one line.
std::string Describe(const Lexicon& lexicon, const Entry& entry) {
  std::string out = "weight " + std::to_string(entry.weight);
  if (entry.score != 1) out += ", score " + Shortest(entry.score);
  if (entry.locus != Locus::kAny) {
    out += ", locus " + std::string(ToString(entry.locus));
  }
  for (const auto& [name, flag] : kFlagNames) {
    if (entry.flags & flag) out += ", " + std::string(name);
  }
  for (const auto& [name, weight] : entry.profile_weights) {
    out += ", " + name + '=' + std::to_string(weight);
  }
  if (!entry.when.empty()) out += ", when " + entry.when;
  for (const std::string& wording : entry.instead)
    out += ", instead " + wording;
  for (const std::uint32_t source : entry.sources) {
    out += ", " + lexicon.sources()[source].key;
  }
  return out;
}

// Descriptions by "category: pattern"; masks by "mask: pattern". Entries that
// stand twice are told apart by their number.
std::map<std::string, std::string> Described(const Lexicon& lexicon) {
  std::map<std::string, std::string> all;
  const auto add = [&all](std::string key, std::string value) {
    std::string unique = key;
    for (int i = 2; all.count(unique); ++i) {
      unique = key + " (" + std::to_string(i) + ")";
    }
    all.emplace(std::move(unique), std::move(value));
  };
  for (const Entry& entry : lexicon.entries()) {
    add(lexicon.categories()[entry.category].name + ": " + entry.pattern,
        Describe(lexicon, entry));
  }
  for (const Mask& mask : lexicon.masks()) {
    add("mask: " + mask.pattern,
        std::string(NameOf(kMaskKindNames, mask.kind)) +
            (mask.when.empty() ? "" : ", when " + mask.when));
  }
  return all;
}

std::string ListChanges(const Lexicon& before, const Lexicon& after) {
  const auto old_ones = Described(before), new_ones = Described(after);
  std::string added, removed, changed;
  std::uint64_t counts[3] = {};
  for (const auto& [key, value] : new_ones) {
    const auto old_one = old_ones.find(key);
    if (old_one == old_ones.end()) {
      ++counts[0];
      added += "+ " + Shown(key) + "  (" + Shown(value) + ")\n";
    } else if (old_one->second != value) {
      ++counts[2];
      changed += "~ " + Shown(key) + "\n    from " + Shown(old_one->second) +
                 "\n    to   " + Shown(value) + '\n';
    }
  }
  for (const auto& [key, value] : old_ones) {
    if (new_ones.count(key)) continue;
    ++counts[1];
    removed += "- " + Shown(key) + "  (" + Shown(value) + ")\n";
  }
  return Grouped(counts[0]) + " added, " + Grouped(counts[1]) + " removed, " +
         Grouped(counts[2]) + " changed\n" + added + removed + changed;
}

// Sums over a corpus, by name of category and of axis.
struct Totals {
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> categories;
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
          const CategoryCount& count = item.analysis.categories[i];
          auto& of = totals.categories[lexicon.categories()[i].name];
          of.first += count.evoked;
          of.second += count.endorsed;
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

std::string ListEffects(const Totals& before, const Totals& after) {
  std::string out = "\nEffect on " + Grouped(after.documents) + " documents, " +
                    Grouped(after.words) + " words:\n";
  for (const auto& [axis, counts] : after.axes) {
    const auto old_counts = before.axes.find(axis);
    const auto was = old_counts == before.axes.end()
                         ? std::pair<std::uint64_t, std::uint64_t>()
                         : old_counts->second;
    out += "  " + axis + ": " + Grouped(was.first) + " and " +
           Grouped(was.second) + " (balance " + BalanceOf(was) + ") to " +
           Grouped(counts.first) + " and " + Grouped(counts.second) +
           " (balance " + BalanceOf(counts) + ")\n";
  }
  auto categories = before.categories;
  for (const auto& [name, counts] : after.categories) {
    categories.try_emplace(name);
  }
  for (const auto& [name, unused] : categories) {
    const auto was = before.categories.find(name);
    const auto is = after.categories.find(name);
    const std::uint64_t from =
        was == before.categories.end() ? 0 : was->second.first;
    const std::uint64_t to =
        is == after.categories.end() ? 0 : is->second.first;
    if (from == to) continue;
    out +=
        "  " + Shown(name) + ": " + Grouped(from) + " to " + Grouped(to) + '\n';
  }
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
  return out + ListEffects(was.value(), is.value());
}

}  // namespace framescope
