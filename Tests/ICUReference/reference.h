// What our tables and rules are compared with.
//
// ICU renames its functions with macros (u_charType is u_charType_72 to the linker), and Swift cannot see through
// such macros: each function that tests call has a wrapper here, named icu_…

#ifndef ICU_REFERENCE_H
#define ICU_REFERENCE_H

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>

// Properties of scalars

static inline int8_t icu_category(UChar32 scalar) { return u_charType(scalar); }

/// Whether the script is Han, Hiragana or Katakana.
static inline bool icu_isHanOrKana(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

static inline bool icu_isHan(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(scalar, &status) == USCRIPT_HAN;
}

/// Whether a scalar may be in one piece of ICU's word rules with Han next to it, or may be Han
/// itself.
static inline bool icu_joinsHan(UChar32 scalar) {
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

static inline int32_t icu_sentenceBreak(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_SENTENCE_BREAK);
}

static inline int32_t icu_eastAsianWidth(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH);
}

static inline bool icu_isEmojiPresentation(UChar32 scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EMOJI_PRESENTATION);
}

// Normalisation

static inline const UNormalizer2 *_Nullable icu_caseFolding(UErrorCode *_Nonnull status) {
  return unorm2_getNFKCCasefoldInstance(status);
}

static inline int32_t icu_normalize(
    const UNormalizer2 *_Nonnull form, const UChar *_Nullable source, int32_t length,
    UChar *_Nullable destination, int32_t capacity, UErrorCode *_Nonnull status) {
  return unorm2_normalize(form, source, length, destination, capacity, status);
}

static inline bool icu_hasBoundaryBefore(const UNormalizer2 *_Nonnull form, UChar32 scalar) {
  return unorm2_hasBoundaryBefore(form, scalar);
}

// Sentences

static inline UBreakIterator *_Nullable icu_openSentences(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_SENTENCE, locale, NULL, 0, status);
}

static inline void icu_setText(
    UBreakIterator *_Nonnull iterator, const UChar *_Nullable text, int32_t length,
    UErrorCode *_Nonnull status) {
  ubrk_setText(iterator, text, length, status);
}

static inline int32_t icu_nextBoundary(UBreakIterator *_Nonnull iterator) {
  return ubrk_next(iterator);
}

static inline void icu_close(UBreakIterator *_Nonnull iterator) { ubrk_close(iterator); }

// Transliteration

/// Opens a transliterator by its name, as `Traditional-Simplified`.
static inline UTransliterator *_Nullable icu_openTransliterator(
    const UChar *_Nonnull name, int32_t length, UErrorCode *_Nonnull status) {
  return utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, status);
}

/// Replaces the text, which has room for `capacity` units, and its length.
static inline void icu_transliterate(
    const UTransliterator *_Nonnull transliterator, UChar *_Nonnull text,
    int32_t *_Nonnull length, int32_t capacity, UErrorCode *_Nonnull status) {
  int32_t limit = *length;
  utrans_transUChars(transliterator, text, length, capacity, 0, &limit, status);
}

static inline void icu_closeTransliterator(UTransliterator *_Nonnull transliterator) {
  utrans_close(transliterator);
}

#endif
