// Tested by tests/unit/match/pattern_test.cpp.
//
// A recursive descent over the bytes; problems are noted once, the first one
// wins, and every function returns quickly after it.
#include "match/pattern.hpp"

#include <algorithm>

#include "base/code_point.hpp"
#include "match/pattern_words.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

constexpr std::string_view kReserved = "*?~(|)[]<>{}=/\\";

bool IsSpace(char c) { return c == ' ' || c == '\t'; }

bool IsReserved(char c) { return kReserved.find(c) != std::string_view::npos; }

bool MatchesNothingHere(const PatternNode& node) {
  if (node.kind == PatternNode::Kind::kGap) return node.least == 0;
  if (node.kind != PatternNode::Kind::kGroup) return false;
  return node.optional || std::any_of(node.alternatives.begin(),
                                      node.alternatives.end(), MatchesNothing);
}

class Parser {
 public:
  Parser(std::string_view text, Segmenter* segmenter)
      : text_(text), segmenter_(segmenter) {}

  Result<Pattern> Parse() {
    Pattern pattern;
    pattern.sequence = Sequence(0);
    if (status_.ok() && at_ < text_.size()) {
      Fail(at_, std::string("\"") + text_[at_] + "\" closes nothing; write \\" +
                    text_[at_] + " for the character itself");
    }
    if (status_.ok() && pattern.sequence.empty()) {
      Fail(at_, "the pattern is empty");
    }
    if (status_.ok() && MatchesNothing(pattern.sequence)) {
      Fail(0,
           "the pattern can match nothing at all; one word must be required");
    }
    if (!status_.ok()) return status_;
    return pattern;
  }

 private:
  void Fail(std::size_t offset, std::string message) {
    if (!status_.ok()) return;
    status_ =
        Status(StatusCode::kParse, std::move(message),
               {static_cast<std::int64_t>(offset), 0, ColumnAt(text_, offset)});
    at_ = text_.size();
  }

  bool More() const { return at_ < text_.size(); }
  bool At(std::string_view set) const {
    return More() && set.find(text_[at_]) != std::string_view::npos;
  }

  PatternSequence Sequence(int depth) {
    PatternSequence nodes;
    std::size_t first_gap = text_.size(), gap_offset = 0;
    while (More()) {
      if (IsSpace(text_[at_])) {
        ++at_;
        continue;
      }
      if (At("|)]")) break;
      const std::size_t offset = at_;
      Item(depth, &nodes);
      if (!status_.ok()) return {};
      if (nodes.back().kind == PatternNode::Kind::kGap &&
          text_[offset] == '<') {
        gap_offset = offset;
        if (!HasWord(nodes, 0)) first_gap = offset;
      }
    }
    if (first_gap < text_.size()) {
      Fail(first_gap, "a gap stands after a word that is required");
    }
    CheckLastGap(nodes, gap_offset);
    return nodes;
  }

  // Whether nodes from `from` on hold one that must match a word.
  static bool HasWord(const PatternSequence& nodes, std::size_t from) {
    for (std::size_t i = from; i < nodes.size(); ++i) {
      if (nodes[i].kind == PatternNode::Kind::kGap) continue;
      if (!MatchesNothingHere(nodes[i])) return true;
    }
    return false;
  }

  void CheckLastGap(const PatternSequence& nodes, std::size_t offset) {
    for (std::size_t i = nodes.size(); i > 0; --i) {
      if (nodes[i - 1].kind != PatternNode::Kind::kGap) continue;
      if (!HasWord(nodes, i)) {
        Fail(offset, "a gap stands before a word that is required");
      }
      return;
    }
  }

  void Item(int depth, PatternSequence* nodes) {
    switch (text_[at_]) {
      case '(':
      case '[':
        return Group(depth, nodes);
      case '<':
        return Gap(nodes);
      case '{':
        return Class(nodes);
      case '>':
      case '}':
        return Fail(at_, std::string("\"") + text_[at_] +
                             "\" closes nothing; write \\" + text_[at_] +
                             " for the character itself");
      case '/':
        return Fail(at_,
                    "\"/\" stands only at both ends of a regular "
                    "expression");
      default:
        return Words(nodes);
    }
  }

