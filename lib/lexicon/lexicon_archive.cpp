// Tested by tests/unit/lexicon/lexicon_archive_test.cpp.
//
// Parts are taken apart by structured bindings, which no longer compile when
// one has a field more than is written here.
#include "lexicon/lexicon_archive.hpp"

#include <bit>
#include <cstdint>

#include "base/archive.hpp"

namespace framescope {

template <typename Archive>
void Visit(Archive& archive, Axis& axis) {
  auto& [name, negative, positive, title, loci, headline, way_forward] = axis;
  archive(name, negative, positive, title, loci, headline, way_forward);
}

template <typename Archive>
void Visit(Archive& archive, Category& category) {
  auto& [name, code, title, axis, pole, expected, when] = category;
  archive(name, code, title, axis, pole, expected, when);
}

template <typename Archive>
void Visit(Archive& archive, Entry& entry) {
  auto& [pattern, category, weight, score, locus, flags, profile_weights, when,
         instead, sources, date, note, line] = entry;
  auto score_bits = std::bit_cast<std::uint64_t>(score);
  archive(pattern, category, weight, score_bits, locus, flags, profile_weights,
          when, instead, sources, date, note, line);
  score = std::bit_cast<double>(score_bits);
}

template <typename Archive>
void Visit(Archive& archive, Mask& mask) {
  auto& [pattern, kind, hides, hides_categories, when, sources, note, line] =
      mask;
  archive(pattern, kind, hides, hides_categories, when, sources, note, line);
}

template <typename Archive>
void Visit(Archive& archive, WordClass& word_class) {
  auto& [name, words] = word_class;
  archive(name, words);
}

template <typename Archive>
void Visit(Archive& archive, Source& source) {
  auto& [key, title, author, url, status, year] = source;
  archive(key, title, author, url, status, year);
}

template <typename Archive>
void Visit(Archive& archive, Profile& profile) {
  auto& [name, title] = profile;
  archive(name, title);
}

template <typename Archive>
void Visit(Archive& archive, Lexicon::Content& content) {
  auto& [name, version, title, language, licence, default_profile, axes,
         categories, entries, masks, classes, spelling, profiles, sources] =
      content;
  archive(name, version, title, language, licence, default_profile, axes,
          categories, entries, masks, classes, spelling, profiles, sources);
}

std::string WriteLexiconArchive(const Lexicon& lexicon) {
  ArchiveWriter writer;
  std::string hash = lexicon.hash();
  Lexicon::Content content = lexicon.content();
  writer(hash, content);
  return writer.bytes();
}

bool ReadLexiconArchive(std::string_view archive, Lexicon::Content* content,
                        std::string* hash) {
  ArchiveReader reader(archive);
  reader(*hash, *content);
  return reader.done();
}

}  // namespace framescope
