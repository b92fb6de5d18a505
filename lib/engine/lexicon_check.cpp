// Tested by tests/unit/engine/lexicon_tools_test.cpp.
//
// What only the matcher can tell of a lexicon: entries and masks are tried on
// the phrases that they themselves stand for.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "framescope/batch.hpp"
#include "framescope/lexicon_tools.hpp"
#include "lexicon/formats/term.hpp"
#include "lexicon/phrases.hpp"
#include "match/pattern_set.hpp"
#include "match/scan_kernel.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

constexpr std::size_t kMostPhrases = 512;
constexpr const char* kFillers[] = {"", "zq"};  // for * of a glob

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

// A phrase as a text, each wildcard filled in.
std::string TextOf(std::string_view phrase, std::string_view filler) {
  std::string text;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == kStar) {
      const bool alone = (i == 0 || phrase[i - 1] == ' ') &&
                         (i + 1 == phrase.size() || phrase[i + 1] == ' ');
      text += alone ? "zq" : filler;
    } else {
      text += phrase[i] == kQuestion ? 'a' : phrase[i];
    }
  }
  return text;
}

class Checker {
 public:
  Checker(const Lexicon& lexicon, std::vector<Diagnostic>* findings)
      : lexicon_(lexicon), findings_(*findings) {}

  void CheckTexts() {
    CheckDuplicates();
    CheckSources();
  }

  // False when patterns do not compile, so that nothing can be tried.
  bool CheckPhrases() {
    if (!Compile()) return false;
    for (std::uint32_t i = 0; i < lexicon_.entries().size(); ++i) {
      if (number_[i] != kNone) TryEntry(i);
    }
    for (std::uint32_t i = 0; i < lexicon_.masks().size(); ++i) {
      if (!hides_[i]) TryMask(lexicon_.masks()[i]);
    }
    return true;
  }

  Status CheckCorpus(const std::vector<std::string>& corpus) {
    AnalyzerOptions options;
    options.stance = "none";
    Result<Analyzer> analyzer = Analyzer::Compile(lexicon_, options);
    if (!analyzer.ok()) return analyzer.status();
    std::vector<std::uint32_t> hits(lexicon_.entries().size());
    std::uint64_t documents = 0;
    const Status status =
        RunBatch(analyzer.value(), corpus, {}, [&](BatchItem& item) {
          documents += item.outcome == Outcome::kScored;
          for (const Match& match : item.analysis.matches) ++hits[match.entry];
          return true;
        });
    if (!status.ok()) return status;
    if (documents == 0) {
      return Status(StatusCode::kNoText, "the corpus holds no document");
    }
    for (std::uint32_t i = 0; i < hits.size(); ++i) {
      const Entry& entry = lexicon_.entries()[i];
      if (hits[i] == 0 && lexicon_.weight(i, "") > 0) {
        Add(Severity::kWarning, kEntries, entry.line, "never-fires",
            "\"" + entry.pattern + "\" never fires in the corpus");
      }
    }
    return Status();
  }

 private:
  static constexpr const char* kEntries = "entries.tsv";
  static constexpr const char* kMasks = "masks.tsv";

  void Add(Severity severity, const char* file, std::int32_t line,
           const char* code, std::string message) {
    findings_.push_back({severity, file, line, 0, code, std::move(message)});
  }

  void CheckDuplicates() {
    std::map<std::string, std::uint32_t> in_category, on_axis;
    for (std::uint32_t i = 0; i < lexicon_.entries().size(); ++i) {
      const Entry& entry = lexicon_.entries()[i];
      const Category& category = lexicon_.categories()[entry.category];
      const std::string key = Lower(entry.pattern) + '\n' + entry.when + '\n';
      const auto [same, fresh] = in_category.emplace(key + category.name, i);
      if (!fresh) {
        Add(Severity::kError, kEntries, entry.line, "duplicate",
            "\"" + entry.pattern + "\" stands in " + category.name +
                " on line " +
                std::to_string(lexicon_.entries()[same->second].line) +
                " already");
      }
      if (category.axis == kNone) continue;
      const auto [other, first] =
          on_axis.emplace(key + lexicon_.axes()[category.axis].name, i);
      const Entry& before = lexicon_.entries()[other->second];
      if (!first &&
          lexicon_.categories()[before.category].pole != category.pole) {
        Add(Severity::kError, kEntries, entry.line, "conflicting-poles",
            "\"" + entry.pattern + "\" stands for " +
                std::string(lexicon_.pole_name(entry.category)) +
                " here and for " +
                std::string(lexicon_.pole_name(before.category)) + " on line " +
                std::to_string(before.line));
      }
    }
  }

