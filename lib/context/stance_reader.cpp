// Reads a stance file: TOML to StanceRules, with all errors at once.
// Tested by tests/unit/context/stance_reader_test.cpp.
#include "base/fnv.hpp"
#include "context/stance_archive.hpp"
#include "context/stance_names.hpp"
#include "context/stance_tables.hpp"
#include "lexicon/parse_toml.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

// Reads the file, table by table.
class Reader : private StanceTables {
 public:
  using StanceTables::StanceTables;

  Result<StanceRules> Read() {
    ReadKeys();
    ReadWords();
    ReadBuiltRules();
    ReadEach("pseudo", &Reader::ReadPseudo);
    ReadEach("cue", &Reader::ReadCue);
    ReadEach("contrast", &Reader::ReadContrast);
    ReadEach("verdict", &Reader::ReadVerdict);
    ReadEach("critical", &Reader::ReadCritical);
    ReadEach("list", &Reader::ReadList);
    ReadEach("turn", &Reader::ReadTurn);
    ReadEach("locus", &Reader::ReadLocus);
    return Finish();
  }

 private:
  void ReadKeys() {
    CheckKeys(root_,
              {"language", "version", "words", "classes", "quotation",
               "question", "rhetorical", "double_negation", "counter_frame",
               "presupposed", "pseudo", "cue", "contrast", "verdict",
               "critical", "list", "turn", "locus"});
  }

  void ReadWords() {
    const toml::table* words = root_["words"].as_table();
    if (!words) {
      Error(root_.source(), "missing-words",
            "a stance file needs a table [words]");
      return;
    }
    CheckKeys(*words, {"stops", "subordinators", "relatives", "subjects",
                       "finite", "joiners", "authors", "openers", "negatives",
                       "copulas", "definites"});
    for (const auto& [key, kind] : kWordGroups) {
      AddPatterns(*words, key, {kind, 0, 0, false});
    }
  }

  void ReadBuiltRules() {
    rules_.built.question = BuiltRule(root_, "question");
    rules_.built.rhetorical = BuiltRule(root_, "rhetorical");
    rules_.built.double_negation = BuiltRule(root_, "double_negation");
    rules_.built.counter_frame = BuiltRule(root_, "counter_frame");
    ReadPresupposed();
    const toml::table* quotation = root_["quotation"].as_table();
    if (!quotation) {
      Error(root_.source(), "missing-quotation",
            "a stance file needs a table [quotation]");
      return;
    }
    CheckKeys(*quotation, {"scare_words", "speech_words", "scare", "speech",
                           "unattributed", "naming", "named"});
    if (quotation->get("naming")) {
      AddPatterns(*quotation, "naming", {HitKind::kNaming, 0, 0, false});
    }
    if (quotation->get("named")) {
      AddPatterns(*quotation, "named", {HitKind::kNamed, 0, 0, false});
    }
    rules_.scare_words = Number(*quotation, "scare_words", 4);
    rules_.speech_words = Number(*quotation, "speech_words", 12);
    rules_.built.scare = BuiltRule(*quotation, "scare");
    rules_.built.speech = BuiltRule(*quotation, "speech");
    rules_.built.unattributed = BuiltRule(*quotation, "unattributed");
  }

  void ReadPresupposed() {
    const toml::table* table = root_["presupposed"].as_table();
    if (!table) {
      Error(root_.source(), "missing-rule",
            "a stance file needs a table \"presupposed\" with id, explanation "
            "and poles");
      return;
    }
    CheckKeys(*table, {"id", "explanation", "poles", "denied", "asked",
                       "patterns", "labels", "label_poles"});
    rules_.built.presupposed = Shown(*table);
    rules_.presupposed_poles = Poles(*table, "poles");
    rules_.presupposed_denied =
        Poles(*table, table->get("denied") ? "denied" : "poles");
    if (table->get("asked")) rules_.presupposed_asked = Poles(*table, "asked");
    if (table->get("label_poles")) {
      rules_.presupposed_labels = Poles(*table, "label_poles");
    }
    if (table->get("patterns")) {
      AddPatterns(*table, "patterns", {HitKind::kGiven, 0, 0, false});
    }
    if (table->get("labels")) {
      AddPatterns(*table, "labels", {HitKind::kLabel, 0, 0, false});
    }
  }

