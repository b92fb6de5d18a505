// Tested by tests/unit/capi/arrow_test.c.
#include "capi/arrow_matches.hpp"

#include <bit>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/analysis.hpp"
#include "capi/guard.hpp"
#include "capi/many.hpp"
#include "engine/contained.hpp"
#include "engine/texts.hpp"

namespace framescope {
namespace {

using Dictionary = std::shared_ptr<const ArrowColumn>;

template <typename Items, typename Name>
Dictionary MakeDictionary(const Items& items, const Name& name) {
  auto column = std::make_shared<ArrowColumn>("", "u");
  for (const auto& item : items) column->AddText(name(item));
  return column;
}

constexpr Locus kLoci[] = {Locus::kAny,    Locus::kPerson,
                           Locus::kGroup,  Locus::kCommunity,
                           Locus::kSystem, Locus::kCondition};

// The index of a locus in kLoci.
std::int32_t IndexOf(Locus locus) {
  return std::bit_width(static_cast<unsigned>(locus));
}

ArrowColumn Indices(const char* name, const Dictionary& dictionary,
                    bool nullable = false) {
  ArrowColumn column(name, "i", nullable);
  column.SetDictionary(dictionary);
  return column;
}

void AddIndex(std::uint32_t index, ArrowColumn* column) {
  if (index == kNone) {
    column->AddNull(sizeof(std::int32_t));
  } else {
    column->Add(static_cast<std::int32_t>(index));
  }
}

// All columns but the keys.
class MatchColumns {
 public:
  MatchColumns(const Lexicon& lexicon, const ArrowDictionaries& dictionaries)
      : lexicon_(lexicon),
        axis_(Indices("axis", dictionaries.axes, true)),
        pole_(Indices("pole", dictionaries.poles, true)),
        category_(Indices("category", dictionaries.categories)),
        entry_(Indices("entry", dictionaries.entries)),
        stance_(Indices("stance", dictionaries.stances)),
        locus_(Indices("locus", dictionaries.loci)),
        rule_(Indices("rule", dictionaries.rules, true)) {}

  void Add(const Match& match, std::string_view text) {
    begin_.Add(std::uint64_t{match.span.begin});
    end_.Add(std::uint64_t{match.span.end});
    char_begin_.Add(std::uint64_t{match.chars.begin});
    char_end_.Add(std::uint64_t{match.chars.end});
    text_.AddText(Cut(text, match.span));
    const Category& category = lexicon_.categories()[match.category];
    AddIndex(category.axis, &axis_);
    AddIndex(
        category.axis == kNone
            ? kNone
            : 2 * category.axis + static_cast<std::uint32_t>(category.pole),
        &pole_);
    AddIndex(match.category, &category_);
    AddIndex(match.entry, &entry_);
    stance_.Add(static_cast<std::int32_t>(match.stance));
    locus_.Add(IndexOf(match.locus));
    weight_.Add(std::int32_t{match.weight});
    endorsed_.AddTruth(Endorsed(match.stance));
    quoted_.AddTruth(match.in_quotation);
    repeated_.AddTruth(match.repeated);
    sentence_.Add(match.sentence);
    line_.Add(match.line);
    AddIndex(match.rule, &rule_);
    AddWhy(match, text);
  }

  void MoveTo(std::vector<ArrowColumn>* columns) {
    for (ArrowColumn* column :
         {&begin_,     &end_,      &char_begin_, &char_end_, &text_,  &axis_,
          &pole_,      &category_, &entry_,      &stance_,   &locus_, &weight_,
          &endorsed_,  &quoted_,   &repeated_,   &sentence_, &line_,  &rule_,
          &cue_begin_, &cue_end_,  &holder_}) {
      columns->push_back(std::move(*column));
    }
  }

 private:
  static std::string_view Cut(std::string_view text, const Span& span) {
    return text.substr(span.begin, span.end - span.begin);
  }

