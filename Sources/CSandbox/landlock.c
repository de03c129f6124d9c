// For O_PATH, which Linux alone has.
#define _GNU_SOURCE

#include "sandbox.h"

#if defined(__linux__)

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The structures and numbers of `linux/landlock.h`, which older systems lack while their kernels may have the calls.

struct ruleset {
  uint64_t files;
  uint64_t net;
  uint64_t scoped;
};

struct __attribute__((packed)) path_rule {
  uint64_t allowed;
  int32_t parent;
};

enum {
  create_ruleset_call = 444,
  add_rule_call = 445,
  restrict_self_call = 446,
  version_flag = 1,
  path_beneath = 1,
};

enum {
  execute = 1 << 0,
  read_file = 1 << 2,
  read_folder = 1 << 3,
};

/// All rights of files that a version of the interface knows.
static uint64_t file_rights(long version) {
  int count = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
  return ((uint64_t)1 << count) - 1;
}

static void allow(int ruleset, const char *path) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) { return; }
  struct stat status;
  uint64_t rights = execute | read_file;
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) { rights |= read_folder; }
  struct path_rule rule = {rights, descriptor};
  syscall(add_rule_call, ruleset, path_beneath, &rule, 0);
  close(descriptor);
}

static const char *const system_places[] = {
  "/usr", "/lib", "/lib32", "/lib64", "/bin", "/opt", "/nix/store", "/gnu/store",
  "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/fonts", "/etc/localtime", "/dev/null",
  "/dev/zero", "/dev/urandom",
};
enum { system_place_count = sizeof system_places / sizeof *system_places };

/// Whether a place lies in one of the system's, by its name.
static int is_of_system(const char *path) {
  for (int index = 0; index < system_place_count; index += 1) {
    size_t length = strlen(system_places[index]);
    if (strncmp(path, system_places[index], length) == 0
        && (path[length] == '/' || path[length] == 0)) { return 1; }
  }
  return 0;
}

void sandbox_restrict_files(const char *const *folders, int folder_count) {
  long version = syscall(create_ruleset_call, NULL, 0, version_flag);
  if (version < 1) { return; }
  struct ruleset rules = {file_rights(version), version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
  size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
  int ruleset = (int)syscall(create_ruleset_call, &rules, size, 0);
  if (ruleset < 0) { return; }
  for (int index = 0; index < system_place_count; index += 1) {
    allow(ruleset, system_places[index]);
  }
  for (int index = 0; index < folder_count; index += 1) {
    if (!is_of_system(folders[index])) { allow(ruleset, folders[index]); }
  }
  syscall(restrict_self_call, ruleset, 0);
  close(ruleset);
}

#else

void sandbox_restrict_files(const char *const *folders, int folder_count) {}

#endif
