// Tested by tests/unit/match/regex_test.cpp.
#include "match/regex_syntax.hpp"

#include <vector>

#include "base/code_point.hpp"

namespace framescope {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr int kMaxCount = 64;
constexpr std::size_t kLeastLiteral = 3;

// Letters that may follow a backslash.
constexpr std::string_view kEscapes = "bBdDsSwWnrtpP";

class Gate {
 public:
  explicit Gate(std::string_view source) : source_(source) {}

  RegexSyntax Check() {
    groups_.push_back({});
    while (out_.status.ok() && at_ < source_.size()) Step();
    EndRun(false);
    if (out_.status.ok() && groups_.size() > 1) {
      Fail(groups_.back().offset, "expected ) to close (");
    }
    if (alternatives_ || !out_.status.ok()) out_.literal.clear();
    return std::move(out_);
  }

 private:
  struct Group {
    std::size_t offset = 0;
    bool unbounded = false;  // holds a repeat without an end
  };

  void Fail(std::size_t offset, const char* message) {
    if (!out_.status.ok()) return;
    out_.status = Status(StatusCode::kParse, message,
                         {static_cast<std::int64_t>(offset)});
  }

  // Ends a run of letters; `repeated`: its last letter may be missing.
  void EndRun(bool repeated) {
    if (repeated && !run_.empty()) run_.pop_back();
    if (run_.size() >= kLeastLiteral && run_.size() > out_.literal.size()) {
      out_.literal = run_;
    }
    run_.clear();
  }

  void Step() {
    const char c = source_[at_];
    switch (c) {
      case '\\':
        EndRun(false);
        return Escape();
      case '[':
        EndRun(false);
        return Set();
      case '(':
        EndRun(false);
        return Open();
      case ')':
        EndRun(false);
        return Close();
      case '|':
        EndRun(false);
        alternatives_ = alternatives_ || groups_.size() == 1;
        break;
      case '*':
      case '+':
      case '?':
      case '{':
        return Repeat(false);
      default:
        if (groups_.size() == 1 && IsAsciiLetter(c)) {
          run_ += static_cast<char>(c | 0x20);
        } else {
          EndRun(false);
        }
    }
    ++at_;
  }

  void Escape() {
    if (at_ + 1 == source_.size()) {
      return Fail(at_, "a backslash stands at the end");
    }
    const char next = source_[at_ + 1];
    const bool word = IsAsciiLetter(next) || IsAsciiDigit(next);
    if (word && kEscapes.find(next) == std::string_view::npos) {
      return Fail(at_,
                  "this escape is not supported; there are \\b \\B \\d "
                  "\\D \\s \\S \\w \\W \\n \\r \\t \\p{…} \\P{…}");
    }
    at_ += 2;
    if ((next == 'p' || next == 'P') && at_ < source_.size() &&
        source_[at_] == '{') {
      const std::size_t close = source_.find('}', at_);
      if (close == std::string_view::npos) return Fail(at_, "expected }");
      at_ = close + 1;
    }
  }

  void Set() {
    const std::size_t open = at_++;
    if (at_ < source_.size() && source_[at_] == '^') ++at_;
    if (at_ < source_.size() && source_[at_] == ']') ++at_;
    while (at_ < source_.size() && source_[at_] != ']') {
      if (source_[at_] == '\\') {
        Escape();
        if (!out_.status.ok()) return;
        continue;
      }
      const std::size_t end = source_.find(":]", at_);
      const bool named = source_.compare(at_, 2, "[:") == 0;
      if (source_[at_] == '[' && !named) {
        return Fail(at_, "write \\[ for a bracket inside [ ]");
      }
      if (named && end == std::string_view::npos) break;
      at_ = named ? end + 2 : at_ + 1;
    }
    if (at_ >= source_.size()) return Fail(open, "expected ] to close [");
    ++at_;
  }

  void Open() {
    if (groups_.size() > kMaxDepth) {
      return Fail(at_, "brackets stand more than 32 deep");
    }
    groups_.push_back({at_++, false});
    if (at_ >= source_.size() || source_[at_] != '?') return;
    const std::string_view kind = source_.substr(at_, 2);
    if (kind != "?:" && kind != "?=" && kind != "?!") {
      return Fail(at_ - 1,
                  "of the groups (?…) only (?:…), (?=…) and (?!…) are "
                  "supported");
    }
    at_ += 2;
  }

  void Close() {
    if (groups_.size() == 1) return Fail(at_, "\")\" closes nothing");
    const Group group = groups_.back();
    groups_.pop_back();
    ++at_;
    groups_.back().unbounded = groups_.back().unbounded || group.unbounded;
    if (at_ < source_.size() &&
        std::string_view("*+?{").find(source_[at_]) != std::string_view::npos) {
      Repeat(group.unbounded);
    }
  }

  // A repeat operator; `nested`: what it repeats holds an unbounded one.
  void Repeat(bool nested) {
    const std::size_t begin = at_;
    const char c = source_[at_++];
    bool unbounded = c == '*' || c == '+';
    EndRun(c != '+');
    if (c == '{' && !Counts(&unbounded)) {
      return Fail(begin,
                  "expected a repeat such as {2} or {1,3} with numbers "
                  "up to 64");
    }
    if (unbounded && nested) {
      return Fail(begin, "a repeat without an end holds another one");
    }
    groups_.back().unbounded = groups_.back().unbounded || unbounded;
    if (at_ < source_.size() && (source_[at_] == '?' || source_[at_] == '+')) {
      ++at_;
    }
  }

  bool Counts(bool* unbounded) {
    int numbers = 0;
    while (at_ < source_.size() && source_[at_] != '}') {
      if (source_[at_] == ',' && numbers == 1) {
        ++at_;
        *unbounded = at_ < source_.size() && source_[at_] == '}';
        continue;
      }
      int value = 0, digits = 0;
      for (; at_ < source_.size() && IsAsciiDigit(source_[at_]) && digits < 3;
           ++digits) {
        value = value * 10 + (source_[at_++] - '0');
      }
      if (digits == 0 || value > kMaxCount || ++numbers > 2) return false;
    }
    if (at_ >= source_.size() || numbers == 0) return false;
    ++at_;
    return true;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  std::string run_;
  bool alternatives_ = false;
  RegexSyntax out_;
};

}  // namespace

RegexSyntax CheckRegex(std::string_view source) { return Gate(source).Check(); }

}  // namespace framescope