  void AddWhy(const Match& match, std::string_view text) {
    if (match.cue.empty()) {
      cue_begin_.AddNull(sizeof(std::uint64_t));
      cue_end_.AddNull(sizeof(std::uint64_t));
    } else {
      cue_begin_.Add(std::uint64_t{match.cue.begin});
      cue_end_.Add(std::uint64_t{match.cue.end});
    }
    if (match.holder.empty()) {
      holder_.AddNullText();
    } else {
      holder_.AddText(Cut(text, match.holder));
    }
  }

  const Lexicon& lexicon_;
  ArrowColumn begin_{"begin", "L"}, end_{"end", "L"};
  ArrowColumn char_begin_{"char_begin", "L"}, char_end_{"char_end", "L"};
  ArrowColumn text_{"text", "u"};
  ArrowColumn axis_, pole_, category_, entry_, stance_, locus_;
  ArrowColumn weight_{"weight", "i"};
  ArrowColumn endorsed_{"endorsed", "b"}, quoted_{"quoted", "b"};
  ArrowColumn repeated_{"repeated", "b"};
  ArrowColumn sentence_{"sentence", "I"}, line_{"line", "I"};
  ArrowColumn rule_;
  ArrowColumn cue_begin_{"cue_begin", "L", true};
  ArrowColumn cue_end_{"cue_end", "L", true};
  ArrowColumn holder_{"holder", "u", true};
};

}  // namespace

ArrowDictionaries::ArrowDictionaries(const Analyzer& analyzer) {
  const Lexicon& lexicon = analyzer.lexicon();
  const auto named = [](const auto& item) -> std::string_view {
    return item.name;
  };
  axes = MakeDictionary(lexicon.axes(), named);
  std::vector<std::string_view> pole_names;
  for (const Axis& axis : lexicon.axes()) {
    pole_names.insert(pole_names.end(), {axis.negative, axis.positive});
  }
  poles =
      MakeDictionary(pole_names, [](std::string_view name) { return name; });
  categories = MakeDictionary(lexicon.categories(), named);
  entries = MakeDictionary(lexicon.entries(), [](const Entry& entry) {
    return std::string_view(entry.pattern);
  });
  std::vector<Stance> all;
  for (int i = 0; i < kStances; ++i) all.push_back(static_cast<Stance>(i));
  stances = MakeDictionary(all, [](Stance stance) { return ToString(stance); });
  loci = MakeDictionary(kLoci, [](Locus locus) { return ToString(locus); });
  rules = MakeDictionary(analyzer.rules(), [](const RuleInfo& rule) {
    return std::string_view(rule.id);
  });
}

Result<std::shared_ptr<const ArrowColumn>> MatchRows(
    const framescope_analyzer& analyzer, const ArrowDictionaries& dictionaries,
    const ArrowTexts& texts, const std::optional<ArrowPlace>& id,
    std::uint32_t jobs) {
  ArrowKeys keys(id);
  MatchColumns columns(analyzer.analyzer.lexicon(), dictionaries);
  Status failed;
  const auto make = [&](std::size_t i, Scratch& scratch) {
    return Contained(scratch, [&]() -> Result<Analysis> {
      const framescope_text& text = texts.texts[i];
      const Status sound = CheckText(text.data, text.size);
      if (!sound.ok()) return sound;
      return analyzer.analyzer.Analyze(TextView(text.data, text.size), scratch);
    });
  };
  const auto add = [&](std::size_t i, const Result<Analysis>& made) {
    if (!made.ok()) return true;
    for (const Match& match : made.value().matches) {
      failed = keys.Add(texts, i);
      if (!failed.ok()) return false;
      columns.Add(match, made.value().document.text);
    }
    return true;
  };
  const bool finished = ForEachTextInOrder<Result<Analysis>>(
      SizesOf(texts.texts), {jobs, analyzer.scratches.get()}, make, add);
  if (!finished) return failed;
  std::vector<ArrowColumn> all;
  std::move(keys).MoveTo(&all);
  columns.MoveTo(&all);
  return MakeBatch(std::move(all));
}

}  // namespace framescope
