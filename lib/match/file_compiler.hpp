// FileCompiler: the patterns of entries.tsv or masks.tsv, with what is wrong in
// them; and the conditions of categories.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/lexicon.hpp"
#include "framescope/status.hpp"
#include "match/conditions.hpp"
#include "match/pattern_set.hpp"

namespace framescope {

// Compiles the patterns and conditions of one file of a lexicon.
class FileCompiler {
 public:
  FileCompiler(std::string file, PatternSet::Builder builder,
               ConditionCompiler* conditions,
               std::vector<Diagnostic>* diagnostics)
      : file_(std::move(file)),
        builder_(std::move(builder)),
        conditions_(*conditions),
        diagnostics_(diagnostics) {}

  // Returns whether the pattern was added; `*conditions` are then its own.
  bool Add(std::int32_t line, std::string_view pattern, std::string_view when,
           Conditions* conditions) {
    auto parsed = conditions_.Parse(when);
    const auto added =
        builder_.Add(pattern, parsed.ok() ? conditions_.GuardsOf(parsed.value())
                                          : std::vector<Guard>());
    if (!added.ok()) {
      Note(line, added.status().where().column, "bad-pattern",
           "pattern \"" + std::string(pattern) +
               "\": " + added.status().message(),
           added.status());
      return false;
    }
    if (!parsed.ok()) {
      const std::int32_t column = parsed.status().where().column;
      Note(line, 0, "bad-condition",
           "column " + std::to_string(column) +
               " of the conditions: " + parsed.status().message(),
           parsed.status());
      return true;
    }
    *conditions = std::move(parsed).value();
    return true;
  }

  const Status& status() const { return status_; }
  Result<PatternSet> Build() && { return std::move(builder_).Build(); }

 private:
  void Note(std::int32_t line, std::int32_t column, const char* code,
            std::string message, const Status& cause) {
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.line = line;
    diagnostic.column = column;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    if (status_.ok()) {
      status_ = Status(cause.code(), ToString(diagnostic),
                       {cause.where().offset, line, column});
    }
    if (diagnostics_ != nullptr) diagnostics_->push_back(std::move(diagnostic));
  }

  std::string file_;
  PatternSet::Builder builder_;
  ConditionCompiler& conditions_;
  std::vector<Diagnostic>* diagnostics_;
  Status status_;
};

// What is wrong with the conditions of a category would be wrong with those of
// each of its entries.
inline Status CheckCategories(const Lexicon& lexicon,
                              ConditionCompiler* conditions,
                              std::vector<Diagnostic>* diagnostics) {
  for (const Category& category : lexicon.categories()) {
    const auto parsed = conditions->Parse(category.when);
    if (parsed.ok()) continue;
    Diagnostic diagnostic;
    diagnostic.file = "lexicon.toml";
    diagnostic.code = "bad-condition";
    diagnostic.message = "column " +
                         std::to_string(parsed.status().where().column) +
                         " of the conditions of category \"" + category.name +
                         "\": " + parsed.status().message();
    if (diagnostics != nullptr) diagnostics->push_back(diagnostic);
    return Status(parsed.status().code(), ToString(diagnostic));
  }
  return Status();
}

}  // namespace framescope
