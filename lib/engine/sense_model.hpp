// SenseModel: weights that tell a frame from another sense of its words.
//
// A logistic regression over the features of a match (sense_features.hpp), kept
// as a table that people can read: lines "feature<TAB>weight", among them
// "(intercept)" and "(threshold)"; lines that begin with # are remarks.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/explanation.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Immutable; shared by threads.
class SenseModel {
 public:
  SenseModel(double intercept, double threshold,
             std::map<std::string, double, std::less<>> weights);

  // Reads a table; `name` stands for the file in messages.
  static Result<SenseModel> Parse(const std::string& name,
                                  std::string_view table);
  static Result<SenseModel> Load(const std::string& path);

  // The table, with the lines of `remarks` first. Weights are kept to four
  // decimals, heaviest first; those that are nought by then are left out.
  std::string ToTable(const std::vector<std::string>& remarks) const;

  // The probability that a match with these features is the frame, and what
  // each known feature adds to its logit, heaviest first.
  SenseJudgement Judge(std::span<const std::string> features) const;

  double threshold() const { return threshold_; }
  const std::string& hash() const { return hash_; }  // of the content

 private:
  double intercept_, threshold_;
  std::map<std::string, double, std::less<>> weights_;
  std::string hash_;
};

}  // namespace framescope
