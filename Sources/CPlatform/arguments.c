#include "CPlatform.h"

#include <stdlib.h>

static int argument_count = 0;
static char *const *arguments = NULL;

__attribute__((constructor)) static void keep_arguments(int count, char **list) {
#if defined(__GLIBC__) || defined(__APPLE__)
  argument_count = count;
  arguments = list;
#endif
}

char *const *cplatform_arguments(int *count) {
  *count = argument_count;
  return arguments;
}
