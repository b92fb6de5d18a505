/* Many texts in memory: in order, the same for any number of threads, counted
 * as they are analysed; and totals that come out the same however they are
 * cut. */
#include <math.h>

#include "check.h"

enum { kTexts = 500 };

static framescope_text texts[kTexts];
static char store[kTexts][160];

/* Texts of every length, some empty, some not UTF-8. */
static void make_texts(void) {
  int i;
  for (i = 0; i < kTexts; ++i) {
    const int length = snprintf(
        store[i], sizeof store[i], "Number %d. %s%s%s%s", i,
        i % 2 ? "She is a burden. " : "", i % 3 ? "She is no burden. " : "",
        i % 5 ? "It was a springboard. " : "",
        i % 7 ? "" : "Springboards, springboards; and a burden.");
    texts[i].data = store[i];
    texts[i].size = i % 11 == 0 ? 0 : (size_t)length;
    if (i % 13 == 5) store[i][3] = '\xFF';
  }
}

typedef struct seen {
  size_t next;
  size_t failed;
  uint64_t words;
  framescope_total *total;
  size_t stop_at;
} seen;

static int look(void *payload, size_t index,
                const framescope_analysis *analysis,
                const framescope_error *error) {
  seen *to = payload;
  CHECK(index == to->next);
  CHECK((analysis == NULL) != (error == NULL));
  ++to->next;
  if (analysis != NULL) {
    to->words += framescope_analysis_word_count(analysis);
    if (to->total != NULL) {
      CHECK(framescope_total_add(to->total, analysis, NULL) == FRAMESCOPE_OK);
    }
  } else {
    ++to->failed;
    CHECK(error->status == FRAMESCOPE_E_ENCODING && error->offset == 3);
  }
  return to->stop_at != 0 && to->next == to->stop_at;
}

static void test_in_order_for_any_jobs(const framescope_analyzer *analyzer) {
  framescope_many_options options = FRAMESCOPE_MANY_OPTIONS_INIT;
  seen one = {0, 0, 0, NULL, 0};
  for (options.jobs = 1; options.jobs <= 5; options.jobs += 2) {
    seen now = {0, 0, 0, NULL, 0};
    CHECK(framescope_analyze_many(analyzer, texts, kTexts, &options, look, &now,
                                  NULL) == FRAMESCOPE_OK);
    CHECK(now.next == kTexts && now.failed > 0);
    if (options.jobs == 1) one = now;
    CHECK(now.words == one.words && now.failed == one.failed);
  }
  CHECK(framescope_analyze_many(analyzer, NULL, 0, NULL, look, &one, NULL) ==
        FRAMESCOPE_OK);
}

static void test_stop(const framescope_analyzer *analyzer) {
  framescope_many_options options = FRAMESCOPE_MANY_OPTIONS_INIT;
  for (options.jobs = 1; options.jobs <= 3; ++options.jobs) {
    seen now = {0, 0, 0, NULL, 130};
    CHECK(framescope_analyze_many(analyzer, texts, kTexts, &options, look, &now,
                                  NULL) == FRAMESCOPE_E_CALLBACK);
    CHECK(now.next == 130);
  }
}

