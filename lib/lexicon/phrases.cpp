// Tested by tests/unit/lexicon/phrases_test.cpp.
#include "lexicon/phrases.hpp"

#include <algorithm>

#include "lexicon/formats/term.hpp"

namespace framescope {
namespace {

constexpr int kDeepest = 10;

class Writer {
 public:
  Writer(std::span<const WordClass> classes, std::size_t most,
         std::string_view gap_word)
      : classes_(classes), most_(most), gap_word_(gap_word) {}

  std::vector<std::string> Write(std::string_view pattern, int depth) {
    const std::string_view text = text_;
    const std::size_t at = at_;
    text_ = pattern;
    at_ = 0;
    std::vector<std::string> phrases = Sequence(depth);
    if (problem_.empty() && at_ < text_.size())
      Fail("its brackets do not match");
    text_ = text;
    at_ = at;
    return phrases;
  }

  const std::string& problem() const { return problem_; }
  bool exact_case() const { return exact_case_; }

 private:
  using Texts = std::vector<std::string>;

  void Fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    at_ = text_.size();
  }
  bool At(std::string_view set) const {
    return at_ < text_.size() && set.find(text_[at_]) != set.npos;
  }

  // Every one of `left` before every one of `right`.
  void Multiply(Texts* left, const Texts& right) {
    if (right.empty()) return;
    if (left->size() * right.size() > most_) {
      Fail("it stands for more than " + std::to_string(most_) + " phrases");
      return;
    }
    Texts out;
    for (const std::string& a : *left) {
      for (const std::string& b : right) {
        const bool space =
            !a.empty() && !b.empty() && b.front() != '-' && a.back() != '-';
        out.push_back(a + (space ? " " : "") + b);
      }
    }
    *left = std::move(out);
  }

  Texts Sequence(int depth) {
    if (depth > kDeepest) Fail("it is nested too deeply");
    Texts all = {""};
    while (at_ < text_.size() && !At("|)]")) {
      if (At(" \t")) {
        ++at_;
        continue;
      }
      const Texts item = Item(depth);
      if (!problem_.empty()) return {};
      Multiply(&all, item);
    }
    return all;
  }

  Texts Item(int depth) {
    if (At("([")) return Group(depth);
    if (At("<")) return Gap();
    if (At("{")) return Class(depth);
    if (At("=")) {
      exact_case_ = true;
      ++at_;
    }
    return Words();
  }

  Texts Group(int depth) {
    const bool optional = text_[at_++] == '[';
    Texts all;
    if (optional) all.push_back("");
    while (problem_.empty()) {
      const Texts some = Sequence(depth + 1);
      all.insert(all.end(), some.begin(), some.end());
      if (all.size() > most_) {
        Fail("it stands for more than " + std::to_string(most_) + " phrases");
      }
      if (!At("|")) break;
      ++at_;
    }
    if (!At(optional ? "]" : ")")) {
      Fail("its brackets do not match");
      return {};
    }
    ++at_;
    return all;
  }

  Texts Gap() {
    const std::size_t close = text_.find('>', at_);
    if (gap_word_.empty() || close == text_.npos) {
      Fail("it holds a gap of several lengths");
      return {};
    }
    const int least = text_[at_ + 1] - '0';
    at_ = close + 1;
    std::string words;
    for (int i = 0; i < least && i < 8; ++i) {
      words.append(words.empty() ? "" : " ").append(gap_word_);
    }
    return {words};
  }

  Texts Class(int depth) {
    const std::size_t close = text_.find('}', at_);
    const std::string_view name =
        text_.substr(at_ + 1, std::min(close, text_.size()) - at_ - 1);
    at_ = close == text_.npos ? text_.size() : close + 1;
    for (const WordClass& word_class : classes_) {
      if (word_class.name != name) continue;
      Texts all;
      for (const std::string& word : word_class.words) {
        const Texts some = Write(word, depth + 1);
        all.insert(all.end(), some.begin(), some.end());
        if (!problem_.empty()) return {};
      }
      if (all.size() <= most_) return all;
      Fail("the class {" + std::string(name) + "} holds more than " +
           std::to_string(most_) + " words");
      return {};
    }
    Fail("there is no word class {" + std::string(name) + "}");
    return {};
  }

  // One word, or several tied by ~.
  Texts Words() {
    Texts all = {""};
    while (at_ < text_.size() && !At(" \t([{<|)]")) {
      const char c = text_[at_++];
      if (c == '~') {
        Texts tied;
        for (const std::string& text : all) {
          for (const char* tie : {"-", " ", ""}) tied.push_back(text + tie);
        }
        all = std::move(tied);
        if (all.size() > most_) {
          Fail("it holds too many ties");
          return {};
        }
        continue;
      }
      if (c == '\\' && at_ == text_.size()) break;
      const char shown = c == '*'    ? kStar
                         : c == '?'  ? kQuestion
                         : c == '\\' ? text_[at_++]
                                     : c;
      for (std::string& text : all) text += shown;
    }
    return all;
  }

  std::span<const WordClass> classes_;
  std::size_t most_;
  std::string_view gap_word_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string problem_;
  bool exact_case_ = false;
};

}  // namespace

Phrases PhrasesOf(std::string_view pattern, std::span<const WordClass> classes,
                  std::size_t most, std::string_view gap_word) {
  Phrases out;
  if (pattern.starts_with('/')) {
    if (std::optional<std::string> term = TermOfRegex(pattern)) {
      out.texts.push_back(*std::move(term));
    } else {
      out.problem = "it is a regular expression";
    }
    return out;
  }
  Writer writer(classes, most, gap_word);
  out.texts = writer.Write(pattern, 0);
  out.problem = writer.problem();
  out.exact_case = writer.exact_case();
  out.texts.erase(std::remove(out.texts.begin(), out.texts.end(), ""),
                  out.texts.end());
  if (!out.problem.empty()) out.texts.clear();
  return out;
}

}  // namespace framescope
