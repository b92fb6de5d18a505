// LexiconBuilder: what readers of foreign formats fill in.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "framescope/lexicon.hpp"
#include "lexicon/finding_list.hpp"
#include "lexicon/formats/term.hpp"

namespace framescope {

// One reader's work on one file. For one thread.
class LexiconBuilder {
 public:
  // `name` is the file as messages name it.
  explicit LexiconBuilder(const std::string& name) : findings_(name) {}

  // A term in a category, and where it stands.
  struct Term {
    std::string_view text;
    std::uint32_t category = 0;
    std::int32_t line = 0, column = 0;
    double score = 1;
    std::string_view note = {}, when = {};
  };

  // The category of this name, made when there is none.
  std::uint32_t Category(std::string_view name);
  bool HasCategory(std::string_view name) const;
  // Turns the term into a pattern and keeps it. Says what it does not keep.
  void Add(const Term& term, const TermSyntax& syntax = {});
  // Keeps the pattern `text`, which is in our own syntax.
  void AddPattern(std::string_view text, const Term& term);

  Lexicon::Content& content() { return content_; }
  FindingList& findings() { return findings_; }
  void Warn(std::int32_t line, std::int32_t column, std::string code,
            std::string message) {
    findings_.Warning(line, column, std::move(code), std::move(message));
  }

 private:
  Lexicon::Content content_;
  FindingList findings_;
  TermReader terms_;
  std::unordered_map<std::string, std::uint32_t> categories_;
  std::unordered_set<std::string> seen_;  // pattern, category and condition
};

// "parent.child", or the one that is not empty.
std::string Joined(std::string_view parent, std::string_view child);

// Reads all of `text` as a number, without regard to the machine's locale.
bool ReadNumber(std::string_view text, double* number);

}  // namespace framescope
