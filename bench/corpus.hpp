// Text and lexicons for the benchmarks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"

namespace framescope::bench {

// About 12 MB of English, or FRAMESCOPE_BENCH_MB: real prose from ../shared
// when it is there, else sentences made of common words with a fixed seed. One
// string for each document.
const std::vector<std::string>& Documents();

// True when Documents() is real prose.
bool RealProse();

// The same text cut at spaces into documents of about 200 bytes.
const std::vector<std::string>& SmallDocuments();

// The documents as files of rows, with the columns id and text.
std::string JsonLines(const std::vector<std::string>& documents);
std::string CsvText(const std::vector<std::string>& documents);

// A file that is gone when the row is.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& ending, std::string_view bytes);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::size_t BytesOf(const std::vector<std::string>& documents);

// The bench lexicon of ../shared, else one made of the commonest words.
const Lexicon& BenchLexicon();

// `entries` made entries: single words, stems and phrases of two and three
// words, all from the vocabulary of Documents(), with a fixed seed.
Lexicon MadeLexicon(std::size_t entries);

}  // namespace framescope::bench
