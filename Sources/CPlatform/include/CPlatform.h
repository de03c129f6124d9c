// What the system offers only to C.

#ifndef CPLATFORM_H
#define CPLATFORM_H

/// The arguments that the process was started with, its name among them; `count` becomes their number.
///
/// The C libraries of Linux (glibc) and macOS hand them to what runs before `main`, so they are there without
/// `/proc`. With another C library `count` is 0.
char *_Nullable const *_Nullable cplatform_arguments(int *_Nonnull count);

/// Gives the open file `descriptor` the access control list of the file at `path`, with the permissions that belong
/// to it.
///
/// Returns 1 if it was given, 0 if `path` has none, so that `descriptor` has none either, -1 if that cannot be done.
int cplatform_copy_access_list(const char *_Nonnull path, int descriptor);

/// Makes a pipe, of which `ends` become the reading and the writing end, and of which programs that are started later
/// have none.
///
/// Returns 0, or -1 if there is no room for it.
int cplatform_pipe(int *_Nonnull ends);

/// Makes two connected sockets, of which programs that are started later have none.
///
/// Returns 0, or -1 if there is no room for them.
int cplatform_socket_pair(int *_Nonnull ends);

/// Sends `count` bytes with two open files over a socket, without a signal if nobody reads.
///
/// Returns 0, or -1 if not all was sent.
int cplatform_send(
  int socket, const void *_Nonnull bytes, int count, const int *_Nonnull descriptors);

#endif
