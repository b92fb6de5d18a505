// Tested by tests/unit/document/marked_text_test.cpp.
#include "document/marked_text.hpp"

#include <algorithm>
#include <charconv>

#include "framescope/analyzer.hpp"
#include "lexicon/finding_list.hpp"
#include "lexicon/tsv.hpp"

namespace framescope {
namespace {

constexpr std::string_view kKnownMiss = "known miss:";

// Reads the markup of one case into its text and marks.
class CaseReader {
 public:
  CaseReader(std::string_view marked, std::int32_t line, FindingList* findings)
      : rest_(marked), size_(marked.size()), line_(line), findings_(findings) {}

  MarkedCase Read() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '\\' && rest_.size() > 1) {
        case_.text += rest_[1];
        rest_.remove_prefix(2);
      } else if (c == '[') {
        open_.push_back(case_.text.size());
        rest_.remove_prefix(1);
      } else if (c == ']') {
        rest_.remove_prefix(1);
        Close();
      } else {
        case_.text += c;
        rest_.remove_prefix(1);
      }
    }
    if (!open_.empty()) Error("expected ] to close a bracket");
    std::sort(case_.marks.begin(), case_.marks.end(),
              [](const Mark& a, const Mark& b) {
                return a.span.begin < b.span.begin;
              });
    return std::move(case_);
  }

 private:
  void Error(std::string message) {
    const std::int32_t column =
        static_cast<std::int32_t>(size_ - rest_.size()) + 1;
    findings_->Error(line_, column, "markup", std::move(message));
  }

  // After "]": reads "{pole stance …}".
  void Close() {
    if (open_.empty()) return Error("expected [ before ]");
    Mark mark;
    mark.span = {static_cast<std::uint32_t>(open_.back()),
                 static_cast<std::uint32_t>(case_.text.size())};
    open_.pop_back();
    const std::size_t end = rest_.find('}');
    if (rest_.empty() || rest_.front() != '{' || end == rest_.npos) {
      return Error("expected {pole stance} after ]");
    }
    ReadAttributes(rest_.substr(1, end - 1), &mark);
    rest_.remove_prefix(end + 1);
    case_.marks.push_back(std::move(mark));
  }

  void ReadAttributes(std::string_view text, Mark* mark) {
    constexpr std::string_view kHolder = "holder=\"";
    const std::size_t holder = text.find(kHolder);
    if (holder != text.npos) {
      const std::string_view value = text.substr(holder + kHolder.size());
      mark->holder = value.substr(0, value.find('"'));
      text = text.substr(0, holder);
    }
    const std::vector<std::string_view> words = SplitTrimmed(text, ' ');
    if (words.size() < 2) return Error("expected a pole and a stance");
    mark->pole = words[0];
    if (!StanceOf(words[1], &mark->stance)) {
      Error("unknown stance \"" + std::string(words[1]) + "\"");
    }
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::string_view word = words[i];
      const auto [end, error] = std::from_chars(
          word.data() + 1, word.data() + word.size(), mark->pair);
      if (word[0] != '#' || error != std::errc() ||
          end != word.data() + word.size()) {
        Error("expected #NUMBER, not \"" + std::string(word) + "\"");
      }
    }
  }

  MarkedCase case_;
  std::vector<std::size_t> open_;
  std::string_view rest_;
  std::size_t size_;
  std::int32_t line_;
  FindingList* findings_;
};

// Gathers the lines of a file into cases.
class FileReader {
 public:
  explicit FileReader(FindingList* findings) : findings_(findings) {}

  void Line(std::string_view line, std::int32_t number) {
    if (line.empty()) {
      Finish();
    } else if (line.starts_with('#')) {
      if (!marked_.empty()) Finish();
      Comment(Trimmed(line.substr(1)));
    } else {
      if (marked_.empty()) first_line_ = number;
      marked_ += (marked_.empty() ? "" : " ") + std::string(line);
    }
  }

  std::vector<MarkedCase> Done() {
    Finish();
    return std::move(cases_);
  }

 private:
  void Comment(std::string_view text) {
    if (text.starts_with(kKnownMiss)) {
      known_miss_ = Trimmed(text.substr(kKnownMiss.size()));
    } else {
      reason_ += (reason_.empty() ? "" : " ") + std::string(text);
    }
  }

  void Finish() {
    if (!marked_.empty()) {
      MarkedCase one = CaseReader(marked_, first_line_, findings_).Read();
      one.line = first_line_;
      one.reason = reason_;
      one.known_miss = known_miss_;
      cases_.push_back(std::move(one));
    }
    marked_.clear();
    reason_.clear();
    known_miss_.clear();
  }

  FindingList* findings_;
  std::vector<MarkedCase> cases_;
  std::string marked_, reason_, known_miss_;
  std::int32_t first_line_ = 0;
};

}  // namespace

bool StanceOf(std::string_view name, Stance* stance) {
  for (int i = 0; i < kStances; ++i) {
    if (ToString(static_cast<Stance>(i)) != name) continue;
    *stance = static_cast<Stance>(i);
    return true;
  }
  return false;
}

Result<std::vector<MarkedCase>> ReadMarkedText(
    const std::string& name, std::string_view text,
    std::vector<Diagnostic>* diagnostics) {
  FindingList findings(name);
  FileReader reader(&findings);
  std::int32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.Line(Trimmed(text.substr(0, end)), ++number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::vector<MarkedCase> cases = reader.Done();
  const Status status = HandOn({&findings}, diagnostics);
  if (!status.ok()) return status;
  return cases;
}

}  // namespace framescope
