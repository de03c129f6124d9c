// zlib begins a stream with a macro that Swift cannot see through.

#ifndef CZLIB_SHIMS_H
#define CZLIB_SHIMS_H

#include <zlib.h>

/// Begins to inflate a stream without header and checksum, as the parts of a ZIP archive are.
static inline int czlib_beginRawInflate(z_stream *_Nonnull stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
