// ZipFile: the parts of a zip archive in memory, read with limits.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framescope/status.hpp"

namespace framescope {

// Borrows the archive's bytes; for one thread. Refuses archives that two
// programs could read differently (duplicates, sizes that do not agree) and
// stops at parts that expand beyond all reason.
class ZipFile {
 public:
  // Fails with kParse on a damaged archive.
  static Result<std::unique_ptr<ZipFile>> Open(std::string_view bytes,
                                               std::uint64_t max_bytes);
  virtual ~ZipFile() = default;

  virtual bool Has(const std::string& name) const = 0;
  virtual const std::vector<std::string>& names() const = 0;

  // Unpacks a part piece by piece until `take` fails.
  virtual Status Read(const std::string& name,
                      const std::function<Status(std::string_view)>& take) = 0;
};

}  // namespace framescope
