// The commands lexicon check and lexicon list.
#include <cinttypes>
#include <cstdio>

#include "setup.hpp"

namespace cli {

int RunLexiconCheck(const Options& options) {
  Options used = options;
  if (!options.paths.empty()) used.lexicon = options.paths[0];
  const Lexicon lexicon = LoadLexicon(used);
  if (!lexicon) return kNo;
  const Analyzer analyzer = MakeAnalyzer(*lexicon, used);
  if (!analyzer) return kNo;
  std::printf(
      "%s %s: %zu axes, %zu categories, %zu entries, %zu masks, "
      "hash %s: no errors\n",
      framescope_lexicon_name(lexicon.get()),
      framescope_lexicon_version(lexicon.get()),
      framescope_lexicon_axis_count(lexicon.get()),
      framescope_lexicon_category_count(lexicon.get()),
      framescope_lexicon_entry_count(lexicon.get()),
      framescope_lexicon_mask_count(lexicon.get()),
      framescope_lexicon_hash(lexicon.get()));
  return kDone;
}

int RunLexiconList(const Options& options) {
  const Lexicon lexicon = LoadLexicon(options);
  if (!lexicon) return kError;
  const std::size_t count = framescope_lexicon_entry_count(lexicon.get());
  for (std::size_t i = 0; i < count; ++i) {
    framescope_entry entry;
    framescope_category category;
    if (framescope_lexicon_entry(&entry, lexicon.get(), i) != FRAMESCOPE_OK ||
        framescope_lexicon_category(&category, lexicon.get(), entry.category) !=
            FRAMESCOPE_OK) {
      return kError;
    }
    std::printf("%s\t%s\t%" PRId32 "\t%s\n", category.name, entry.pattern,
                entry.weight, entry.sources);
  }
  return kDone;
}

}  // namespace cli