  void CheckSources() {
    std::vector<bool> cited(lexicon_.sources().size());
    for (const Entry& entry : lexicon_.entries()) {
      for (const std::uint32_t source : entry.sources) cited[source] = true;
    }
    for (const Mask& mask : lexicon_.masks()) {
      for (const std::uint32_t source : mask.sources) cited[source] = true;
    }
    for (std::size_t i = 0; i < cited.size(); ++i) {
      if (cited[i]) continue;
      Add(Severity::kNote, "lexicon.toml", 0, "uncited",
          "nothing cites the source " + lexicon_.sources()[i].key);
    }
  }

  bool Compile() {
    auto segmenter = Segmenter::Create("en-GB", "");
    if (!segmenter.ok()) return false;
    segmenter_ = std::move(segmenter).value();
    PatternSet::Builder builder(lexicon_.classes(), lexicon_.content().spelling,
                                "en-GB");
    bool good = true;
    number_.assign(lexicon_.entries().size(), kNone);
    for (std::uint32_t i = 0; i < lexicon_.entries().size(); ++i) {
      const Entry& entry = lexicon_.entries()[i];
      const Result<std::uint32_t> added = builder.Add(entry.pattern);
      if (added.ok()) {
        number_[i] = added.value();
        entry_of_.push_back(i);
        continue;
      }
      const bool off = entry.weight == 0 && entry.profile_weights.empty();
      good = good && off;
      Add(off ? Severity::kWarning : Severity::kError, kEntries, entry.line,
          "unmatchable",
          "\"" + entry.pattern + "\": " + added.status().message());
    }
    if (!good) return false;
    Result<PatternSet> built = std::move(builder).Build();
    if (!built.ok()) return false;
    set_.emplace(std::move(built).value());
    return CompileMasks();
  }

  bool CompileMasks() {
    PatternSet::Builder builder(lexicon_.classes(), lexicon_.content().spelling,
                                "en-GB");
    bool good = true;
    for (const Mask& mask : lexicon_.masks()) {
      const Result<std::uint32_t> added = builder.Add(mask.pattern);
      if (added.ok()) continue;
      good = false;
      Add(Severity::kError, kMasks, mask.line, "unmatchable",
          "\"" + mask.pattern + "\": " + added.status().message());
    }
    if (!good) return false;
    Result<PatternSet> built = std::move(builder).Build();
    if (!built.ok()) return false;
    masks_.emplace(std::move(built).value());
    hides_.assign(lexicon_.masks().size(), false);
    return true;
  }

  // Notes the masks that hide an entry of `category` that is the whole text.
  void NoteMasks(std::uint32_t words, std::uint32_t category) {
    if (lexicon_.masks().empty()) return;
    mask_hits_.clear();
    masks_->Find(tokens_, 0,
                 static_cast<std::uint32_t>(segments_.sentences.size()),
                 &mask_scratch_, &mask_hits_);
    for (const PatternHit& hit : mask_hits_) {
      if (hit.first == 0 && hit.last == words &&
          Hides(lexicon_.masks()[hit.pattern], category)) {
        hides_[hit.pattern] = true;
      }
    }
  }

  // The hits of every entry in `text`, and how many words it has.
  std::uint32_t Find(const std::string& text) {
    table_.ClearIfLarger(1 << 24);
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::vector<Block> blocks = {{0, size}};
    segments_.words.clear();
    segments_.sentences.clear();
    types_.clear();
    hits_.clear();
    if (!segmenter_->Segment(text, blocks, &segments_).ok()) return 0;
    for (const Span& word : segments_.words) {
      types_.push_back(table_.Intern(
          std::string_view(text).substr(word.begin, word.end - word.begin)));
    }
    HashWords(FindScanKernel({}), text, segments_.words, &hashes_);
    tokens_ = {text,    segments_.words, types_, segments_.sentences,
               &table_, &hashes_};
    set_->Find(tokens_, 0,
               static_cast<std::uint32_t>(segments_.sentences.size()),
               &scratch_, &hits_);
    return static_cast<std::uint32_t>(segments_.words.size());
  }

