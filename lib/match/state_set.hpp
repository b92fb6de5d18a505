// StateSet: states of an automaton, each once, in the order in which they came.
//
// Tested by tests/unit/match/state_set_test.cpp.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "match/automaton.hpp"

namespace framescope {

// Belongs to one thread. Up to kFew states are looked at one by one; of more,
// each has a stamp, for each number of the automaton up to it. A stamp serves
// until the set is cleared; after the last one all begin again.
template <std::unsigned_integral Stamp>
class StampedStates {
 public:
  // Returns whether it was new.
  bool Add(StateId state) {
    if (states_.size() < kFew) {
      if (std::find(states_.begin(), states_.end(), state) != states_.end()) {
        return false;
      }
      states_.push_back(state);
      if (states_.size() == kFew) StampAll();
      return true;
    }
    if (StampOf(state) == stamp_) return false;
    StampOf(state) = stamp_;
    states_.push_back(state);
    return true;
  }

  void Clear() { states_.clear(); }
  bool empty() const { return states_.empty(); }
  std::size_t size() const { return states_.size(); }
  StateId operator[](std::size_t i) const { return states_[i]; }
  friend void swap(StampedStates& a, StampedStates& b) {
    std::swap(a.states_, b.states_);
    std::swap(a.stamps_, b.stamps_);
    std::swap(a.stamp_, b.stamp_);
  }

 private:
  static constexpr std::size_t kFew = 16;

  Stamp& StampOf(StateId state) {
    if (state >= stamps_.size()) stamps_.resize(2 * std::size_t{state} + 1);
    return stamps_[state];
  }
  void StampAll() {
    if (++stamp_ == 0) {
      std::fill(stamps_.begin(), stamps_.end(), Stamp{0});
      stamp_ = 1;
    }
    for (const StateId state : states_) StampOf(state) = stamp_;
  }

  std::vector<StateId> states_;
  std::vector<Stamp> stamps_;  // by state
  Stamp stamp_ = 0;
};

// Its four bytes a state are cleared once in four thousand million times.
using StateSet = StampedStates<std::uint32_t>;

}  // namespace framescope
