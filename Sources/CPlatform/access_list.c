#include "CPlatform.h"

#if defined(__linux__)

#include <errno.h>
#include <stdlib.h>
#include <sys/xattr.h>

/// Where Linux keeps the list beyond owner, group and others.
static const char name[] = "system.posix_acl_access";

int cplatform_copy_access_list(const char *path, int descriptor) {
  ssize_t size = getxattr(path, name, NULL, 0);
  // Some file systems know of no lists.
  if (size < 0 && errno == ENOTSUP) { return 0; }
  if (size < 0 && errno == ENODATA) {
    // A new file may have one from its folder.
    return fremovexattr(descriptor, name) == 0 || errno == ENODATA || errno == ENOTSUP ? 0 : -1;
  }
  if (size < 0) { return -1; }
  void *list = malloc((size_t)size + 1);
  if (list == NULL) { return -1; }
  ssize_t found = getxattr(path, name, list, (size_t)size);
  int is_given = found >= 0 && fsetxattr(descriptor, name, list, (size_t)found, 0) == 0;
  free(list);
  return is_given ? 1 : -1;
}

#elif defined(__APPLE__)

#include <errno.h>
#include <sys/acl.h>

int cplatform_copy_access_list(const char *path, int descriptor) {
  acl_t list = acl_get_file(path, ACL_TYPE_EXTENDED);
  if (list == NULL) { return errno == ENOENT || errno == ENOTSUP ? 0 : -1; }
  int is_given = acl_set_fd_np(descriptor, list, ACL_TYPE_EXTENDED) == 0;
  acl_free(list);
  return is_given ? 1 : -1;
}

#else

int cplatform_copy_access_list(const char *path, int descriptor) { return 0; }

#endif
