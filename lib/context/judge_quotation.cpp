// Judge: what quotation marks mean for the matches inside them.
#include <algorithm>
#include <string_view>

#include "context/judge.hpp"

namespace framescope {
namespace {

// Nesting that people write is shallow; deeper quotations look no further out.
constexpr int kDeepest = 8;
constexpr std::uint32_t kNameBytes = 80;
// How near to its quotation a verb stands that is no cue without one.
constexpr std::uint32_t kVerbBefore = 2;
constexpr std::uint32_t kVerbAfter = 6;

// "… every weekend.” – Lena, Wick Street": the bytes of the name after a dash.
Span Signature(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto skip = [&](std::string_view bytes) {
    if (text.substr(at, bytes.size()) != bytes) return false;
    at += static_cast<std::uint32_t>(bytes.size());
    return true;
  };
  if (!skip("\u201D") && !skip("\u2019") && !skip("\"") && !skip("'")) {
    return {};
  }
  while (at < end && (text[at] == ' ' || text[at] == '\n')) ++at;
  if (!skip("\u2013") && !skip("\u2014") && !skip("-")) return {};
  while (at < end && text[at] == ' ') ++at;
  if (at >= end || text[at] < 'A' || text[at] > 'Z') return {};
  std::uint32_t last = at;
  while (last < end && last - at < kNameBytes && text[last] != ',' &&
         text[last] != '\n' && text[last] != ';') {
    ++last;
  }
  if (last - at == kNameBytes) return {};
  while (last > at && (text[last - 1] == ' ' || text[last - 1] == '.')) --last;
  return {at, last};
}

}  // namespace

void Judge::FindQuotations(std::span<const FoundEntry> found) {
  s_.quotations.Clear();
  if (blocks_.empty()) {
    s_.quotations.Add(tokens_.text, 0,
                      static_cast<std::uint32_t>(tokens_.text.size()));
  }
  std::uint32_t added = kNone;
  for (const FoundEntry& entry : found) {
    const std::uint32_t block = tokens_.sentences[entry.sentence].block;
    if (block == added || block >= blocks_.size()) continue;
    added = block;
    s_.quotations.Add(tokens_.text, blocks_[block].begin, blocks_[block].end);
  }
  s_.senses.assign(s_.quotations.size(), {});
}

// The innermost quotation of more than a few words at a word of the sentence.
std::uint32_t Judge::LongQuotation(std::uint32_t word) {
  if (s_.quotations.size() == 0) return kNone;
  std::uint32_t at =
      s_.quotations.At(tokens_.words[sentence_->first_word + word].begin);
  for (int step = 0; at != kNone && step < kDeepest && Sense(at).is_short;
       ++step) {
    at = s_.quotations[at].parent;
  }
  return at;
}

// How many quotations lie between the two, or -1 when `outer` is not around
// `inner`.
int Judge::QuotationSteps(std::uint32_t inner, std::uint32_t outer) {
  for (int steps = 0; steps < kDeepest; ++steps) {
    if (inner == outer) return steps;
    if (inner == kNone) return -1;
    inner = s_.quotations[inner].parent;
  }
  return -1;
}

void Judge::ApplyQuotation(WordRange match, Judgement* judgement) {
  if (s_.quotations.size() == 0) return;
  const std::uint32_t word = sentence_->first_word + match.first;
  const std::uint32_t innermost = s_.quotations.At(tokens_.words[word].begin);
  if (innermost == kNone) return;
  using Kind = QuotationSense::Kind;
  const auto apply = [&](const QuotationSense& sense, Stance stance,
                         std::uint32_t rule) {
    judgement->stance = stance;
    judgement->rule = rule;
    judgement->cue = sense.cue;
    judgement->holder = sense.holder;
  };
  const QuotationSense& nearest = Sense(innermost);
  const bool open = judgement->rule == kNone;
  if (nearest.kind == Kind::kScare &&
      (open || judgement->stance == Stance::kReported)) {
    const Span holder = judgement->holder;
    apply(nearest, Stance::kRejected, rules_.built.scare);
    judgement->holder = holder;
    return;
  }
  if (!open && judgement->stance != Stance::kRecommended) return;
  if (nearest.is_short && nearest.kind == Kind::kSpeech) {
    apply(nearest, Stance::kReported, rules_.built.speech);
    return;
  }
  const std::uint32_t around = LongQuotation(match.first);
  if (around == kNone) return;
  const QuotationSense& sense = Sense(around);
  if (sense.kind == Kind::kSpeech) {
    apply(sense, Stance::kReported, rules_.built.speech);
  } else if (sense.kind == Kind::kUnattributed) {
    apply(sense, Stance::kReported, rules_.built.unattributed);
  }
}

std::uint32_t Judge::WordAt(std::uint32_t byte) const {
  return static_cast<std::uint32_t>(
      std::lower_bound(
          tokens_.words.begin(), tokens_.words.end(), byte,
          [](const Span& word, std::uint32_t at) { return word.begin < at; }) -
      tokens_.words.begin());
}

std::uint32_t Judge::SentenceAt(std::uint32_t word) const {
  return static_cast<std::uint32_t>(
      std::upper_bound(tokens_.sentences.begin(), tokens_.sentences.end(), word,
                       [](std::uint32_t at, const Sentence& sentence) {
                         return at < sentence.end_word;
                       }) -
      tokens_.sentences.begin());
}

// The words of a quotation, counted from the first of the text.
WordRange Judge::WordsInside(std::uint32_t quotation) const {
  const Span inside = s_.quotations[quotation].inside;
  return {WordAt(inside.begin), WordAt(inside.end)};
}

// Looks for the speaker behind and before the quotation.
bool Judge::Attributed(std::uint32_t quotation, QuotationSense* sense) {
  const WordRange words = WordsInside(quotation);
  if (words.empty()) return false;
  const std::uint32_t before =
      words.first - std::min(words.first, rules_.speech_words);
  // A sentence ends after “…?” though the speaker is still to be named.
  const bool goes_on = words.last < tokens_.words.size() &&
                       tokens_.text[tokens_.words[words.last].begin] >= 'a' &&
                       tokens_.text[tokens_.words[words.last].begin] <= 'z';
  return FindSpeech(SentenceAt(goes_on ? words.last : words.last - 1),
                    {words.last, words.last + rules_.speech_words}, quotation,
                    sense) ||
         FindSpeech(SentenceAt(words.first), {before, words.first}, quotation,
                    sense);
}

// "acts as a ‘secure base’": right before the words they are given as a name,
// unless it is said that others call them so ("portrayed as").
bool Judge::Named(WordRange words) {
  constexpr std::uint32_t kLookedAt = 8;
  const std::uint32_t sentence = SentenceAt(words.first);
  const std::uint32_t at = words.first - tokens_.sentences[sentence].first_word;
  const std::span<const CueHit> hits = Hits(sentence);
  auto hit = FirstFrom(hits, at - std::min(at, kLookedAt));
  WordRange naming, cue;
  for (; hit != hits.end() && hit->first < at; ++hit) {
    ++s_.steps;
    const HitKind kind = rules_.uses[hit->pattern].kind;
    if (kind == HitKind::kNaming && hit->last == at) {
      naming = {hit->first, at};
    }
    // "promote" is a request only at the head of a sentence.
    const bool anywhere =
        kind == HitKind::kCue &&
        rules_.cues[rules_.uses[hit->pattern].index].place == Place::kAnywhere;
    if (anywhere && hit->last > cue.last) cue = {hit->first, hit->last};
  }
  return !naming.empty() && !naming.Touches(cue);
}

// "move to a “nothing without those it is about” approach": words that are
// given as a name and stand right before what bears it.
bool Judge::NamesWhatFollows(WordRange words) {
  const std::uint32_t sentence = SentenceAt(words.first);
  const Sentence& where = tokens_.sentences[sentence];
  if (words.last >= where.end_word || words.first < where.first_word) {
    return false;
  }
  const std::uint32_t at = words.last - where.first_word;
  const std::span<const CueHit> hits = Hits(sentence);
  const auto hit = FirstFrom(hits, at);
  const bool bears = std::any_of(hit, hits.end(), [&](const CueHit& one) {
    return one.first == at && rules_.uses[one.pattern].kind == HitKind::kNamed;
  });
  return bears && Named(words);
}

// Of a few words that nobody is seen to speak: a name, or scare quotes.
QuotationSense::Kind Judge::ShortKind(std::uint32_t quotation) {
  using Kind = QuotationSense::Kind;
  const WordRange words = WordsInside(quotation);
  if (Named(words)) return Kind::kName;
  const auto capitalised = [this](std::uint32_t word) {
    return (tokens_.table->flags(tokens_.type(word)) & kCapitalised) != 0;
  };
  bool name = true;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    name &= capitalised(i);
  }
  const bool opens =
      words.first == tokens_.sentences[SentenceAt(words.first)].first_word;
  const char last = tokens_.text[s_.quotations[quotation].inside.end - 1];
  if (name && (words.size() > 1 || !opens)) return Kind::kName;
  const bool sentence =
      capitalised(words.first) && (last == '.' || last == '?' || last == '!');
  return sentence ? Kind::kUnattributed : Kind::kScare;
}

