// Tested by tests/unit/capi/capi_test.c.
#include <cstddef>
#include <utility>

#include "capi/diagnostics.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/lexicon_handle.hpp"
#include "lexicon/names.hpp"

namespace framescope {
namespace {

#define FRAMESCOPE_SAME(cpp, c) \
  static_assert(static_cast<unsigned>(cpp) == static_cast<unsigned>(c))
FRAMESCOPE_SAME(Locus::kAny, FRAMESCOPE_LOCUS_ANY);
FRAMESCOPE_SAME(Locus::kPerson, FRAMESCOPE_LOCUS_PERSON);
FRAMESCOPE_SAME(Locus::kGroup, FRAMESCOPE_LOCUS_GROUP);
FRAMESCOPE_SAME(Locus::kCommunity, FRAMESCOPE_LOCUS_COMMUNITY);
FRAMESCOPE_SAME(Locus::kSystem, FRAMESCOPE_LOCUS_SYSTEM);
FRAMESCOPE_SAME(Locus::kCondition, FRAMESCOPE_LOCUS_CONDITION);
FRAMESCOPE_SAME(kContested, FRAMESCOPE_ENTRY_CONTESTED);
FRAMESCOPE_SAME(kStatutory, FRAMESCOPE_ENTRY_STATUTORY);
FRAMESCOPE_SAME(kBuzzword, FRAMESCOPE_ENTRY_BUZZWORD);
FRAMESCOPE_SAME(kOftenMentioned, FRAMESCOPE_ENTRY_OFTEN_MENTIONED);
FRAMESCOPE_SAME(kFactual, FRAMESCOPE_ENTRY_FACTUAL);
#undef FRAMESCOPE_SAME

// Fills `*out` with the view of item `index`, which `view` makes.
template <typename Out, typename Items, typename View>
framescope_status Fill(Out* out, const framescope_lexicon* lexicon,
                       const char* what, Items items, std::size_t index,
                       const View& view) {
  return Guard(nullptr, [&]() -> Status {
    if (out == nullptr || lexicon == nullptr) return NullArgument("argument");
    const auto all = (lexicon->lexicon.*items)();
    if (index >= all.size()) return OutOfRange(what, index, all.size());
    *out = view(all[index]);
    return Status();
  });
}

}  // namespace
}  // namespace framescope

using framescope::Guard;
using framescope::NullArgument;
using framescope::Status;

extern "C" {

framescope_status framescope_lexicon_new_builtin(framescope_lexicon** out,
                                                 framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    return framescope::GiveLexicon(framescope::Lexicon::BuiltIn(), {}, nullptr,
                                   nullptr, out);
  });
}

framescope_status framescope_lexicon_load(framescope_lexicon** out,
                                          const char* path,
                                          framescope_diagnostic_fn diagnostic,
                                          void* payload,
                                          framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (path == nullptr) return NullArgument("path");
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Lexicon::Load(path, &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

framescope_status framescope_lexicon_parse(
    framescope_lexicon** out, const char* name, const char* toml,
    size_t toml_size, const char* entries, size_t entries_size,
    const char* masks, size_t masks_size, framescope_diagnostic_fn diagnostic,
    void* payload, framescope_error* error) {
  return Guard(error, [&] {
    if (out == nullptr) return NullArgument("out");
    if (toml == nullptr && toml_size != 0) return NullArgument("toml");
    if (entries == nullptr && entries_size != 0) return NullArgument("entries");
    if (masks == nullptr && masks_size != 0) return NullArgument("masks");
    using framescope::TextView;
    std::vector<framescope::Diagnostic> findings;
    auto made = framescope::Lexicon::Parse(
        framescope::OrEmpty(name), TextView(toml, toml_size),
        TextView(entries, entries_size), TextView(masks, masks_size),
        &findings);
    return framescope::GiveLexicon(std::move(made), findings, diagnostic,
                                   payload, out);
  });
}

void framescope_lexicon_free(framescope_lexicon* lexicon) { delete lexicon; }

const char* framescope_lexicon_name(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.name().c_str();
}
const char* framescope_lexicon_version(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.version().c_str();
}
const char* framescope_lexicon_hash(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? "" : lexicon->lexicon.hash().c_str();
}
size_t framescope_lexicon_axis_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.axes().size();
}
size_t framescope_lexicon_category_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.categories().size();
}
size_t framescope_lexicon_entry_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.entries().size();
}
size_t framescope_lexicon_mask_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.masks().size();
}

