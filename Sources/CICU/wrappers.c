#include "CICU.h"

#include <string.h>

#include "functions.h"

void cicu_version(uint8_t version[U_MAX_VERSION_LENGTH]) {
  const cicu_Functions *icu = cicu_functions();
  memset(version, 0, U_MAX_VERSION_LENGTH);
  if (icu != NULL) icu->u_getVersion_(version);
}

void cicu_unicodeVersion(uint8_t version[U_MAX_VERSION_LENGTH]) {
  const cicu_Functions *icu = cicu_functions();
  memset(version, 0, U_MAX_VERSION_LENGTH);
  if (icu != NULL) icu->u_getUnicodeVersion_(version);
}

UBreakIterator *cicu_openWords(const char *locale, UErrorCode *status) {
  const cicu_Functions *icu = cicu_functions();
  if (icu == NULL) {
    *status = U_FILE_ACCESS_ERROR;
    return NULL;
  }
  return icu->ubrk_open_(UBRK_WORD, locale, NULL, 0, status);
}

// What was opened shows that there are functions.

void cicu_setText(UBreakIterator *words, const UChar *text, int32_t length, UErrorCode *status) {
  cicu_functions()->ubrk_setText_(words, text, length, status);
}

int32_t cicu_nextBoundary(UBreakIterator *words) { return cicu_functions()->ubrk_next_(words); }

int32_t cicu_ruleStatus(UBreakIterator *words) {
  return cicu_functions()->ubrk_getRuleStatus_(words);
}

void cicu_closeWords(UBreakIterator *words) { cicu_functions()->ubrk_close_(words); }

UConverter *cicu_openConverter(const char *name, UErrorCode *status) {
  const cicu_Functions *icu = cicu_functions();
  if (icu == NULL) {
    *status = U_FILE_ACCESS_ERROR;
    return NULL;
  }
  UConverter *converter = icu->ucnv_open_(name, status);
  if (U_FAILURE(*status)) return NULL;
  icu->ucnv_setToUCallBack_(
      converter, icu->UCNV_TO_U_CALLBACK_STOP_, NULL, NULL, NULL, status);
  return converter;
}

void cicu_toUnicode(
    UConverter *converter, UChar **target, const UChar *targetLimit, const char **source,
    const char *sourceLimit, UErrorCode *status) {
  cicu_functions()->ucnv_toUnicode_(
      converter, target, targetLimit, source, sourceLimit, NULL, true, status);
}

void cicu_closeConverter(UConverter *converter) { cicu_functions()->ucnv_close_(converter); }
