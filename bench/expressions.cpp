#include "expressions.hpp"

#include <algorithm>

namespace framescope::bench {
namespace {

std::string Expression(const std::string& pattern) {
  std::string expression = "\\b";
  for (const char c : pattern) {
    if (c == ' ') {
      expression += "\\s+";
    } else if (c == '*') {
      expression += "\\w*";
    } else {
      expression += c;
    }
  }
  return expression + "\\b";
}

}  // namespace

std::map<std::string, std::vector<std::string>> Expressions(
    const Lexicon& lexicon) {
  std::map<std::string, std::vector<std::string>> expressions;
  for (const Entry& entry : lexicon.entries()) {
    expressions[lexicon.categories()[entry.category].name].push_back(
        Expression(entry.pattern));
  }
  return expressions;
}

std::vector<std::string> Alternations(const Lexicon& lexicon) {
  std::vector<std::string> alternations;
  for (auto& [category, expressions] : Expressions(lexicon)) {
    std::stable_sort(expressions.begin(), expressions.end(),
                     [](const std::string& a, const std::string& b) {
                       return a.size() > b.size();
                     });
    std::string all;
    for (const std::string& expression : expressions) {
      all += (all.empty() ? "" : "|") + expression;
    }
    alternations.push_back("(?:" + all + ")");
  }
  return alternations;
}

}  // namespace framescope::bench
