// Tested by tests/unit/engine/analyzer_test.cpp.
#include "engine/stamp.hpp"

#include "base/fnv.hpp"
#include "base/json_writer.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {
namespace {

std::string OptionsHash(const AnalyzerOptions& options,
                        const std::string& rules_hash) {
  ContentHash hash;
  hash.Add(options.profile);
  hash.Add(options.locale);
  hash.Add(options.stance);
  hash.Add(std::uint64_t{options.masks});
  hash.Add(std::uint64_t{options.count_repeats});
  hash.Add(rules_hash);
  if (!options.overlap.empty()) hash.Add(options.overlap);
  return hash.Hex();
}

// The kernels of the library's own segmenter find the same on every processor,
// so that records do not tell them apart.
std::string_view SegmenterShown(std::string_view name) {
  return name.starts_with("icu") ? name : "framescope";
}

}  // namespace

std::string MakeStamp(const Lexicon& lexicon, const AnalyzerOptions& options,
                      std::string_view segmenter,
                      const std::string& rules_hash) {
  std::string text;
  JsonWriter json(&text);
  json.BeginObject();
  json.Field("framescope", kLibraryVersion);
  json.Field("icu", std::string_view(IcuVersion()));
  json.Field("unicode", std::string_view(UnicodeVersion()));
  json.Field("segmenter", SegmenterShown(segmenter));
  json.Key("lexicons").BeginArray().BeginObject();
  json.Field("name", std::string_view(lexicon.name()));
  json.Field("version", std::string_view(lexicon.version()));
  json.Field("hash", std::string_view(lexicon.hash()));
  json.EndObject().EndArray();
  json.Field("profile", std::string_view(options.profile));
  json.Field("stance_rules", std::string_view(rules_hash));
  json.Field("options_hash",
             std::string_view(OptionsHash(options, rules_hash)));
  json.EndObject();
  return text;
}

}  // namespace framescope
