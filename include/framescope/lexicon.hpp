// Lexicon: what people wrote about words and frames.
//
// Axes, categories, entries, masks, word classes, spelling, profiles and
// sources. Nothing in the library knows the name of any of them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;  // "no such index"

enum class Pole : std::uint8_t { kNegative = 0, kPositive = 1 };

// Whose deficit, whose crisis: one bit each, so that sets are masks.
enum class Locus : std::uint8_t {
  kAny = 0,
  kPerson = 1,
  kGroup = 2,
  kCommunity = 4,
  kSystem = 8,
  kCondition = 16
};
std::string_view ToString(Locus locus);

// A named pair of poles.
struct Axis {
  std::string name;      // "deficit-strengths"
  std::string negative;  // "deficit"
  std::string positive;  // "strengths"
  std::string title;
  std::uint8_t loci = 0;  // Locus bits that count; 0 means all
  bool headline = false;
  bool way_forward = false;  // negative without positive is reported
};

// A finer code under a pole. Lexicons of other tools have categories without
// an axis.
struct Category {
  std::string name;  // "deficit.vulnerability"
  std::string code;  // "D3"
  std::string title;
  std::uint32_t axis = kNone;
  Pole pole = Pole::kNegative;
  bool expected = false;  // report when a whole document lacks it
  // Conditions of all its entries, which have them behind their own.
  std::string when = {};
};

enum EntryFlag : std::uint32_t {
  kContested = 1u << 0,       // the field disagrees
  kStatutory = 1u << 1,       // wording of the law
  kBuzzword = 1u << 2,        // a word of the trade
  kOftenMentioned = 1u << 3,  // rather than used
  kFactual = 1u << 4          // often a plain fact
};

// A pattern with what it stands for.
struct Entry {
  std::string pattern;
  std::uint32_t category = 0;  // index into categories()
  std::int32_t weight = 2;     // 0 (off) to 3; foreign weights are `score`
  double score = 1.0;          // weight of foreign lexicons, for weighted sums
  Locus locus = Locus::kAny;
  std::uint32_t flags = 0;  // EntryFlag bits
  std::vector<std::pair<std::string, std::int32_t>> profile_weights;
  std::string when;                    // conditions, as written
  std::vector<std::string> instead;    // preferred wordings
  std::vector<std::uint32_t> sources;  // indices into sources()
  std::string date;
  std::string note;
  std::int32_t line = 0;  // in its file
};

enum class MaskKind : std::uint8_t { kName, kTechnical, kLiteral, kStatutory };

// A pattern that is tried first and hides the entries that it overlaps.
struct Mask {
  std::string pattern;
  MaskKind kind = MaskKind::kTechnical;
  std::uint64_t hides = ~std::uint64_t{0};      // bit 2 * axis + pole
  std::vector<std::uint32_t> hides_categories;  // when given, only these
  std::string when;
  std::vector<std::uint32_t> sources;
  std::string note;
  std::int32_t line = 0;
};

struct WordClass {
  std::string name;
  std::vector<std::string> words;  // words and globs
};

struct Source {
  std::string key, title, author, url, status;
  std::int32_t year = 0;
};

struct Profile {
  std::string name, title;
};

// How a lexicon is read.
struct LexiconReadOptions {
  // "native", "liwc", "dicx", "yaml", "wordstat", "yoshikoder", "lexicoder",
  // "csv", "tsv", "json", "empath", "vader" (docs/lexicon-interop.md); empty:
  // a folder is native, a file goes by its ending.
  std::string format;
  bool strict = false;  // warnings are errors
};

// Immutable once made, so one Lexicon may be shared between threads. Copies
// share their content.
class Lexicon {
 public:
  // The content, as readers of formats fill it in.
  struct Content {
    std::string name, version, title, language, licence, default_profile;
    std::vector<Axis> axes;
    std::vector<Category> categories;
    std::vector<Entry> entries;
    std::vector<Mask> masks;
    std::vector<WordClass> classes;
    std::vector<std::pair<std::string, std::string>> spelling;
    std::vector<Profile> profiles;
    std::vector<Source> sources;
  };