  // Calls `with` for each text that `pattern` stands for; false when they
  // cannot be written out.
  bool EachText(std::string_view pattern,
                const std::function<void(const std::string&)>& with) const {
    const Phrases phrases =
        PhrasesOf(pattern, lexicon_.classes(), kMostPhrases, "zq");
    for (const std::string& phrase : phrases.texts) {
      const bool glob = phrase.find(kStar) != phrase.npos;
      for (const char* filler : kFillers) {
        with(TextOf(phrase, filler));
        if (!glob) break;
      }
    }
    return !phrases.texts.empty();
  }

  bool Covers(std::uint32_t other, const Entry& entry) const {
    const Entry& covering = lexicon_.entries()[other];
    return covering.category == entry.category && covering.when.empty() &&
           lexicon_.weight(other, "") > 0 &&
           Lower(covering.pattern) != Lower(entry.pattern);
  }

  void TryEntry(std::uint32_t index) {
    const Entry& entry = lexicon_.entries()[index];
    bool found = false, first = true;
    std::vector<std::uint32_t> covering;
    const bool tried = EachText(entry.pattern, [&](const std::string& text) {
      const std::uint32_t words = Find(text);
      NoteMasks(words, entry.category);
      std::vector<std::uint32_t> here;
      for (const PatternHit& hit : hits_) {
        const std::uint32_t other = entry_of_[hit.pattern];
        found = found || other == index;
        if (hit.first == 0 && hit.last == words && Covers(other, entry)) {
          here.push_back(other);
        }
      }
      if (first) covering = here;
      first = false;
      covering.erase(std::remove_if(covering.begin(), covering.end(),
                                    [&](std::uint32_t other) {
                                      return std::find(here.begin(), here.end(),
                                                       other) == here.end();
                                    }),
                     covering.end());
    });
    if (!tried) return;
    if (!found) {
      Add(Severity::kWarning, kEntries, entry.line, "unmatchable",
          "\"" + entry.pattern + "\" matches none of its own phrases");
    }
    if (!covering.empty()) {
      const Entry& other = lexicon_.entries()[covering[0]];
      Add(Severity::kWarning, kEntries, entry.line, "shadowed",
          "\"" + entry.pattern + "\" adds nothing: \"" + other.pattern +
              "\" on line " + std::to_string(other.line) +
              " matches the same words");
    }
  }

  bool Hides(const Mask& mask, std::uint32_t category) const {
    if (std::find(mask.hides_categories.begin(), mask.hides_categories.end(),
                  category) != mask.hides_categories.end()) {
      return true;
    }
    const Category& of = lexicon_.categories()[category];
    if (of.axis == kNone) return mask.hides == ~std::uint64_t{0};
    return (mask.hides >> (2 * of.axis + static_cast<unsigned>(of.pole)) & 1) !=
           0;
  }

  void TryMask(const Mask& mask) {
    bool hides = false;
    const bool tried = EachText(mask.pattern, [&](const std::string& text) {
      if (hides) return;
      Find(text);
      for (const PatternHit& hit : hits_) {
        hides =
            hides ||
            Hides(mask, lexicon_.entries()[entry_of_[hit.pattern]].category);
      }
    });
    if (!tried || hides) return;
    Add(Severity::kWarning, kMasks, mask.line, "hides-nothing",
        "the mask \"" + mask.pattern +
            "\" hides nothing: no entry that it may hide stands in its words");
  }

  const Lexicon& lexicon_;
  std::vector<Diagnostic>& findings_;
  std::unique_ptr<Segmenter> segmenter_;
  std::vector<std::uint32_t> number_;    // of patterns, by entry
  std::vector<std::uint32_t> entry_of_;  // by pattern
  std::optional<PatternSet> set_;
  std::optional<PatternSet> masks_;
  std::vector<bool> hides_;  // masks, by index
  PatternScratch mask_scratch_;
  std::vector<PatternHit> mask_hits_;
  WordHashes hashes_;
  Tokens tokens_;
  Segments segments_;
  TypeTable table_;
  std::vector<TypeId> types_;
  PatternScratch scratch_;
  std::vector<PatternHit> hits_;
};

}  // namespace

Status CheckLexicon(const Lexicon& lexicon,
                    const std::vector<std::string>& corpus,
                    std::vector<Diagnostic>* findings) {
  Checker checker(lexicon, findings);
  checker.CheckTexts();
  if (!checker.CheckPhrases()) return Status();
  // Conditions are read by the matcher only.
  const Result<Analyzer> analyzer = Analyzer::Compile(lexicon, {}, findings);
  if (!analyzer.ok()) return Status();
  return corpus.empty() ? Status() : checker.CheckCorpus(corpus);
}

}  // namespace framescope
