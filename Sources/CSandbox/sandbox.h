// What the files of this target share. What only some kernels offer does what it can and says nothing: the limits hold
// without it.

#ifndef SANDBOX_H
#define SANDBOX_H

#include <sys/types.h>

/// Lets the process end with its parent, at once if that has ended.
void sandbox_end_with_parent(pid_t parent);

/// Closes all descriptors but standard input, output and error.
void sandbox_close_others(void);

/// Lets the process read nothing but the system's files and those below `folders`, and write none.
void sandbox_restrict_files(const char *const *folders, int folder_count);

/// Keeps the process from connections and from looking into other processes.
void sandbox_restrict_calls(void);

/// Keeps the process from starting processes and threads.
void sandbox_forbid_clones(void);

#endif
