// Tested by tests/unit/lexicon/native_test.cpp.
#include "lexicon/finding_list.hpp"

#include <algorithm>
#include <numeric>

namespace framescope {
namespace {

// Levenshtein distance over bytes.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string DidYouMean(std::string_view name,
                       const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t least = name.size() / 3 + 2;
  if (name.size() > 100) return "";
  for (const std::string_view candidate : names) {
    const std::size_t distance = Distance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  if (best.empty()) return "";
  return " (did you mean \"" + std::string(best) + "\"?)";
}

Status FirstError(const std::vector<Diagnostic>& findings) {
  const auto is_error = [](const Diagnostic& d) {
    return d.severity == Severity::kError;
  };
  const auto first = std::find_if(findings.begin(), findings.end(), is_error);
  if (first == findings.end()) return Status();
  const auto errors = std::count_if(findings.begin(), findings.end(), is_error);
  std::string message = ToString(*first);
  if (errors > 1) {
    message += " (and " + std::to_string(errors - 1) + " more)";
  }
  return Status(StatusCode::kParse, std::move(message),
                {-1, first->line, first->column});
}

Status HandOn(std::initializer_list<const FindingList*> lists,
              std::vector<Diagnostic>* diagnostics) {
  std::vector<Diagnostic> all;
  for (const FindingList* list : lists) {
    all.insert(all.end(), list->findings().begin(), list->findings().end());
  }
  if (diagnostics != nullptr) {
    diagnostics->insert(diagnostics->end(), all.begin(), all.end());
  }
  return FirstError(all);
}

}  // namespace framescope