  void ReadEach(std::string_view key,
                void (Reader::*read)(const toml::table&)) {
    const toml::node* node = root_.get(key);
    if (!node) return;
    const toml::array* list = node->as_array();
    if (!list || !list->is_homogeneous(toml::node_type::table)) {
      Error(node->source(), "wrong-type",
            "write each as [[" + std::string(key) + "]]");
      return;
    }
    for (const toml::node& one : *list) (this->*read)(*one.as_table());
  }

  void ReadPseudo(const toml::table& table) {
    CheckKeys(table, {"patterns", "note", "hides"});
    PseudoRule pseudo;
    if (const toml::node* node = table.get("hides")) {
      pseudo.hides = 0;
      const toml::array* list = node->as_array();
      if (!list)
        Error(node->source(), "wrong-type", "hides is a list of stances");
      for (std::size_t i = 0; list && i < list->size(); ++i) {
        const toml::node& name = *list->get(i);
        pseudo.hides |= name.value_or(std::string()) == "stop"
                            ? PseudoRule::kHidesStops
                            : 1u << static_cast<unsigned>(StanceOf(name));
      }
    }
    AddPatterns(table, "patterns",
                {HitKind::kPseudo,
                 static_cast<std::uint32_t>(rules_.pseudos.size()), 0, false});
    rules_.pseudos.push_back(pseudo);
  }

  void ReadCue(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "patterns", "stance", "direction",
                      "reach", "words", "place", "holder", "head_start",
                      "negator", "flips", "flip_words", "speech", "turn",
                      "until_verb", "poles", "except_poles"});
    CueRule cue;
    cue.rule = Shown(table);
    cue.stance = Choice(table, "stance", kStanceOf, Stance::kUsed);
    if (!table.get("stance")) {
      Error(table.source(), "missing-stance", "a cue needs a \"stance\"");
    }
    cue.direction =
        Choice(table, "direction", kDirectionOf, Direction::kForward);
    cue.reach = Choice(table, "reach", kReachOf, Reach::kClause);
    cue.words = Number(table, "words", 0);
    if (cue.reach == Reach::kWords && !table.get("words")) {
      Error(table.source(), "words",
            "reach = \"words\" needs a number of \"words\"");
    }
    cue.place = Choice(table, "place", kPlaceOf, Place::kAnywhere);
    cue.holder = Choice(table, "holder", kHolderOf, HolderSide::kUnnamed);
    cue.head_start = HeadStart(table, 0);
    cue.negator = Value(table, "negator", false);
    cue.flips = Value(table, "flips", false);
    cue.flip_words = Number(table, "flip_words", cue.flip_words);
    cue.speech = Value(table, "speech", false);
    cue.needs_turn = Value(table, "turn", false);
    cue.until_verb = Value(table, "until_verb", false);
    if (cue.until_verb && cue.words == 0) {
      Error(table.source(), "words", "until_verb needs a number of \"words\"");
    }
    if (table.get("poles")) cue.poles = Poles(table, "poles");
    if (table.get("except_poles")) cue.poles &= ~Poles(table, "except_poles");
    AddPatterns(table, "patterns",
                {HitKind::kCue, static_cast<std::uint32_t>(rules_.cues.size()),
                 0, false});
    rules_.cues.push_back(cue);
  }

  void ReadContrast(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "parts", "before", "between",
                      "after", "reach", "words", "fronted", "both", "pause",
                      "head_start", "poles", "except_poles"});
    ContrastRule rule;
    rule.rule = Shown(table);
    rule.before = Side(table, "before");
    rule.between = Side(table, "between");
    rule.after = Side(table, "after");
    rule.reach = Choice(table, "reach", kReachOf, Reach::kPhrase);
    rule.words = Number(table, "words", 25);
    rule.head_start = HeadStart(table, 1);
    rule.fronted = Value(table, "fronted", false);
    rule.both = Value(table, "both", false);
    rule.pause = Value(table, "pause", false);
    if (table.get("poles")) rule.poles = Poles(table, "poles");
    if (table.get("except_poles")) rule.poles &= ~Poles(table, "except_poles");
    if (rule.reach == Reach::kWords) {
      Error(table.source(), "reach",
            "the reach of a contrast is phrase, clause, stop or sentence");
    }
    const auto index = static_cast<std::uint32_t>(rules_.contrasts.size());
    const toml::array* parts = table["parts"].as_array();
    if (!parts || parts->empty() || parts->size() > 2) {
      Error(table.source(), "parts", "a contrast has one part or two");
      return;
    }
    rule.parts = static_cast<std::uint32_t>(parts->size());
    for (std::uint32_t i = 0; i < rule.parts; ++i) {
      AddPart(*parts->get(i),
              {HitKind::kContrast, index, static_cast<std::uint8_t>(i), false});
    }
    rules_.contrasts.push_back(rule);
  }

  void ReadVerdict(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "patterns", "agrees"});
    AddPatterns(table, "patterns",
                {HitKind::kVerdict,
                 static_cast<std::uint32_t>(rules_.verdicts.size()), 0, false});
    rules_.verdicts.push_back({Shown(table), Value(table, "agrees", false)});
  }

  void ReadCritical(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "patterns", "stance"});
    ReadSaid(table, HitKind::kCritical, &rules_.inner);
  }
  void ReadList(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "patterns", "stance", "whole"});
    ReadSaid(table, HitKind::kListHead, &rules_.lists);
    rules_.lists.back().whole = Value(table, "whole", false);
  }
  void ReadSaid(const toml::table& table, HitKind kind,
                std::vector<StanceRule>* rules) {
    AddPatterns(table, "patterns",
                {kind, static_cast<std::uint32_t>(rules->size()), 0, false});
    const Stance stance = Choice(table, "stance", kStanceOf, Stance::kRejected);
    rules->push_back({Shown(table), stance});
  }

  void ReadTurn(const toml::table& table) {
    CheckKeys(table, {"patterns", "note"});
    AddPatterns(table, "patterns", {HitKind::kTurn, 0, 0, false});
  }

  void ReadLocus(const toml::table& table) {
    CheckKeys(table, {"id", "explanation", "patterns", "locus", "direction",
                      "words", "poles"});
    LocusRule rule;
    rule.rule = Shown(table);
    rule.locus = Choice(table, "locus", kLocusOf, Locus::kSystem);
    rule.direction = Choice(table, "direction", kDirectionOf, Direction::kBoth);
    rule.words = Number(table, "words", 3);
    rule.poles = Poles(table, "poles");
    AddPatterns(table, "patterns",
                {HitKind::kLocus,
                 static_cast<std::uint32_t>(rules_.loci.size()), 0, false});
    rules_.loci.push_back(rule);
  }
};

