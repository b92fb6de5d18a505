/* Garbage thrown at every function: NULL, wrong sizes, text that is not UTF-8,
 * handles freed in any order, calls within calls, two threads on one scratch.
 * All that may come back are statuses. Meant for the sanitizers too. */
#include <limits.h>
#include <pthread.h>

#include "check.h"

#define REFUSED(call) CHECK((call) == FRAMESCOPE_E_INVALID_ARGUMENT)

static framescope_error error = FRAMESCOPE_ERROR_INIT;

static int take(void *payload, const char *data, size_t size) {
  (void)payload;
  (void)data;
  (void)size;
  return 0;
}

static int refuse(void *payload, const char *data, size_t size) {
  (void)payload;
  (void)data;
  (void)size;
  return 1;
}

static int told(void *payload, int severity, const char *message) {
  (void)payload;
  (void)severity;
  (void)message;
  return 0;
}

static int stop_telling(void *payload, int severity, const char *message) {
  (void)payload;
  (void)severity;
  (void)message;
  return 1;
}

static int result(void *payload, size_t index,
                  const framescope_analysis *analysis,
                  const framescope_error *why) {
  (void)payload;
  (void)index;
  CHECK((analysis == NULL) != (why == NULL));
  return 0;
}

static int item_seen(void *payload, const framescope_item *item) {
  (void)payload;
  CHECK(item != NULL);
  return 0;
}

static int document_seen(void *payload, const framescope_document *document,
                         const framescope_error *why) {
  (void)payload;
  CHECK((document == NULL) != (why == NULL));
  return 0;
}

/* Everything there is, of the small lexicon. */
typedef struct world {
  framescope_lexicon *lexicon;
  framescope_analyzer *analyzer;
  framescope_scratch *scratch;
  framescope_document *document;
  framescope_analysis *analysis;
  framescope_report *report;
  framescope_total *total;
} world;

static world make_world(void) {
  world all;
  memset(&all, 0, sizeof all);
  all.lexicon = tiny();
  framescope_analyzer_new(&all.analyzer, all.lexicon, NULL, NULL, NULL, NULL);
  framescope_scratch_new(&all.scratch, NULL);
  framescope_document_new(&all.document, NULL, NULL, "No burden.", 10, NULL);
  framescope_analyze(&all.analysis, all.analyzer, all.scratch, "No burden.", 10,
                     NULL);
  framescope_report_new(&all.report, all.analyzer, NULL, take, NULL, NULL);
  framescope_total_new(&all.total, all.analyzer, NULL);
  CHECK(all.analyzer && all.scratch && all.document && all.analysis &&
        all.report && all.total);
  return all;
}

static void free_one(world *all, int which) {
  switch (which) {
    case 0:
      framescope_lexicon_free(all->lexicon);
      break;
    case 1:
      framescope_analyzer_free(all->analyzer);
      break;
    case 2:
      framescope_scratch_free(all->scratch);
      break;
    case 3:
      framescope_document_free(all->document);
      break;
    case 4:
      framescope_analysis_free(all->analysis);
      break;
    case 5:
      framescope_report_free(all->report);
      break;
    default:
      framescope_total_free(all->total);
      break;
  }
}

/* Seven handles, freed from each one on, forwards and backwards; what is left
 * must still work. */
static void test_freed_in_any_order(void) {
  int first, step, i;
  for (first = 0; first < 7; ++first) {
    for (step = 1; step <= 6; step += 5) {
      world all = make_world();
      free_one(&all, first);
      if (first != 4 && first != 6) {
        CHECK(framescope_total_add(all.total, all.analysis, NULL) ==
              FRAMESCOPE_OK);
      }
      if (first != 4 && first != 5) {
        framescope_item item;
        memset(&item, 0, sizeof item);
        item.analysis = all.analysis;
        CHECK(framescope_report_add(all.report, &item, NULL) == FRAMESCOPE_OK);
      }
      for (i = 1; i < 7; ++i) free_one(&all, (first + i * step) % 7);
    }
  }
}

