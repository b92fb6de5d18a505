// The native lexicon format (docs/lexicon-format.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "framescope/lexicon.hpp"
#include "lexicon/finding_list.hpp"

namespace framescope {

// Each reads one file of the format into `content` and reports everything
// that is wrong with it. ReadLexiconToml comes first: the others look up
// categories, profiles and sources by name.
void ReadLexiconToml(std::string_view toml, Lexicon::Content* content,
                     FindingList* findings);
void ReadEntriesTsv(std::string_view tsv, Lexicon::Content* content,
                    FindingList* findings);
void ReadMasksTsv(std::string_view tsv, Lexicon::Content* content,
                  FindingList* findings);

}  // namespace framescope
