// Running another program as a filter: posix_spawn, pipes and a clock.
#include "document/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "document/readers.hpp"

namespace framescope {
namespace {

using Clock = std::chrono::steady_clock;

class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  ~Fd() { Close(); }
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;

  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  void Reset(int fd) {
    Close();
    fd_ = fd;
  }
  void Close() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }

 private:
  int fd_ = -1;
};

Status CannotRun(int error) {
  return Status(StatusCode::kIo,
                std::string("cannot run the program: ") + std::strerror(error));
}

// The child's end is made 0, 1 or 2 by the spawn; ours does not block.
bool MakeChannel(Fd* ours, Fd* theirs) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return false;
  }
  ours->Reset(ends[0]);
  theirs->Reset(ends[1]);
  return fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

void SetLimit(pid_t pid, int resource, std::uint64_t value) {
#ifdef __linux__
  const rlimit limit = {static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  prlimit(pid, static_cast<__rlimit_resource>(resource), &limit, nullptr);
#else
  (void)pid;
  (void)resource;
  (void)value;
#endif
}

// One child from its start to its end. For one thread.
class Child {
 public:
  Child() = default;
  ~Child() { Kill(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  Status Start(const std::string& program,
               const std::vector<std::string>& arguments,
               const ChildLimits& limits);
  Status Talk(std::string_view input, const ChildLimits& limits,
              ChildResult* result);
  // Waits for the end of a child that has closed its output; kills it when
  // the time is over.
  int Finish();

 private:
  void Kill();
  int Spawn(const std::string& program, char* const* argv, const int* ends);
  bool Send(std::string_view* input);
  bool Receive(Fd* from, std::string* to, std::size_t keep);

  Fd in_, out_, err_;
  pid_t pid_ = -1;
  Clock::time_point deadline_;
};

int Child::Spawn(const std::string& program, char* const* argv,
                 const int* ends) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return error;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  for (int i = 0; i < 3; ++i) {
    posix_spawn_file_actions_adddup2(&actions, ends[i], i);
  }
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
  sigset_t none, standard;
  sigemptyset(&none);
  sigfillset(&standard);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP |
                                            POSIX_SPAWN_SETSIGMASK |
                                            POSIX_SPAWN_SETSIGDEF);
  const char* const path = std::getenv("PATH");
  std::string path_variable = std::string("PATH=") + (path ? path : "");
  std::string locale = "LC_ALL=C.UTF-8";
  char* const environment[] = {path_variable.data(), locale.data(), nullptr};
  error = posix_spawn(&pid_, program.c_str(), &actions, &attributes, argv,
                      environment);
  if (error != 0) pid_ = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

Status Child::Start(const std::string& program,
                    const std::vector<std::string>& arguments,
                    const ChildLimits& limits) {
  Fd their_in, their_out, their_err;
  if (!MakeChannel(&in_, &their_in) || !MakeChannel(&out_, &their_out) ||
      !MakeChannel(&err_, &their_err)) {
    return CannotRun(errno);
  }
  std::vector<std::string> copies = {program};
  copies.insert(copies.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& copy : copies) argv.push_back(copy.data());
  argv.push_back(nullptr);
  const int ends[] = {their_in.get(), their_out.get(), their_err.get()};
  const int error = Spawn(program, argv.data(), ends);
  if (error != 0) return CannotRun(error);
  deadline_ = Clock::now() + std::chrono::seconds(limits.seconds);
  SetLimit(pid_, RLIMIT_AS, limits.max_memory);
  SetLimit(pid_, RLIMIT_CPU, limits.seconds + 1);
  SetLimit(pid_, RLIMIT_CORE, 0);
  SetLimit(pid_, RLIMIT_FSIZE, 0);
  return Status();
}

// False once there is no more to send, or nobody to send it to.
bool Child::Send(std::string_view* input) {
  if (input->empty()) return false;
  const ssize_t sent =
      send(in_.get(), input->data(), input->size(), MSG_NOSIGNAL);
  if (sent > 0) input->remove_prefix(static_cast<std::size_t>(sent));
  const bool later = sent < 0 && (errno == EAGAIN || errno == EINTR);
  return later || (sent > 0 && !input->empty());
}

// False at the end.
bool Child::Receive(Fd* from, std::string* to, std::size_t keep) {
  char piece[1 << 14];
  const ssize_t got = read(from->get(), piece, sizeof piece);
  if (got < 0) return errno == EAGAIN || errno == EINTR;
  const std::size_t room = keep - std::min(keep, to->size());
  to->append(piece, std::min(room, static_cast<std::size_t>(got)));
  return got > 0;
}

Status Child::Talk(std::string_view input, const ChildLimits& limits,
                   ChildResult* result) {
  if (input.empty()) in_.Close();
  while (out_.open() || err_.open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline_ - Clock::now());
    if (left.count() <= 0) {
      return Status(
          StatusCode::kTooLarge,
          "took longer than " + std::to_string(limits.seconds) + " seconds");
    }
    pollfd ends[] = {{in_.get(), POLLOUT, 0},
                     {out_.get(), POLLIN, 0},
                     {err_.get(), POLLIN, 0}};
    const auto wait = std::min<std::int64_t>(left.count() + 1, 1000);
    if (poll(ends, 3, static_cast<int>(wait)) < 0 && errno != EINTR) {
      return CannotRun(errno);
    }
    if (ends[0].revents != 0 && !Send(&input)) in_.Close();
    if (ends[1].revents != 0 &&
        !Receive(&out_, &result->output, limits.max_output + 1)) {
      out_.Close();
    }
    if (ends[2].revents != 0 && !Receive(&err_, &result->errors, 4096)) {
      err_.Close();
    }
    if (result->output.size() > limits.max_output) {
      return TooLarge("the text", limits.max_output);
    }
  }
  return Status();
}

void Child::Kill() {
  if (pid_ <= 0) return;
  kill(-pid_, SIGKILL);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
}

int Child::Finish() {
  int status = 0;
  for (;;) {
    const pid_t done = waitpid(pid_, &status, WNOHANG);
    if (done == pid_) break;
    // A host that ignores SIGCHLD has no children to wait for.
    if (done < 0 && errno != EINTR) break;
    if (Clock::now() >= deadline_) {
      Kill();
      return 128 + SIGKILL;
    }
    poll(nullptr, 0, 1);
  }
  pid_ = -1;
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return 128 + WTERMSIG(status);
}

bool IsProgram(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::string FindProgram(const std::string& name) {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/bin:/bin" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string_view folder = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!folder.starts_with('/')) continue;
    std::string program = std::string(folder) + "/" + name;
    if (IsProgram(program)) return program;
  }
  return "";
}

Result<ChildResult> RunChild(const std::string& program,
                             const std::vector<std::string>& arguments,
                             std::string_view input,
                             const ChildLimits& limits) {
  Child child;
  Status status = child.Start(program, arguments, limits);
  if (!status.ok()) return status;
  ChildResult result;
  status = child.Talk(input, limits, &result);
  if (!status.ok()) return status;
  result.exit_code = child.Finish();
  return result;
}

}  // namespace framescope
