// Tested by tests/unit/report/json_report_test.cpp.
#include "report/record.hpp"

#include "base/utf8.hpp"
#include "report/wording.hpp"

namespace framescope {
namespace {

constexpr const char* kSchema = "framescope.analysis/1";

void WriteStamp(const ReportContext& context, JsonWriter* json) {
  json->Key("stamp").Raw(context.stamp_json.empty() ? "{}"
                                                    : context.stamp_json);
}

void WriteText(std::string_view key, std::string_view text, bool quiet,
               JsonWriter* json) {
  json->Key(key);
  quiet ? json->Null() : json->String(text);
}

void WritePlace(std::string_view key, std::uint32_t counted, JsonWriter* json) {
  json->Key(key);
  counted == 0 ? json->Null() : json->Integer(counted);
}

void WritePair(std::string_view key, Span span, JsonWriter* json) {
  json->Key(key).BeginArray();
  json->Integer(span.begin).Integer(span.end).EndArray();
}

void WriteDocument(const Analysis& analysis, bool quiet, JsonWriter* json) {
  const Document& document = analysis.document;
  json->Key("document").BeginObject();
  json->Field("id", document.id);
  WritePath(document.path, json);
  WriteText("title", document.title, quiet, json);
  json->Field("bytes", std::uint64_t{document.text.size()});
  json->Field("words", analysis.words);
  json->Field("sentences", analysis.sentences);
  json->Field("paragraphs", analysis.paragraphs);
  json->Field("repeated_paragraphs", analysis.repeated_paragraphs);
  json->Field("repeated_words", analysis.repeated_words);
  json->Field("decoding", document.decoding);
  json->EndObject();
}

void WritePole(std::string_view key, const PoleCount& pole, JsonWriter* json) {
  json->Key(key).BeginObject();
  json->Field("count", pole.count);
  json->Field("weighted", pole.weighted);
  json->Field("per_1000", pole.per_1000);
  json->EndObject();
}

void WriteBalance(std::string_view key, const Balance& balance,
                  JsonWriter* json) {
  json->Key(key).BeginObject();
  WritePole("negative", balance.negative, json);
  WritePole("positive", balance.positive, json);
  json->Key("balance");
  balance.verdict == Verdict::kTooLittle ? json->Null()
                                         : json->Number(balance.balance);
  json->Key("interval").BeginArray();
  json->Number(balance.low).Number(balance.high).EndArray();
  json->Field("log_ratio", balance.log_ratio);
  json->Field("log_ratio_error", balance.log_ratio_error);
  json->Field("verdict", VerdictName(balance.verdict));
  json->EndObject();
}

void WriteCue(const ReportContext& context, const Analysis& analysis,
              const Match& match, bool quiet, JsonWriter* json) {
  json->Key("cue");
  if (match.cue.empty() && match.rule >= context.rules.size()) {
    json->Null();
    return;
  }
  json->BeginObject();
  json->Field("begin", match.cue.begin).Field("end", match.cue.end);
  WriteText("text", TextOf(analysis, match.cue), quiet, json);
  json->Key("rule");
  match.rule < context.rules.size() ? json->String(context.rules[match.rule].id)
                                    : json->Null();
  json->EndObject();
}

void WriteHolder(const Analysis& analysis, const Match& match, bool quiet,
                 JsonWriter* json) {
  json->Key("holder");
  if (match.holder.empty()) {
    json->Null();
    return;
  }
  json->BeginObject();
  json->Field("begin", match.holder.begin).Field("end", match.holder.end);
  WriteText("text", TextOf(analysis, match.holder), quiet, json);
  json->EndObject();
}

// What the lexicon says of a match.
void WriteEntry(const Lexicon& lexicon, const Match& match, JsonWriter* json) {
  const Category& category = lexicon.categories()[match.category];
  json->Key("axis");
  category.axis == kNone ? json->Null()
                         : json->String(lexicon.axes()[category.axis].name);
  json->Key("pole");
  category.axis == kNone ? json->Null()
                         : json->String(lexicon.pole_name(match.category));
  json->Field("category", category.name);
  json->Field("entry", lexicon.entries()[match.entry].pattern);
  json->Field("weight", match.weight);
}

void WriteAdvice(const Lexicon& lexicon, const Match& match, JsonWriter* json) {
  const Entry& entry = lexicon.entries()[match.entry];
  json->Key("instead").BeginArray();
  for (const std::string& wording : entry.instead) json->String(wording);
  json->EndArray().Key("sources").BeginArray();
  for (const std::uint32_t source : entry.sources) {
    json->String(lexicon.sources()[source].key);
  }
  json->EndArray().Key("flags").BeginArray();
  for (const std::string_view flag : FlagNames(entry.flags)) json->String(flag);
  json->EndArray().Field("note", entry.note);
}

void WriteMatch(const ReportContext& context, const Analysis& analysis,
                const Match& match, bool quiet, JsonWriter* json) {
  json->BeginObject();
  json->Field("begin", match.span.begin).Field("end", match.span.end);
  WritePair("chars", match.chars, json);
  WritePair("utf16", match.utf16, json);
  WritePlace("line", match.line, json);
  WritePlace("page", match.page, json);
  json->Field("sentence", match.sentence);
  WriteText("text", TextOf(analysis, match.span), quiet, json);
  WriteEntry(context.lexicon, match, json);
  json->Field("locus", ToString(match.locus));
  json->Field("stance", ToString(match.stance));
  json->Field("evoked", Evoked(match.stance));
  json->Field("endorsed", Endorsed(match.stance));
  json->Field("repeated", match.repeated);
  json->Field("in_quotation", match.in_quotation);
  WriteCue(context, analysis, match, quiet, json);
  WriteHolder(analysis, match, quiet, json);
  json->Key("pair");
  match.pair == kNone ? json->Null() : json->Integer(match.pair);
  WriteAdvice(context.lexicon, match, json);
  json->EndObject();
}

// Every category without an axis, so that records of one lexicon have the same
// columns; of the others those that occur.
void WriteCategories(const Lexicon& lexicon, const Analysis& analysis,
                     JsonWriter* json) {
  json->Key("categories").BeginArray();
  for (std::size_t i = 0; i < analysis.categories.size(); ++i) {
    const CategoryCount& count = analysis.categories[i];
    const Category& category = lexicon.categories()[i];
    if (category.axis != kNone && count.evoked == 0) continue;
    json->BeginObject().Field("category", category.name);
    json->Field("evoked", count.evoked).Field("endorsed", count.endorsed);
    json->Field("weighted", count.weighted).EndObject();
  }
  json->EndArray();
}

void WriteReframings(const ReportContext& context, const Analysis& analysis,
                     JsonWriter* json) {
  json->Key("reframings").BeginArray();
  for (const Reframing& reframing : analysis.reframings) {
    json->BeginObject();
    json->Field("from", reframing.from).Field("to", reframing.to).Key("rule");
    reframing.rule < context.rules.size()
        ? json->String(context.rules[reframing.rule].id)
        : json->Null();
    json->EndObject();
  }
  json->EndArray();
}

void WriteMeasures(const Lexicon& lexicon, const Measures& measures,
                   JsonWriter* json) {
  json->Key("measures").BeginObject();
  json->Key("problem_without_way_forward").BeginArray();
  for (const std::uint32_t match : measures.problem_without_way_forward) {
    json->Integer(match);
  }
  json->EndArray().Field("buzzword_share", measures.buzzword_share);
  json->Key("missing").BeginArray();
  for (const std::uint32_t category : measures.missing) {
    json->String(lexicon.categories()[category].name);
  }
  json->EndArray().EndObject();
}

void WriteNotices(const Document& document, JsonWriter* json) {
  json->Key("notices").BeginArray();
  for (const Notice& notice : document.notices) {
    json->BeginObject();
    json->Field("code", notice.code).Field("message", notice.message);
    WritePlace("line", notice.line, json);
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace

void WritePath(const std::string& path, JsonWriter* json) {
  json->Field("path", path);
  if (!IsValidUtf8(path)) json->Field("path_bytes", Base64(path));
}

void WriteAxes(const Lexicon& lexicon, const std::vector<AxisScore>& scores,
               JsonWriter* json) {
  json->Key("axes").BeginArray();
  for (const AxisScore& score : scores) {
    const Axis& axis = lexicon.axes()[score.axis];
    json->BeginObject();
    json->Field("axis", axis.name);
    json->Field("negative", axis.negative).Field("positive", axis.positive);
    WriteBalance("evoked", score.evoked, json);
    WriteBalance("endorsed", score.endorsed, json);
    json->EndObject();
  }
  json->EndArray();
}

void WriteRecord(const ReportContext& context, const Analysis& analysis,
                 bool quiet, const std::function<void()>& pause,
                 JsonWriter* json) {
  json->BeginObject().Field("schema", kSchema);
  WriteStamp(context, json);
  WriteDocument(analysis, quiet, json);
  WriteAxes(context.lexicon, analysis.axes, json);
  WriteCategories(context.lexicon, analysis, json);
  json->Key("matches").BeginArray();
  for (const Match& match : analysis.matches) {
    WriteMatch(context, analysis, match, quiet, json);
    pause();
  }
  json->EndArray();
  WriteReframings(context, analysis, json);
  WriteMeasures(context.lexicon, analysis.measures, json);
  WriteNotices(analysis.document, json);
  json->EndObject();
}

void WriteFailureRecord(const ReportContext& context, const Failure& failure,
                        JsonWriter* json) {
  json->BeginObject().Field("schema", kSchema);
  WriteStamp(context, json);
  json->Key("document").BeginObject().Field("id", failure.id);
  WritePath(failure.path, json);
  json->EndObject().Key("error").BeginObject();
  json->Field("status", StatusName(failure.status.code()));
  json->Field("message", failure.status.message());
  const SourceLocation& where = failure.status.where();
  json->Key("line");
  where.line > 0 ? json->Integer(where.line) : json->Null();
  json->Key("offset");
  where.offset >= 0 ? json->Integer(where.offset) : json->Null();
  json->EndObject().EndObject();
}

void WriteSkippedRecord(const ReportContext& context, const std::string& path,
                        const std::string& reason, JsonWriter* json) {
  json->BeginObject().Field("schema", kSchema);
  WriteStamp(context, json);
  json->Key("document").BeginObject().Field("id", path);
  WritePath(path, json);
  json->EndObject().Key("skipped").BeginObject().Field("reason", reason);
  json->EndObject().EndObject();
}

}  // namespace framescope