static void test_null_handles(void) {
  framescope_about about;
  framescope_axis axis;
  framescope_category category;
  framescope_entry entry;
  framescope_mask mask;
  framescope_source source;
  framescope_profile profile;
  framescope_block block;
  framescope_notice notice;
  framescope_property property;
  framescope_span span;
  size_t n = 1;
  REFUSED(framescope_lexicon_about(&about, NULL));
  REFUSED(framescope_lexicon_about(NULL, NULL));
  REFUSED(framescope_lexicon_axis(&axis, NULL, 0));
  REFUSED(framescope_lexicon_category(&category, NULL, 0));
  REFUSED(framescope_lexicon_entry(&entry, NULL, 0));
  REFUSED(framescope_lexicon_mask(&mask, NULL, 0));
  REFUSED(framescope_lexicon_source(&source, NULL, 0));
  REFUSED(framescope_lexicon_profile(&profile, NULL, 0));
  REFUSED(framescope_document_block(&block, NULL, 0));
  REFUSED(framescope_document_notice(&notice, NULL, 0));
  REFUSED(framescope_document_property(&property, NULL, 0));
  REFUSED(framescope_analysis_sentence(&span, NULL, 0));
  CHECK(framescope_lexicon_name(NULL)[0] == '\0');
  CHECK(framescope_lexicon_version(NULL)[0] == '\0');
  CHECK(framescope_lexicon_hash(NULL)[0] == '\0');
  CHECK(framescope_lexicon_axis_count(NULL) == 0);
  CHECK(framescope_lexicon_category_count(NULL) == 0);
  CHECK(framescope_lexicon_entry_count(NULL) == 0);
  CHECK(framescope_lexicon_mask_count(NULL) == 0);
  CHECK(framescope_lexicon_source_count(NULL) == 0);
  CHECK(framescope_lexicon_profile_count(NULL) == 0);
  CHECK(framescope_analyzer_stamp(NULL)[0] == '\0');
  CHECK(framescope_analyzer_lexicon(NULL) == NULL);
  CHECK(framescope_analyzer_rule_count(NULL) == 0);
  CHECK(framescope_analyzer_rule_name(NULL, 0)[0] == '\0');
  CHECK(framescope_analyzer_rule_text(NULL, 0)[0] == '\0');
  CHECK(framescope_document_id(NULL)[0] == '\0');
  CHECK(framescope_document_path(NULL)[0] == '\0');
  CHECK(framescope_document_title(NULL)[0] == '\0');
  CHECK(framescope_document_decoding(NULL)[0] == '\0');
  CHECK(framescope_document_text(NULL, NULL)[0] == '\0');
  CHECK(framescope_document_block_count(NULL) == 0);
  CHECK(framescope_document_notice_count(NULL) == 0);
  CHECK(framescope_document_property_count(NULL) == 0);
  CHECK(framescope_analysis_word_count(NULL) == 0);
  CHECK(framescope_analysis_sentence_count(NULL) == 0);
  CHECK(framescope_analysis_text(NULL, NULL)[0] == '\0');
  CHECK(framescope_analysis_document(NULL) == NULL);
  CHECK(framescope_analysis_matches(NULL, &n) == NULL && n == 0);
  CHECK(framescope_analysis_scores(NULL, NULL) == NULL);
  CHECK(framescope_analysis_categories(NULL, NULL) == NULL);
  CHECK(framescope_analysis_reframings(NULL, NULL) == NULL);
  CHECK(framescope_analysis_category_score(NULL, 0) == 0);
  framescope_analysis_extent(NULL, NULL);
  framescope_analysis_measures(NULL, NULL);
  CHECK(framescope_total_document_count(NULL) == 0);
  CHECK(framescope_total_word_count(NULL) == 0);
  CHECK(framescope_status_name(INT_MIN)[0] != '\0');
  CHECK(framescope_stance_name(UINT_MAX)[0] == '\0');
  CHECK(framescope_stance_endorsed(UINT_MAX) == 0);
  CHECK(framescope_locus_name(UINT_MAX)[0] == '\0');
  CHECK(framescope_version_string()[0] != '\0');
  CHECK(framescope_build_info()[0] != '\0');
  CHECK(framescope_version_number() == FRAMESCOPE_VERSION_NUMBER);
  framescope_lexicon_free(NULL);
  framescope_analyzer_free(NULL);
  framescope_scratch_free(NULL);
  framescope_document_free(NULL);
  framescope_analysis_free(NULL);
  framescope_analysis_free_all(NULL, 9);
  framescope_report_free(NULL);
  framescope_total_free(NULL);
}

