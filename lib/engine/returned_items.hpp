// ReturnedItems: results on their way back to the thread that made them.
//
// Memory is freed where it was allocated: a thread that frees what another one
// allocated makes it wait for the lock of its heap.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "framescope/batch.hpp"

namespace framescope {

// Of one thread that makes results; any other may give some back.
class ReturnedItems {
 public:
  void Give(std::vector<BatchItem> items) {
    const std::lock_guard lock(mutex_);
    items_.push_back(std::move(items));
  }
  // Frees what has come back so far.
  void Free() {
    std::vector<std::vector<BatchItem>> items;
    {
      const std::lock_guard lock(mutex_);
      items.swap(items_);
    }
  }

 private:
  std::mutex mutex_;
  std::vector<std::vector<BatchItem>> items_;
};

}  // namespace framescope
