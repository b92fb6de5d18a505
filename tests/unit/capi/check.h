/* What the tests of the C API share: checks, a small lexicon, a buffer. */
#ifndef FRAMESCOPE_TESTS_UNIT_CAPI_CHECK_H_
#define FRAMESCOPE_TESTS_UNIT_CAPI_CHECK_H_

#include <framescope/framescope.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                             \
  do {                                                               \
    if (!(condition)) {                                              \
      printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                    \
    }                                                                \
  } while (0)

static const char kToml[] =
    "name = \"tiny\"\nversion = \"1\"\n"
    "[[axis]]\nname = \"crisis-springboard\"\nnegative = \"crisis\"\n"
    "positive = \"springboard\"\n"
    "[[category]]\nname = \"crisis.burden\"\npole = \"crisis\"\n"
    "[[category]]\nname = \"springboard.potential\"\npole = "
    "\"springboard\"\n";
static const char kEntries[] =
    "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
    "sources\tdate\tnote\n"
    "burden*\tcrisis.burden\t2\n"
    "springboard*\tspringboard.potential\t3\n";

typedef struct buffer {
  char *data;
  size_t size;
  int stop;
} buffer;

static inline int append(void *payload, const char *data, size_t size) {
  buffer *to = payload;
  char *grown;
  if (to->stop) return 1;
  grown = realloc(to->data, to->size + size + 1);
  if (grown == NULL) return 1;
  to->data = grown;
  memcpy(to->data + to->size, data, size);
  to->size += size;
  to->data[to->size] = '\0';
  return 0;
}

static inline framescope_lexicon *tiny(void) {
  framescope_lexicon *lexicon = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  CHECK(framescope_lexicon_parse(&lexicon, "tiny", kToml, strlen(kToml),
                                 kEntries, strlen(kEntries), NULL, 0, NULL,
                                 NULL, &error) == FRAMESCOPE_OK);
  if (lexicon == NULL) {
    printf("%s\n", error.message);
    exit(1);
  }
  return lexicon;
}

static inline framescope_analyzer *tiny_analyzer(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_analyzer *analyzer = NULL;
  CHECK(framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, NULL) ==
        FRAMESCOPE_OK);
  framescope_lexicon_free(lexicon);
  if (analyzer == NULL) exit(1);
  return analyzer;
}

/* The exit code of a test program. */
static inline int finish(const char *name) {
  if (failures == 0) printf("%s: all good\n", name);
  return failures != 0;
}

#endif /* FRAMESCOPE_TESTS_UNIT_CAPI_CHECK_H_ */
