// Tested by tests/unit/document/gold_reader_test.cpp.
//
// Gold sentences from JSON lines or from marked-up text.

#include "base/read_file.hpp"
#include "document/marked_text.hpp"
#include "framescope/evaluation.hpp"
#include "lexicon/finding_list.hpp"

#ifdef FRAMESCOPE_HAVE_SIMDJSON
#include <simdjson.h>
#endif

namespace framescope {
namespace {

GoldCase FromMarked(const std::string& path, const MarkedCase& one) {
  GoldCase gold;
  gold.id = path + ":" + std::to_string(one.line);
  gold.source = path;
  gold.text = one.text;
  gold.focus = {0, static_cast<std::uint32_t>(one.text.size())};
  gold.coders.emplace_back();
  for (const Mark& mark : one.marks) {
    gold.coders[0].push_back(
        {mark.span, mark.pole, mark.stance,
         one.text.substr(mark.span.begin, mark.span.end - mark.span.begin)});
    if (Evoked(mark.stance)) gold.evoked.push_back(mark.pole);
    if (Endorsed(mark.stance)) gold.endorsed.push_back(mark.pole);
  }
  return gold;
}

#ifdef FRAMESCOPE_HAVE_SIMDJSON
using simdjson::dom::element;

std::string Text(const element& object, std::string_view key) {
  std::string_view text;
  return object[key].get_string().get(text) == simdjson::SUCCESS
             ? std::string(text)
             : std::string();
}

std::vector<std::string> Texts(const element& object, std::string_view key) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  if (object[key].get_array().get(list) != simdjson::SUCCESS) return texts;
  for (const element item : list) {
    std::string_view text;
    if (item.get_string().get(text) == simdjson::SUCCESS) {
      texts.emplace_back(text);
    }
  }
  return texts;
}

// Both the codebook's abbreviations and framescope's names are understood.
bool StanceOfCode(const std::string& code, Stance* stance) {
  static constexpr std::pair<std::string_view, Stance> kCodes[] = {
      {"USE", Stance::kUsed},        {"NEG", Stance::kNegated},
      {"CFROM", Stance::kMovedFrom}, {"CTO", Stance::kMovedTo},
      {"ATTRN", Stance::kReported},  {"ATTRR", Stance::kRejected},
      {"REC", Stance::kRecommended}, {"HYP", Stance::kSupposed},
      {"TERM", Stance::kMentioned}};
  for (const auto& [name, value] : kCodes) {
    if (name != code) continue;
    *stance = value;
    return true;
  }
  return StanceOf(code, stance);
}

// Of a span without a stance it is "used".
CodedSpan ReadSpan(const element& item, const GoldCase& gold, std::int32_t line,
                   FindingList* findings) {
  CodedSpan coded;
  coded.pole = Text(item, "pole");
  coded.words = Text(item, "words");
  const std::string stance = Text(item, "stance");
  if (!stance.empty() && !StanceOfCode(stance, &coded.stance)) {
    findings->Error(line, 1, "gold", "unknown stance \"" + stance + "\"");
  }
  const std::size_t found = gold.text.find(coded.words, gold.focus.begin);
  if (!coded.words.empty() && found != std::string::npos) {
    coded.span = {static_cast<std::uint32_t>(found),
                  static_cast<std::uint32_t>(found + coded.words.size())};
  }
  return coded;
}

GoldCase FromJson(const element& object, std::int32_t line,
                  FindingList* findings) {
  GoldCase gold;
  gold.id = Text(object, "id");
  gold.source = Text(object, "source");
  gold.stratum = Text(object, "stratum");
  const std::string before = Text(object, "prev");
  const std::string text = Text(object, "text");
  gold.text = before + " " + text + " " + Text(object, "next");
  gold.focus.begin = static_cast<std::uint32_t>(before.size() + 1);
  gold.focus.end = static_cast<std::uint32_t>(gold.focus.begin + text.size());
  gold.evoked = Texts(object, "evoked");
  gold.endorsed = Texts(object, "endorsed");
  simdjson::dom::array coders;
  if (object["coders"].get_array().get(coders) != simdjson::SUCCESS) {
    return gold;
  }
  for (const element coder : coders) {
    gold.coders.emplace_back();
    simdjson::dom::array spans;
    if (coder.get_array().get(spans) != simdjson::SUCCESS) continue;
    for (const element span : spans) {
      gold.coders.back().push_back(ReadSpan(span, gold, line, findings));
    }
  }
  return gold;
}

void ReadJsonLines(std::string_view bytes, FindingList* findings,
                   std::vector<GoldCase>* cases) {
  simdjson::dom::parser parser;
  std::int32_t line = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const simdjson::padded_string padded(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++line;
    if (padded.size() == 0) continue;
    element object;
    std::string_view text;
    if (parser.parse(padded).get(object) != simdjson::SUCCESS ||
        object["text"].get_string().get(text) != simdjson::SUCCESS) {
      findings->Error(line, 1, "gold",
                      "expected a JSON object with the key \"text\"");
      continue;
    }
    cases->push_back(FromJson(object, line, findings));
  }
}
#endif

}  // namespace

Result<std::vector<GoldCase>> ReadGold(const std::string& path,
                                       std::vector<Diagnostic>* diagnostics) {
  const Result<std::string> read = ReadFile(path);
  if (!read.ok()) return read.status();
  const std::string& bytes = read.value();
  std::vector<GoldCase> cases;
  if (!path.ends_with(".jsonl")) {
    auto marked = ReadMarkedText(path, bytes, diagnostics);
    if (!marked.ok()) return marked.status();
    for (const MarkedCase& one : marked.value()) {
      cases.push_back(FromMarked(path, one));
    }
    return cases;
  }
#ifdef FRAMESCOPE_HAVE_SIMDJSON
  FindingList findings(path);
  ReadJsonLines(bytes, &findings, &cases);
  const Status status = HandOn({&findings}, diagnostics);
  if (!status.ok()) return status;
  return cases;
#else
  return Status(StatusCode::kUnsupported,
                "reading JSON is not built in: build framescope with simdjson");
#endif
}

}  // namespace framescope