static void test_null_arguments(const world *all) {
  framescope_lexicon *lexicon = NULL;
  framescope_analyzer *analyzer = NULL;
  framescope_document *document = NULL;
  framescope_analysis *analysis = NULL;
  framescope_report *report = NULL;
  framescope_total *total = NULL;
  framescope_balance balance;
  framescope_axis_score score;
  framescope_counts counts = FRAMESCOPE_COUNTS_INIT;
  framescope_item item;
  framescope_pole_counts poles = {0, 0, 0, 0};
  const char *paths[1] = {NULL};
  uint64_t errors = 0;
  double alpha = 0;
  uint64_t marks = 0;
  memset(&item, 0, sizeof item);
  REFUSED(framescope_lexicon_new_builtin(NULL, &error));
  REFUSED(framescope_lexicon_load(NULL, "x", NULL, NULL, &error));
  REFUSED(framescope_lexicon_load(&lexicon, NULL, NULL, NULL, &error));
  REFUSED(framescope_lexicon_read(NULL, "x", NULL, NULL, NULL, &error));
  REFUSED(framescope_lexicon_read(&lexicon, NULL, NULL, NULL, NULL, &error));
  REFUSED(framescope_lexicon_read_memory(NULL, "x.csv", "", 0, NULL, NULL, NULL,
                                         &error));
  REFUSED(framescope_lexicon_read_memory(&lexicon, NULL, "", 0, NULL, NULL,
                                         NULL, &error));
  REFUSED(framescope_lexicon_read_memory(&lexicon, "x.csv", NULL, 1, NULL, NULL,
                                         NULL, &error));
  REFUSED(framescope_lexicon_save(NULL, "x", NULL, NULL, NULL, &error));
  REFUSED(
      framescope_lexicon_save(all->lexicon, NULL, NULL, NULL, NULL, &error));
  REFUSED(framescope_lexicon_write(NULL, "csv", take, NULL, &error));
  REFUSED(framescope_lexicon_write(all->lexicon, NULL, take, NULL, &error));
  REFUSED(framescope_lexicon_write(all->lexicon, "csv", NULL, NULL, &error));
  REFUSED(framescope_lexicon_parse(NULL, "x", "", 0, "", 0, "", 0, NULL, NULL,
                                   &error));
  REFUSED(framescope_lexicon_parse(&lexicon, NULL, NULL, 1, NULL, 1, NULL, 1,
                                   NULL, NULL, &error));
  CHECK(framescope_lexicon_parse(&lexicon, NULL, NULL, 0, NULL, 0, NULL, 0,
                                 told, NULL, &error) != FRAMESCOPE_OK);
  REFUSED(
      framescope_analyzer_new(NULL, all->lexicon, NULL, NULL, NULL, &error));
  REFUSED(framescope_analyzer_new(&analyzer, NULL, NULL, NULL, NULL, &error));
  REFUSED(framescope_scratch_new(NULL, &error));
  REFUSED(framescope_lexicon_check(NULL, all->lexicon, NULL, 0, NULL, NULL,
                                   &error));
  REFUSED(framescope_lexicon_check(&errors, NULL, NULL, 0, NULL, NULL, &error));
  REFUSED(framescope_lexicon_check(&errors, all->lexicon, NULL, 3, NULL, NULL,
                                   &error));
  REFUSED(framescope_lexicon_check(&errors, all->lexicon, paths, 1, NULL, NULL,
                                   &error));
  REFUSED(framescope_lexicon_show(all->lexicon, NULL, NULL, NULL, 0, take, NULL,
                                  &error));
  REFUSED(framescope_lexicon_show(all->lexicon, "x", NULL, NULL, 1, take, NULL,
                                  &error));
  REFUSED(framescope_lexicon_diff(NULL, all->lexicon, NULL, NULL, 0, take, NULL,
                                  &error));
  REFUSED(framescope_lexicon_diff(all->lexicon, all->lexicon, NULL, paths, 1,
                                  take, NULL, &error));
  REFUSED(framescope_document_new(NULL, NULL, NULL, "", 0, &error));
  REFUSED(framescope_document_new(&document, NULL, NULL, NULL, 1, &error));
  REFUSED(framescope_document_read(&document, NULL, "", 0, NULL, &error));
  REFUSED(framescope_document_read(&document, "x", NULL, 1, NULL, &error));
  REFUSED(framescope_read_documents(NULL, NULL, document_seen, NULL, &error));
  REFUSED(framescope_read_documents("x", NULL, NULL, NULL, &error));
  REFUSED(framescope_analyze(NULL, all->analyzer, all->scratch, "", 0, &error));
  REFUSED(framescope_analyze(&analysis, NULL, all->scratch, "", 0, &error));
  REFUSED(framescope_analyze(&analysis, all->analyzer, NULL, "", 0, &error));
  REFUSED(framescope_analyze(&analysis, all->analyzer, all->scratch, NULL, 1,
                             &error));
  REFUSED(framescope_analyze_document(&analysis, all->analyzer, all->scratch,
                                      NULL, &error));
  REFUSED(framescope_analyze_document(NULL, NULL, NULL, NULL, NULL));
  REFUSED(framescope_analysis_copy(NULL, all->analysis, &error));
  REFUSED(framescope_analysis_copy(&analysis, NULL, &error));
  REFUSED(framescope_count(NULL, all->analyzer, all->scratch, "", 0, &error));
  REFUSED(framescope_count(&counts, NULL, all->scratch, "", 0, &error));
  REFUSED(framescope_count(&counts, all->analyzer, NULL, "", 0, &error));
  REFUSED(framescope_balance_counts(NULL, &poles, 0, &error));
  REFUSED(framescope_balance_counts(&balance, NULL, 0, &error));
  REFUSED(framescope_analyze_many(NULL, NULL, 0, NULL, result, NULL, &error));
  REFUSED(framescope_analyze_many(all->analyzer, NULL, 1, NULL, result, NULL,
                                  &error));
  REFUSED(framescope_analyze_many(all->analyzer, NULL, 0, NULL, NULL, NULL,
                                  &error));
  REFUSED(framescope_analyze_all(NULL, NULL, NULL, NULL, 0, NULL, &error));
  REFUSED(framescope_analyze_all(&analysis, NULL, all->analyzer, NULL, 1, NULL,
                                 &error));
  REFUSED(framescope_count_many(NULL, all->analyzer, NULL, 0, NULL, &error));
  REFUSED(framescope_count_many(&counts, NULL, NULL, 0, NULL, &error));
  REFUSED(framescope_run(NULL, NULL, 0, NULL, item_seen, NULL, &error));
  REFUSED(
      framescope_run(all->analyzer, NULL, 1, NULL, item_seen, NULL, &error));
  REFUSED(
      framescope_run(all->analyzer, paths, 1, NULL, item_seen, NULL, &error));
  REFUSED(framescope_run(all->analyzer, NULL, 0, NULL, NULL, NULL, &error));
  REFUSED(framescope_report_new(NULL, all->analyzer, NULL, take, NULL, &error));
  REFUSED(framescope_report_new(&report, NULL, NULL, take, NULL, &error));
  REFUSED(
      framescope_report_new(&report, all->analyzer, NULL, NULL, NULL, &error));
  REFUSED(framescope_report_add(NULL, &item, &error));
  REFUSED(framescope_report_add(all->report, NULL, &error));
  REFUSED(framescope_report_add(all->report, &item, &error));
  REFUSED(framescope_report_finish(NULL, &error));
  REFUSED(
      framescope_analysis_write(NULL, all->analyzer, NULL, take, NULL, &error));
  REFUSED(
      framescope_analysis_write(all->analysis, NULL, NULL, take, NULL, &error));
  REFUSED(framescope_analysis_write(all->analysis, all->analyzer, NULL, NULL,
                                    NULL, &error));
  REFUSED(framescope_total_new(NULL, all->analyzer, &error));
  REFUSED(framescope_total_new(&total, NULL, &error));
  REFUSED(framescope_total_add(NULL, all->analysis, &error));
  REFUSED(framescope_total_add(all->total, NULL, &error));
  REFUSED(framescope_total_add_counts(all->total, NULL, 1, &error));
  REFUSED(framescope_total_add_counts(all->total, &counts, 1, &error));
  REFUSED(framescope_total_merge(all->total, NULL, &error));
  REFUSED(framescope_total_merge(NULL, all->total, &error));
  REFUSED(framescope_total_scores(NULL, 1, all->total, &error));
  REFUSED(framescope_total_scores(&score, 1, NULL, &error));
  REFUSED(framescope_total_write(all->total, NULL, NULL, &error));
  REFUSED(framescope_total_read(&total, all->analyzer, NULL, 1, &error));
  REFUSED(framescope_nominal_alpha(NULL, NULL, 0, 0, &error));
  REFUSED(framescope_nominal_alpha(&alpha, NULL, 1, 1, &error));
  REFUSED(framescope_evaluate(NULL, NULL, NULL, 0, 0, take, NULL, &error));
  REFUSED(
      framescope_evaluate(all->lexicon, NULL, paths, 1, 0, take, NULL, &error));
  REFUSED(framescope_gold_mark_count(NULL, paths[0], &error));
  REFUSED(framescope_gold_mark_count(&marks, NULL, &error));
  CHECK(framescope_gold_mark_count(&marks, "nowhere.txt", &error) ==
        FRAMESCOPE_E_IO);
  REFUSED(framescope_train_sense(all->lexicon, NULL, NULL, 0, NULL, take, NULL,
                                 &error));
  REFUSED(framescope_train_sense(all->lexicon, NULL, NULL, 0, "today", take,
                                 NULL, &error));
  REFUSED(framescope_explain(all->analyzer, all->scratch, NULL, 0, take, NULL,
                             &error));
  REFUSED(framescope_explain(all->analyzer, all->scratch, all->document, 0,
                             NULL, NULL, &error));
  REFUSED(framescope_convert_offsets(NULL, NULL, 1, NULL, 1, 0, &error));
  CHECK(error.message[0] != '\0');
  CHECK(!lexicon && !analyzer && !document && !analysis && !report && !total);
}

