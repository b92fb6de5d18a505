// The files under a folder, each once, in the order of their names.
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "document/format.hpp"
#include "framescope/document.hpp"

namespace framescope {
namespace {

using FileKey = std::pair<dev_t, ino_t>;

FileKey KeyOf(const struct stat& info) { return {info.st_dev, info.st_ino}; }

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

// What was found, and what it takes to tell whether it was found before.
struct Entry {
  FoundFile file;
  FileKey key;
  bool link = false;
};

// Lives for one call of FindFiles. Folders wait on a stack of their own, so
// that deep trees cost no stack of the thread.
class Walk {
 public:
  explicit Walk(const std::string& root) : root_(RealPath(root)) {}

  std::vector<FoundFile> Run(const std::string& folder);

 private:
  void Visit(const std::string& folder);
  void Look(const std::string& path, const char* name);
  void LookAtLink(Entry* entry);
  void LookAtFile(Entry* entry, const struct stat& info);
  void Unreadable(const std::string& path, int error);
  void MarkRepeats();

  const std::string root_;
  std::vector<Entry> entries_;
  std::vector<std::string> folders_;
};

std::string Join(const std::string& folder, const char* name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

void Walk::Unreadable(const std::string& path, int error) {
  Entry entry;
  entry.file.path = path;
  entry.file.status = Status(
      StatusCode::kIo, std::string("cannot be read: ") + std::strerror(error));
  entries_.push_back(std::move(entry));
}

void Walk::Visit(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(opendir(folder.c_str()),
                                                &closedir);
  if (dir == nullptr) {
    Unreadable(folder, errno);
    return;
  }
  for (;;) {
    errno = 0;
    const dirent* const entry = readdir(dir.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..")
      Look(Join(folder, entry->d_name), entry->d_name);
  }
  if (errno != 0) Unreadable(folder, errno);
}

void Walk::Look(const std::string& path, const char* name) {
  Entry entry;
  entry.file.path = path;
  struct stat info;
  if (lstat(path.c_str(), &info) != 0) {
    Unreadable(path, errno);
    return;
  }
  if (name[0] == '.') {
    entry.file.skipped = "hidden";
  } else if (S_ISLNK(info.st_mode)) {
    LookAtLink(&entry);
  } else if (S_ISDIR(info.st_mode)) {
    folders_.push_back(path);
    return;
  } else {
    LookAtFile(&entry, info);
  }
  entries_.push_back(std::move(entry));
}

void Walk::LookAtFile(Entry* entry, const struct stat& info) {
  const std::string& path = entry->file.path;
  if (!S_ISREG(info.st_mode)) {
    entry->file.skipped = SpecialFile(info.st_mode);
  } else if (FormatOfName(path).format == Format::kUnknown) {
    entry->file.skipped = WhyUnknown(path);
  }
  entry->key = KeyOf(info);
}

// Links to folders are not followed: what they hold is either in the tree
// already or outside of it.
void Walk::LookAtLink(Entry* entry) {
  entry->link = true;
  std::string& skipped = entry->file.skipped;
  struct stat target;
  if (stat(entry->file.path.c_str(), &target) != 0) {
    skipped = errno == ELOOP ? "a link that leads to itself"
                             : "a link that leads nowhere";
    return;
  }
  const std::string real = RealPath(entry->file.path);
  const bool inside = root_ == "/" || (real.starts_with(root_) &&
                                       real.substr(root_.size(), 1) == "/");
  if (S_ISDIR(target.st_mode)) {
    skipped = "a link to a folder";
  } else if (!inside) {
    skipped = "a link that leaves the folder";
  } else {
    LookAtFile(entry, target);
  }
}

// A file is read once: under its first name that is no link, else under the
// first link.
void Walk::MarkRepeats() {
  std::sort(
      entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.link, a.file.path) < std::tie(b.link, b.file.path);
      });
  std::set<FileKey> seen;
  for (Entry& entry : entries_) {
    if (!entry.file.skipped.empty() || !entry.file.status.ok()) continue;
    if (!seen.insert(entry.key).second) {
      entry.file.skipped = "the same file under another name";
    }
  }
}

std::vector<FoundFile> Walk::Run(const std::string& folder) {
  folders_.push_back(folder);
  while (!folders_.empty()) {
    const std::string next = std::move(folders_.back());
    folders_.pop_back();
    Visit(next);
  }
  MarkRepeats();
  std::vector<FoundFile> files;
  files.reserve(entries_.size());
  for (Entry& entry : entries_) files.push_back(std::move(entry.file));
  std::sort(
      files.begin(), files.end(),
      [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

Result<std::vector<FoundFile>> FindFiles(const std::string& path) {
  if (path == "-") return std::vector<FoundFile>{{path, Status(), ""}};
  struct stat info;
  if (stat(path.c_str(), &info) != 0) {
    return Status(StatusCode::kIo,
                  std::string("cannot open: ") + std::strerror(errno));
  }
  if (S_ISDIR(info.st_mode)) return Walk(path).Run(path);
  FoundFile found{path, Status(), ""};
  if (!S_ISREG(info.st_mode)) found.skipped = SpecialFile(info.st_mode);
  return std::vector<FoundFile>{std::move(found)};
}

}  // namespace framescope