size_t framescope_lexicon_source_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.sources().size();
}
size_t framescope_lexicon_profile_count(const framescope_lexicon* lexicon) {
  return lexicon == nullptr ? 0 : lexicon->lexicon.profiles().size();
}

framescope_status framescope_lexicon_about(framescope_about* out,
                                           const framescope_lexicon* lexicon) {
  return Guard(nullptr, [&] {
    if (out == nullptr || lexicon == nullptr) return NullArgument("argument");
    const framescope::Lexicon::Content& content = lexicon->lexicon.content();
    *out = {content.name.c_str(),
            content.version.c_str(),
            lexicon->lexicon.hash().c_str(),
            content.title.c_str(),
            content.language.c_str(),
            content.licence.c_str(),
            content.default_profile.c_str()};
    return Status();
  });
}

framescope_status framescope_lexicon_axis(framescope_axis* out,
                                          const framescope_lexicon* lexicon,
                                          size_t index) {
  return framescope::Fill(
      out, lexicon, "axis", &framescope::Lexicon::axes, index,
      [](const framescope::Axis& axis) -> framescope_axis {
        return {axis.name.c_str(),     axis.negative.c_str(),
                axis.positive.c_str(), axis.title.c_str(),
                axis.headline ? 1 : 0, 0};
      });
}

framescope_status framescope_lexicon_category(framescope_category* out,
                                              const framescope_lexicon* lexicon,
                                              size_t index) {
  return framescope::Fill(
      out, lexicon, "category", &framescope::Lexicon::categories, index,
      [](const framescope::Category& category) -> framescope_category {
        return {category.name.c_str(),
                category.code.c_str(),
                category.title.c_str(),
                category.axis,
                category.pole == framescope::Pole::kPositive ? 1 : 0,
                category.expected ? 1 : 0,
                0};
      });
}

framescope_status framescope_lexicon_entry(framescope_entry* out,
                                           const framescope_lexicon* lexicon,
                                           size_t index) {
  return framescope::Fill(
      out, lexicon, "entry", &framescope::Lexicon::entries, index,
      [&](const framescope::Entry& entry) -> framescope_entry {
        const framescope_entry_texts& texts = (*lexicon->entry_texts)[index];
        return {entry.pattern.c_str(),
                entry.note.c_str(),
                texts.instead.c_str(),
                texts.sources.c_str(),
                entry.when.c_str(),
                entry.date.c_str(),
                entry.score,
                entry.category,
                lexicon->lexicon.weight(static_cast<std::uint32_t>(index), ""),
                entry.flags,
                static_cast<std::uint32_t>(entry.locus)};
      });
}

framescope_status framescope_lexicon_mask(framescope_mask* out,
                                          const framescope_lexicon* lexicon,
                                          size_t index) {
  return framescope::Fill(
      out, lexicon, "mask", &framescope::Lexicon::masks, index,
      [](const framescope::Mask& mask) -> framescope_mask {
        return {
            mask.pattern.c_str(),
            framescope::NameOf(framescope::kMaskKindNames, mask.kind).data(),
            mask.when.c_str(), mask.note.c_str()};
      });
}

framescope_status framescope_lexicon_source(framescope_source* out,
                                            const framescope_lexicon* lexicon,
                                            size_t index) {
  return framescope::Fill(
      out, lexicon, "source", &framescope::Lexicon::sources, index,
      [](const framescope::Source& source) -> framescope_source {
        return {source.key.c_str(),
                source.title.c_str(),
                source.author.c_str(),
                source.url.c_str(),
                source.status.c_str(),
                source.year,
                0};
      });
}

framescope_status framescope_lexicon_profile(framescope_profile* out,
                                             const framescope_lexicon* lexicon,
                                             size_t index) {
  return framescope::Fill(
      out, lexicon, "profile", &framescope::Lexicon::profiles, index,
      [](const framescope::Profile& profile) -> framescope_profile {
        return {profile.name.c_str(), profile.title.c_str()};
      });
}

const char* framescope_locus_name(uint32_t locus) {
  switch (locus) {
    case FRAMESCOPE_LOCUS_ANY:
    case FRAMESCOPE_LOCUS_PERSON:
    case FRAMESCOPE_LOCUS_GROUP:
    case FRAMESCOPE_LOCUS_COMMUNITY:
    case FRAMESCOPE_LOCUS_SYSTEM:
    case FRAMESCOPE_LOCUS_CONDITION:
      return framescope::ToString(static_cast<framescope::Locus>(locus)).data();
    default:
      return "";
  }
}

}  // extern "C"