const QuotationSense& Judge::Sense(std::uint32_t quotation) {
  QuotationSense& sense = s_.senses[quotation];
  using Kind = QuotationSense::Kind;
  if (sense.kind != Kind::kUnknown) return sense;
  sense.kind = Kind::kUnattributed;
  const Quotation& own = s_.quotations[quotation];
  const WordRange words = WordsInside(quotation);
  if (words.empty()) return sense;
  sense.is_short = words.size() <= rules_.scare_words;
  sense.cue = own.inside;
  if (Attributed(quotation, &sense) && !(sense.own && sense.is_short)) {
    sense.kind = sense.own ? Kind::kOwn : Kind::kSpeech;
    return sense;
  }
  if (!sense.is_short && !own.cut && NamesWhatFollows(words)) {
    sense.is_short = true;
    sense.kind = Kind::kName;
    return sense;
  }
  if (sense.is_short) {
    if (!own.cut) sense.kind = ShortKind(quotation);
    return sense;
  }
  const Span name = Signature(tokens_.text, own.inside.end,
                              static_cast<std::uint32_t>(tokens_.text.size()));
  if (!name.empty()) {
    sense.kind = Kind::kSpeech;
    sense.holder = name;
    sense.cue = name;
    return sense;
  }
  return sense;
}

