// What keeps a process that reads untrusted documents from doing anything else.

#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <sys/types.h>

/// Takes away from this process, for good, and from those that it starts, what it does not need.
///
/// It ends with its parent, gets no new rights, may use `memory_bytes` of address space, `cpu_seconds` of a processor
/// and `open_files` descriptors, and can write no file and no core. Where the kernel offers it, it may read nothing
/// but the system's own files and those below `folders` (`folder_count` of them), open no connection and touch no
/// other process.
///
/// Returns 0, or -1 if a limit that every system has could not be set; `errno` says why.
int csandbox_enter(
  unsigned long memory_bytes, unsigned long cpu_seconds, unsigned long open_files,
  const char *_Nullable const *_Nonnull folders, int folder_count);

/// Takes away the right to start processes and threads, for good.
void csandbox_forbid_children(void);

/// Starts a program with the limits of this process, which itself can start none.
///
/// `input`, `output` and `messages` are what it has for standard input, output and error. It ends with this process.
///
/// Returns its number, or -1 if it could not be started; `errno` says why. A program that is not there ends with 127.
pid_t csandbox_spawn(
  const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
  char *_Nullable const *_Nonnull environment, int input, int output, int messages);

#endif
