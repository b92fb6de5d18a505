// Documents in, one result out: what all commands that read documents share.
#pragma once

#include <functional>
#include <vector>

#include "output.hpp"
#include "setup.hpp"

namespace cli {

// One run of a command. Belongs to one thread.
class Run {
 public:
  explicit Run(const Options& options);
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  using AddFn = std::function<framescope_status(const framescope_item*,
                                                framescope_error*)>;

  // False after a complaint.
  bool ok() const { return ok_; }
  // Hands every document at `paths` to `add` and tells of those that failed.
  framescope_status Read(const framescope_analyzer& analyzer,
                         const std::vector<std::string>& paths, AddFn add);
  // Ends the output and tells what went wrong, if anything did. `status` is
  // that of the last call.
  int End(framescope_status status);

  // A framescope_write_fn; the payload is the Run.
  static int Write(void* payload, const char* data, std::size_t size);

  framescope_error error = FRAMESCOPE_ERROR_INIT;
  // Endorsed marks of negative poles, over all documents.
  std::uint64_t negative_marks() const { return negative_marks_; }

 private:
  static int AddItem(void* payload, const framescope_item* item);
  static int ShowProgress(void* payload, std::uint64_t done,
                          std::uint64_t total);
  void TellFailure(const framescope_item& item) const;

  const Options& options_;
  Output output_;
  Progress progress_;
  AddFn add_;
  std::uint64_t failed_ = 0, negative_marks_ = 0;
  bool ok_ = false;
};

}  // namespace cli
