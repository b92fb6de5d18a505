// Tested by tests/unit/engine/sense_model_test.cpp.
#include "engine/sense_features.hpp"

#include <algorithm>

namespace framescope {
namespace {

constexpr std::uint32_t kNear = 3;  // words on either side
constexpr std::size_t kMostClasses = 64;
// Words on either side that are looked up in the classes: of longer sentences
// each would be looked up again for every mark.
constexpr std::uint32_t kClassWords = 250;

bool IsPlain(std::string_view word) {
  return word.find_first_of("*?[]() ~") == word.npos;
}

void AddNeighbours(const Tokens& tokens, const FoundEntry& found,
                   std::vector<std::string>* features) {
  const Sentence& sentence = tokens.sentences[found.sentence];
  const auto add = [&](const char* name, std::uint32_t word) {
    features->push_back(name + std::string(tokens.key(word)));
  };
  for (std::uint32_t away = 1; away <= kNear; ++away) {
    if (found.first >= sentence.first_word + away) {
      if (away == 1) add("before=", found.first - 1);
      add("near=", found.first - away);
    }
    if (found.last + away <= sentence.end_word) {
      if (away == 1) add("after=", found.last);
      add("near=", found.last + away - 1);
    }
  }
}

void AddPlace(const Tokens& tokens, std::span<const Block> blocks,
              const FoundEntry& found, const Judgement& judgement,
              std::vector<std::string>* features) {
  const Sentence& sentence = tokens.sentences[found.sentence];
  const bool capital =
      (tokens.table->flags(tokens.type(found.first)) & kCapitalised) != 0;
  if (capital && found.first > sentence.first_word) {
    features->push_back("capital");
  }
  if (judgement.in_quotation) features->push_back("quoted");
  const BlockKind kind = blocks[sentence.block].kind;
  if (kind == BlockKind::kHeading) features->push_back("heading");
  if (kind == BlockKind::kListItem) features->push_back("listed");
}

}  // namespace

SenseFeatures::SenseFeatures(const Lexicon& lexicon,
                             const std::vector<RuleInfo>& rules)
    : lexicon_(lexicon), rules_(rules) {
  const std::size_t classes = std::min(lexicon.classes().size(), kMostClasses);
  for (std::size_t i = 0; i < classes; ++i) {
    for (const std::string& word : lexicon.classes()[i].words) {
      if (IsPlain(word)) {
        words_[word] |= std::uint64_t{1} << i;
      } else if (word.back() == '*' &&
                 IsPlain(word.substr(0, word.size() - 1))) {
        starts_[word.substr(0, word.size() - 1)] |= std::uint64_t{1} << i;
        longest_start_ = std::max(longest_start_, word.size() - 1);
      }
    }
  }
}

std::uint64_t SenseFeatures::ClassesOf(std::string_view key) const {
  std::uint64_t classes = 0;
  const auto word = words_.find(std::string(key));
  if (word != words_.end()) classes |= word->second;
  for (std::size_t i = 1; i <= std::min(key.size(), longest_start_); ++i) {
    const auto start = starts_.find(std::string(key.substr(0, i)));
    if (start != starts_.end()) classes |= start->second;
  }
  return classes;
}

void SenseFeatures::AddEntry(const FoundEntry& found,
                             const Judgement& judgement,
                             std::vector<std::string>* features) const {
  const Entry& entry = lexicon_.entries()[found.entry];
  const Category& category = lexicon_.categories()[entry.category];
  features->push_back("entry=" + entry.pattern);
  features->push_back("category=" + category.name);
  features->push_back("pole=" +
                      std::string(lexicon_.pole_name(entry.category)));
  features->push_back("weight=" + std::to_string(entry.weight));
  features->push_back("stance=" + std::string(ToString(judgement.stance)));
  if (judgement.rule < rules_.size()) {
    features->push_back("rule=" + rules_[judgement.rule].id);
  }
}

void SenseFeatures::AddClasses(const Tokens& tokens, const FoundEntry& found,
                               std::vector<std::string>* features) const {
  const Sentence& sentence = tokens.sentences[found.sentence];
  const std::uint32_t begin = std::max(
      sentence.first_word, found.first - std::min(found.first, kClassWords));
  const std::uint32_t end =
      std::min(sentence.end_word, found.last + kClassWords);
  std::uint64_t classes = 0;
  for (std::uint32_t word = begin; word < end; ++word) {
    if (word >= found.first && word < found.last) continue;
    classes |= ClassesOf(tokens.key(word));
  }
  for (std::size_t i = 0; i < lexicon_.classes().size(); ++i) {
    if (i < kMostClasses && (classes >> i & 1) != 0) {
      features->push_back("class=" + lexicon_.classes()[i].name);
    }
  }
}

std::vector<std::string> SenseFeatures::Of(const Tokens& tokens,
                                           std::span<const Block> blocks,
                                           const FoundEntry& found,
                                           const Judgement& judgement) const {
  std::vector<std::string> features;
  AddEntry(found, judgement, &features);
  AddNeighbours(tokens, found, &features);
  AddClasses(tokens, found, &features);
  AddPlace(tokens, blocks, found, judgement, &features);
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

}  // namespace framescope
