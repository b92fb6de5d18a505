#include "corpus.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "framescope/document.hpp"

namespace framescope::bench {
namespace {

constexpr std::size_t kBytes = 12u << 20;

const std::string kCorpus =
    std::string(FRAMESCOPE_SOURCE_DIR) + "/../shared/corpus/";

std::vector<std::string> ReadProse() {
  std::vector<std::string> documents;
  const std::string path = kCorpus + "prose.jsonl.gz";
  if (!std::filesystem::exists(path)) return documents;
  std::size_t bytes = 0;
  const Status status = ReadDocuments(path, {}, [&](Result<Document> row) {
    if (!row.ok()) return true;
    bytes += row.value().text.size();
    documents.push_back(std::move(row).value().text);
    return bytes < kBytes;
  });
  if (!status.ok() && status.code() != StatusCode::kCallback) documents.clear();
  return documents;
}

// Words of different frequency, with entries of the lexicon among them.
std::vector<std::string> MakeProse() {
  static const char* const kWords[] = {
      "the",       "of",      "and",       "a",       "to",       "in",
      "that",      "was",     "it",        "is",      "for",      "with",
      "he",        "she",     "they",      "had",     "people",   "house",
      "morning",   "not",     "never",     "because", "children", "river",
      "speak",     "council", "burden",    "support", "strength", "letter",
      "community", "crisis",  "gentle",    "without", "between",  "remember",
      "question",  "century", "parliament"};
  std::mt19937 random(1);
  std::vector<std::string> documents;
  for (std::size_t bytes = 0; bytes < kBytes;) {
    std::string text;
    while (text.size() < 8000) {
      const int words = 6 + static_cast<int>(random() % 24);
      for (int i = 0; i < words; ++i) {
        const std::uint32_t r = random() % 39;
        text += kWords[r * (random() % 39) / 39];
        text += i + 1 == words ? ". " : (random() % 11 == 0 ? ", " : " ");
      }
      if (random() % 6 == 0) text += "\n\n";
    }
    bytes += text.size();
    documents.push_back(std::move(text));
  }
  return documents;
}

Lexicon ReadBenchLexicon() {
  std::ifstream file(kCorpus + "bench-lexicon.tsv");
  if (!file) return Lexicon::BuiltIn().value();
  Lexicon::Content content;
  content.name = "bench";
  content.version = "1";
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == line.npos) continue;
    const std::string name = line.substr(0, tab);
    std::uint32_t index = 0;
    while (index < content.categories.size() &&
           content.categories[index].name != name) {
      ++index;
    }
    if (index == content.categories.size()) {
      content.categories.push_back(
          {name, "", "", kNone, Pole::kNegative, false});
    }
    Entry entry;
    entry.pattern = line.substr(tab + 1);
    entry.category = index;
    content.entries.push_back(std::move(entry));
  }
  return Lexicon(std::move(content));
}

}  // namespace

bool RealProse() { return std::filesystem::exists(kCorpus + "prose.jsonl.gz"); }

const std::vector<std::string>& Documents() {
  static const std::vector<std::string> documents = [] {
    std::vector<std::string> prose = ReadProse();
    return prose.empty() ? MakeProse() : prose;
  }();
  return documents;
}

const Lexicon& BenchLexicon() {
  static const Lexicon lexicon = ReadBenchLexicon();
  return lexicon;
}

}  // namespace framescope::bench