static void test_into_an_array(const framescope_analyzer *analyzer) {
  framescope_analysis **all = calloc(kTexts, sizeof *all);
  framescope_error *errors = calloc(kTexts, sizeof *errors);
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  size_t i;
  if (all == NULL || errors == NULL) exit(1);
  CHECK(framescope_analyze_all(all, errors, analyzer, texts, kTexts, NULL,
                               &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(strstr(error.message, "struct_size") != NULL && all[1] == NULL);
  for (i = 0; i < kTexts; ++i) errors[i].struct_size = sizeof *errors;
  CHECK(framescope_analyze_all(all, errors, analyzer, texts, kTexts, NULL,
                               &error) == FRAMESCOPE_OK);
  for (i = 0; i < kTexts; ++i) {
    const int failed = errors[i].status != FRAMESCOPE_OK;
    CHECK((all[i] == NULL) == failed);
    if (failed) CHECK(errors[i].offset == 3 && errors[i].message[0] != '\0');
    if (!failed) {
      size_t size = 0;
      const char *text = framescope_analysis_text(all[i], &size);
      CHECK(size == texts[i].size && memcmp(text, texts[i].data, size) == 0);
    }
  }
  framescope_analysis_free_all(all, kTexts);
  CHECK(all[1] == NULL);
  framescope_analysis_free_all(all, kTexts);
  free(errors);
  free(all);
}

/* Both gears and both ways in agree, for one text and for many. */
static void test_counts_agree(const framescope_analyzer *analyzer) {
  framescope_counts out = FRAMESCOPE_COUNTS_INIT;
  framescope_counts row = FRAMESCOPE_COUNTS_INIT;
  framescope_axis_count axis, *axes = calloc(kTexts, sizeof *axes);
  framescope_category_count *categories =
      calloc(2 * kTexts, sizeof *categories);
  framescope_extent extent, *extents = calloc(kTexts, sizeof *extents);
  framescope_status *statuses = calloc(kTexts, sizeof *statuses);
  framescope_scratch *scratch = NULL;
  size_t i;
  if (!axes || !categories || !extents || !statuses) exit(1);
  CHECK(framescope_scratch_new(&scratch, NULL) == FRAMESCOPE_OK);
  out.axes = axes;
  out.axis_count = 1;
  out.categories = categories;
  out.category_count = 2;
  out.extents = extents;
  out.statuses = statuses;
  row.axes = &axis;
  row.axis_count = 1;
  row.extents = &extent;
  memset(axes, 0x55, kTexts * sizeof *axes);
  CHECK(framescope_count_many(&out, analyzer, texts, kTexts, NULL, NULL) ==
        FRAMESCOPE_OK);
  for (i = 0; i < kTexts; ++i) {
    framescope_analysis *analysis = NULL;
    const framescope_axis_score *score;
    const framescope_status status = framescope_analyze(
        &analysis, analyzer, scratch, texts[i].data, texts[i].size, NULL);
    CHECK(status == statuses[i]);
    memset(&axis, 0, sizeof axis);
    memset(&extent, 0, sizeof extent);
    CHECK(framescope_count(&row, analyzer, scratch, texts[i].data,
                           texts[i].size, NULL) == status);
    CHECK(memcmp(&axis, &axes[i], sizeof axis) == 0);
    CHECK(memcmp(&extent, &extents[i], sizeof extent) == 0);
    if (status == FRAMESCOPE_OK) {
      score = framescope_analysis_scores(analysis, NULL);
      CHECK(score->evoked.negative_count == axis.evoked.negative);
      CHECK(score->evoked.positive_weighted == axis.evoked.positive_weighted);
      CHECK(score->endorsed.negative_count == axis.endorsed.negative);
      CHECK(categories[2 * i].evoked == axis.evoked.negative);
      CHECK(categories[2 * i + 1].endorsed == axis.endorsed.positive);
    }
    framescope_analysis_free(analysis);
  }
  out.axis_count = 2;
  CHECK(framescope_count_many(&out, analyzer, texts, kTexts, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  framescope_scratch_free(scratch);
  free(statuses);
  free(extents);
  free(categories);
  free(axes);
}

static void scores_of(framescope_axis_score *out,
                      const framescope_total *total) {
  memset(out, 0, sizeof *out);
  CHECK(framescope_total_scores(out, 1, total, NULL) == FRAMESCOPE_OK);
}

/* One total of all; three merged in another order, one of them sent as text;
 * and one of counts. */
static void test_totals(const framescope_analyzer *analyzer) {
  framescope_total *whole = NULL, *sum = NULL, *sent = NULL, *counted = NULL;
  framescope_total *parts[3] = {NULL, NULL, NULL};
  framescope_axis_count *axes = calloc(kTexts, sizeof *axes);
  framescope_extent *extents = calloc(kTexts, sizeof *extents);
  framescope_status *statuses = calloc(kTexts, sizeof *statuses);
  framescope_counts out = FRAMESCOPE_COUNTS_INIT;
  framescope_axis_score expected, got;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  buffer line = {NULL, 0, 0};
  seen all = {0, 0, 0, NULL, 0};
  size_t i;
  if (!axes || !extents || !statuses) exit(1);
  CHECK(framescope_total_new(&whole, analyzer, NULL) == FRAMESCOPE_OK);
  all.total = whole;
  framescope_analyze_many(analyzer, texts, kTexts, NULL, look, &all, NULL);
  scores_of(&expected, whole);
  CHECK(expected.evoked.negative_count > 100);
  for (i = 0; i < 3; ++i) {
    const size_t begin = i == 0 ? 0 : i == 1 ? 7 : 331;
    const size_t end = i == 0 ? 7 : i == 1 ? 331 : kTexts;
    seen part = {0, 0, 0, NULL, 0};
    CHECK(framescope_total_new(&parts[i], analyzer, NULL) == FRAMESCOPE_OK);
    part.total = parts[i];
    framescope_analyze_many(analyzer, texts + begin, end - begin, NULL, look,
                            &part, NULL);
  }
  CHECK(framescope_total_write(parts[1], append, &line, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_total_read(&sent, analyzer, line.data, line.size, &error) ==
        FRAMESCOPE_OK);
  CHECK(framescope_total_new(&sum, analyzer, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_total_merge(sum, parts[2], NULL) == FRAMESCOPE_OK);
  CHECK(framescope_total_merge(sum, sent, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_total_merge(sum, parts[0], NULL) == FRAMESCOPE_OK);
  scores_of(&got, sum);
  CHECK(memcmp(&got, &expected, sizeof got) == 0);
  CHECK(framescope_total_document_count(sum) ==
        framescope_total_document_count(whole));
  CHECK(framescope_total_word_count(sum) == framescope_total_word_count(whole));
  out.axes = axes;
  out.axis_count = 1;
  out.extents = extents;
  out.statuses = statuses;
  CHECK(framescope_count_many(&out, analyzer, texts, kTexts, NULL, NULL) ==
        FRAMESCOPE_OK);
  CHECK(framescope_total_new(&counted, analyzer, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_total_add_counts(counted, &out, kTexts, NULL) ==
        FRAMESCOPE_OK);
  scores_of(&got, counted);
  CHECK(memcmp(&got, &expected, sizeof got) == 0);
  /* All rows or none. */
  axes[kTexts - 2].evoked.negative = UINT64_MAX;
  CHECK(framescope_total_add_counts(counted, &out, kTexts, &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  scores_of(&got, counted);
  CHECK(memcmp(&got, &expected, sizeof got) == 0);
  CHECK(framescope_total_merge(counted, counted, NULL) == FRAMESCOPE_OK);
  scores_of(&got, counted);
  CHECK(got.evoked.negative_count == 2 * expected.evoked.negative_count);
  /* Totals that do not belong here, and what is none. */
  line.data[line.size - 2] = 'x';
  sent = (framescope_total_free(sent), NULL);
  CHECK(framescope_total_read(&sent, analyzer, line.data, line.size, NULL) ==
        FRAMESCOPE_E_PARSE);
  memcpy(line.data, "framescope.total/1 0123", 23);
  CHECK(framescope_total_read(&sent, analyzer, line.data, line.size, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_total_read(&sent, analyzer, "", 0, NULL) ==
        FRAMESCOPE_E_PARSE);
  CHECK(sent == NULL);
  for (i = 0; i < 3; ++i) framescope_total_free(parts[i]);
  framescope_total_free(whole);
  framescope_total_free(sum);
  framescope_total_free(counted);
  free(line.data);
  free(axes);
  free(extents);
  free(statuses);
}

static void test_alpha(void) {
  static const uint32_t same[] = {1, 1, 2, 2, 1, 1};
  static const uint32_t values[] = {1, 1, 1, 2, 2, FRAMESCOPE_NONE};
  double alpha = 7;
  CHECK(framescope_nominal_alpha(&alpha, same, 3, 2, NULL) == FRAMESCOPE_OK);
  CHECK(alpha == 1.0);
  CHECK(framescope_nominal_alpha(&alpha, values, 3, 2, NULL) == FRAMESCOPE_OK);
  CHECK(alpha == 0.0);
  CHECK(framescope_nominal_alpha(&alpha, NULL, 0, 2, NULL) == FRAMESCOPE_OK);
  CHECK(isnan(alpha));
  CHECK(framescope_nominal_alpha(&alpha, values, SIZE_MAX, 2, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
}

int main(void) {
  framescope_analyzer *analyzer = tiny_analyzer();
  make_texts();
  test_in_order_for_any_jobs(analyzer);
  test_stop(analyzer);
  test_into_an_array(analyzer);
  test_counts_agree(analyzer);
  test_totals(analyzer);
  test_alpha();
  framescope_analyzer_free(analyzer);
  return finish("many");
}
