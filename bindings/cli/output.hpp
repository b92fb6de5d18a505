// Where results go: standard output or a file.
#pragma once

#include <cstdio>
#include <string>

namespace cli {

// Writes to standard output, or to a file that appears under its name only
// when everything is written; devices, pipes and links are written to as they
// are. A closed pipe is not an error of ours.
class Output {
 public:
  // `path` "" or "-" is standard output. Check ok() afterwards.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  bool ok() const { return file_ != nullptr; }
  // False when nothing more can be written.
  bool Write(const char* data, std::size_t size);
  void Flush();
  bool pipe_closed() const { return pipe_closed_; }
  // Ends the output; false when it could not be written whole.
  bool Commit();
  const std::string& reason() const { return reason_; }

 private:
  // Keeps the reason why nothing more can be written, which errno tells.
  void Fail();

  std::string path_, part_, reason_;
  std::FILE* file_ = nullptr;
  bool pipe_closed_ = false;
  bool failed_ = false;
};

// Ends what a command wrote. False after a complaint that not all of it could
// be written; who closes a pipe wants no more, which is no reason to complain.
bool CommitOrComplain(Output* output);

// A framescope_write_fn each: to the Output or the std::string `payload`.
int WritePiece(void* payload, const char* data, std::size_t size);
int AppendPiece(void* payload, const char* data, std::size_t size);

}  // namespace cli
