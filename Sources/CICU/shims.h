// ICU renames its functions with macros (u_charType is u_charType_72 to the linker), and Swift
// cannot see through such macros: each function that we call has a wrapper here, named cicu_…

#ifndef CICU_SHIMS_H
#define CICU_SHIMS_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

// Versions

static inline void cicu_version(uint8_t version[U_MAX_VERSION_LENGTH]) { u_getVersion(version); }

static inline void cicu_unicodeVersion(uint8_t version[U_MAX_VERSION_LENGTH]) {
  u_getUnicodeVersion(version);
}

// Properties of scalars

static inline int8_t cicu_category(UChar32 scalar) { return u_charType(scalar); }

/// Whether the script is Han, Hiragana or Katakana.
static inline bool cicu_isHanOrKana(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

static inline bool cicu_isHan(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(scalar, &status) == USCRIPT_HAN;
}

/// Whether a scalar may be in one piece of ICU's word rules with Han next to it, or may be Han
/// itself.
static inline bool cicu_joinsHan(UChar32 scalar) {
  switch (u_getIntPropertyValue(scalar, UCHAR_WORD_BREAK)) {
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_KATAKANA:
    case U_WB_ZWJ:
      return true;
    default:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL;
}

static inline int32_t cicu_eastAsianWidth(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH);
}

static inline bool cicu_isEmojiPresentation(UChar32 scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EMOJI_PRESENTATION);
}

// Normalisation

static inline const UNormalizer2 *_Nullable cicu_caseFolding(UErrorCode *_Nonnull status) {
  return unorm2_getNFKCCasefoldInstance(status);
}

static inline int32_t cicu_normalize(
    const UNormalizer2 *_Nonnull form, const UChar *_Nullable source, int32_t length,
    UChar *_Nullable destination, int32_t capacity, UErrorCode *_Nonnull status) {
  return unorm2_normalize(form, source, length, destination, capacity, status);
}

static inline bool cicu_isInert(const UNormalizer2 *_Nonnull form, UChar32 scalar) {
  return unorm2_isInert(form, scalar);
}

static inline bool cicu_hasBoundaryBefore(const UNormalizer2 *_Nonnull form, UChar32 scalar) {
  return unorm2_hasBoundaryBefore(form, scalar);
}

// Words

static inline UBreakIterator *_Nullable cicu_openWords(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_WORD, locale, NULL, 0, status);
}

static inline void cicu_setText(
    UBreakIterator *_Nonnull words, const UChar *_Nullable text, int32_t length,
    UErrorCode *_Nonnull status) {
  ubrk_setText(words, text, length, status);
}

static inline int32_t cicu_nextBoundary(UBreakIterator *_Nonnull words) { return ubrk_next(words); }

static inline int32_t cicu_ruleStatus(UBreakIterator *_Nonnull words) {
  return ubrk_getRuleStatus(words);
}

static inline void cicu_closeWords(UBreakIterator *_Nonnull words) { ubrk_close(words); }

// Sentences, whose iterator is used and closed as that of words

static inline UBreakIterator *_Nullable cicu_openSentences(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_SENTENCE, locale, NULL, 0, status);
}

// The dictionary of the word iterator

static inline UDataMemory *_Nullable cicu_openDictionary(UErrorCode *_Nonnull status) {
  return udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", status);
}

static inline void cicu_dictionaryInfo(
    UDataMemory *_Nonnull dictionary, UDataInfo *_Nonnull info) {
  udata_getInfo(dictionary, info);
}

/// What follows the header, which is at an address that eight divides.
static inline const void *_Nullable cicu_dictionaryContent(UDataMemory *_Nonnull dictionary) {
  return udata_getMemory(dictionary);
}

static inline void cicu_closeDictionary(UDataMemory *_Nonnull dictionary) {
  udata_close(dictionary);
}

// Converters

/// Opens a converter that stops at bytes it cannot decode.
static inline UConverter *_Nullable cicu_openConverter(
    const char *_Nonnull name, UErrorCode *_Nonnull status) {
  UConverter *converter = ucnv_open(name, status);
  if (U_FAILURE(*status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
  return converter;
}

static inline void cicu_toUnicode(
    UConverter *_Nonnull converter, UChar *_Nullable *_Nonnull target,
    const UChar *_Nullable targetLimit, const char *_Nullable *_Nonnull source,
    const char *_Nullable sourceLimit, UErrorCode *_Nonnull status) {
  ucnv_toUnicode(converter, target, targetLimit, source, sourceLimit, NULL, true, status);
}

static inline void cicu_closeConverter(UConverter *_Nonnull converter) { ucnv_close(converter); }

// Transliteration

/// Opens a transliterator by its name, as `Traditional-Simplified`.
static inline UTransliterator *_Nullable cicu_openTransliterator(
    const UChar *_Nonnull name, int32_t length, UErrorCode *_Nonnull status) {
  return utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, status);
}

/// Replaces the text, which has room for `capacity` units, and its length.
static inline void cicu_transliterate(
    const UTransliterator *_Nonnull transliterator, UChar *_Nonnull text,
    int32_t *_Nonnull length, int32_t capacity, UErrorCode *_Nonnull status) {
  int32_t limit = *length;
  utrans_transUChars(transliterator, text, length, capacity, 0, &limit, status);
}

static inline void cicu_closeTransliterator(UTransliterator *_Nonnull transliterator) {
  utrans_close(transliterator);
}

#endif
