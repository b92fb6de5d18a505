// FindingList: collects what is found in one file of a lexicon.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

// Owned by one reader; belongs to one thread.
class FindingList {
 public:
  explicit FindingList(std::string file) : file_(std::move(file)) {}

  void Error(std::int32_t line, std::int32_t column, std::string code,
             std::string message) {
    Add(Severity::kError, line, column, std::move(code), std::move(message));
  }
  void Warning(std::int32_t line, std::int32_t column, std::string code,
               std::string message) {
    Add(Severity::kWarning, line, column, std::move(code), std::move(message));
  }
  void Note(std::int32_t line, std::int32_t column, std::string code,
            std::string message) {
    Add(Severity::kNote, line, column, std::move(code), std::move(message));
  }

  const std::vector<Diagnostic>& findings() const { return findings_; }

 private:
  void Add(Severity severity, std::int32_t line, std::int32_t column,
           std::string code, std::string message) {
    findings_.push_back(
        {severity, file_, line, column, std::move(code), std::move(message)});
  }

  std::string file_;
  std::vector<Diagnostic> findings_;
};

// " (did you mean “strengths”?)" for the most similar of `names`, or "".
std::string DidYouMean(std::string_view name,
                       const std::vector<std::string_view>& names);

// kParse with the first error of `findings` and how many follow; kOk without.
Status FirstError(const std::vector<Diagnostic>& findings);

// Adds what was found to `diagnostics`, unless that is null. FirstError() of
// it.
Status HandOn(std::initializer_list<const FindingList*> lists,
              std::vector<Diagnostic>* diagnostics);

}  // namespace framescope
