// Numbers as text, the same on every machine and in every locale.
#pragma once

#include <cstdint>
#include <string>

namespace framescope {

// The shortest digits that read back as the same double. `value` is finite.
std::string Shortest(double value);
// With `decimals` digits after the point: "9.72". Never "-0.0".
std::string Fixed(double value, int decimals);
// The same with a sign always: "+0.08", "−0.33" (U+2212), "0.00".
std::string Signed(double value, int decimals);
// "12,345".
std::string Grouped(std::uint64_t value);

}  // namespace framescope
