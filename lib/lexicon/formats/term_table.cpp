// Tested by tests/unit/lexicon/formats/round_trip_test.cpp.
#include "lexicon/formats/term_table.hpp"

#include <algorithm>
#include <unordered_set>

#include "lexicon/phrases.hpp"

namespace framescope {
namespace {

constexpr std::size_t kMostPhrases = 256;

class TableMaker {
 public:
  TableMaker(const Lexicon::Content& content, const FormatLimits& limits,
             FindingList* lost)
      : content_(content), limits_(limits), lost_(*lost) {
    table_.content = &content;
  }

  TermTable Make() {
    for (std::uint32_t i = 0; i < content_.entries.size(); ++i) Add(i);
    ReportRest();
    return std::move(table_);
  }

 private:
  void Lose(const Entry& entry, const char* code, const std::string& message) {
    lost_.Warning(entry.line, 0, code, "\"" + entry.pattern + "\" " + message);
  }

  // Weights of axes are codes 1 to 3; foreign weights are scores.
  double ScoreOf(const Entry& entry) const {
    return content_.categories[entry.category].axis == kNone ? entry.score
                                                             : entry.weight;
  }

  void Add(std::uint32_t index) {
    const Entry& entry = content_.entries[index];
    const bool framing = content_.categories[entry.category].axis != kNone;
    if (framing && entry.weight == 0 && !limits_.details) {
      return Lose(entry, "left-out", "is left out: it is off (weight 0)");
    }
    const double score = ScoreOf(entry);
    if (!limits_.weights && score != 1) ++weights_;
    if (!limits_.notes && !entry.note.empty()) ++notes_;
    if (!limits_.details) CountDetails(entry);
    if (limits_.patterns) {
      table_.terms.push_back({entry.pattern, entry.category, score, index});
      return;
    }
    const Phrases phrases =
        PhrasesOf(entry.pattern, content_.classes, kMostPhrases);
    if (!phrases.problem.empty()) {
      return Lose(entry, "left-out", "is left out: " + phrases.problem);
    }
    if (phrases.exact_case) {
      Lose(entry, "case-lost", "is written without its exact case");
    }
    for (const std::string& phrase : phrases.texts) {
      AddPhrase(entry, phrase, score, index);
    }
  }

  void AddPhrase(const Entry& entry, const std::string& phrase, double score,
                 std::uint32_t index) {
    std::string text;
    for (const char c : phrase) {
      if (c == kQuestion && !limits_.syntax.question) {
        return Lose(entry, "left-out",
                    "is left out: the format has no wildcard for one letter");
      }
      if ((c == '*' && limits_.syntax.star) ||
          (c == '?' && limits_.syntax.question)) {
        return Lose(entry, "left-out",
                    std::string("is left out: ") + c +
                        " is always a wildcard in the format");
      }
      text += c == kStar ? '*' : c == kQuestion ? '?' : c;
    }
    if (!seen_.insert(text + '\n' + std::to_string(entry.category)).second) {
      return;
    }
    table_.terms.push_back({std::move(text), entry.category, score, index});
  }

  void CountDetails(const Entry& entry) {
    if (!entry.when.empty()) {
      Lose(entry, "condition-lost",
           "is written without its condition: " + entry.when);
    }
    loci_ += entry.locus != Locus::kAny;
    flags_ += entry.flags != 0;
    wordings_ += !entry.instead.empty();
    sources_ += !entry.sources.empty();
    profiles_ += !entry.profile_weights.empty();
  }

  void Report(std::size_t count, const char* code, const std::string& what) {
    if (count == 0) return;
    lost_.Warning(0, 0, code,
                  "the format does not hold " + what + ": " +
                      std::to_string(count) + " left out");
  }

  void ReportRest() {
    Report(weights_, "weights-lost", "weights of entries");
    Report(notes_, "notes-lost", "notes of entries");
    Report(loci_, "loci-lost", "loci of entries");
    Report(flags_, "flags-lost", "flags of entries");
    Report(wordings_, "wordings-lost", "preferred wordings");
    Report(sources_, "sources-lost", "sources of entries");
    Report(profiles_, "profiles-lost", "weights under profiles");
    std::size_t titles = 0, codes = 0, parts = 0;
    for (const Category& category : content_.categories) {
      titles += !category.title.empty();
      codes += !category.code.empty();
      parts += category.name.find('.') != std::string::npos;
    }
    if (!limits_.titles) Report(titles, "titles-lost", "titles of categories");
    if (!limits_.codes) Report(codes, "codes-lost", "codes of categories");
    if (!limits_.hierarchy && parts > 0) {
      lost_.Note(0, 0, "hierarchy-flat",
                 "the format has no hierarchy: it stays in the names, such as "
                 "\"A.B\"");
    }
    Report(content_.masks.size(), "masks-lost", "masks");
    Report(content_.axes.size(), "axes-lost", "axes and poles");
    Report(content_.spelling.size(), "spelling-lost", "spelling pairs");
  }

  const Lexicon::Content& content_;
  const FormatLimits& limits_;
  FindingList& lost_;
  TermTable table_;
  std::unordered_set<std::string> seen_;
  std::size_t weights_ = 0, notes_ = 0, loci_ = 0, flags_ = 0, wordings_ = 0,
              sources_ = 0, profiles_ = 0;
};

// The parts of a name between dots; the whole when a part is empty.
std::vector<std::string> PartsOf(const std::string& name) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    if (end == begin) return {name};
    parts.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

TermTable MakeTermTable(const Lexicon::Content& content,
                        const FormatLimits& limits, FindingList* lost) {
  return TableMaker(content, limits, lost).Make();
}

std::optional<std::string> PlainTermOf(const Entry& entry) {
  Phrases phrases = PhrasesOf(entry.pattern, {}, 1);
  if (phrases.texts.size() != 1 || phrases.exact_case) return std::nullopt;
  std::string term = std::move(phrases.texts[0]);
  if (term.find_first_of("*?") != term.npos) return std::nullopt;
  for (char& c : term) c = c == kStar ? '*' : c == kQuestion ? '?' : c;
  return term;
}

std::vector<CategoryNode> CategoryTree(const Lexicon::Content& content) {
  std::vector<CategoryNode> roots;
  for (std::uint32_t i = 0; i < content.categories.size(); ++i) {
    std::vector<CategoryNode>* level = &roots;
    CategoryNode* node = nullptr;
    for (const std::string& part : PartsOf(content.categories[i].name)) {
      node = nullptr;
      for (CategoryNode& other : *level) {
        if (other.name == part) node = &other;
      }
      if (node == nullptr) {
        level->push_back({part, kNone, {}});
        node = &level->back();
      }
      level = &node->children;
    }
    if (node != nullptr) node->category = i;
  }
  return roots;
}

std::vector<std::vector<std::uint32_t>> TermsByCategory(
    const TermTable& table) {
  std::vector<std::vector<std::uint32_t>> terms(
      table.content->categories.size());
  for (std::uint32_t i = 0; i < table.terms.size(); ++i) {
    terms[table.terms[i].category].push_back(i);
  }
  return terms;
}

}  // namespace framescope
