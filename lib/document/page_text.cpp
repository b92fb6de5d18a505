// The text of pages as a program takes it off paper, put back into a flow.
#include "document/page_text.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/code_point.hpp"
#include "document/line.hpp"

namespace framescope {
namespace {

using Page = std::vector<std::string_view>;

constexpr std::size_t kEdge =
    3;  // lines at the top and foot that are looked at

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsLetter(char c) {
  return IsLower(c) || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::vector<std::string_view> Split(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(sign), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::string_view Trim(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == line.npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

// The line with every number as '#', so that "Page 3" is like "Page 4".
std::string Shape(std::string_view line) {
  std::string shape;
  for (const char c : Trim(line)) {
    if (!IsAsciiDigit(c)) {
      shape += c;
    } else if (shape.empty() || shape.back() != '#') {
      shape += '#';
    }
  }
  return shape;
}

// "12", "- 12 -", "Page 3 of 10", "3 | Report": a shape that is mostly number.
bool IsPageNumber(const std::string& shape) {
  return shape == "#" || shape == "- # -" || shape == "Page #" ||
         shape == "page #" || shape == "Page # of #" ||
         shape == "page # of #" || shape == "# of #" || shape == "#/#" ||
         shape == "# / #" || shape == "Page | #" || shape == "# | Page" ||
         shape == "# | P a g e";
}

// The indices of the lines with text at one edge of the page, from the edge
// inwards.
std::vector<std::size_t> Edge(const Page& page, bool foot) {
  std::vector<std::size_t> edge;
  for (std::size_t n = 0; n < page.size() && edge.size() < kEdge; ++n) {
    const std::size_t i = foot ? page.size() - 1 - n : n;
    if (!Trim(page[i]).empty()) edge.push_back(i);
  }
  return edge;
}

// Empties the lines that repeat at one edge of the pages. A line is furniture
// when its shape stands there on three pages and on a third of all, and all
// lines between it and the edge are furniture too.
std::size_t DropFurniture(bool foot, std::vector<Page>* pages) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const Page& page : *pages) {
    std::unordered_set<std::string> here;
    for (const std::size_t i : Edge(page, foot)) here.insert(Shape(page[i]));
    for (const std::string& shape : here) ++counts[shape];
  }
  const std::size_t enough = std::max<std::size_t>(3, pages->size() / 3);
  std::size_t dropped = 0;
  for (Page& page : *pages) {
    for (const std::size_t i : Edge(page, foot)) {
      const std::string shape = Shape(page[i]);
      const bool number = IsPageNumber(shape) && pages->size() > 1;
      if (!number && counts[shape] < enough) break;
      page[i] = {};
      ++dropped;
    }
  }
  return dropped;
}

bool IsWordByte(char c) { return IsLetter(c) || IsAsciiDigit(c); }

// The last word of the line, hyphenated ones whole, without the hyphen at the
// end that splits it; empty when the line does not end in a split word.
std::string_view SplitHead(std::string_view line, std::size_t* hyphen) {
  *hyphen = 0;
  if (line.ends_with("-")) *hyphen = 1;
  if (line.ends_with("\u00AD")) *hyphen = 2;
  if (line.ends_with("\u2010")) *hyphen = 3;
  if (*hyphen == 0) return {};
  line.remove_suffix(*hyphen);
  std::size_t begin = line.size();
  while (begin > 0 && (IsWordByte(line[begin - 1]) || line[begin - 1] == '-')) {
    --begin;
  }
  const std::string_view head = line.substr(begin);
  return head.empty() || !IsLetter(head.back()) ? std::string_view() : head;
}

std::string_view FirstWordOf(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && IsWordByte(line[end])) ++end;
  return line.substr(0, end);
}

using WordSet = std::unordered_set<std::string_view>;

// Adds the words of a line, and its hyphenated words as wholes.
void AddWords(std::string_view line, WordSet* words) {
  std::size_t i = 0;
  while (i < line.size()) {
    std::size_t end = i;
    while (end < line.size() && IsWordByte(line[end])) ++end;
    if (end > i) words->insert(line.substr(i, end - i));
    std::size_t more = end;
    while (more + 1 < line.size() && line[more] == '-' &&
           IsWordByte(line[more + 1])) {
      ++more;
      while (more < line.size() && IsWordByte(line[more])) ++more;
    }
    if (more > end) words->insert(line.substr(i, more - i));
    i = more > i ? more : i + 1;
  }
}

// All words of the pages but the halves of those that a line end splits.
WordSet Words(const std::vector<Page>& pages) {
  WordSet words;
  for (const Page& page : pages) {
    bool split = false;
    for (std::string_view line : page) {
      line = Trim(line);
      if (split) line.remove_prefix(FirstWordOf(line).size());
      std::size_t hyphen = 0;
      const std::string_view head = SplitHead(line, &hyphen);
      split = !head.empty();
      if (split) line.remove_suffix(hyphen + head.size());
      AddWords(line, &words);
    }
  }
  return words;
}

// Whether the hyphen between `head` and `tail` belongs to the word, as far as
// the rest of the text tells: "person-centred" does, "commu-nity" does not.
bool KeepsHyphen(std::string_view head, std::string_view tail,
                 const WordSet& words) {
  const std::string bare = std::string(head) + std::string(tail);
  const std::string hyphened = std::string(head) + "-" + std::string(tail);
  if (words.count(hyphened) > 0) return true;
  if (words.count(bare) > 0) return false;
  if (head.find('-') != head.npos) return true;
  return words.count(head) > 0 && words.count(tail) > 0;
}

void AppendPage(const Page& page, const WordSet& words, std::string* text) {
  bool begun = false;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const std::string_view line = Trim(page[i]);
    begun = begun || !line.empty();
    if (!begun) continue;
    const std::string_view next =
        i + 1 < page.size() ? Trim(page[i + 1]) : std::string_view();
    std::size_t hyphen = 0;
    const std::string_view head = SplitHead(line, &hyphen);
    const std::string_view tail = FirstWordOf(next);
    if (head.empty() || tail.empty() || !IsLower(tail[0])) {
      *text += line;
      *text += '\n';
      continue;
    }
    const bool keep = hyphen == 1 && KeepsHyphen(head, tail, words);
    *text += line.substr(0, line.size() - (keep ? 0 : hyphen));
  }
}

}  // namespace

PageText CleanPages(std::string_view all) {
  std::vector<Page> pages;
  for (const std::string_view page : Split(all, '\f')) {
    pages.push_back(Split(page, '\n'));
  }
  PageText result;
  result.pages = pages.size();
  result.furniture_lines =
      DropFurniture(false, &pages) + DropFurniture(true, &pages);
  const WordSet words = Words(pages);
  result.text.reserve(all.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) result.text += '\f';
    AppendPage(pages[i], words, &result.text);
    // The end of the page decides nothing: a sentence may run on.
    while (result.text.ends_with("\n\n")) result.text.pop_back();
  }
  return result;
}

}  // namespace framescope
