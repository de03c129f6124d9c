// What keeps a process that reads untrusted documents from doing anything else.

#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <sys/types.h>

enum {
  /// How many bytes a request has, unused ones at the end 0.
  csandbox_argument_size = 16
};

/// Serves one document after the other, each in a process of its own.
///
/// A request comes over `socket`: `csandbox_argument_size` bytes with two descriptors, the document and the one to
/// which its text goes. The answers are the number of the process, which is that of its group too, and, when it has
/// ended and all that it started was ended, its status as `waitpid` has it, both as 32 bits.
///
/// Such a process is a copy of this one as it was before the first document: it saves the time to start a program, and
/// sees of other documents nothing. This process reads nothing of any.
///
/// Returns 1 in each new process, with the document as standard input, the other as standard output, nothing else open
/// but standard error, and the request in `argument`, which ends with 0; and 0 when there are no more requests.
int csandbox_serve(int socket, char *_Nonnull argument);

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