  void Group(int depth, PatternSequence* nodes) {
    const std::size_t open = at_++;
    const char close = text_[open] == '(' ? ')' : ']';
    if (depth == kMaxNesting) {
      return Fail(open, "brackets stand more than 8 deep");
    }
    PatternNode node;
    node.kind = PatternNode::Kind::kGroup;
    node.optional = close == ']';
    while (status_.ok()) {
      const std::size_t begin = at_;
      node.alternatives.push_back(Sequence(depth + 1));
      if (!status_.ok()) return;
      if (!More()) return NotClosed(open, close);
      if (node.alternatives.back().empty()) {
        return Fail(begin,
                    "an alternative is empty; write [x] for what may "
                    "be missing");
      }
      if (!At("|")) break;
      ++at_;
    }
    if (text_[at_] != close) return NotClosed(open, close);
    ++at_;
    CheckEdge(open);
    nodes->push_back(std::move(node));
  }

  void NotClosed(std::size_t open, char close) {
    Fail(at_, std::string("expected ") + close + " to close " + text_[open] +
                  " of column " + std::to_string(ColumnAt(text_, open)));
  }

  // After a closing bracket: a word must not hang on to it.
  void CheckEdge(std::size_t open) {
    if (!More() || IsSpace(text_[at_]) || At("|)]([<{-")) return;
    if (text_.substr(at_).rfind("\xE2\x80\x90", 0) == 0) return;
    if (At("~")) {
      return Fail(at_, "~ stands between two words, not beside brackets");
    }
    Fail(at_, std::string("put a space after the bracket that closes ") +
                  text_[open] + ": brackets hold whole words");
  }

  bool Number(int* out) {
    const std::size_t begin = at_;
    *out = 0;
    while (More() && IsAsciiDigit(text_[at_]) && at_ < begin + 3) {
      *out = *out * 10 + (text_[at_++] - '0');
    }
    return at_ > begin;
  }

  void Gap(PatternSequence* nodes) {
    const std::size_t open = at_++;
    int least = 0, most = 0;
    bool good = Number(&least) && At("-");
    if (good) ++at_;
    good = good && Number(&most) && At(">") && least <= most;
    if (!good) return Fail(open, "expected a gap such as <0-3>");
    if (most > kMaxGap) return Fail(open, "a gap is at most 8 words long");
    ++at_;
    PatternNode node;
    node.kind = PatternNode::Kind::kGap;
    node.least = static_cast<std::uint8_t>(least);
    node.most = static_cast<std::uint8_t>(most);
    nodes->push_back(std::move(node));
  }

