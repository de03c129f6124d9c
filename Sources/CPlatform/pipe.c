// For pipe2, which closes the gap between making a pipe and marking it.
#define _GNU_SOURCE

#include "CPlatform.h"

#include <fcntl.h>
#include <unistd.h>

int cplatform_pipe(int *ends) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) { return -1; }
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}
