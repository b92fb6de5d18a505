// Tested by tests/unit/engine/sense_model_test.cpp.
#include "engine/sense_model.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/fnv.hpp"
#include "base/numbers.hpp"

namespace framescope {
namespace {

constexpr int kDecimals = 4;
constexpr std::string_view kIntercept = "(intercept)";
constexpr std::string_view kThreshold = "(threshold)";
constexpr std::size_t kMostFeatures = 1'000'000;

bool ReadNumber(std::string_view text, double* value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, *value);
  return error == std::errc() && stop == end && std::isfinite(*value);
}

Status Fault(const std::string& name, std::int32_t line,
             const std::string& what) {
  return Status(StatusCode::kParse,
                name + ":" + std::to_string(line) + ": " + what, {-1, line, 0});
}

// Weights in the order in which people want to see them.
bool Heavier(const std::pair<std::string, double>& a,
             const std::pair<std::string, double>& b) {
  const double size_a = std::abs(a.second), size_b = std::abs(b.second);
  return size_a != size_b ? size_a > size_b : a.first < b.first;
}

}  // namespace

SenseModel::SenseModel(double intercept, double threshold,
                       std::map<std::string, double, std::less<>> weights)
    : intercept_(intercept),
      threshold_(threshold),
      weights_(std::move(weights)) {
  ContentHash hash;
  hash.Add(Shortest(intercept_));
  hash.Add(Shortest(threshold_));
  for (const auto& [feature, weight] : weights_) {
    hash.Add(feature);
    hash.Add(Shortest(weight));
  }
  hash_ = hash.Hex();
}

Result<SenseModel> SenseModel::Parse(const std::string& name,
                                     std::string_view table) {
  std::map<std::string, double, std::less<>> weights;
  std::int32_t number = 0;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    double weight = 0;
    if (tab == line.npos || tab == 0 ||
        !ReadNumber(line.substr(tab + 1), &weight)) {
      return Fault(name, number, "expected a feature, a tab, and a number");
    }
    if (weights.size() >= kMostFeatures) {
      return Fault(name, number, "more than 1,000,000 features");
    }
    if (!weights.emplace(line.substr(0, tab), weight).second) {
      return Fault(name, number,
                   "the feature " + std::string(line.substr(0, tab)) +
                       " stands here twice");
    }
  }
  const auto intercept = weights.extract(std::string(kIntercept));
  const auto threshold = weights.extract(std::string(kThreshold));
  if (intercept.empty() || threshold.empty()) {
    return Fault(name, 0,
                 "the lines (intercept) and (threshold) are missing: is this "
                 "what `framescope evaluate --train` wrote?");
  }
  if (!(threshold.mapped() >= 0 && threshold.mapped() <= 1)) {
    return Fault(name, 0, "(threshold) must lie between 0 and 1");
  }
  return SenseModel(intercept.mapped(), threshold.mapped(), std::move(weights));
}

Result<SenseModel> SenseModel::Load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return Status(StatusCode::kIo,
                  path + ": cannot be opened: " + std::strerror(errno));
  }
  const std::string table{std::istreambuf_iterator<char>(file),
                          std::istreambuf_iterator<char>()};
  if (file.bad()) return Status(StatusCode::kIo, path + ": cannot be read");
  return Parse(path, table);
}

std::string SenseModel::ToTable(const std::vector<std::string>& remarks) const {
  std::string text;
  for (const std::string& remark : remarks) text += "# " + remark + "\n";
  const auto add = [&](std::string_view name, double value) {
    text += std::string(name) + "\t" + Fixed(value, kDecimals) + "\n";
  };
  add(kThreshold, threshold_);
  add(kIntercept, intercept_);
  std::vector<std::pair<std::string, double>> sorted(weights_.begin(),
                                                     weights_.end());
  std::sort(sorted.begin(), sorted.end(), Heavier);
  for (const auto& [feature, weight] : sorted) {
    if (std::abs(weight) >= 0.5e-4) add(feature, weight);
  }
  return text;
}

SenseJudgement SenseModel::Judge(std::span<const std::string> features) const {
  SenseJudgement judgement;
  judgement.sum = intercept_;
  for (const std::string& feature : features) {
    const auto known = weights_.find(feature);
    if (known == weights_.end()) continue;
    judgement.sum += known->second;
    judgement.weights.emplace_back(*known);
  }
  std::sort(judgement.weights.begin(), judgement.weights.end(), Heavier);
  judgement.probability = 1 / (1 + std::exp(-judgement.sum));
  return judgement;
}

}  // namespace framescope
