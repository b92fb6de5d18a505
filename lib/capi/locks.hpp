// Locks: one call at a time for each scratch, report and total.
#pragma once

#include <atomic>
#include <exception>
#include <string>
#include <utility>

#include "capi/handles.hpp"
#include "framescope/status.hpp"

namespace framescope {

// Holds a scratch for one call. An exception may leave it half filled, so it
// is made anew then.
class ScratchLock {
 public:
  explicit ScratchLock(framescope_scratch* handle)
      : handle_(handle), held_(!handle->busy.test_and_set()) {}
  ~ScratchLock() {
    if (!held_) return;
    if (std::uncaught_exceptions() > 0) handle_->spoilt = true;
    handle_->busy.clear();
  }
  ScratchLock(const ScratchLock&) = delete;
  ScratchLock& operator=(const ScratchLock&) = delete;

  bool held() const { return held_; }
  // What a call that cannot hold the scratch fails with.
  static Status InUse() {
    return Status(StatusCode::kInvalidArgument,
                  "the scratch is in use by another call: make one for each "
                  "thread");
  }
  Scratch& scratch() {
    if (std::exchange(handle_->spoilt, false)) handle_->scratch = Scratch();
    return handle_->scratch;
  }

 private:
  framescope_scratch* handle_;
  bool held_;
};

// Holds a handle that has nothing to be made anew.
class CallLock {
 public:
  explicit CallLock(std::atomic_flag* busy)
      : busy_(busy), held_(!busy->test_and_set()) {}
  ~CallLock() {
    if (held_) busy_->clear();
  }
  CallLock(const CallLock&) = delete;
  CallLock& operator=(const CallLock&) = delete;

  bool held() const { return held_; }
  static Status InUse(const char* what) {
    return Status(StatusCode::kInvalidArgument,
                  std::string("the ") + what +
                      " is in use by another call: one call at a time");
  }

 private:
  std::atomic_flag* busy_;
  bool held_;
};

}  // namespace framescope