static void test_null_columns(const world *all) {
  struct ArrowSchema schema, schema_out;
  struct ArrowArray array, array_out;
  struct ArrowArrayStream in, out;
  memset(&schema, 0, sizeof schema);
  memset(&array, 0, sizeof array);
  memset(&in, 0, sizeof in);
  REFUSED(framescope_arrow_documents(NULL, &array_out, all->analyzer, &schema,
                                     &array, NULL, &error));
  REFUSED(framescope_arrow_documents(&schema_out, &array_out, all->analyzer,
                                     &schema, &array, NULL, &error));
  REFUSED(framescope_arrow_matches(&schema_out, NULL, all->analyzer, &schema,
                                   &array, NULL, &error));
  REFUSED(framescope_arrow_matches(&schema_out, &array_out, NULL, NULL, NULL,
                                   NULL, NULL));
  REFUSED(
      framescope_arrow_document_stream(&out, all->analyzer, &in, NULL, &error));
  REFUSED(
      framescope_arrow_match_stream(NULL, all->analyzer, &in, NULL, &error));
  REFUSED(
      framescope_arrow_match_stream(&out, all->analyzer, NULL, NULL, &error));
}

/* Every size of struct from nothing to far too much: what lies before it is
 * read, what lies behind it is not. */
static void test_sizes(const world *all) {
  static const uint32_t kSizes[] = {0, 1, 3, 4, 5, 8, 12, 16, 20, 24, 40, 4096};
  size_t i;
  for (i = 0; i < sizeof kSizes / sizeof *kSizes; ++i) {
    framescope_options options = FRAMESCOPE_OPTIONS_INIT;
    framescope_read_options read = FRAMESCOPE_READ_OPTIONS_INIT;
    framescope_run_options run = FRAMESCOPE_RUN_OPTIONS_INIT;
    framescope_many_options many = FRAMESCOPE_MANY_OPTIONS_INIT;
    framescope_report_options report = FRAMESCOPE_REPORT_OPTIONS_INIT;
    framescope_lexicon_options reading = FRAMESCOPE_LEXICON_OPTIONS_INIT;
    framescope_counts counts = FRAMESCOPE_COUNTS_INIT;
    framescope_error small = FRAMESCOPE_ERROR_INIT;
    framescope_analyzer *analyzer = NULL;
    framescope_document *document = NULL;
    framescope_lexicon *lexicon = NULL;
    framescope_text text = {"a burden", 8};
    options.struct_size = read.struct_size = run.struct_size = kSizes[i];
    many.struct_size = report.struct_size = reading.struct_size = kSizes[i];
    counts.struct_size = small.struct_size = kSizes[i];
    CHECK(framescope_analyzer_new(&analyzer, all->lexicon, &options, NULL, NULL,
                                  &small) == FRAMESCOPE_OK);
    CHECK(framescope_document_read(&document, "x.txt", "a burden", 8, &read,
                                   &small) == FRAMESCOPE_OK);
    CHECK(framescope_lexicon_read_memory(&lexicon, "x.csv", "a,b\n", 4,
                                         &reading, NULL, NULL,
                                         &small) <= FRAMESCOPE_OK);
    CHECK(framescope_run(all->analyzer, NULL, 0, &run, item_seen, NULL,
                         &small) == FRAMESCOPE_OK);
    CHECK(framescope_analyze_many(all->analyzer, &text, 1, &many, result, NULL,
                                  &small) == FRAMESCOPE_OK);
    CHECK(framescope_count_many(&counts, all->analyzer, &text, 1, &many,
                                &small) == FRAMESCOPE_OK);
    CHECK(framescope_analysis_write(all->analysis, all->analyzer, &report, take,
                                    NULL, &small) == FRAMESCOPE_OK);
    small.struct_size = kSizes[i] < sizeof small ? kSizes[i] : sizeof small;
    REFUSED(framescope_scratch_new(NULL, &small));
    framescope_analyzer_free(analyzer);
    framescope_document_free(document);
    framescope_lexicon_free(lexicon);
  }
}

