// Tested by tests/unit/lexicon/native_test.cpp.
#include "framescope/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <filesystem>

#include "base/fnv.hpp"
#include "base/read_file.hpp"
#include "lexicon/formats/formats.hpp"
#include "lexicon/names.hpp"
#include "lexicon/native.hpp"
#include "unicode/encoding.hpp"

namespace framescope {
namespace {

void AddEntry(const Entry& entry, ContentHash* hash) {
  hash->Add(entry.pattern);
  hash->Add(std::uint64_t{entry.category});
  hash->Add(static_cast<std::uint64_t>(entry.weight));
  hash->Add(std::bit_cast<std::uint64_t>(entry.score));
  hash->Add(static_cast<std::uint64_t>(entry.locus));
  hash->Add(std::uint64_t{entry.flags});
  hash->Add(entry.profile_weights.size());
  for (const auto& [profile, weight] : entry.profile_weights) {
    hash->Add(profile);
    hash->Add(static_cast<std::uint64_t>(weight));
  }
  hash->Add(entry.when);
  hash->Add(entry.instead.size());
  for (const std::string& wording : entry.instead) hash->Add(wording);
}

std::string HashOf(const Lexicon::Content& content) {
  ContentHash hash;
  hash.Add(content.version);
  for (const Axis& axis : content.axes) {
    hash.Add(axis.name);
    hash.Add(axis.negative);
    hash.Add(axis.positive);
    hash.Add(std::uint64_t{axis.loci});
  }
  for (const Category& category : content.categories) {
    hash.Add(category.name);
    hash.Add(std::uint64_t{category.axis});
    hash.Add(static_cast<std::uint64_t>(category.pole));
  }
  for (const WordClass& word_class : content.classes) {
    hash.Add(word_class.name);
    hash.Add(word_class.words.size());
    for (const std::string& word : word_class.words) hash.Add(word);
  }
  for (const auto& [british, american] : content.spelling) {
    hash.Add(british);
    hash.Add(american);
  }
  hash.Add(content.entries.size());
  for (const Entry& entry : content.entries) AddEntry(entry, &hash);
  for (const Mask& mask : content.masks) {
    hash.Add(mask.pattern);
    hash.Add(mask.hides);
    for (const std::uint32_t category : mask.hides_categories) {
      hash.Add(std::uint64_t{category});
    }
    hash.Add(mask.when);
  }
  return hash.Hex();
}

std::size_t CountLines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

std::string_view ToString(Locus locus) { return NameOf(kLocusNames, locus); }

Lexicon::Lexicon(Content content)
    : content_(std::make_shared<const Content>(std::move(content))),
      hash_(std::make_shared<const std::string>(HashOf(*content_))) {}

Lexicon::Lexicon(Content content, std::string hash)
    : content_(std::make_shared<const Content>(std::move(content))),
      hash_(std::make_shared<const std::string>(std::move(hash))),
      is_built_in_(true) {}

Result<Lexicon> Lexicon::Load(const std::string& path,
                              std::vector<Diagnostic>* diagnostics) {
  return Load(path, LexiconReadOptions(), diagnostics);
}

Result<Lexicon> Lexicon::Load(const std::string& path,
                              const LexiconReadOptions& options,
                              std::vector<Diagnostic>* diagnostics) {
  std::error_code error;
  const bool native =
      options.format == "native" ||
      (options.format.empty() && std::filesystem::is_directory(path, error));
  if (!native) {
    if (!std::filesystem::is_regular_file(path, error)) {
      return Status(StatusCode::kIo,
                    path + ": there is no such folder or file");
    }
    Result<std::string> bytes = ReadFile(path);
    if (!bytes.ok()) return bytes.status();
    return ParseForeign(path, bytes.value(), options, diagnostics);
  }
  Result<std::string> toml = ReadFile(path + "/lexicon.toml");
  if (!toml.ok()) return toml.status();
  Result<std::string> entries = ReadFile(path + "/entries.tsv");
  if (!entries.ok()) return entries.status();
  // A lexicon may do without masks, but masks that are there must be read.
  Result<std::string> masks = std::string();
  const std::string masks_path = path + "/masks.tsv";
  if (std::filesystem::exists(masks_path, error) || error) {
    masks = ReadFile(masks_path);
    if (!masks.ok()) return masks.status();
  }
  NativeFiles files;
  files.toml = std::move(toml).value();
  files.entries = std::move(entries).value();
  files.masks = std::move(masks).value();
  return ParseFiles(path, std::move(files), diagnostics);
}

Result<Lexicon> Lexicon::ParseForeign(const std::string& name,
                                      std::string_view bytes,
                                      const LexiconReadOptions& options,
                                      std::vector<Diagnostic>* diagnostics) {
  const ForeignFormat* format = options.format.empty()
                                    ? LexiconFormatOfFile(name, bytes)
                                    : LexiconFormatNamed(options.format);
  if (format == nullptr) {
    return Status(StatusCode::kUnsupported,
                  name +
                      ": the format of this lexicon is not known; name one "
                      "of " +
                      FormatNames(false));
  }
  LexiconBuilder builder(name);
  ReadForeign(*format, bytes, &builder);
  std::vector<Diagnostic> findings = builder.findings().findings();
  for (Diagnostic& finding : findings) {
    if (options.strict && finding.severity == Severity::kWarning) {
      finding.severity = Severity::kError;
    }
  }
  if (diagnostics != nullptr) {
    diagnostics->insert(diagnostics->end(), findings.begin(), findings.end());
  }
  const Status status = FirstError(findings);
  if (!status.ok()) return status;
  Content& content = builder.content();
  if (content.name.empty()) {
    content.name = std::filesystem::path(name).stem().string();
  }
  if (content.version.empty()) content.version = "1";
  return Lexicon(std::move(content));
}

Result<Lexicon> Lexicon::Parse(const std::string& name, std::string_view toml,
                               std::string_view entries, std::string_view masks,
                               std::vector<Diagnostic>* diagnostics) {
  return ParseFiles(
      name, {std::string(toml), std::string(entries), std::string(masks)},
      diagnostics);
}

Result<Lexicon> Lexicon::ParseFiles(const std::string& name, NativeFiles files,
                                    std::vector<Diagnostic>* diagnostics) {
  Content content;
  content.entries.reserve(CountLines(files.entries));
  FindingList in_toml(name + "/lexicon.toml");
  FindingList in_entries(name + "/entries.tsv");
  FindingList in_masks(name + "/masks.tsv");
  ReadLexiconToml(files.toml, &content, &in_toml);
  const bool structure_is_known = !content.categories.empty();
  if (structure_is_known) {
    ReadEntriesTsv(files.entries, &content, &in_entries);
    if (!files.masks.empty()) ReadMasksTsv(files.masks, &content, &in_masks);
  } else if (in_toml.findings().empty()) {
    in_toml.Error(1, 1, "no-categories",
                  "expected at least one [[category]] table");
  }
  const Status status = HandOn({&in_toml, &in_entries, &in_masks}, diagnostics);
  if (!status.ok()) return status;
  Lexicon lexicon(std::move(content));
  lexicon.files_ = std::make_shared<const NativeFiles>(std::move(files));
  return lexicon;
}

std::string_view Lexicon::pole_name(std::uint32_t category) const {
  const Category& c = content_->categories[category];
  if (c.axis == kNone) return c.name;
  const Axis& axis = content_->axes[c.axis];
  return c.pole == Pole::kPositive ? axis.positive : axis.negative;
}

std::int32_t Lexicon::weight(std::uint32_t index,
                             std::string_view profile) const {
  const Entry& entry = content_->entries[index];
  if (profile.empty()) profile = content_->default_profile;
  for (const auto& [name, weight] : entry.profile_weights) {
    if (name == profile) return weight;
  }
  return entry.weight;
}

}  // namespace framescope
