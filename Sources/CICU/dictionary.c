// The dictionary by which ICU cuts Chinese and Japanese.
//
// ICU's data is one symbol of the library `icudata` with a table of contents before all files ("CmnD", described in
// ICU's `ucmndata.h`): a header; the number of files, in 32 bits; for each the offsets of its name and of its content,
// counted from the number; names and contents. The files are in the order of their names. Each begins with a header,
// which is its size in 16 bits, two bytes 0xDA 0x27, and a `UDataInfo`.

#include <stdint.h>
#include <string.h>

#include "CICU.h"
#include "functions.h"

static const char name[] = U_ICUDATA_NAME "/brkitr/cjdict.dict";

typedef struct {
  uint16_t size;
  uint8_t magic[2];
  UDataInfo info;
} Header;

typedef struct {
  uint32_t count;
  struct {
    uint32_t name;
    uint32_t content;
  } files[];
} Contents;

static bool is_header(const Header *header) {
  return header->magic[0] == 0xDA && header->magic[1] == 0x27 && header->size >= sizeof(Header) &&
         header->info.isBigEndian == U_IS_BIG_ENDIAN;
}

/// The file within data that is in memory; NULL if the data is in another form or has no such file.
static const Header *find(const Header *data) {
  static const uint8_t format[] = {'C', 'm', 'n', 'D', 1};
  if (!is_header(data) || memcmp(data->info.dataFormat, format, 4) != 0 ||
      data->info.formatVersion[0] != format[4])
    return NULL;
  const char *base = (const char *)data + data->size;
  const Contents *contents = (const Contents *)base;
  uint32_t low = 0, high = contents->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = strcmp(name, base + contents->files[middle].name);
    if (order == 0) {
      const Header *file = (const Header *)(base + contents->files[middle].content);
      return is_header(file) ? file : NULL;
    }
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

#ifdef __linux__

#include <dlfcn.h>

static const Header *loaded_data(void) {
  void *library = cicu_library("data");
  return library == NULL ? NULL : dlsym(library, CICU_TEXT(U_ICUDATA_ENTRY_POINT));
}

#else

static const Header *loaded_data(void) { return NULL; }

#endif

/// Asks ICU, which also looks for files of data.
static bool ask(cicu_Dictionary *dictionary) {
  const cicu_Functions *icu = cicu_functions();
  if (icu == NULL) return false;
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *memory =
      icu->udata_open_(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &status);
  if (memory == NULL || U_FAILURE(status)) return false;
  dictionary->memory = memory;
  dictionary->content = icu->udata_getMemory_(memory);
  dictionary->info.size = sizeof dictionary->info;
  icu->udata_getInfo_(memory, &dictionary->info);
  return true;
}

bool cicu_openDictionary(cicu_Dictionary *dictionary) {
  const Header *data = loaded_data();
  const Header *file = data == NULL ? NULL : find(data);
  if (file == NULL) return ask(dictionary);
  dictionary->info = file->info;
  dictionary->content = (const char *)file + file->size;
  dictionary->memory = NULL;
  return true;
}

void cicu_closeDictionary(const cicu_Dictionary *dictionary) {
  if (dictionary->memory != NULL) cicu_functions()->udata_close_(dictionary->memory);
}
