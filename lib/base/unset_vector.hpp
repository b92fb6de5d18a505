// UnsetVector: a std::vector whose new elements are left as the memory is.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace framescope {

// Leaves an element that is made without a value as it is, so that resize()
// costs nothing.
template <typename T>
struct UnsetAllocator : std::allocator<T> {
  static_assert(std::is_trivially_copyable_v<T>);

  template <typename U>
  struct rebind {
    using other = UnsetAllocator<U>;
  };
  template <typename U>
  void construct(U*) noexcept {}
  template <typename U, typename First, typename... Rest>
  void construct(U* at, First&& first, Rest&&... rest) {
    std::construct_at(at, std::forward<First>(first),
                      std::forward<Rest>(rest)...);
  }
};

// For buffers that are filled by their places. What resize() adds has no value
// until it is written.
template <typename T>
using UnsetVector = std::vector<T, UnsetAllocator<T>>;

}  // namespace framescope
