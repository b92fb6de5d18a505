// ICU alone: its word iterator, and the plain pipeline that one would build on
// it first.
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include <memory>
#include <set>
#include <unordered_map>

#include "corpus.hpp"
#include "rows.hpp"

namespace framescope::bench {
namespace {

std::u16string Wide(const std::string& text) {
  std::u16string wide(text.size(), u'\0');
  std::int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size,
                text.data(), static_cast<std::int32_t>(text.size()), &status);
  wide.resize(static_cast<std::size_t>(size));
  return wide;
}

// A word iterator of ICU, closed with the row.
class Words {
 public:
  Words() : words_(ubrk_open(UBRK_WORD, "en_GB", nullptr, 0, &status_)) {}
  ~Words() { ubrk_close(words_); }
  void Set(const std::u16string& text) {
    ubrk_setText(words_, text.data(), static_cast<std::int32_t>(text.size()),
                 &status_);
  }
  UBreakIterator* get() { return words_; }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  UBreakIterator* words_;
};

std::int64_t CountWords(UBreakIterator* words) {
  std::int64_t count = 0;
  ubrk_first(words);
  while (ubrk_next(words) != UBRK_DONE) {
    count += ubrk_getRuleStatus(words) != UBRK_WORD_NONE;
  }
  return count;
}

// The yardstick: text that is UTF-16 already.
void IcuWordBreakUtf16(benchmark::State& state) {
  std::vector<std::u16string> texts;
  for (const std::string& text : Documents()) texts.push_back(Wide(text));
  Words words;
  for (auto _ : state) {
    for (const std::u16string& text : texts) {
      words.Set(text);
      benchmark::DoNotOptimize(CountWords(words.get()));
    }
  }
  Measured(state, BytesOf(Documents()));
}
BENCHMARK(IcuWordBreakUtf16)->Unit(benchmark::kMillisecond);

void IcuWordBreakUtf8(benchmark::State& state) {
  Words words;
  UText* view = nullptr;
  for (auto _ : state) {
    for (const std::string& text : Documents()) {
      UErrorCode status = U_ZERO_ERROR;
      view = utext_openUTF8(view, text.data(),
                            static_cast<std::int64_t>(text.size()), &status);
      ubrk_setUText(words.get(), view, &status);
      benchmark::DoNotOptimize(CountWords(words.get()));
    }
  }
  utext_close(view);
  Measured(state, BytesOf(Documents()));
}
BENCHMARK(IcuWordBreakUtf8)->Unit(benchmark::kMillisecond);

// A dictionary as a trie of hash maps over folded words; stems apart.
struct Node {
  std::unordered_map<std::u16string, std::unique_ptr<Node>> words, stems;
  std::set<std::size_t> stem_sizes;
  std::uint32_t ends = 0;  // entries that end here

  Node* Add(std::u16string word) {
    const bool stem = word.ends_with(u'*');
    if (stem) word.pop_back();
    if (stem) stem_sizes.insert(word.size());
    auto& child = (stem ? stems : words)[word];
    if (child == nullptr) child = std::make_unique<Node>();
    return child.get();
  }
};

class Dictionary {
 public:
  explicit Dictionary(const Lexicon& lexicon) {
    for (const Entry& entry : lexicon.entries()) {
      Node* node = &root_;
      std::string word;
      for (const char c : entry.pattern + " ") {
        if (c != ' ' && c != '-') {
          word += c;
        } else if (!word.empty()) {
          node = node->Add(Wide(word));
          word.clear();
        }
      }
      ++node->ends;
    }
  }

  std::uint64_t CountAt(const std::vector<std::u16string>& words,
                        std::size_t at) const {
    return Count(root_, words, at);
  }

 private:
  static std::uint64_t Count(const Node& node,
                             const std::vector<std::u16string>& words,
                             std::size_t at) {
    std::uint64_t count = node.ends;
    if (at == words.size()) return count;
    const std::u16string& word = words[at];
    if (const auto child = node.words.find(word); child != node.words.end()) {
      count += Count(*child->second, words, at + 1);
    }
    for (const std::size_t size : node.stem_sizes) {
      if (size > word.size()) break;
      const auto child = node.stems.find(word.substr(0, size));
      if (child != node.stems.end())
        count += Count(*child->second, words, at + 1);
    }
    return count;
  }

  Node root_;
};

std::u16string Folded(const char16_t* word, std::int32_t size) {
  std::u16string folded(static_cast<std::size_t>(2 * size + 8), u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t got =
      u_strFoldCase(folded.data(), static_cast<std::int32_t>(folded.size()),
                    word, size, U_FOLD_CASE_DEFAULT, &status);
  folded.resize(static_cast<std::size_t>(got));
  return folded;
}

// UTF-16, ICU's words, each folded, a trie of hash maps: the obvious design.
void PlainIcuPipeline(benchmark::State& state) {
  const Dictionary dictionary(BenchLexicon());
  Words words;
  std::uint64_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    for (const std::string& text : Documents()) {
      const std::u16string wide = Wide(text);
      words.Set(wide);
      std::vector<std::u16string> folded;
      std::int32_t begin = ubrk_first(words.get());
      for (std::int32_t end = ubrk_next(words.get()); end != UBRK_DONE;
           begin = end, end = ubrk_next(words.get())) {
        if (ubrk_getRuleStatus(words.get()) == UBRK_WORD_NONE) continue;
        folded.push_back(Folded(wide.data() + begin, end - begin));
      }
      for (std::size_t i = 0; i < folded.size(); ++i) {
        matches += dictionary.CountAt(folded, i);
      }
    }
  }
  Measured(state, BytesOf(Documents()));
  Matches(state, matches);
}
BENCHMARK(PlainIcuPipeline)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
