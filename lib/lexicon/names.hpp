// The fixed words of the native format: loci, flags, kinds of masks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "framescope/lexicon.hpp"

namespace framescope {

inline constexpr std::pair<std::string_view, Locus> kLocusNames[] = {
    {"any", Locus::kAny},       {"person", Locus::kPerson},
    {"group", Locus::kGroup},   {"community", Locus::kCommunity},
    {"system", Locus::kSystem}, {"condition", Locus::kCondition}};

inline constexpr std::pair<std::string_view, EntryFlag> kFlagNames[] = {
    {"contested", kContested},
    {"statutory", kStatutory},
    {"buzzword", kBuzzword},
    {"often-mentioned", kOftenMentioned},
    {"factual", kFactual}};

inline constexpr std::pair<std::string_view, MaskKind> kMaskKindNames[] = {
    {"name", MaskKind::kName},
    {"technical", MaskKind::kTechnical},
    {"literal", MaskKind::kLiteral},
    {"statutory", MaskKind::kStatutory}};

// The value that `table` gives `name`, if any.
template <typename T, std::size_t N>
std::optional<T> ValueOf(const std::pair<std::string_view, T> (&table)[N],
                         std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return std::nullopt;
}

// The first name that `table` gives `value`; "" for none.
template <typename T, std::size_t N>
std::string_view NameOf(const std::pair<std::string_view, T> (&table)[N],
                        T value) {
  for (const auto& [key, named] : table) {
    if (named == value) return key;
  }
  return {};
}

}  // namespace framescope