static void test_bad_values(const world *all) {
  framescope_options options = FRAMESCOPE_OPTIONS_INIT;
  framescope_report_options report = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_lexicon_options reading = FRAMESCOPE_LEXICON_OPTIONS_INIT;
  framescope_analyzer *analyzer = NULL;
  framescope_lexicon *lexicon = NULL;
  framescope_report *page = NULL;
  framescope_item item;
  framescope_error why = FRAMESCOPE_ERROR_INIT;
  options.locale = "\xFF\xFE";
  CHECK(framescope_analyzer_new(&analyzer, all->lexicon, &options, told, NULL,
                                &error) <= FRAMESCOPE_OK);
  framescope_analyzer_free(analyzer);
  analyzer = NULL;
  options.locale = NULL;
  options.segmenter = "nobody";
  REFUSED(framescope_analyzer_new(&analyzer, all->lexicon, &options, told, NULL,
                                  &error));
  options.segmenter = NULL;
  options.overlap = "";
  options.flags = UINT_MAX;
  CHECK(framescope_analyzer_new(&analyzer, all->lexicon, &options, told, NULL,
                                &error) == FRAMESCOPE_OK);
  framescope_analyzer_free(analyzer);
  analyzer = NULL;
  options.sense_model = "/nowhere/at/all";
  CHECK(framescope_analyzer_new(&analyzer, all->lexicon, &options, told, NULL,
                                &error) < FRAMESCOPE_OK);
  reading.first_level = 3;
  REFUSED(
      framescope_lexicon_read(&lexicon, "x.csv", &reading, told, NULL, &error));
  report.format = UINT_MAX;
  REFUSED(
      framescope_report_new(&page, all->analyzer, &report, take, NULL, &error));
  memset(&item, 0, sizeof item);
  item.outcome = UINT_MAX;
  REFUSED(framescope_report_add(all->report, &item, &error));
  /* A failure without an end of its message, and with a status that is none. */
  memset(why.message, '\xFF', sizeof why.message);
  why.status = INT_MAX;
  item.outcome = FRAMESCOPE_FAILED;
  item.error = &why;
  item.id = item.path = "\xC3\x28";
  CHECK(framescope_report_add(all->report, &item, &error) <= FRAMESCOPE_OK);
  item.error = NULL;
  item.outcome = FRAMESCOPE_SKIPPED;
  CHECK(framescope_report_add(all->report, &item, &error) <= FRAMESCOPE_OK);
  CHECK(framescope_lexicon_parse(&lexicon, "x", "a = 1", 5, "\xFF", 1, NULL, 0,
                                 stop_telling, NULL, &error) < FRAMESCOPE_OK);
  CHECK(framescope_lexicon_write(all->lexicon, "csv", refuse, NULL, &error) ==
        FRAMESCOPE_E_CALLBACK);
  CHECK(framescope_explain(all->analyzer, all->scratch, all->document, 0,
                           refuse, NULL, &error) == FRAMESCOPE_E_CALLBACK);
  CHECK(framescope_explain(all->analyzer, all->scratch, all->document, UINT_MAX,
                           refuse, NULL,
                           &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(!analyzer && !lexicon && !page);
}

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

/* Bytes of every kind, as text, as documents of every format, as lexicons of
 * every format, and as a total. */
static void test_random_bytes(const world *all) {
  static const char *const kNames[] = {
      "x.txt", "x.md",   "x.html", "x.docx",  "x.odt", "x.rtf", "x.eml",
      "x.csv", "x.tsv",  "x.json", "x.jsonl", "x.pdf", "x.gz",  "x.zst",
      "x.dic", "x.dicx", "x.yml",  "x.cat",   "x.ykd", "x.lc3", "x"};
  static const char kPieces[][12] = {
      "burden", "\xFF", "\xE2\x80",  "\xF0",       "not ", "<p>",
      "\n\n",   "\0\0", "{\"a\":1}", "PK\x03\x04", ",\"",  "\t"};
  uint32_t state = 12345;
  char bytes[512];
  int round;
  for (round = 0; round < 400; ++round) {
    const char *name = kNames[round % (sizeof kNames / sizeof *kNames)];
    const size_t size = next_random(&state) % sizeof bytes;
    framescope_analysis *analysis = NULL;
    framescope_document *document = NULL;
    framescope_lexicon *lexicon = NULL;
    framescope_total *total = NULL;
    framescope_status status;
    size_t i;
    for (i = 0; i < size; ++i) {
      const char *piece = kPieces[next_random(&state) % 12];
      bytes[i] = round % 2 ? (char)next_random(&state)
                           : piece[next_random(&state) % 12];
    }
    status = framescope_analyze(&analysis, all->analyzer, all->scratch, bytes,
                                size, &error);
    CHECK(status == FRAMESCOPE_OK || status == FRAMESCOPE_E_ENCODING);
    CHECK((status == FRAMESCOPE_OK) == (analysis != NULL));
    framescope_analysis_free(analysis);
    analysis = NULL;
    /* PDF is read by another program, which is not what is tested here. */
    if (strcmp(name, "x.pdf") != 0) {
      status =
          framescope_document_read(&document, name, bytes, size, NULL, &error);
      CHECK(status <= FRAMESCOPE_OK && status != FRAMESCOPE_E_INTERNAL);
      CHECK((status == FRAMESCOPE_OK) == (document != NULL));
    }
    if (document != NULL) {
      CHECK(framescope_analyze_document(&analysis, all->analyzer, all->scratch,
                                        document, &error) == FRAMESCOPE_OK);
    }
    framescope_document_free(document);
    framescope_analysis_free(analysis);
    status = framescope_lexicon_read_memory(&lexicon, name, bytes, size, NULL,
                                            told, NULL, &error);
    CHECK(status <= FRAMESCOPE_OK && status != FRAMESCOPE_E_INTERNAL);
    framescope_lexicon_free(lexicon);
    status = framescope_total_read(&total, all->analyzer, bytes, size, &error);
    CHECK(status < FRAMESCOPE_OK && total == NULL);
  }
}

/* Huge sizes are refused before a byte is read. */
static void test_huge(const world *all) {
  framescope_analysis *analysis = NULL;
  framescope_counts counts = FRAMESCOPE_COUNTS_INIT;
  framescope_status statuses[2] = {0, 0};
  framescope_text texts[2] = {{"x", SIZE_MAX}, {NULL, 5}};
  counts.statuses = statuses;
  CHECK(framescope_analyze(&analysis, all->analyzer, all->scratch, "x",
                           SIZE_MAX, &error) == FRAMESCOPE_E_TOO_LARGE);
  CHECK(framescope_count_many(&counts, all->analyzer, texts, 2, NULL, &error) ==
        FRAMESCOPE_OK);
  CHECK(statuses[0] == FRAMESCOPE_E_TOO_LARGE);
  CHECK(statuses[1] == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_analyze_many(all->analyzer, texts, 2, NULL, result, NULL,
                                &error) == FRAMESCOPE_OK);
}

/* Calls within a call on the same handles. */
static int within(void *payload, const char *data, size_t size) {
  const world *all = payload;
  framescope_analysis *analysis = NULL;
  framescope_counts counts = FRAMESCOPE_COUNTS_INIT;
  (void)data;
  (void)size;
  REFUSED(framescope_analyze(&analysis, all->analyzer, all->scratch, "x", 1,
                             &error));
  REFUSED(
      framescope_count(&counts, all->analyzer, all->scratch, "x", 1, &error));
  CHECK(strstr(error.message, "in use") != NULL);
  return 0;
}

static int within_total(void *payload, const char *data, size_t size) {
  const world *all = payload;
  (void)data;
  (void)size;
  REFUSED(framescope_total_add(all->total, all->analysis, &error));
  REFUSED(framescope_total_merge(all->total, all->total, &error));
  return 0;
}

static int within_report(void *payload, const char *data, size_t size) {
  world *all = payload;
  framescope_item item;
  (void)data;
  (void)size;
  if (all->report == NULL) return 0;
  memset(&item, 0, sizeof item);
  item.analysis = all->analysis;
  REFUSED(framescope_report_add(all->report, &item, &error));
  REFUSED(framescope_report_finish(all->report, &error));
  return 0;
}

static void test_calls_within_calls(world *all) {
  framescope_report_options options = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_report *kept = all->report;
  framescope_report *report = NULL;
  framescope_item item;
  CHECK(framescope_explain(all->analyzer, all->scratch, all->document, 0,
                           within, all, &error) == FRAMESCOPE_OK);
  CHECK(framescope_total_write(all->total, within_total, all, &error) ==
        FRAMESCOPE_OK);
  memset(&item, 0, sizeof item);
  item.analysis = all->analysis;
  options.format = FRAMESCOPE_REPORT_JSONL;
  all->report = NULL;
  CHECK(framescope_report_new(&report, all->analyzer, &options, within_report,
                              all, &error) == FRAMESCOPE_OK);
  all->report = report;
  CHECK(framescope_report_add(report, &item, &error) == FRAMESCOPE_OK);
  framescope_report_finish(report, &error);
  framescope_report_free(report);
  all->report = kept;
}

typedef struct turns {
  const world *all;
  int done, refused;
} turns;

static void *take_turns(void *payload) {
  turns *mine = payload;
  int i;
  for (i = 0; i < 300; ++i) {
    framescope_analysis *analysis = NULL;
    framescope_error why = FRAMESCOPE_ERROR_INIT;
    const framescope_status status =
        framescope_analyze(&analysis, mine->all->analyzer, mine->all->scratch,
                           "She is no burden.", 17, &why);
    if (status == FRAMESCOPE_OK) ++mine->done;
    if (status == FRAMESCOPE_E_INVALID_ARGUMENT) ++mine->refused;
    framescope_analysis_free(analysis);
  }
  return NULL;
}

static void test_two_threads_on_one_scratch(const world *all) {
  turns first = {NULL, 0, 0}, second = {NULL, 0, 0};
  pthread_t thread;
  first.all = second.all = all;
  CHECK(pthread_create(&thread, NULL, take_turns, &second) == 0);
  take_turns(&first);
  CHECK(pthread_join(thread, NULL) == 0);
  CHECK(first.done + first.refused == 300);
  CHECK(second.done + second.refused == 300);
  CHECK(first.done + second.done > 0);
}

static void test_corpora(const world *all) {
  framescope_comparison *comparison = NULL;
  framescope_trend *trend = NULL;
  framescope_report_options bad = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_item item = {UINT_MAX, 0, NULL, NULL, NULL, NULL};
  bad.format = UINT_MAX;
  REFUSED(framescope_report_only(NULL, "crisis", &error));
  REFUSED(framescope_report_only(all->report, NULL, &error));
  REFUSED(framescope_report_only(all->report, "\xFF", &error));
  REFUSED(framescope_comparison_new(NULL, all->analyzer, &error));
  REFUSED(framescope_comparison_new(&comparison, NULL, &error));
  REFUSED(framescope_trend_new(NULL, all->analyzer, NULL, "year", &error));
  REFUSED(framescope_trend_new(&trend, NULL, NULL, "year", &error));
  REFUSED(framescope_trend_new(&trend, all->analyzer, NULL, NULL, &error));
  CHECK(!comparison && !trend);
  CHECK(framescope_comparison_new(&comparison, all->analyzer, &error) ==
        FRAMESCOPE_OK);
  CHECK(framescope_trend_new(&trend, all->analyzer, "\xFF", "day", &error) ==
        FRAMESCOPE_OK);
  REFUSED(framescope_comparison_add(NULL, 0, &item, &error));
  REFUSED(framescope_comparison_add(comparison, UINT_MAX, &item, &error));
  REFUSED(framescope_comparison_add(comparison, 0, NULL, &error));
  REFUSED(framescope_trend_add(NULL, &item, &error));
  REFUSED(framescope_trend_add(trend, NULL, &error));
  REFUSED(framescope_comparison_add(comparison, 0, &item, &error));
  REFUSED(framescope_trend_add(trend, &item, &error));
  item.outcome = FRAMESCOPE_SCORED;
  REFUSED(framescope_comparison_add(comparison, 0, &item, &error));
  REFUSED(framescope_trend_add(trend, &item, &error));
  REFUSED(framescope_comparison_write(NULL, NULL, 1, take, NULL, &error));
  REFUSED(framescope_comparison_write(comparison, NULL, 1, NULL, NULL, &error));
  REFUSED(framescope_comparison_write(comparison, &bad, 1, take, NULL, &error));
  REFUSED(framescope_trend_write(NULL, NULL, take, NULL, &error));
  REFUSED(framescope_trend_write(trend, NULL, NULL, NULL, &error));
  REFUSED(framescope_trend_write(trend, &bad, take, NULL, &error));
  CHECK(framescope_comparison_write(comparison, NULL, (size_t)-1, take, NULL,
                                    &error) == FRAMESCOPE_OK);
  CHECK(framescope_trend_write(trend, NULL, refuse, NULL, &error) ==
        FRAMESCOPE_E_CALLBACK);
  framescope_comparison_free(comparison);
  framescope_comparison_free(NULL);
  framescope_trend_free(trend);
  framescope_trend_free(NULL);
}

int main(void) {
  world all = make_world();
  int i;
  test_freed_in_any_order();
  test_null_handles();
  test_null_arguments(&all);
  test_null_columns(&all);
  test_sizes(&all);
  test_bad_values(&all);
  test_random_bytes(&all);
  test_huge(&all);
  test_calls_within_calls(&all);
  test_corpora(&all);
  test_two_threads_on_one_scratch(&all);
  for (i = 0; i < 7; ++i) free_one(&all, i);
  return finish("garbage");
}
