// Tested by tests/unit/capi/capi_test.c.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"
#include "capi/paths.hpp"
#include "capi/write_out.hpp"
#include "framescope/evaluation.hpp"
#include "report/evaluation_report.hpp"

namespace framescope {
namespace {

struct Variant {
  std::string name;
  AnalyzerOptions options;
};

// The analyzer as asked for, then without each of its parts.
std::vector<Variant> Variants(const AnalyzerOptions& options, bool ablations) {
  std::vector<Variant> variants = {{"as asked", options}};
  if (!ablations) return variants;
  Variant no_masks = {"no masks", options};
  no_masks.options.masks = false;
  Variant no_stance = {"no stance", options};
  no_stance.options.stance = "none";
  Variant neither = no_masks;
  neither.name = "no masks, no stance";
  neither.options.stance = "none";
  variants.insert(variants.end(), {no_masks, no_stance, neither});
  return variants;
}

// The lexicon with only the entries of weight 3.
Lexicon StrongOnly(const Lexicon& lexicon) {
  Lexicon::Content content = lexicon.content();
  std::erase_if(content.entries,
                [](const Entry& entry) { return entry.weight < 3; });
  return Lexicon(std::move(content));
}

// Spans and poles that coders marked.
std::uint64_t MarkCount(std::span<const GoldCase> cases) {
  std::uint64_t count = 0;
  for (const GoldCase& gold : cases) {
    count += gold.evoked.size();
    for (const auto& coder : gold.coders) count += coder.size();
  }
  return count;
}

struct GoldFiles {
  std::vector<GoldCase> cases;        // of all files
  std::vector<std::string> unmarked;  // files without marks
};

Result<GoldFiles> ReadAll(const char* const* paths, std::size_t count) {
  const auto list = PathsOf(paths, count);
  if (!list.ok()) return list.status();
  GoldFiles files;
  for (const std::string& path : list.value()) {
    auto read = ReadGold(path, nullptr);
    if (!read.ok()) return read.status();
    if (MarkCount(read.value()) == 0) files.unmarked.push_back(path);
    std::move(read.value().begin(), read.value().end(),
              std::back_inserter(files.cases));
  }
  return files;
}

Status EvaluateOne(const Lexicon& lexicon, const Variant& variant,
                   const std::vector<GoldCase>& cases,
                   std::vector<Evaluation>* out) {
  auto analyzer = Analyzer::Compile(lexicon, variant.options);
  if (!analyzer.ok()) return analyzer.status();
  auto evaluation = Evaluate(analyzer.value(), cases, variant.name);
  if (!evaluation.ok()) return evaluation.status();
  out->push_back(std::move(evaluation).value());
  return Status();
}

}  // namespace
}  // namespace framescope

extern "C" framescope_status framescope_evaluate(
    const framescope_lexicon* lexicon, const framescope_options* options,
    const char* const* paths, size_t path_count, uint32_t flags,
    framescope_write_fn write, void* payload, framescope_error* error) {
  using namespace framescope;
  return Guard(error, [&]() -> Status {
    if (lexicon == nullptr) return NullArgument("lexicon");
    if (write == nullptr) return NullArgument("write");
    const auto gold = ReadAll(paths, path_count);
    if (!gold.ok()) return gold.status();
    const std::vector<GoldCase>& cases = gold.value().cases;
    const bool ablations = (flags & FRAMESCOPE_EVALUATE_ABLATIONS) != 0;
    const AnalyzerOptions used = AnalyzerOptionsOf(options);
    std::vector<Evaluation> evaluations;
    for (const Variant& variant : Variants(used, ablations)) {
      const Status status =
          EvaluateOne(lexicon->lexicon, variant, cases, &evaluations);
      if (!status.ok()) return status;
    }
    if (ablations) {
      const Status status =
          EvaluateOne(StrongOnly(lexicon->lexicon), {"weight 3 only", used},
                      cases, &evaluations);
      if (!status.ok()) return status;
    }
    const std::string text =
        (flags & FRAMESCOPE_EVALUATE_JSON) != 0
            ? EvaluationJson(evaluations, gold.value().unmarked)
            : EvaluationText(evaluations, gold.value().unmarked,
                             (flags & FRAMESCOPE_EVALUATE_DIFFERENCES) != 0);
    return WriteOut(text, write, payload);
  });
}

extern "C" framescope_status framescope_gold_mark_count(
    uint64_t* out, const char* path, framescope_error* error) {
  using namespace framescope;
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (path == nullptr) return NullArgument("path");
    const auto cases = ReadGold(path, nullptr);
    if (!cases.ok()) return cases.status();
    *out = MarkCount(cases.value());
    return Status();
  });
}

extern "C" framescope_status framescope_train_sense(
    const framescope_lexicon* lexicon, const framescope_options* options,
    const char* const* paths, size_t path_count, const char* date,
    framescope_write_fn write, void* payload, framescope_error* error) {
  using namespace framescope;
  return Guard(error, [&]() -> Status {
    if (lexicon == nullptr) return NullArgument("lexicon");
    if (date == nullptr) return NullArgument("date");
    if (write == nullptr) return NullArgument("write");
    const auto gold = ReadAll(paths, path_count);
    if (!gold.ok()) return gold.status();
    const auto analyzer =
        Analyzer::Compile(lexicon->lexicon, AnalyzerOptionsOf(options));
    if (!analyzer.ok()) return analyzer.status();
    const auto training =
        TrainSense(analyzer.value(), gold.value().cases, date);
    if (!training.ok()) return training.status();
    const std::string& table = training.value().table;
    return WriteOut(table, write, payload);
  });
}