  // Wraps `content`, whose indices must be sound, and computes its hash.
  explicit Lexicon(Content content);

  // The lexicon that is part of the library. Costs a millisecond or two.
  static Result<Lexicon> BuiltIn(
      std::vector<Diagnostic>* diagnostics = nullptr);
  // Reads a folder in the native format, or a file in another one. All
  // findings go to `diagnostics`, if given; the status names the first error.
  static Result<Lexicon> Load(const std::string& path,
                              std::vector<Diagnostic>* diagnostics = nullptr);
  static Result<Lexicon> Load(const std::string& path,
                              const LexiconReadOptions& options,
                              std::vector<Diagnostic>* diagnostics = nullptr);
  // Reads a file of another format from memory; `name` stands for its path.
  static Result<Lexicon> ParseForeign(
      const std::string& name, std::string_view bytes,
      const LexiconReadOptions& options = {},
      std::vector<Diagnostic>* diagnostics = nullptr);
  // Reads the native format from memory. `masks` may be empty; `name` stands
  // for the folder in messages.
  static Result<Lexicon> Parse(const std::string& name, std::string_view toml,
                               std::string_view entries, std::string_view masks,
                               std::vector<Diagnostic>* diagnostics = nullptr);

  // The files of the native format. A lexicon that was read from them gives
  // back the same bytes.
  struct NativeFiles {
    std::string toml, entries, masks;
  };
  NativeFiles ToNative(std::vector<Diagnostic>* lost = nullptr) const;
  // The bytes of a file in another format; what it cannot hold goes to `lost`,
  // if given. Fails with kInvalidArgument when `format` is not known or is
  // only read.
  Result<std::string> ToForeign(const std::string& format,
                                std::vector<Diagnostic>* lost = nullptr) const;
  // Writes the folder or file `path`; `format` empty: by the ending, and
  // native without one. A file appears under its name when it is whole.
  Status Save(const std::string& path, const std::string& format = "",
              std::vector<Diagnostic>* lost = nullptr) const;

  // The same entries with the parts [first, last] of category names such as
  // "A.B.C", counted from 1: entries below are pooled in the deepest part,
  // entries above are left out and told to `left_out`.
  Lexicon AtLevels(std::uint32_t first, std::uint32_t last,
                   std::vector<Diagnostic>* left_out = nullptr) const;

  const std::string& name() const { return content_->name; }
  const std::string& version() const { return content_->version; }
  // 16 hexadecimal digits that depend on the content alone.
  const std::string& hash() const { return *hash_; }
  std::span<const Axis> axes() const { return content_->axes; }
  std::span<const Category> categories() const { return content_->categories; }
  std::span<const Entry> entries() const { return content_->entries; }
  std::span<const Mask> masks() const { return content_->masks; }
  std::span<const WordClass> classes() const { return content_->classes; }
  std::span<const Source> sources() const { return content_->sources; }
  std::span<const Profile> profiles() const { return content_->profiles; }
  const Content& content() const { return *content_; }

  // The name of a pole: axes()[axis].negative or .positive.
  std::string_view pole_name(std::uint32_t category) const;
  // The weight of entry `index` under `profile` ("" means the default one).
  std::int32_t weight(std::uint32_t index, std::string_view profile) const;

 private:
  // The built-in one, whose hash is known.
  Lexicon(Content content, std::string hash);

  static Result<Lexicon> ParseFiles(const std::string& name, NativeFiles files,
                                    std::vector<Diagnostic>* diagnostics);

  std::shared_ptr<const Content> content_;
  std::shared_ptr<const std::string> hash_;
  std::shared_ptr<const NativeFiles> files_;  // as read, or null
  bool is_built_in_ = false;                  // its files are in the library
};

}  // namespace framescope