// What decides how a file of this hash is compiled.
std::string LabelOf(const std::string& hash, const Lexicon& lexicon,
                    const std::string& locale) {
  std::string label = "framescope stance 1";
  for (const std::string& part :
       {hash, lexicon.hash(), locale, IcuVersion(), UnicodeVersion()}) {
    label += '\n';
    label += part;
  }
  return label;
}

}  // namespace

Result<StanceRules> ReadStanceRules(const std::string& name,
                                    std::string_view toml,
                                    const Lexicon& lexicon,
                                    const std::string& locale,
                                    std::string_view archive,
                                    std::vector<Diagnostic>* diagnostics) {
  ContentHash hash;
  hash.Add(toml);
  const std::string hex = hash.Hex();
  const std::string label = LabelOf(hex, lexicon, locale);
  if (auto known = ReadStanceArchive(archive, label)) return *std::move(known);
  toml::table root;
  if (const auto fault = ParseToml(toml, &root)) {
    toml::source_region where;
    where.begin = {static_cast<toml::source_index>(fault->line),
                   static_cast<toml::source_index>(fault->column)};
    TomlReader reader(name, diagnostics);
    reader.Error(where, "toml", fault->message);
    return reader.first_error();
  }
  Reader reader(name, lexicon, locale, root, diagnostics);
  Result<StanceRules> rules = reader.Read();
  if (rules.ok()) {
    rules.value().hash = hex;
    rules.value().label = label;
  }
  return rules;
}

}  // namespace framescope