// Looks for a verb of speech among the words [first, last) of the text, within
// the sentence and outside the quotation; the one nearest to it wins.
bool Judge::FindSpeech(std::uint32_t sentence, WordRange window,
                       std::uint32_t quotation, QuotationSense* sense) {
  if (sentence >= tokens_.sentences.size()) return false;
  const Sentence& where = tokens_.sentences[sentence];
  const bool after = window.first >= where.end_word
                         ? true
                         : tokens_.words[window.first].begin >=
                               s_.quotations[quotation].inside.end;
  const std::uint32_t low = std::max(window.first, where.first_word);
  const std::uint32_t high = std::min(window.last, where.end_word);
  if (low >= high) return false;
  const WordRange near{low - where.first_word, high - where.first_word};
  const std::span<const CueHit> hits = Hits(sentence);
  auto hit = FirstFrom(hits, near.first);
  WordRange best;
  const CueRule* rule = nullptr;
  for (; hit != hits.end() && hit->first < near.last; ++hit) {
    const PatternUse& use = rules_.uses[hit->pattern];
    if (use.kind != HitKind::kCue || !rules_.cues[use.index].speech ||
        hit->last > near.last) {
      continue;
    }
    const std::uint32_t at =
        s_.quotations.At(tokens_.words[where.first_word + hit->first].begin);
    if (at != s_.quotations[quotation].parent) continue;
    const bool only_beside = rules_.cues[use.index].reach == Reach::kWords;
    const std::uint32_t distance =
        after ? hit->first - near.first : near.last - hit->last;
    if (only_beside && distance > (after ? kVerbAfter : kVerbBefore)) continue;
    best = {hit->first, hit->last};
    rule = &rules_.cues[use.index];
    if (after) break;
  }
  if (!rule) return false;
  const Clauses& clauses = ClausesOf(sentence);
  sense->own = ScopeBuilder::SaidByAuthor(clauses, best);
  WordRange holder = ScopeBuilder::Holder(clauses, best,
                                          rule->holder == HolderSide::kUnnamed
                                              ? HolderSide::kBefore
                                              : rule->holder);
  if (after) holder.first = std::max(holder.first, near.first);
  if (holder.empty()) {
    holder = ScopeBuilder::Holder(clauses, best, HolderSide::kAfter);
  }
  const auto bytes = [&](WordRange words) -> Span {
    if (words.empty()) return {};
    return {tokens_.words[where.first_word + words.first].begin,
            tokens_.words[where.first_word + words.last - 1].end};
  };
  sense->cue = bytes(best);
  sense->holder = bytes(holder);
  return true;
}

const Clauses& Judge::ClausesOf(std::uint32_t sentence) {
  if (sentence == sentence_index_) return s_.clauses;
  if (sentence != s_.other_sentence) {
    s_.other_clauses.Build(tokens_, tokens_.sentences[sentence], Hits(sentence),
                           rules_.uses);
    s_.other_sentence = sentence;
    s_.steps += s_.other_clauses.size();
  }
  return s_.other_clauses;
}

}  // namespace framescope
