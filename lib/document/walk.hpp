// FileWalk: the files under a folder, one by one.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framescope/document.hpp"

namespace framescope {

// Every file under a path once, in the order of the bytes of their paths, and
// the others with their reason. Memory grows with the names of the folders on
// the way to the current file, and not with the tree; deep trees cost no stack
// of the thread. For one thread.
class FileWalk {
 public:
  // A file, a folder, or "-".
  explicit FileWalk(std::string path) : path_(std::move(path)) {}

  // False at the end.
  bool Next(FoundFile* file);

 private:
  using FileKey = std::pair<dev_t, ino_t>;
  // The names in a folder that are yet to be visited; those of folders end
  // in a slash.
  struct Name {
    std::uint32_t begin = 0, size = 0;
  };
  struct Listing {
    std::string folder;
    std::string names;        // without anything between
    std::vector<Name> order;  // the last first
    std::string_view at(Name name) const {
      return std::string_view(names).substr(name.begin, name.size);
    }
  };

  void Start(FoundFile* file);
  bool List(const std::string& folder, FoundFile* file);
  bool Look(const std::string& path, bool hidden, FoundFile* file);
  void LookAtLink(FoundFile* file);
  void LookAtFile(const struct stat& info, FoundFile* file) const;
  bool Inside(const std::string& real) const;
  bool VisitedByName(const std::string& real) const;
  void ReadOnce(const struct stat& info, FoundFile* file);

  const std::string path_;
  bool started_ = false;
  std::string root_;  // the real path of path_
  std::vector<Listing> listings_;
  // Files with more names than one that were found already.
  std::set<FileKey> seen_;
};

}  // namespace framescope
