// ScratchLock: one call at a time for each scratch.
#pragma once

#include <exception>
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

}  // namespace framescope