  void Class(PatternSequence* nodes) {
    const std::size_t open = at_++;
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) {
      return Fail(text_.size(), "expected } to close { of column " +
                                    std::to_string(ColumnAt(text_, open)));
    }
    PatternNode node;
    node.kind = PatternNode::Kind::kClass;
    node.class_name = std::string(text_.substr(at_, close - at_));
    if (node.class_name.empty()) {
      return Fail(open, "a word class needs a name, such as {person}");
    }
    at_ = close + 1;
    CheckEdge(open);
    nodes->push_back(std::move(node));
  }

  // Reads up to a space, a bracket or ~.
  PatternPiece Piece() {
    PatternPiece piece;
    for (; More() && !IsSpace(text_[at_]); ++at_) {
      const auto offset = static_cast<std::uint32_t>(at_);
      const char c = text_[at_];
      if (c == '*' || c == '?') {
        piece.Add(c == '*' ? kAnyLetters : kOneLetter, offset);
      } else if (c == '\\') {
        if (at_ + 1 == text_.size() || !IsReserved(text_[at_ + 1])) {
          Fail(at_, "\\ stands before one of * ? ~ ( | ) [ ] < > { } = / \\");
          break;
        }
        piece.Add(text_[++at_], offset);
      } else if (IsReserved(c)) {
        break;
      } else if (static_cast<unsigned char>(c) < 0x20) {
        Fail(at_, "a control character stands in the pattern");
        break;
      } else {
        piece.Add(c, offset);
      }
    }
    return piece;
  }

  // Reads a word of ASCII letters and wildcards, which is one word as it is;
  // false when there is another.
  bool PlainWord(PatternSequence* nodes) {
    std::size_t end = at_;
    while (end < text_.size() && (IsAsciiLetter(text_[end]) ||
                                  text_[end] == '*' || text_[end] == '?')) {
      ++end;
    }
    const bool ends = end == text_.size() || IsSpace(text_[end]) ||
                      text_[end] == '|' || text_[end] == ')' ||
                      text_[end] == ']';
    if (!ends || end == at_) return false;
    std::string& key = nodes->emplace_back().word.key;
    key.resize(end - at_);
    for (char& c : key) {
      const char read = text_[at_++];
      c = read == '*' ? kAnyLetters : read == '?' ? kOneLetter : (read | 0x20);
    }
    return true;
  }

  void Words(PatternSequence* nodes) {
    if (PlainWord(nodes)) return;
    const bool exact_case = At("=");
    if (exact_case) ++at_;
    std::vector<PatternPiece> pieces;
    do {
      if (!pieces.empty()) ++at_;
      const std::size_t begin = at_;
      pieces.push_back(Piece());
      if (status_.ok() && pieces.back().bytes.empty()) {
        Fail(begin, Missing(pieces.size() > 1, exact_case));
      }
      if (!status_.ok()) return;
    } while (At("~"));
    if (pieces.size() > kMaxJoined) {
      return Fail(pieces[0].offsets[0], "~ ties at most 4 words");
    }
    if (At("([{<") && pieces.back().bytes.back() != '-') {
      return Fail(at_, std::string("put a space before ") + text_[at_] +
                           ": brackets hold whole words");
    }
    if (At("=/")) {
      return Fail(at_, std::string("\"") + text_[at_] +
                           "\" stands inside a word; = belongs before a word "
                           "and / at both ends of a regular expression");
    }
    if (pieces.size() == 1) {
      IgnoreEdgeHyphens(nodes, &pieces[0]);
      if (!pieces[0].bytes.empty()) AddWords(pieces[0], exact_case, nodes);
      return;
    }
    Joined(pieces, exact_case, nodes);
  }

  static std::string Missing(bool after_tie, bool exact_case) {
    if (after_tie) return "~ stands between two words";
    if (exact_case) return "= stands right before a word";
    return "~ stands between two words, not before the first";
  }

  // "(short|long)-term": the hyphen ties words as a space does.
  void IgnoreEdgeHyphens(PatternSequence* nodes, PatternPiece* piece) {
    if (nodes->empty() || piece->bytes.size() < 2) return;
    if (piece->bytes[0] != '-') return;
    piece->bytes.erase(0, 1);
    piece->offsets.erase(piece->offsets.begin());
  }

  void AddWords(const PatternPiece& piece, bool exact_case,
                PatternSequence* nodes) {
    std::vector<PatternWord> words;
    const Status status = AppendWords(piece, exact_case, segmenter_, &words);
    if (!status.ok()) {
      return Fail(static_cast<std::size_t>(status.where().offset),
                  status.message());
    }
    for (PatternWord& word : words) {
      PatternNode node;
      node.word = std::move(word);
      nodes->push_back(std::move(node));
    }
  }

  // Each ~ is either a break between words or nothing.
  void Joined(const std::vector<PatternPiece>& pieces, bool exact_case,
              PatternSequence* nodes) {
    PatternNode group;
    group.kind = PatternNode::Kind::kGroup;
    for (unsigned fused = 0; fused < 1u << (pieces.size() - 1); ++fused) {
      PatternSequence alternative;
      PatternPiece piece = pieces[0];
      for (std::size_t i = 1; i < pieces.size(); ++i) {
        if ((fused >> (i - 1) & 1u) == 0) {
          AddWords(piece, exact_case, &alternative);
          piece = PatternPiece{};
        }
        piece.Append(pieces[i]);
      }
      AddWords(piece, exact_case, &alternative);
      group.alternatives.push_back(std::move(alternative));
    }
    nodes->push_back(std::move(group));
  }

  std::string_view text_;
  Segmenter* segmenter_;
  std::size_t at_ = 0;
  Status status_;
};

Status ParseError(std::string message, std::string_view text,
                  std::size_t offset) {
  return Status(StatusCode::kParse, std::move(message),
                {static_cast<std::int64_t>(offset), 0, ColumnAt(text, offset)});
}

}  // namespace

bool MatchesNothing(const PatternSequence& sequence) {
  return std::all_of(sequence.begin(), sequence.end(), MatchesNothingHere);
}

Result<Pattern> ParsePattern(std::string_view text, Segmenter* segmenter) {
  if (text.size() > kMaxPatternBytes) {
    return ParseError("the pattern is longer than 512 bytes", text, 512);
  }
  if (const std::int64_t bad = FirstInvalidUtf8(text); bad >= 0) {
    return ParseError("the pattern is not UTF-8", text,
                      static_cast<std::size_t>(bad));
  }
  if (text.empty() || text[0] != '/') return Parser(text, segmenter).Parse();
  if (text.size() < 3 || text.back() != '/') {
    return ParseError("expected / to close the regular expression", text,
                      text.size());
  }
  Pattern pattern;
  pattern.regex = std::string(text.substr(1, text.size() - 2));
  return pattern;
}

}  // namespace framescope
