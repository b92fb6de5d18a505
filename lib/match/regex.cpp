// Tested by tests/unit/match/regex_test.cpp.
//
// Boost's own limit grows with the text when its iterators are pointers, and
// is exactly BOOST_REGEX_MAX_STATE_COUNT when they are not random access; so
// an iterator of our own decodes UTF-8 and counts the steps.
#define BOOST_REGEX_MAX_STATE_COUNT 1000000

#include "match/regex.hpp"

#include <algorithm>
#include <boost/regex/icu.hpp>
#include <cstddef>
#include <iterator>
#include <stdexcept>

#include "base/code_point.hpp"
#include "match/regex_syntax.hpp"

namespace framescope {
namespace {

constexpr std::uint64_t kMaxSteps = 1000000;

struct TooManySteps : std::runtime_error {
  TooManySteps() : std::runtime_error("too many steps") {}
};

// Code points of UTF-8 text; each one read counts.
class CountingIterator {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = UChar32;
  using difference_type = std::ptrdiff_t;
  using pointer = const UChar32*;
  using reference = UChar32;

  CountingIterator() = default;
  CountingIterator(std::string_view text, std::size_t at, std::uint64_t* steps)
      : text_(text), at_(at), steps_(steps) {}

  std::size_t offset() const { return at_; }

  UChar32 operator*() const {
    if (++*steps_ > kMaxSteps) throw TooManySteps();
    const auto value = static_cast<UChar32>(ReadUtf8(text_, at_).value);
    const bool breaks =
        value == '\n' || value == '\r' || value == 0x85 || value == 0x2028;
    return breaks ? ' ' : value;
  }
  CountingIterator& operator++() {
    at_ += std::max(ReadUtf8(text_, at_).size, 1u);
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  CountingIterator& operator--() {
    do {
      --at_;
    } while (at_ > 0 &&
             (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80);
    return *this;
  }
  CountingIterator operator--(int) {
    const CountingIterator before = *this;
    --*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ != b.at_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t* steps_ = nullptr;
};

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

struct Regex::Compiled {
  boost::u32regex expression;
};

Result<Regex> Regex::Compile(std::string_view source) {
  RegexSyntax syntax = CheckRegex(source);
  if (!syntax.status.ok()) return syntax.status;
  Regex regex;
  regex.literal_ = std::move(syntax.literal);
  try {
    auto compiled = std::make_shared<Compiled>();
    compiled->expression = boost::make_u32regex(
        source.begin(), source.end(), boost::regex::perl | boost::regex::icase);
    std::uint64_t steps = 0;
    const CountingIterator empty(std::string_view(), 0, &steps);
    if (boost::regex_search(empty, empty, compiled->expression)) {
      return Status(StatusCode::kParse,
                    "the regular expression matches the empty string", {0});
    }
    regex.compiled_ = std::move(compiled);
  } catch (const boost::regex_error& error) {
    return Status(StatusCode::kParse,
                  std::string("bad regular expression: ") + error.what(),
                  {std::max<std::int64_t>(0, error.position())});
  } catch (const std::exception& error) {
    return Status(StatusCode::kParse,
                  std::string("bad regular expression: ") + error.what(), {0});
  }
  return regex;
}

bool Regex::LiteralIn(std::string_view word) const {
  if (literal_.empty()) return false;
  if (word.find("\xE2\x84\xAA") != std::string_view::npos ||
      word.find("\xC5\xBF") != std::string_view::npos) {
    return true;
  }
  return std::search(word.begin(), word.end(), literal_.begin(), literal_.end(),
                     [](char a, char b) { return LowerAscii(a) == b; }) !=
         word.end();
}

bool Regex::Find(std::string_view text, Span sentence,
                 std::vector<Span>* out) const {
  const std::string_view bytes =
      text.substr(sentence.begin, sentence.end - sentence.begin);
  std::uint64_t steps = 0;
  const CountingIterator begin(bytes, 0, &steps);
  const CountingIterator end(bytes, bytes.size(), &steps);
  boost::match_results<CountingIterator> match;
  CountingIterator at = begin;
  try {
    while (boost::regex_search(at, end, match, compiled_->expression,
                               boost::match_not_null, begin)) {
      out->push_back(
          {sentence.begin + static_cast<std::uint32_t>(match[0].first.offset()),
           sentence.begin +
               static_cast<std::uint32_t>(match[0].second.offset())});
      at = match[0].second;
    }
  } catch (const std::runtime_error&) {  // TooManySteps, or one of Boost's
    return false;
  }
  return true;
}

}  // namespace framescope
