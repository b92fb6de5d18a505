#include "corpus.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "framescope/document.hpp"

namespace framescope::bench {
namespace {

const std::string kCorpus =
    std::string(FRAMESCOPE_SOURCE_DIR) + "/../shared/corpus/";

std::size_t WantedBytes() {
  const char* const megabytes = std::getenv("FRAMESCOPE_BENCH_MB");
  const int wanted = megabytes == nullptr ? 0 : std::atoi(megabytes);
  return static_cast<std::size_t>(wanted > 0 ? wanted : 12) * 1'000'000;
}

std::vector<std::string> ReadProse() {
  std::vector<std::string> documents;
  const std::string path = kCorpus + "prose.jsonl.gz";
  if (!std::filesystem::exists(path)) return documents;
  const std::size_t wanted = WantedBytes();
  std::size_t bytes = 0;
  const Status status = ReadDocuments(path, {}, [&](Result<Document> row) {
    if (!row.ok()) return true;
    bytes += row.value().text.size();
    documents.push_back(std::move(row).value().text);
    return bytes < wanted;
  });
  if (!status.ok() && status.code() != StatusCode::kCallback) documents.clear();
  return documents;
}

// Words of different frequency, with entries of lexicons among them.
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
  for (std::size_t bytes = 0; bytes < WantedBytes();) {
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

void AddEntry(const std::string& category, std::string pattern,
              Lexicon::Content* content) {
  std::uint32_t index = 0;
  while (index < content->categories.size() &&
         content->categories[index].name != category) {
    ++index;
  }
  if (index == content->categories.size()) {
    content->categories.push_back(
        {category, "", "", kNone, Pole::kNegative, false});
  }
  Entry entry;
  entry.pattern = std::move(pattern);
  entry.category = index;
  content->entries.push_back(std::move(entry));
}

Lexicon ReadBenchLexicon() {
  std::ifstream file(kCorpus + "bench-lexicon.tsv");
  if (!file) return MadeLexicon(580);
  Lexicon::Content content;
  content.name = "bench";
  content.version = "1";
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == line.npos) continue;
    AddEntry(line.substr(0, tab), line.substr(tab + 1), &content);
  }
  return Lexicon(std::move(content));
}

// The lower-case ASCII words of the documents, each once, in byte order.
std::vector<std::string> Vocabulary() {
  std::map<std::string, int> seen;
  for (const std::string& text : Documents()) {
    std::string word;
    for (const char c : text) {
      if (c >= 'a' && c <= 'z') {
        word += c;
      } else if (!word.empty()) {
        if (word.size() >= 3) ++seen[word];
        word.clear();
      }
    }
  }
  std::vector<std::string> words;
  for (const auto& [word, count] : seen) words.push_back(word);
  return words;
}

// `text` in quotes, as JSON or as a cell of CSV.
std::string Quoted(const std::string& text, bool json) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (json && (c == '"' || c == '\\')) quoted += '\\';
    if (!json && c == '"') quoted += '"';
    if (json && static_cast<unsigned char>(c) < 0x20) {
      quoted += c == '\n' ? "\\n" : "\\t";
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string JsonLines(const std::vector<std::string>& documents) {
  std::string rows;
  for (const std::string& text : documents) {
    rows += "{\"id\":1,\"text\":" + Quoted(text, true) + "}\n";
  }
  return rows;
}

std::string CsvText(const std::vector<std::string>& documents) {
  std::string rows = "id,text\n";
  for (const std::string& text : documents) {
    rows += "1," + Quoted(text, false) + "\n";
  }
  return rows;
}

TemporaryFile::TemporaryFile(const std::string& ending, std::string_view bytes)
    : path_((std::filesystem::temp_directory_path() /
             ("framescope-bench-" + std::to_string(getpid()) + ending))
                .string()) {
  std::ofstream(path_, std::ios::binary) << bytes;
}

TemporaryFile::~TemporaryFile() { std::filesystem::remove(path_); }

bool RealProse() { return std::filesystem::exists(kCorpus + "prose.jsonl.gz"); }

const std::vector<std::string>& Documents() {
  static const std::vector<std::string> documents = [] {
    std::vector<std::string> prose = ReadProse();
    return prose.empty() ? MakeProse() : prose;
  }();
  return documents;
}

const std::vector<std::string>& SmallDocuments() {
  static const std::vector<std::string> small = [] {
    std::vector<std::string> pieces;
    for (const std::string& text : Documents()) {
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at + 195), text.size());
        pieces.push_back(text.substr(at, end - at));
        at = end;
      }
    }
    return pieces;
  }();
  return small;
}

std::size_t BytesOf(const std::vector<std::string>& documents) {
  std::size_t bytes = 0;
  for (const std::string& text : documents) bytes += text.size();
  return bytes;
}

const Lexicon& BenchLexicon() {
  static const Lexicon lexicon = ReadBenchLexicon();
  return lexicon;
}

Lexicon MadeLexicon(std::size_t entries) {
  const std::vector<std::string> words = Vocabulary();
  std::mt19937 random(3);
  const auto word = [&] { return words[random() % words.size()]; };
  Lexicon::Content content;
  content.name = "made";
  content.version = "1";
  for (std::size_t i = 0; i < entries; ++i) {
    std::string pattern = word();
    const std::uint32_t kind = random() % 10;
    // More single words than the vocabulary has would only repeat them.
    const bool single = kind < 4 && i < words.size() / 4;
    if (!single) pattern += " " + word();
    if (kind == 9) pattern += " " + word();
    if (kind % 5 == 1) pattern += "*";
    AddEntry("made" + std::to_string(i % 6), std::move(pattern), &content);
  }
  return Lexicon(std::move(content));
}

}  // namespace framescope::bench
