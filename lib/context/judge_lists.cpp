// Judge: lists whose items are sentences of their own, and columns of tables.
//
// "The union argues:" says of every item below that it is argued, and "Words
// to avoid:" that it is to be avoided. Headings, and heads of columns, need no
// colon, but then the cue must be their last words: "What to leave behind", not
// "Stop the cuts".
#include <algorithm>

#include "context/judge.hpp"

namespace framescope {
namespace {

// A denial or a rejection stands so near to a colon to speak for the list.
constexpr std::uint32_t kWordsToColon = 4;

bool SpeaksForLists(Stance stance) {
  return stance == Stance::kReported || stance == Stance::kRejected ||
         stance == Stance::kNegated || stance == Stance::kMentioned;
}

}  // namespace

bool Judge::IsIn(BlockKind kind, std::uint32_t sentence) const {
  const std::uint32_t block = tokens_.sentences[sentence].block;
  return block < blocks_.size() && blocks_[block].kind == kind;
}

bool Judge::EndsInColon(std::uint32_t sentence) const {
  const Sentence& one = tokens_.sentences[sentence];
  if (one.first_word >= one.end_word) return false;
  const std::uint32_t from = tokens_.words[one.end_word - 1].end;
  return from < one.end &&
         tokens_.text.substr(from, one.end - from).find(':') !=
             std::string_view::npos;
}

// The sentence that leads in the list of which `sentence` is an item, or none.
std::uint32_t Judge::ListHead(std::uint32_t sentence) const {
  for (std::uint32_t i = 0; i < kListItemsLookedOver; ++i) {
    ++s_.steps;
    if (sentence == 0 || !IsIn(BlockKind::kListItem, sentence)) return kNone;
    --sentence;
    if (EndsInColon(sentence) || IsIn(BlockKind::kHeading, sentence)) {
      return sentence;
    }
  }
  return kNone;
}

// The last sentence of the cell in the first row above `sentence`, or none.
// Only tables count that start near, so that it does not matter where windows
// end.
std::uint32_t Judge::ColumnHead(std::uint32_t sentence) const {
  const auto& sentences = tokens_.sentences;
  const std::uint32_t own = sentences[sentence].block;
  if (own >= blocks_.size() || blocks_[own].column == 0 ||
      blocks_[own].in_first_row) {
    return kNone;
  }
  std::uint32_t head = kNone, block = own;
  while (!StartsTable(blocks_, block)) {
    ++s_.steps;
    if (own - --block > kCellsLookedOver) return kNone;
    const Block& one = blocks_[block];
    const bool above = one.in_first_row && one.column == blocks_[own].column;
    if (above && head == kNone) head = block;
  }
  if (head == kNone) return kNone;
  const auto end = std::upper_bound(
      sentences.begin(), sentences.begin() + sentence, head,
      [](std::uint32_t at, const Sentence& one) { return at < one.block; });
  if (end == sentences.begin() || (end - 1)->block != head) return kNone;
  return static_cast<std::uint32_t>(end - 1 - sentences.begin());
}

// What the head of a list or column says of what stands below it; the last cue
// that reaches its end. Looked for once a list.
const ListCue& Judge::CueOfList(std::uint32_t head) {
  ListCue& cue = s_.list_cue;
  if (cue.head == head) return cue;
  cue = {};
  cue.head = head;
  const Sentence& sentence = tokens_.sentences[head];
  const Clauses& clauses = ClausesOf(head);
  const auto bytes = [&](WordRange words) -> Span {
    if (words.empty()) return {};
    return {tokens_.words[sentence.first_word + words.first].begin,
            tokens_.words[sentence.first_word + words.last - 1].end};
  };
  const bool has_colon = EndsInColon(head);
  WordRange best;
  for (const CueHit& hit : Hits(head)) {
    const PatternUse& use = rules_.uses[hit.pattern];
    if (use.kind == HitKind::kListHead && hit.last == clauses.size()) {
      const StanceRule& list = rules_.lists[use.index];
      if (list.whole && hit.first > 0) continue;
      cue = {head, list.stance, list.rule, bytes({hit.first, hit.last}), {}};
      cue.ends_at_dash = !Endorsed(list.stance);
      return cue;
    }
    if (use.kind != HitKind::kCue) continue;
    const CueRule& rule = rules_.cues[use.index];
    const WordRange words{hit.first, hit.last};
    const bool reported = rule.stance == Stance::kReported;
    if (!SpeaksForLists(rule.stance) || rule.needs_turn ||
        rule.direction == Direction::kBackward ||
        rule.place != Place::kAnywhere ||
        (reported && rule.reach != Reach::kStop) ||
        clauses.EndAfter(hit.last, kBreak) < clauses.size() ||
        (!has_colon && hit.last < clauses.size()) ||
        (!reported && hit.last + kWordsToColon < clauses.size()) ||
        (best.Holds(words) && best.size() > words.size()) ||
        // "X argues that this can be tackled in three ways:"
        (~rule.poles != 0 && cue.rule != kNone && ~cue.poles == 0 &&
         hit.last < clauses.size()) ||
        (rule.holder == HolderSide::kBefore &&
         ScopeBuilder::SaidByAuthor(clauses, words))) {
      continue;
    }
    best = words;
    cue.stance = rule.stance;
    cue.rule = rule.rule;
    cue.poles = rule.poles;
    cue.span = bytes(words);
    cue.holder = bytes(ScopeBuilder::Holder(clauses, words, rule.holder));
  }
  return cue;
}

// The end of what a list is about in the sentence that is judged: "the elderly
// – older people" is to be avoided as far as the dash.
std::uint32_t Judge::EndOfListed(const ListCue& cue) const {
  const Sentence& sentence = tokens_.sentences[sentence_index_];
  if (!cue.ends_at_dash) return sentence.end_word;
  std::uint32_t word = 1;  // a dash before the first parts nothing
  while (word < s_.clauses.size() && (s_.clauses.gap(word) & kGapDash) == 0) {
    ++word;
  }
  return sentence.first_word + word;
}

void Judge::ApplyList(std::span<const FoundEntry> found,
                      std::span<Judgement> out) {
  const auto open = [](const Judgement& one) { return one.rule == kNone; };
  if (std::none_of(out.begin(), out.end(), open)) return;
  std::uint32_t head = ListHead(sentence_index_);
  if (head == kNone) head = ColumnHead(sentence_index_);
  if (head == kNone) return;
  const ListCue& cue = CueOfList(head);
  if (cue.rule == kNone) return;
  const std::uint32_t end = EndOfListed(cue);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t bit = entries_[found[i].entry].pole_bit;
    if (found[i].first >= end) break;
    if (!open(out[i]) || !SpeaksFor(cue.poles, bit)) continue;
    out[i].stance = cue.stance;
    out[i].rule = cue.rule;
    out[i].cue = cue.span;
    out[i].holder = cue.holder;
  }
}

}  // namespace framescope
