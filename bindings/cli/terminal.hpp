// What the program knows of the terminal: colours, width, progress.
#pragma once

#include <cstdint>
#include <string>

namespace cli {

// Colour on standard output: `choice`, which is auto, always or never, beats
// NO_COLOR and TERM=dumb, which beat the terminal.
bool UseColour(const std::string& choice);

bool StdinIsTerminal();
bool StdoutIsTerminal();

// Columns of the terminal on standard output; 80 when there is none.
std::uint32_t Width();

// Writes talk to standard error: "framescope: " and the message. Control
// characters are shown as \u{..}.
void Complain(const std::string& message);

// A bar on standard error for long work, only on a terminal. One thread.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();  // wipes the bar
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // `total` 0 means that it is not known.
  void Show(std::uint64_t done, std::uint64_t total);
  // Wipes the bar before other output.
  void Wipe();

 private:
  bool on_;
  bool shown_ = false;
  std::int64_t last_ = 0;  // milliseconds
};

}  // namespace cli
