// Tested by tests/unit/document/walk_test.cpp.
#include "document/walk.hpp"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "document/format.hpp"

namespace framescope {
namespace {

std::string RealPath(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      realpath(path.c_str(), nullptr), &std::free);
  return real == nullptr ? std::string() : std::string(real.get());
}

std::string SpecialFile(mode_t mode) {
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

std::string Join(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.ends_with('/')) path += '/';
  return path += name;
}

void Unreadable(const std::string& path, const char* what, int error,
                FoundFile* file) {
  file->path = path;
  file->status =
      Status(StatusCode::kIo, std::string(what) + std::strerror(error));
}

bool IsFolder(const std::string& folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat info;
  return lstat(Join(folder, entry.d_name).c_str(), &info) == 0 &&
         S_ISDIR(info.st_mode);
}

}  // namespace

// Lists a folder, which comes next. When it cannot be read it is the file
// found.
bool FileWalk::List(const std::string& folder, FoundFile* file) {
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(opendir(folder.c_str()),
                                                &closedir);
  if (dir == nullptr) {
    Unreadable(folder, "cannot be read: ", errno, file);
    return false;
  }
  Listing listing;
  listing.folder = folder;
  errno = 0;
  while (const dirent* const entry = readdir(dir.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") {
      const auto begin = static_cast<std::uint32_t>(listing.names.size());
      listing.names += name;
      // A folder's files follow it with a slash: that decides its place.
      if (IsFolder(folder, *entry)) listing.names += '/';
      const auto end = static_cast<std::uint32_t>(listing.names.size());
      listing.order.push_back({begin, end - begin});
    }
    errno = 0;
  }
  const int error = errno;
  std::sort(listing.order.begin(), listing.order.end(),
            [&](Name a, Name b) { return listing.at(a) > listing.at(b); });
  listings_.push_back(std::move(listing));
  if (error == 0) return true;
  Unreadable(folder, "cannot be read: ", error, file);
  return false;
}

// False when the path is a folder, which comes next.
bool FileWalk::Look(const std::string& path, bool hidden, FoundFile* file) {
  file->path = path;
  struct stat info;
  if (lstat(path.c_str(), &info) != 0) {
    Unreadable(path, "cannot be read: ", errno, file);
  } else if (hidden) {
    file->skipped = "hidden";
  } else if (S_ISLNK(info.st_mode)) {
    LookAtLink(file);
  } else if (S_ISDIR(info.st_mode)) {
    return !List(path, file);
  } else {
    LookAtFile(info, file);
    if (info.st_nlink > 1) ReadOnce(info, file);
  }
  return true;
}

void FileWalk::LookAtFile(const struct stat& info, FoundFile* file) const {
  if (!S_ISREG(info.st_mode)) {
    file->skipped = SpecialFile(info.st_mode);
  } else if (FormatOfName(file->path).format == Format::kUnknown) {
    file->skipped = WhyUnknown(file->path);
  } else {
    file->bytes = static_cast<std::uint64_t>(info.st_size);
  }
}

bool FileWalk::Inside(const std::string& real) const {
  return root_ == "/" ||
         (real.starts_with(root_) && real.substr(root_.size(), 1) == "/");
}

// Whether the walk finds the file of this real path under that name too.
bool FileWalk::VisitedByName(const std::string& real) const {
  const std::string below = real.substr(root_ == "/" ? 0 : root_.size());
  return below.find("/.") == below.npos &&
         FormatOfName(real).format != Format::kUnknown;
}

// Links to folders are not followed: what they hold is either in the tree
// already or outside of it. A file is read under its own name, or else under
// its first link.
void FileWalk::LookAtLink(FoundFile* file) {
  struct stat target;
  if (stat(file->path.c_str(), &target) != 0) {
    file->skipped = errno == ELOOP ? "a link that leads to itself"
                                   : "a link that leads nowhere";
    return;
  }
  const std::string real = RealPath(file->path);
  if (S_ISDIR(target.st_mode)) {
    file->skipped = "a link to a folder";
  } else if (!Inside(real)) {
    file->skipped = "a link that leaves the folder";
  } else {
    LookAtFile(target, file);
    if (file->skipped.empty() && VisitedByName(real)) {
      file->skipped = "the same file under another name";
    }
    ReadOnce(target, file);
  }
}

void FileWalk::ReadOnce(const struct stat& info, FoundFile* file) {
  if (!file->skipped.empty()) return;
  if (!seen_.insert({info.st_dev, info.st_ino}).second) {
    file->skipped = "the same file under another name";
  }
}

void FileWalk::Start(FoundFile* file) {
  started_ = true;
  file->path = path_;
  if (path_ == "-") return;
  struct stat info;
  if (stat(path_.c_str(), &info) != 0) {
    Unreadable(path_, "cannot open: ", errno, file);
  } else if (S_ISDIR(info.st_mode)) {
    root_ = RealPath(path_);
    if (List(path_, file)) file->path.clear();
  } else if (!S_ISREG(info.st_mode)) {
    file->skipped = SpecialFile(info.st_mode);
  } else {
    file->bytes = static_cast<std::uint64_t>(info.st_size);
  }
}

bool FileWalk::Next(FoundFile* file) {
  *file = FoundFile();
  if (!started_) {
    Start(file);
    if (!file->path.empty()) return true;
  }
  while (!listings_.empty()) {
    Listing& last = listings_.back();
    if (last.order.empty()) {
      listings_.pop_back();
      continue;
    }
    std::string_view name = last.at(last.order.back());
    last.order.pop_back();
    if (name.ends_with('/')) name.remove_suffix(1);
    const std::string path = Join(last.folder, name);
    *file = FoundFile();
    if (Look(path, name.starts_with('.'), file)) return true;
  }
  return false;
}

Result<std::vector<FoundFile>> FindFiles(const std::string& path) {
  FileWalk walk(path);
  std::vector<FoundFile> files;
  FoundFile file;
  while (walk.Next(&file)) files.push_back(std::move(file));
  const bool missing =
      files.size() == 1 && files[0].path == path && !files[0].status.ok();
  if (missing) return files[0].status;
  return files;
}

}  // namespace framescope
