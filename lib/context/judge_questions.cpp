// Judge: questions, and what they and conditions take for granted.
#include <algorithm>

#include "context/judge.hpp"

namespace framescope {

// The words under each question mark, from the word that opens the question;
// a tag of one word (", right?") asks nothing.
void Judge::FindQuestions() {
  constexpr std::uint32_t kBareWords = 8;
  constexpr std::uint32_t kTagWords = 3;  // "…, aren't they?"
  s_.asked.clear();
  const Clauses& clauses = s_.clauses;
  for (std::uint32_t i = 1; i <= clauses.size(); ++i) {
    if (!(clauses.gap(i) & kGapQuestion)) continue;
    std::uint32_t begin = clauses.BeginBefore(i - 1, kBreak);
    if (i - 1 > begin && (clauses.gap(i - 1) & kGapComma)) continue;
    const std::uint32_t quotation =
        s_.quotations.At(tokens_.words[sentence_->first_word + i - 1].begin);
    if (quotation != kNone) {
      const std::uint32_t from = s_.quotations[quotation].inside.begin;
      while (begin + 1 < i &&
             tokens_.words[sentence_->first_word + begin].begin < from) {
        ++begin;
      }
    }
    std::uint32_t opener = clauses.QuestionOpener(begin, i);
    if (opener == i && begin > 0 && (clauses.gap(begin) & kGapDash)) {
      begin = clauses.BeginBefore(begin - 1, kBreak);
      opener = clauses.QuestionOpener(begin, i);
    }
    const bool tag = opener < i && opener > begin && i - opener <= kTagWords &&
                     clauses.Finite(opener);
    if (tag) opener = begin;
    if (opener == i && i - begin > kBareWords) continue;
    s_.asked.push_back({opener == i ? begin : opener, i});
  }
}

// A question asks what is said in it. One that opens with a denial ("Don't we
// all …?") means what it names.
void Judge::ApplyQuestion(WordRange match, std::uint32_t index,
                          Judgement* judgement) {
  const auto after = std::upper_bound(
      s_.asked.begin(), s_.asked.end(), match.first,
      [](std::uint32_t at, WordRange asked) { return at < asked.last; });
  if (after == s_.asked.end() || !after->Holds(match)) return;
  const std::uint32_t scope = s_.scope_of[index];
  const bool by_opener = scope != kNone &&
                         judgement->stance == Stance::kNegated &&
                         s_.scopes[scope].cue.first == after->first;
  if (!by_opener && !MayBeAsked(judgement->stance)) return;
  judgement->cue = Bytes({after->first, after->first + 1});
  judgement->rule = rules_.built.question;
  judgement->stance = Stance::kSupposed;
  if (s_.clauses.Negative(after->first)) {
    judgement->rule = rules_.built.rhetorical;
    judgement->stance = Stance::kUsed;
  }
}

// "if you see the crisis …", "could not see their loved ones": what a definite
// object names is taken for granted under a denial, a condition or a question.
// Right behind a denial or "is" it is not ("not the crisis", "this is the
// safety net?").
// So is what is asked about in words that ask for no yes or no ("why …").
// `told` is what holds of the match without the question.
void Judge::ApplyPresupposition(WordRange match, std::uint32_t pole_bit,
                                const Judgement& told,
                                Judgement* judgement) const {
  const bool supposed = judgement->stance == Stance::kSupposed;
  if (!supposed && judgement->stance != Stance::kNegated) return;
  const bool question = judgement->rule == rules_.built.question;
  const std::uint64_t poles = question   ? rules_.presupposed_asked
                              : supposed ? rules_.presupposed_poles
                                         : rules_.presupposed_denied;
  const std::uint64_t labels =
      s_.clauses.Label(match.first) ? rules_.presupposed_labels : 0;
  const bool may_be = pole_bit < 64 && ((poles | labels) >> pole_bit & 1) != 0;
  const bool known = may_be && KnownThing(match.first, *judgement);
  if (!known && !Given(match.first, *judgement)) return;
  if (question && told.rule != kNone) {
    *judgement = told;
    return;
  }
  judgement->stance = Stance::kUsed;
  judgement->rule = rules_.built.presupposed;
}

// "Are these vulnerable people?", "is not an at-risk group": behind "is", with
// no more than the cue and a word between, a label is what is said.
bool Judge::NearCopula(std::uint32_t at, const Judgement& judgement) const {
  constexpr std::uint32_t kFurthest = 6;
  std::uint32_t between = 0;
  for (std::uint32_t i = at; i-- > at - std::min(at, kFurthest);) {
    if (s_.clauses.Copula(i)) return true;
    const Span& word = tokens_.words[sentence_->first_word + i];
    const bool in_cue =
        judgement.cue.begin <= word.begin && word.end <= judgement.cue.end;
    if (!in_cue && ++between > 1) return false;
  }
  return false;
}

// Whether the match at `at`, a word of the sentence, is definite or says of
// whom the talk is, and stands neither right behind the cue nor behind "is".
bool Judge::KnownThing(std::uint32_t at, const Judgement& judgement) const {
  constexpr std::uint32_t kShortest = 2;  // "a", "of": no word of description
  const bool label = s_.clauses.Label(at);
  if (at > 0 && !s_.clauses.Definite(at)) {
    const auto definite = [this](std::uint32_t i) {
      return s_.clauses.Definite(i) && !s_.clauses.pause(i + 1);
    };
    if (definite(at - 1)) {
      --at;
    } else if (at > 1 && definite(at - 2) && !s_.clauses.pause(at) &&
               Bytes({at - 1, at}).end - Bytes({at - 1, at}).begin >
                   kShortest) {
      at -= 2;  // "the coming collapse"
    } else if (!label || NearCopula(at, judgement)) {
      return false;
    }
  }
  if (at == 0 || s_.clauses.Copula(at - 1)) return false;
  return judgement.cue.end <=
         tokens_.words[sentence_->first_word + at - 1].begin;
}

// Whether words that take the rest for granted stand before it in its clause,
// at the cue or behind it.
bool Judge::Given(std::uint32_t at, const Judgement& judgement) const {
  constexpr std::uint32_t kFurthest = 24;
  const std::uint32_t begin = std::max(s_.clauses.BeginBefore(at, kClauseStart),
                                       at - std::min(at, kFurthest));
  for (std::uint32_t i = at; i-- > begin;) {
    ++s_.steps;
    if (tokens_.words[sentence_->first_word + i].begin < judgement.cue.begin) {
      return false;
    }
    if (s_.clauses.Given(i)) return true;
  }
  return false;
}

}  // namespace framescope
