#include "reference/naive_conditions.hpp"

#include <algorithm>

namespace framescope::reference {
namespace {

std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// Cuts the first word off.
std::string CutFirst(std::string* text) {
  const std::string first = text->substr(0, text->find(' '));
  *text = Trimmed(text->substr(first.size()));
  return first;
}

const Sentence& SentenceOf(const Tokens& tokens, std::uint32_t word) {
  return *std::find_if(
      tokens.sentences.begin(), tokens.sentences.end(),
      [word](const Sentence& sentence) { return word < sentence.end_word; });
}

}  // namespace

NaiveConditions::NaiveConditions(const Lexicon& lexicon) : lexicon_(lexicon) {
  std::vector<std::string> entries, masks;
  for (const Entry& entry : lexicon.entries()) {
    entries.push_back(entry.pattern);
    entry_cells_.push_back(Read(entry.when));
  }
  for (const Mask& mask : lexicon.masks()) {
    masks.push_back(mask.pattern);
    mask_cells_.push_back(Read(mask.when));
  }
  for (const auto& patterns : {entries, masks, asked_patterns_}) {
    patterns_.emplace_back(lexicon.classes(), lexicon.content().spelling,
                           patterns);
  }
}

NaiveConditions::Cell NaiveConditions::Read(const std::string& when) {
  Cell cell;
  std::string left = Trimmed(when);
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(';'), left.size());
    cell.push_back(ReadOne(Trimmed(left.substr(0, end))));
    left = Trimmed(left.substr(std::min(end + 1, left.size())));
  }
  return cell;
}

NaiveConditions::Condition NaiveConditions::ReadOne(std::string text) {
  Condition condition;
  condition.kind = CutFirst(&text);
  if (condition.kind == "not") {
    condition.negated = true;
    condition.kind = CutFirst(&text);
  }
  condition.within = condition.kind == "near" ? 5 : 1;
  if (const std::size_t at = text.rfind(" within "); at != std::string::npos) {
    condition.within =
        static_cast<std::uint32_t>(std::stoul(text.substr(at + 8)));
    text = text.substr(0, at);
  }
  condition.asked = static_cast<std::uint32_t>(asked_patterns_.size());
  asked_patterns_.push_back(text);
  return condition;
}

// A phrase is near by the word of it that is nearest.
bool NaiveConditions::Holds(const Condition& condition, const Tokens& tokens,
                            const PatternHit& hit,
                            const std::vector<PatternHit>& occurrences) {
  const Sentence& sentence = SentenceOf(tokens, hit.first);
  for (const PatternHit& other : occurrences) {
    if (other.pattern != condition.asked) continue;
    if (other.first < sentence.first_word || other.last > sentence.end_word) {
      continue;
    }
    const bool follows =
        other.first >= hit.last && other.first < hit.last + condition.within;
    const bool precedes =
        other.last <= hit.first && hit.first < other.last + condition.within;
    if (condition.kind == "sentence" ||
        (follows && condition.kind != "preceded-by") ||
        (precedes && condition.kind != "followed-by")) {
      return !condition.negated;
    }
  }
  return condition.negated;
}

std::vector<FoundEntry> NaiveConditions::Find(const Tokens& tokens) const {
  const std::vector<PatternHit> occurrences = patterns_[2].Find(tokens);
  const auto find = [&](std::size_t patterns, const std::vector<Cell>& cells) {
    std::vector<PatternHit> hits = patterns_[patterns].Find(tokens);
    std::erase_if(hits, [&](const PatternHit& hit) {
      return !std::all_of(cells[hit.pattern].begin(), cells[hit.pattern].end(),
                          [&](const Condition& condition) {
                            return Holds(condition, tokens, hit, occurrences);
                          });
    });
    return hits;
  };
  return NaiveUnmasked(lexicon_, tokens, find(0, entry_cells_),
                       find(1, mask_cells_));
}

}  // namespace framescope::reference
