/* Findings, concordances, comparisons and trends from C: what works, and every
 * way to use them wrongly. */
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

typedef struct buffer {
  char data[1 << 16];
  size_t size;
} buffer;

static int append(void *payload, const char *data, size_t size) {
  buffer *to = payload;
  if (to->size + size >= sizeof to->data) return 1;
  memcpy(to->data + to->size, data, size);
  to->size += size;
  to->data[to->size] = '\0';
  return 0;
}

static int refuse(void *payload, const char *data, size_t size) {
  (void)payload;
  (void)data;
  (void)size;
  return 1;
}

static framescope_analyzer *analyzer;
static framescope_scratch *scratch;
static buffer out;

/* One analysed text as an item; the caller frees item.analysis. */
static framescope_item item_of(const char *text) {
  framescope_item item = {FRAMESCOPE_SCORED, 0, "a.txt", "a", NULL, NULL};
  framescope_analysis *analysis = NULL;
  CHECK(framescope_analyze(&analysis, analyzer, scratch, text, strlen(text),
                           NULL) == FRAMESCOPE_OK);
  item.analysis = analysis;
  return item;
}

static void free_item(framescope_item *item) {
  framescope_analysis_free((framescope_analysis *)item->analysis);
}

static framescope_report *report_of(framescope_report_format format) {
  framescope_report_options options = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_report *report = NULL;
  options.format = format;
  out.size = 0;
  CHECK(framescope_report_new(&report, analyzer, &options, append, &out,
                              NULL) == FRAMESCOPE_OK);
  return report;
}

static void findings_and_concordances(void) {
  framescope_item item = item_of("She is a burden on the system.");
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  framescope_report *report = report_of(FRAMESCOPE_REPORT_LINT);
  CHECK(framescope_report_only(report, "crisis", NULL) == FRAMESCOPE_OK);
  CHECK(framescope_report_only(report, "nothing", &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(strstr(error.message, "nothing") != NULL);
  CHECK(framescope_report_only(report, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_report_only(NULL, "crisis", NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_report_add(report, &item, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_report_only(report, "crisis", NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_report_finish(report, NULL) == FRAMESCOPE_OK);
  CHECK(strstr(out.data, "warning: ") != NULL);
  CHECK(strstr(out.data, "[crisis.") != NULL);
  CHECK(strstr(out.data, "[deficit.") == NULL);
  framescope_report_free(report);

  report = report_of(FRAMESCOPE_REPORT_SARIF);
  CHECK(framescope_report_add(report, &item, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_report_finish(report, NULL) == FRAMESCOPE_OK);
  CHECK(strstr(out.data, "\"version\":\"2.1.0\"") != NULL);
  framescope_report_free(report);

  report = report_of(FRAMESCOPE_REPORT_CONCORDANCE);
  CHECK(framescope_report_add(report, &item, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_report_finish(report, NULL) == FRAMESCOPE_OK);
  CHECK(strstr(out.data, "burden on the system]") != NULL);
  framescope_report_free(report);
  free_item(&item);
}

static void comparisons(void) {
  framescope_comparison *comparison = NULL;
  framescope_report_options options = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_item a = item_of("She is a burden, a burden, a burden.");
  framescope_item b = item_of("We build on strengths, strengths, strengths.");
  framescope_item failed = {FRAMESCOPE_FAILED, 0, "x", "x", NULL, NULL};
  framescope_item hollow = {FRAMESCOPE_SCORED, 0, "x", "x", NULL, NULL};
  CHECK(framescope_comparison_new(NULL, analyzer, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_comparison_new(&comparison, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(comparison == NULL);
  CHECK(framescope_comparison_new(&comparison, analyzer, NULL) ==
        FRAMESCOPE_OK);
  CHECK(framescope_comparison_add(comparison, 0, &a, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_comparison_add(comparison, 1, &b, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_comparison_add(comparison, 1, &failed, NULL) ==
        FRAMESCOPE_OK);
  CHECK(framescope_comparison_add(comparison, 2, &a, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_comparison_add(comparison, 0, &hollow, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_comparison_add(comparison, 0, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  out.size = 0;
  CHECK(framescope_comparison_write(comparison, NULL, 5, append, &out, NULL) ==
        FRAMESCOPE_OK);
  CHECK(strstr(out.data, "B: 1 document,") != NULL);
  options.format = FRAMESCOPE_REPORT_HTML;
  CHECK(framescope_comparison_write(comparison, &options, 5, append, &out,
                                    NULL) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_comparison_write(comparison, NULL, 5, refuse, NULL, NULL) ==
        FRAMESCOPE_E_CALLBACK);
  CHECK(framescope_comparison_write(comparison, NULL, 5, NULL, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  framescope_comparison_free(comparison);
  framescope_comparison_free(NULL);
  free_item(&a);
  free_item(&b);
}

static void trends(void) {
  framescope_trend *trend = NULL;
  framescope_item undated = item_of("She is a burden.");
  CHECK(framescope_trend_new(&trend, analyzer, NULL, "week", NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_trend_new(&trend, analyzer, NULL, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_trend_new(&trend, NULL, NULL, "year", NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(trend == NULL);
  CHECK(framescope_trend_new(&trend, analyzer, "date", "year", NULL) ==
        FRAMESCOPE_OK);
  CHECK(framescope_trend_add(trend, &undated, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_trend_add(trend, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_trend_add(NULL, &undated, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  out.size = 0;
  CHECK(framescope_trend_write(trend, NULL, append, &out, NULL) ==
        FRAMESCOPE_OK);
  CHECK(strstr(out.data, "1 document without a date") != NULL);
  CHECK(framescope_trend_write(NULL, NULL, append, &out, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  framescope_trend_free(trend);
  framescope_trend_free(NULL);
  free_item(&undated);
}

int main(void) {
  framescope_lexicon *lexicon = NULL;
  CHECK(framescope_lexicon_new_builtin(&lexicon, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, NULL) ==
        FRAMESCOPE_OK);
  framescope_lexicon_free(lexicon);
  CHECK(framescope_scratch_new(&scratch, NULL) == FRAMESCOPE_OK);
  findings_and_concordances();
  comparisons();
  trends();
  framescope_scratch_free(scratch);
  framescope_analyzer_free(analyzer);
  if (failures == 0) printf("corpora: every check passed\n");
  return failures == 0 ? 0 : 1;
}
