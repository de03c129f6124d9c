#include "CSandbox.h"
#include "sandbox.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(MSG_NOSIGNAL)
enum { no_signal = MSG_NOSIGNAL };
#else
enum { no_signal = 0 };
#endif

/// What comes with a request: the document and where its text goes.
struct descriptors {
  int input;
  int output;
};

/// Takes the next request; false at the end.
static int receive(int socket, char *argument, struct descriptors *descriptors) {
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(struct descriptors))];
  } control;
  memset(&control, 0, sizeof control);
  struct iovec data = {argument, csandbox_argument_size};
  struct msghdr message = {
    .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  ssize_t count;
  do { count = recvmsg(socket, &message, MSG_WAITALL); } while (count < 0 && errno == EINTR);
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (count != csandbox_argument_size || header == NULL || header->cmsg_type != SCM_RIGHTS
      || header->cmsg_len != CMSG_LEN(sizeof *descriptors)) { return 0; }
  memcpy(descriptors, CMSG_DATA(header), sizeof *descriptors);
  argument[csandbox_argument_size - 1] = 0;
  return 1;
}

static int reply(int socket, int32_t number) {
  return send(socket, &number, sizeof number, no_signal) == sizeof number;
}

/// Waits for the end of a process and then ends what it has started; what both have open is closed after this.
static int status_of(pid_t child) {
  siginfo_t info;
  // While it is not reaped, nobody else can have its number.
  while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {}
  kill(-child, SIGKILL);
  int status = SIGKILL;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return status;
}

int csandbox_serve(int socket, char *argument) {
  sandbox_end_with_parent(getppid());
  pid_t server = getpid();
  struct descriptors descriptors;
  while (receive(socket, argument, &descriptors)) {
    pid_t child = fork();
    if (child == 0) {
      sandbox_end_with_parent(server);
      setpgid(0, 0);
      if (dup2(descriptors.input, 0) < 0 || dup2(descriptors.output, 1) < 0) { _exit(126); }
      // The others, `socket` among them, unless it was standard input, which is the document now.
      sandbox_close_others();
      return 1;
    }
    close(descriptors.input);
    close(descriptors.output);
    if (child < 0) { break; }
    setpgid(child, child);
    if (!reply(socket, child)) {
      kill(-child, SIGKILL);
      break;
    }
    if (!reply(socket, status_of(child))) { break; }
  }
  return 0;
}
