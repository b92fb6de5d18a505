/* The layout of every struct of framescope.h on 64-bit machines: a change here
 * is a change of the ABI. Each INIT macro is zero plus the size. */
#include <assert.h>
#include <framescope/framescope.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFFu
static_assert(sizeof(framescope_error) == 520, "framescope_error");
static_assert(offsetof(framescope_error, offset) == 8, "offset");
static_assert(offsetof(framescope_error, line) == 16, "line");
static_assert(offsetof(framescope_error, message) == 24, "message");
static_assert(sizeof(framescope_axis) == 40, "framescope_axis");
static_assert(sizeof(framescope_category) == 32, "framescope_category");
static_assert(sizeof(framescope_entry) == 48, "framescope_entry");
static_assert(sizeof(framescope_options) == 48, "framescope_options");
static_assert(sizeof(framescope_lexicon_options) == 24, "lexicon options");
static_assert(sizeof(framescope_read_options) == 48, "read options");
static_assert(sizeof(framescope_match) == 128, "framescope_match");
static_assert(offsetof(framescope_match, cue_begin) == 48, "cue_begin");
static_assert(offsetof(framescope_match, entry) == 80, "entry");
static_assert(offsetof(framescope_match, stance) == 92, "stance");
static_assert(offsetof(framescope_match, flags) == 120, "flags");
static_assert(sizeof(framescope_balance) == 96, "framescope_balance");
static_assert(sizeof(framescope_axis_score) == 192, "framescope_axis_score");
static_assert(sizeof(framescope_item) == 40, "framescope_item");
static_assert(sizeof(framescope_run_options) == 24, "framescope_run_options");
static_assert(sizeof(framescope_report_options) == 16, "report options");
#endif

/* All bytes of a struct after its size are zero. */
static int zero_after_size(const void *data, size_t size) {
  const unsigned char *bytes = data;
  size_t i;
  for (i = sizeof(uint32_t); i < size; ++i) {
    if (bytes[i] != 0) return 0;
  }
  return 1;
}

#define CHECK_INIT(type, macro)                      \
  do {                                               \
    type value;                                      \
    const type made = macro;                         \
    memset(&value, 0, sizeof value);                 \
    memcpy(&value, &made, sizeof value);             \
    if (value.struct_size != sizeof value ||         \
        !zero_after_size(&value, sizeof value)) {    \
      printf(#macro " is not zero plus the size\n"); \
      return 1;                                      \
    }                                                \
  } while (0)

int main(void) {
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  CHECK_INIT(framescope_options, FRAMESCOPE_OPTIONS_INIT);
  CHECK_INIT(framescope_lexicon_options, FRAMESCOPE_LEXICON_OPTIONS_INIT);
  CHECK_INIT(framescope_read_options, FRAMESCOPE_READ_OPTIONS_INIT);
  CHECK_INIT(framescope_run_options, FRAMESCOPE_RUN_OPTIONS_INIT);
  CHECK_INIT(framescope_report_options, FRAMESCOPE_REPORT_OPTIONS_INIT);
  if (error.struct_size != sizeof error || error.offset != -1) return 1;
  if (framescope_version_number() != FRAMESCOPE_VERSION_NUMBER) return 1;
  printf("layout: as agreed\n");
  return 0;
}
