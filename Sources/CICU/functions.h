// The functions of ICU's libraries.

#ifndef CICU_FUNCTIONS_H
#define CICU_FUNCTIONS_H

#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/udata.h>
#include <unicode/uversion.h>

/// Those that are called, by the names that ICU's documentation gives them.
#define CICU_FUNCTIONS(FUNCTION) \
  FUNCTION(u_getUnicodeVersion)  \
  FUNCTION(u_getVersion)         \
  FUNCTION(ubrk_close)           \
  FUNCTION(ubrk_getRuleStatus)   \
  FUNCTION(ubrk_next)            \
  FUNCTION(ubrk_open)            \
  FUNCTION(ubrk_setText)         \
  FUNCTION(ucnv_close)           \
  FUNCTION(ucnv_open)            \
  FUNCTION(ucnv_setToUCallBack)  \
  FUNCTION(ucnv_toUnicode)       \
  FUNCTION(UCNV_TO_U_CALLBACK_STOP) \
  FUNCTION(udata_close)          \
  FUNCTION(udata_getInfo)        \
  FUNCTION(udata_getMemory)      \
  FUNCTION(udata_open)

// ICU's headers are macros that add its version to each name. So a name is expanded where it stands for the
// function, and is not beside ##.
#define CICU_MEMBER(name) __typeof__(name) *name##_;

typedef struct {
  CICU_FUNCTIONS(CICU_MEMBER)
} cicu_Functions;

/// The functions; NULL if ICU cannot be loaded or lacks one of them.
const cicu_Functions *cicu_functions(void);

/// A library of ICU, opened, with the version that this was compiled for: `uc` or `data`. NULL if there is none.
void *cicu_library(const char *name);

#define CICU_TEXT(name) CICU_EXPANDED_TEXT(name)
#define CICU_EXPANDED_TEXT(name) #name

#endif
