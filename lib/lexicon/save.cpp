// Tested by tests/unit/lexicon/formats/round_trip_test.cpp.
//
// Writes lexicons to folders and files.
#include <filesystem>
#include <fstream>

#include "framescope/lexicon.hpp"
#include "lexicon/formats/formats.hpp"

namespace framescope {
namespace {

namespace fs = std::filesystem;

Status CannotBeWritten(const fs::path& path, const std::string& why) {
  return Status(StatusCode::kIo, path.string() + ": cannot be written" +
                                     (why.empty() ? "" : ": ") + why);
}

// A plain file under a name of its own first, so that nobody finds half of it;
// devices, pipes and links are written to as they are.
Status WriteFile(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  const fs::file_type kind = fs::symlink_status(path, error).type();
  const bool plain =
      kind == fs::file_type::not_found || kind == fs::file_type::regular;
  const fs::path part = plain ? fs::path(path.string() + ".part") : path;
  std::ofstream file(part, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::string why;
  if (file && plain) {
    fs::rename(part, path, error);
    if (error) why = error.message();
  }
  if (file && why.empty()) return Status();
  if (plain) fs::remove(part, error);
  return CannotBeWritten(path, why);
}

Status WriteFolder(const fs::path& path, const Lexicon::NativeFiles& files) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    return Status(StatusCode::kIo,
                  path.string() + ": cannot be made: " + error.message());
  }
  Status status = WriteFile(path / "lexicon.toml", files.toml);
  if (status.ok()) status = WriteFile(path / "entries.tsv", files.entries);
  if (!status.ok()) return status;
  if (!files.masks.empty()) {
    return WriteFile(path / "masks.tsv", files.masks);
  }
  fs::remove(path / "masks.tsv", error);
  return Status();
}

}  // namespace

Result<std::string> Lexicon::ToForeign(const std::string& format,
                                       std::vector<Diagnostic>* lost) const {
  const ForeignFormat* found = LexiconFormatNamed(format);
  if (found == nullptr || found->write == nullptr) {
    return Status(StatusCode::kInvalidArgument,
                  "the format \"" + format + "\" is " +
                      (found == nullptr ? "not known" : "only read") +
                      "; there are " + FormatNames(true));
  }
  FindingList findings(content_->name);
  const TermTable table = MakeTermTable(*content_, found->limits, &findings);
  if (lost != nullptr) {
    lost->insert(lost->end(), findings.findings().begin(),
                 findings.findings().end());
  }
  return found->write(table);
}

Status Lexicon::Save(const std::string& path, const std::string& format,
                     std::vector<Diagnostic>* lost) const {
  std::string used = format;
  if (used.empty()) {
    const ForeignFormat* by_ending = LexiconFormatOfFile(path, "");
    used = by_ending != nullptr              ? std::string(by_ending->name)
           : !fs::path(path).has_extension() ? "native"
                                             : "";
  }
  if (used.empty()) {
    return Status(
        StatusCode::kInvalidArgument,
        path + ": the ending says no format; name one of " + FormatNames(true));
  }
  if (used == "native") return WriteFolder(path, ToNative(lost));
  const Result<std::string> bytes = ToForeign(used, lost);
  if (!bytes.ok()) return bytes.status();
  return WriteFile(path, bytes.value());
}

}  // namespace framescope
