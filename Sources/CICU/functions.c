#include "functions.h"

#include <stddef.h>

#ifdef __linux__

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static cicu_Functions functions;
static const cicu_Functions *loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

void *cicu_library(const char *name) {
  char file[32];
  snprintf(file, sizeof file, "libicu%s.so." CICU_TEXT(U_ICU_VERSION_MAJOR_NUM), name);
  return dlopen(file, RTLD_LAZY | RTLD_LOCAL);
}

static void load(void) {
  void *library = cicu_library("uc");
  if (library == NULL) return;
#define CICU_LOAD(name)                                                          \
  functions.name##_ = (__typeof__(functions.name##_))dlsym(library, CICU_TEXT(name)); \
  if (functions.name##_ == NULL) return;
  CICU_FUNCTIONS(CICU_LOAD)
  loaded = &functions;
}

const cicu_Functions *cicu_functions(void) {
  pthread_once(&once, load);
  return loaded;
}

#else

#define CICU_INITIAL(name) .name##_ = name,
static const cicu_Functions functions = {CICU_FUNCTIONS(CICU_INITIAL)};

void *cicu_library(const char *name) { return NULL; }

const cicu_Functions *cicu_functions(void) { return &functions; }

#endif
