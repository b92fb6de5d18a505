// Tested by tests/unit/lexicon/lexicon_archive_test.cpp.
//
// Parts are taken apart by structured bindings, which no longer compile when
// one has a field more than is written here.
#include "lexicon/lexicon_archive.hpp"

#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/archive.hpp"

namespace framescope {
namespace {

// Hands the fields of a lexicon to an archive.
template <typename Archive>
class Fields {
 public:
  explicit Fields(Archive* archive) : archive_(*archive) {}

  void Visit(Lexicon::Content& content) {
    auto& [name, version, title, language, licence, default_profile, axes,
           categories, entries, masks, classes, spelling, profiles, sources] =
        content;
    archive_(name, version, title, language, licence, default_profile);
    VisitEach(axes);
    VisitEach(categories);
    VisitEach(entries);
    VisitEach(masks);
    VisitEach(classes);
    VisitEach(spelling);
    VisitEach(profiles);
    VisitEach(sources);
  }

 private:
  template <typename Part>
  void VisitEach(std::vector<Part>& parts) {
    archive_.Resize(&parts);
    for (Part& part : parts) Visit(part);
  }

  void Visit(std::string& text) { archive_(text); }

  template <typename First, typename Second>
  void Visit(std::pair<First, Second>& pair) {
    archive_(pair.first, pair.second);
  }

  void Visit(Axis& axis) {
    auto& [name, negative, positive, title, loci, headline, way_forward] = axis;
    archive_(name, negative, positive, title, loci, headline, way_forward);
  }

  void Visit(Category& category) {
    auto& [name, code, title, axis, pole, expected, when] = category;
    archive_(name, code, title, axis, pole, expected, when);
  }

  void Visit(Entry& entry) {
    auto& [pattern, category, weight, score, locus, flags, profile_weights,
           when, instead, sources, date, note, line] = entry;
    auto score_bits = std::bit_cast<std::uint64_t>(score);
    archive_(pattern, category, weight, score_bits, locus, flags);
    score = std::bit_cast<double>(score_bits);
    VisitEach(profile_weights);
    archive_(when);
    VisitEach(instead);
    archive_(sources, date, note, line);
  }

  void Visit(Mask& mask) {
    auto& [pattern, kind, hides, hides_categories, when, sources, note, line] =
        mask;
    archive_(pattern, kind, hides, hides_categories, when, sources, note, line);
  }

  void Visit(WordClass& word_class) {
    auto& [name, words] = word_class;
    archive_(name);
    VisitEach(words);
  }

  void Visit(Source& source) {
    auto& [key, title, author, url, status, year] = source;
    archive_(key, title, author, url, status, year);
  }

  void Visit(Profile& profile) {
    auto& [name, title] = profile;
    archive_(name, title);
  }

  Archive& archive_;
};

}  // namespace

std::string WriteLexiconArchive(const Lexicon& lexicon) {
  ArchiveWriter writer;
  std::string hash = lexicon.hash();
  Lexicon::Content content = lexicon.content();
  writer(hash);
  Fields(&writer).Visit(content);
  return writer.bytes();
}

bool ReadLexiconArchive(std::string_view archive, Lexicon::Content* content,
                        std::string* hash) {
  ArchiveReader reader(archive);
  reader(*hash);
  Fields(&reader).Visit(*content);
  return reader.done();
}

}  // namespace framescope
