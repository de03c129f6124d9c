#include "CSandbox.h"
#include "sandbox.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/// Above this, a parent that reads files has none open.
enum { highest_descriptor = 1024 };

void sandbox_close_others(void) {
#if defined(__linux__)
  // close_range, which older C libraries do not name.
  if (syscall(436, 3, ~0U, 0) == 0) { return; }
#endif
  for (int descriptor = 3; descriptor < highest_descriptor; descriptor += 1) { close(descriptor); }
}

static int limit(int resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) { return -1; }
  // A limit that is lower already stays.
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) { value = now.rlim_max; }
  struct rlimit limit = {value, value};
  return setrlimit(resource, &limit);
}

void sandbox_end_with_parent(pid_t parent) {
#if defined(__linux__)
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // It may have ended before.
  if (getppid() != parent) { _exit(125); }
#endif
}

int csandbox_enter(
  unsigned long memory_bytes, unsigned long cpu_seconds, unsigned long open_files,
  const char *const *folders, int folder_count
) {
  sandbox_end_with_parent(getppid());
  // What the parent has open is none of its business.
  sandbox_close_others();
#if defined(__linux__)
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) { return -1; }
#endif
  // Landlock opens the folders that may be read, so it comes before the limit of open files.
  sandbox_restrict_files(folders, folder_count);
  sandbox_restrict_calls();
#if defined(RLIMIT_AS) && !defined(__APPLE__)
  if (limit(RLIMIT_AS, memory_bytes) != 0) { return -1; }
#endif
  return limit(RLIMIT_CPU, cpu_seconds) != 0 || limit(RLIMIT_FSIZE, 0) != 0
      || limit(RLIMIT_NOFILE, open_files) != 0 || limit(RLIMIT_CORE, 0) != 0
    ? -1
    : 0;
}

void csandbox_forbid_children(void) {
  sandbox_forbid_clones();
  // Counts nothing for root, for whom the kernel's filter is.
  limit(RLIMIT_NPROC, 0);
}

pid_t csandbox_spawn(
  const char *path, char *const *arguments, char *const *environment, int input, int output,
  int messages
) {
  pid_t parent = getpid();
#if defined(__linux__)
  // Copies no memory; until the program runs, only calls of the system are made.
  pid_t child = vfork();
#else
  pid_t child = fork();
#endif
  if (child != 0) { return child; }
  sandbox_end_with_parent(parent);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(messages, 2) < 0) { _exit(126); }
  sandbox_close_others();
  csandbox_forbid_children();
  execve(path, arguments, environment);
  _exit(127);
}
