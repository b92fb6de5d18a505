// Clauses: punctuation and joining words of a sentence.
#include "context/clauses.hpp"

#include <algorithm>
#include <string_view>

namespace framescope {
namespace {

constexpr std::uint32_t kItemWords = 4;     // of an item in a list
constexpr std::uint32_t kSubjectWords = 6;  // before the verb of a new clause

// What a character says by itself.
std::uint8_t FlagsOf(char c) {
  switch (c) {
    case ',':
      return kGapComma;
    case ':':
      return kGapColon | kGapBreak;
    case '?':
      return kGapQuestion | kGapBreak;
    case ';':
    case '(':
    case ')':
    case '[':
    case ']':
    case '!':
    case '|':
      return kGapBreak;
    case '"':
      return kGapQuote;
    default:
      return 0;
  }
}

// The same of a character U+20xx, by its last byte.
std::uint8_t FlagsOfGeneral(unsigned char last) {
  switch (last) {
    case 0x93:
    case 0x94:
    case 0x95:
      return kGapBreak | kGapDash;
    case 0xA6:
      return kGapBreak;
    case 0x98:
    case 0x99:
    case 0x9C:
    case 0x9D:
      return kGapQuote;
    default:
      return 0;
  }
}

// What the bytes between two words (or after the last) say. A full stop inside
// a sentence belongs to an abbreviation unless a quotation ends there.
std::uint8_t ReadGap(std::string_view gap) {
  std::uint8_t flags = 0;
  int dots = 0, marks = 0;
  bool closes = false;
  for (std::size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    flags |= FlagsOf(c);
    if (c == '.') {
      ++dots;
    } else if (c == '"') {
      ++marks;
      closes = marks == 1 && i + 1 < gap.size();
    } else if (c == '-' && i > 0 && i + 1 < gap.size()) {
      const bool dash = gap[i - 1] == ' ' || gap[i + 1] == '-';
      if (dash) flags |= kGapBreak | kGapDash;
    } else if (c == '\xE2' && i + 2 < gap.size() && gap[i + 1] == '\x80') {
      const auto last = static_cast<unsigned char>(gap[i + 2]);
      const std::uint8_t general = FlagsOfGeneral(last);
      flags |= general;
      if (general == kGapQuote) closes = last == 0x99 || last == 0x9D;
      i += 2;
    } else if (c == '\xE2' && i + 1 < gap.size() &&
               (gap[i + 1] == '\x86' || gap[i + 1] == '\x87')) {
      flags |= kGapBreak | kGapDash;  // an arrow
    }
  }
  if (closes) flags |= kGapClose;
  const bool ends = dots > 1 || (dots == 1 && (flags & kGapQuote));
  return ends ? flags | kGapBreak : flags;
}

// "example.org/?page": a question mark against a word asks nothing.
bool AsksNothing(std::string_view gap) {
  return !gap.empty() && gap.back() == '?';
}

}  // namespace

void Clauses::Build(const Tokens& tokens, const Sentence& sentence,
                    std::span<const CueHit> hits,
                    const std::vector<PatternUse>& uses) {
  size_ = sentence.end_word - sentence.first_word;
  ReadGaps(tokens, sentence);
  ReadMarks(hits, uses);
  SetLevels();
  edges_found_ = false;
}

// The boundary of each level on either side of each word.
void Clauses::FindEdges() const {
  edges_found_ = true;
  for (auto* edges : {&ends_, &begins_}) {
    if (edges->size() <= size_) edges->resize(size_ + 1);
  }
  Edges edge{size_, size_, size_};
  ends_[size_] = edge;
  for (std::uint32_t i = size_; i-- > 0;) {
    if (i + 1 < size_ && levels_[i + 1] >= kComma) {
      for (int k = kComma; k <= levels_[i + 1]; ++k) edge[k - kComma] = i + 1;
    }
    ends_[i] = edge;
  }
  edge = {};
  for (std::uint32_t i = 0; i <= size_; ++i) {
    if (i > 0 && i < size_ && levels_[i] >= kComma) {
      for (int k = kComma; k <= levels_[i]; ++k) edge[k - kComma] = i;
    }
    begins_[i] = edge;
  }
}

void Clauses::ReadGaps(const Tokens& tokens, const Sentence& sentence) {
  gaps_.assign(size_ + 1, 0);
  if (size_ == 0) return;
  const char* const text = tokens.text.data();
  const auto read = [&](std::uint32_t i, std::uint32_t begin,
                        std::uint32_t end) {
    if (begin >= end) return;
    const std::string_view gap(text + begin, end - begin);
    gaps_[i] = ReadGap(gap);
    if (i < size_ && AsksNothing(gap)) gaps_[i] &= ~kGapQuestion;
  };
  const auto words = tokens.words.subspan(sentence.first_word, size_);
  read(0, sentence.begin, words[0].begin);
  for (std::uint32_t i = 1; i < size_; ++i) {
    const std::uint32_t begin = words[i - 1].end, end = words[i].begin;
    if (end - begin != 1 || text[begin] != ' ') read(i, begin, end);
  }
  read(size_, words[size_ - 1].end, sentence.end);
}

std::uint16_t Clauses::MarkOf(HitKind kind) {
  switch (kind) {
    case HitKind::kStop:
      return kStopMark;
    case HitKind::kSubordinator:
      return kSubordinatorMark;
    case HitKind::kRelative:
      return kRelativeMark;
    case HitKind::kSubject:
      return kSubjectMark;
    case HitKind::kFinite:
      return kFiniteMark;
    case HitKind::kJoiner:
      return kJoinerMark;
    case HitKind::kAuthor:
      return kAuthorMark;
    case HitKind::kOpener:
      return kOpenerMark;
    case HitKind::kDefinite:
      return kDefiniteMark;
    case HitKind::kGiven:
      return kGivenMark;
    case HitKind::kCopula:
      return kCopulaMark;
    case HitKind::kLabel:
      return kLabelMark;
    case HitKind::kNegative:
      return kNegativeMark;
    default:
      return 0;
  }
}

void Clauses::ReadMarks(std::span<const CueHit> hits,
                        const std::vector<PatternUse>& uses) {
  marks_.assign(size_ + 1, 0);
  for (const CueHit& hit : hits) {
    const HitKind kind = uses[hit.pattern].kind;
    const bool at_end = kind == HitKind::kGiven;
    marks_[at_end ? hit.last - 1 : hit.first] |= MarkOf(kind);
  }
}

// A pronoun, or a few words and then a verb, before the next pause.
bool Clauses::OpensClause(std::uint32_t i) const {
  if (i < size_ && (marks_[i] & (kSubjectMark | kFiniteMark))) return true;
  const std::uint32_t limit = std::min(size_, i + kSubjectWords);
  for (std::uint32_t j = i; j < limit; ++j) {
    if (j > i && gaps_[j] & (kGapComma | kGapBreak)) return false;
    if (marks_[j] & (kRelativeMark | kSubordinatorMark)) return false;
    if (marks_[j] & kFiniteMark) return true;
  }
  return false;
}

// "X, Y and Z are": the verb belongs to the list, not to a clause after "and".
Level Clauses::JoinerLevel(std::uint32_t i) const {
  const bool pronoun_or_verb =
      i + 1 < size_ && (marks_[i + 1] & (kSubjectMark | kFiniteMark)) != 0;
  if (!pronoun_or_verb && CommaBefore(i) && !(gaps_[i] & kGapComma)) {
    return kNoBoundary;
  }
  return i + 1 < size_ && OpensClause(i + 1) ? kClauseStart : kNoBoundary;
}

// "doom, gloom, and despair": an item and its comma come before.
bool Clauses::CommaBefore(std::uint32_t i) const {
  const std::uint32_t lowest = i > kItemWords ? i - kItemWords : 1;
  for (std::uint32_t j = i - 1; j >= lowest && j > 0; --j) {
    if (gaps_[j] & kGapComma) return true;
  }
  return false;
}

// Relies on the levels to the right being set.
Level Clauses::CommaLevel(std::uint32_t i) const {
  if (marks_[i] & (kRelativeMark | kSubordinatorMark)) return kClauseStart;
  if (marks_[i] & kJoinerMark) {
    if (JoinerLevel(i) == kClauseStart) return kClauseStart;
    return CommaBefore(i) ? kListComma : kComma;
  }
  if (marks_[i] & kSubjectMark) return kClauseStart;
  const std::uint32_t limit = std::min(size_, i + kItemWords + 1);
  for (std::uint32_t j = i; j < limit; ++j) {
    if (marks_[j] & (kFiniteMark | kSubjectMark | kRelativeMark)) break;
    if (j > i && (gaps_[j] & kGapBreak)) break;
    if (j > i && (gaps_[j] & kGapComma)) {
      if (levels_[j] == kListComma) return kListComma;
      break;
    }
    if (j > i && (marks_[j] & kJoinerMark)) {
      return levels_[j] == kClauseStart ? kComma : kListComma;
    }
  }
  return OpensClause(i) ? kClauseStart : kComma;
}

void Clauses::SetLevels() {
  levels_.assign(size_ + 1, kNoBoundary);
  for (std::uint32_t i = size_; i > 1;) {
    --i;
    if ((gaps_[i] & kGapBreak) || (marks_[i] & kStopMark)) {
      levels_[i] = kBreak;
    } else if (gaps_[i] & kGapComma) {
      levels_[i] = CommaLevel(i);
      if (gaps_[i] & kGapClose) levels_[i] = std::max(levels_[i], kComma);
    } else if (marks_[i] & kSubordinatorMark) {
      levels_[i] = kClauseStart;
    } else if (marks_[i] & kJoinerMark) {
      levels_[i] = JoinerLevel(i);
    }
  }
}

std::uint32_t Clauses::QuestionOpener(std::uint32_t begin,
                                      std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool head = i == begin || levels_[i] >= kComma || Joiner(i - 1) ||
                      (marks_[i - 1] & kStopMark) != 0;
    const bool inverted = Finite(i) && i + 1 < end && Subject(i + 1) &&
                          (i == begin || !Subject(i - 1));
    if (inverted || (marks_[i] & kOpenerMark) || (head && Finite(i))) return i;
  }
  return end;
}

std::uint32_t Clauses::EndAfter(std::uint32_t i, Level least) const {
  if (!edges_found_) FindEdges();
  return i >= size_ ? size_ : ends_[i][least - kComma];
}

std::uint32_t Clauses::BeginBefore(std::uint32_t i, Level least) const {
  if (!edges_found_) FindEdges();
  return begins_[std::min(i, size_)][least - kComma];
}

}  // namespace framescope
