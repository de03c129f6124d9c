// The functions of ICU that are called, each as a wrapper named cicu_….
//
// On Linux the libraries of ICU are opened when the first of them is called and not when the process starts:
// that takes a millisecond, more than a search does, and a search seldom needs them. Without the libraries every
// opening fails with U_FILE_ACCESS_ERROR, and the versions are 0.

#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/udata.h>
#include <unicode/uversion.h>

// Versions

void cicu_version(uint8_t version[_Nonnull U_MAX_VERSION_LENGTH]);
void cicu_unicodeVersion(uint8_t version[_Nonnull U_MAX_VERSION_LENGTH]);

// Words

UBreakIterator *_Nullable cicu_openWords(const char *_Nonnull locale, UErrorCode *_Nonnull status);
void cicu_setText(
    UBreakIterator *_Nonnull words, const UChar *_Nullable text, int32_t length,
    UErrorCode *_Nonnull status);
int32_t cicu_nextBoundary(UBreakIterator *_Nonnull words);
int32_t cicu_ruleStatus(UBreakIterator *_Nonnull words);
void cicu_closeWords(UBreakIterator *_Nonnull words);

// The dictionary of the word iterator

/// A file of ICU's data.
typedef struct {
  UDataInfo info;
  /// What follows the header, which is at an address that eight divides.
  const void *_Nullable content;
  /// What has to be closed; NULL if nothing.
  UDataMemory *_Nullable memory;
} cicu_Dictionary;

/// Finds the dictionary, and returns whether there is one.
///
/// It is read where the library of ICU's data has it, which needs no other; where that is not built as usual, ICU is
/// asked.
bool cicu_openDictionary(cicu_Dictionary *_Nonnull dictionary);
void cicu_closeDictionary(const cicu_Dictionary *_Nonnull dictionary);

// Converters

/// Opens a converter that stops at bytes it cannot decode.
UConverter *_Nullable cicu_openConverter(const char *_Nonnull name, UErrorCode *_Nonnull status);
void cicu_toUnicode(
    UConverter *_Nonnull converter, UChar *_Nullable *_Nonnull target,
    const UChar *_Nullable targetLimit, const char *_Nullable *_Nonnull source,
    const char *_Nullable sourceLimit, UErrorCode *_Nonnull status);
void cicu_closeConverter(UConverter *_Nonnull converter);

#endif
