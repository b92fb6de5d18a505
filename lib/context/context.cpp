// ContextEngine: compiled stance rules, and the call into Judge.
#include "context/context.hpp"

#include <utility>

#include "context/judge.hpp"
#include "context/stance_archive.hpp"
#include "context/stance_rules.hpp"
#include "lexicon/embedded.hpp"

namespace framescope {

struct ContextEngine::Impl {
  StanceRules rules;
  std::vector<EntrySense> entries;  // one for each entry of the lexicon
};

namespace {

std::vector<EntrySense> SenseOfEntries(const Lexicon& lexicon) {
  std::vector<EntrySense> senses;
  senses.reserve(lexicon.entries().size());
  for (const Entry& entry : lexicon.entries()) {
    EntrySense sense;
    sense.locus = entry.locus;
    if (entry.pattern.find('<') != std::string::npos) {
      sense.gapped = entry.pattern;
    }
    const Category& category = lexicon.categories()[entry.category];
    if (category.axis != kNone) {
      sense.axis_loci = lexicon.axes()[category.axis].loci;
      const std::uint32_t bit =
          2 * category.axis + static_cast<std::uint32_t>(category.pole);
      if (bit < 64) sense.pole_bit = bit;
    }
    senses.push_back(sense);
  }
  return senses;
}

}  // namespace

struct ContextScratch::Impl : JudgeMemory {};

ContextScratch::ContextScratch() : impl_(std::make_unique<Impl>()) {}
ContextScratch::~ContextScratch() = default;
ContextScratch::ContextScratch(ContextScratch&&) noexcept = default;
ContextScratch& ContextScratch::operator=(ContextScratch&&) noexcept = default;

std::uint64_t ContextScratch::steps() const {
  return impl_->steps + impl_->patterns.steps();
}

ContextEngine::ContextEngine(std::shared_ptr<const Impl> impl)
    : impl_(std::move(impl)) {}

Result<ContextEngine> ContextEngine::Parse(const std::string& name,
                                           std::string_view toml,
                                           const Lexicon& lexicon,
                                           const std::string& locale,
                                           std::vector<Diagnostic>* diagnostics,
                                           std::string_view archive) {
  Result<StanceRules> rules =
      ReadStanceRules(name, toml, lexicon, locale, archive, diagnostics);
  if (!rules.ok()) return rules.status();
  auto impl = std::make_shared<Impl>();
  impl->rules = std::move(rules).value();
  impl->entries = SenseOfEntries(lexicon);
  return ContextEngine(std::move(impl));
}

Result<ContextEngine> ContextEngine::BuiltIn(const std::string& language,
                                             const Lexicon& lexicon,
                                             const std::string& locale,
                                             std::string_view archive) {
  const std::string name = "stance/" + language + ".toml";
  const std::string_view toml = EmbeddedBytes(name);
  if (toml.empty()) {
    return Status(StatusCode::kInvalidArgument,
                  "there are no stance rules for \"" + language +
                      "\"; \"en\" is part of the library");
  }
  return Parse(name, toml, lexicon, locale, nullptr, archive);
}

std::string ContextEngine::Archive() const {
  return WriteStanceArchive(impl_->rules);
}

void ContextEngine::Judge(const Tokens& tokens, std::span<const Block> blocks,
                          std::span<const FoundEntry> found,
                          ContextScratch* scratch,
                          std::vector<Judgement>* out) const {
  framescope::Judge judge(impl_->rules, impl_->entries, tokens, blocks,
                          scratch->impl_.get());
  judge.Run(found, out);
}

const std::vector<RuleInfo>& ContextEngine::rules() const {
  return impl_->rules.shown;
}

const std::string& ContextEngine::hash() const { return impl_->rules.hash; }

}  // namespace framescope
