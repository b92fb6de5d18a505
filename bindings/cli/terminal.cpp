#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace cli {
namespace {

std::int64_t NowMilliseconds() {
  using std::chrono::milliseconds;
  using std::chrono::steady_clock;
  return std::chrono::duration_cast<milliseconds>(
             steady_clock::now().time_since_epoch())
      .count();
}

std::string Visible(const std::string& text) {
  std::string visible;
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      visible += c;
      continue;
    }
    char code[16];
    std::snprintf(code, sizeof code, "\\u{%x}", byte);
    visible += code;
  }
  return visible;
}

}  // namespace

bool UseColour(const std::string& choice) {
  if (choice != "auto") return choice == "always";
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return StdoutIsTerminal();
}

bool StdinIsTerminal() { return isatty(STDIN_FILENO) == 1; }
bool StdoutIsTerminal() { return isatty(STDOUT_FILENO) == 1; }

std::uint32_t Width() {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return 80;
  }
  return std::clamp<std::uint32_t>(size.ws_col, 40, 120);
}

void Complain(const std::string& message) {
  std::fprintf(stderr, "framescope: %s\n", Visible(message).c_str());
}

Progress::Progress(bool quiet) : on_(!quiet && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { Wipe(); }

void Progress::Wipe() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

void Progress::Show(std::uint64_t done, std::uint64_t total) {
  if (!on_) return;
  const std::int64_t now = NowMilliseconds();
  if (now - last_ < 100) return;
  last_ = now;
  shown_ = true;
  const double megabytes = static_cast<double>(done) / 1e6;
  if (total == 0) {
    std::fprintf(stderr, "\r\033[K%.1f MB", megabytes);
    return;
  }
  constexpr int kCells = 30;
  const double share =
      std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  const int full = static_cast<int>(share * kCells);
  std::fprintf(
      stderr, "\r\033[K[%s%s] %3.0f %%  %.1f MB",
      std::string(static_cast<std::size_t>(full), '#').c_str(),
      std::string(static_cast<std::size_t>(kCells - full), '.').c_str(),
      100 * share, megabytes);
}

}  // namespace cli
