#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

int cplatform_socket_pair(int *ends) {
#if defined(__linux__)
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) { return -1; }
  for (int index = 0; index < 2; index += 1) {
    fcntl(ends[index], F_SETFD, FD_CLOEXEC);
#if defined(SO_NOSIGPIPE)
    int yes = 1;
    setsockopt(ends[index], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  }
  return 0;
#endif
}

int cplatform_send(int socket, const void *bytes, int count, const int *descriptors) {
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(2 * sizeof(int))];
  } control;
  memset(&control, 0, sizeof control);
  control.header.cmsg_len = CMSG_LEN(2 * sizeof(int));
  control.header.cmsg_level = SOL_SOCKET;
  control.header.cmsg_type = SCM_RIGHTS;
  memcpy(CMSG_DATA(&control.header), descriptors, 2 * sizeof(int));
  struct iovec data = {(void *)bytes, (size_t)count};
  struct msghdr message = {
    .msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
#if defined(MSG_NOSIGNAL)
  int flags = MSG_NOSIGNAL;
#else
  int flags = 0;
#endif
  ssize_t sent;
  do { sent = sendmsg(socket, &message, flags); } while (sent < 0 && errno == EINTR);
  return sent == count ? 0 : -1;
}
