// The program on one small file: a real child process, from its start to its
// end.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "corpus.hpp"
#include "rows.hpp"

extern char** environ;

namespace framescope::bench {
namespace {

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         1e-6 * static_cast<double>(time.tv_usec);
}

// CPU seconds of `program score file`, its output thrown away; below 0 when it
// could not be run.
double RunProgram(const std::string& program, const std::string& file) {
  const char* const arguments[] = {program.c_str(), "score", file.c_str(),
                                   nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr,
                                 const_cast<char* const*>(arguments), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return -1;
  int status = 0;
  rusage usage = {};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return -1;
  return Seconds(usage.ru_utime) + Seconds(usage.ru_stime);
}

// The time is the child's CPU time.
void StartUp(benchmark::State& state) {
  const TemporaryFile file(".txt",
                           "She is not a burden. We all belong here.\n");
  for (auto _ : state) {
    const double seconds = RunProgram(FRAMESCOPE_PROGRAM, file.path());
    if (seconds < 0) {
      state.SkipWithError("the program could not be run");
      break;
    }
    state.SetIterationTime(seconds);
  }
}
BENCHMARK(StartUp)->UseManualTime()->Iterations(20)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace framescope::bench
