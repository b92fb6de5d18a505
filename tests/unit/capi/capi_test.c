/* The C API used from C: what works, and every way to use it wrongly. */
#include "check.h"

static int count_findings(void *payload, int severity, const char *message) {
  CHECK(severity == 2);
  CHECK(strstr(message, ".tsv:") != NULL);
  ++*(int *)payload;
  return 0;
}

static void test_lexicon(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_axis axis;
  framescope_category category;
  framescope_entry entry;
  CHECK(strcmp(framescope_lexicon_name(lexicon), "tiny") == 0);
  CHECK(strlen(framescope_lexicon_hash(lexicon)) == 16);
  CHECK(framescope_lexicon_axis_count(lexicon) == 1);
  CHECK(framescope_lexicon_axis(&axis, lexicon, 0) == FRAMESCOPE_OK);
  CHECK(strcmp(axis.positive, "springboard") == 0);
  CHECK(framescope_lexicon_category(&category, lexicon, 1) == FRAMESCOPE_OK);
  CHECK(category.positive == 1);
  CHECK(framescope_lexicon_entry(&entry, lexicon, 1) == FRAMESCOPE_OK);
  CHECK(entry.weight == 3 && entry.category == 1);
  CHECK(framescope_lexicon_entry(&entry, lexicon, 2) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  framescope_lexicon_free(lexicon);
}

static void test_errors_say_where(void) {
  framescope_lexicon *lexicon = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  int findings = 0;
  char bad[600];
  snprintf(bad, sizeof bad, "%snothing\tnowhere\theavy\n", kEntries);
  CHECK(framescope_lexicon_parse(&lexicon, "tiny", kToml, strlen(kToml), bad,
                                 strlen(bad), NULL, 0, count_findings,
                                 &findings, &error) == FRAMESCOPE_E_PARSE);
  CHECK(lexicon == NULL);
  CHECK(findings == 2);
  CHECK(error.status == FRAMESCOPE_E_PARSE);
  CHECK(error.line == 4);
  CHECK(strstr(error.message, "entries.tsv:4:") != NULL);
}

static void test_analysis(void) {
  static const char text[] = "\xF0\x9F\x98\x80 a burden, a springboard.";
  framescope_lexicon *lexicon = tiny();
  framescope_analyzer *analyzer = NULL;
  framescope_scratch *scratch = NULL;
  framescope_analysis *analysis = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const framescope_match *matches;
  const framescope_axis_score *scores;
  size_t count = 0, axes = 0;
  CHECK(framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, &error) ==
        FRAMESCOPE_OK);
  framescope_lexicon_free(lexicon);
  CHECK(framescope_scratch_new(&scratch, &error) == FRAMESCOPE_OK);
  CHECK(framescope_analyze(&analysis, analyzer, scratch, text, strlen(text),
                           &error) == FRAMESCOPE_OK);
  framescope_analyzer_free(analyzer);
  framescope_scratch_free(scratch);
  matches = framescope_analysis_matches(analysis, &count);
  CHECK(count == 2);
  if (count == 2) {
    CHECK(memcmp(text + matches[0].begin, "burden", 6) == 0);
    CHECK(matches[0].char_begin == 4);
    CHECK(matches[0].utf16_begin == 5);
    CHECK(matches[0].category == 0 && matches[1].category == 1);
  }
  scores = framescope_analysis_scores(analysis, &axes);
  CHECK(axes == 1 && scores[0].evoked.positive_count == 1);
  CHECK(framescope_analysis_word_count(analysis) == 4);
  framescope_analysis_free(analysis);
}

static void test_report(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_analyzer *analyzer = NULL;
  framescope_scratch *scratch = NULL;
  framescope_analysis *analysis = NULL;
  framescope_report *report = NULL;
  framescope_item item = {0};
  framescope_report_options options = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  buffer out = {0};
  framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, NULL);
  framescope_scratch_new(&scratch, NULL);
  framescope_analyze(&analysis, analyzer, scratch, "a burden", 8, NULL);
  options.format = FRAMESCOPE_REPORT_JSON;
  CHECK(framescope_report_new(&report, analyzer, &options, append, &out,
                              &error) == FRAMESCOPE_OK);
  item.analysis = analysis;
  CHECK(framescope_report_add(report, &item, &error) == FRAMESCOPE_OK);
  CHECK(framescope_report_finish(report, &error) == FRAMESCOPE_OK);
  CHECK(out.data != NULL && strstr(out.data, "framescope.analysis/1") != NULL);
  framescope_report_free(report);
  report = NULL;
  out.stop = 1;
  options.format = FRAMESCOPE_REPORT_TEXT;
  if (framescope_report_new(&report, analyzer, &options, append, &out,
                            &error) == FRAMESCOPE_OK) {
    framescope_report_add(report, &item, &error);
    CHECK(framescope_report_finish(report, &error) == FRAMESCOPE_E_CALLBACK ||
          error.status == FRAMESCOPE_E_CALLBACK);
  } else {
    CHECK(error.status == FRAMESCOPE_E_CALLBACK);
  }
  options.format = 99;
  framescope_report_free(report);
  report = NULL;
  CHECK(framescope_report_new(&report, analyzer, &options, append, &out,
                              &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(report == NULL);
  free(out.data);
  {
    framescope_analysis *copy = NULL;
    size_t size, copied;
    const char *text = framescope_analysis_text(analysis, &size);
    CHECK(framescope_analysis_copy(&copy, analysis, &error) == FRAMESCOPE_OK);
    CHECK(memcmp(framescope_analysis_text(copy, &copied), text, size) == 0);
    CHECK(copied == size);
    framescope_analysis_matches(analysis, &size);
    framescope_analysis_matches(copy, &copied);
    CHECK(copied == size);
    framescope_analysis_free(copy);
  }
  framescope_analysis_free(analysis);
  framescope_scratch_free(scratch);
  framescope_analyzer_free(analyzer);
  framescope_lexicon_free(lexicon);
}

typedef struct tally {
  int scored, failed, skipped;
} tally;

static int count_items(void *payload, const framescope_item *item) {
  tally *to = payload;
  if (item->outcome == FRAMESCOPE_SCORED) ++to->scored;
  if (item->outcome == FRAMESCOPE_FAILED) ++to->failed;
  if (item->outcome == FRAMESCOPE_SKIPPED) ++to->skipped;
  CHECK((item->analysis != NULL) == (item->outcome == FRAMESCOPE_SCORED));
  CHECK((item->error == NULL) == (item->outcome == FRAMESCOPE_SCORED));
  return 0;
}

static int stop_at_once(void *payload, const framescope_item *item) {
  (void)payload;
  (void)item;
  return 1;
}

static void test_run(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_analyzer *analyzer = NULL;
  const char *paths[2];
  tally seen = {0, 0, 0};
  paths[0] = FRAMESCOPE_SOURCE_DIR "/README.md";
  paths[1] = "/nowhere/at/all.txt";
  framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, NULL);
  CHECK(framescope_run(analyzer, paths, 2, NULL, count_items, &seen, NULL) ==
        FRAMESCOPE_OK);
  CHECK(seen.scored == 1 && seen.failed == 1 && seen.skipped == 0);
  CHECK(framescope_run(analyzer, paths, 2, NULL, stop_at_once, NULL, NULL) ==
        FRAMESCOPE_E_CALLBACK);
  framescope_analyzer_free(analyzer);
  framescope_lexicon_free(lexicon);
}

static void test_misuse(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_analyzer *analyzer = NULL;
  framescope_scratch *scratch = NULL;
  framescope_analysis *analysis = NULL;
  framescope_document *document = NULL;
  framescope_options options = FRAMESCOPE_OPTIONS_INIT;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  framescope_error small = FRAMESCOPE_ERROR_INIT;
  CHECK(framescope_lexicon_new_builtin(NULL, &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_lexicon_load(&lexicon, NULL, NULL, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_analyzer_new(&analyzer, NULL, NULL, NULL, NULL, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  options.profile = "nobody";
  CHECK(framescope_analyzer_new(&analyzer, lexicon, &options, NULL, NULL,
                                &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(strstr(error.message, "nobody") != NULL);
  CHECK(analyzer == NULL);
  /* A caller who was compiled before any field but the size existed. */
  options.struct_size = sizeof(uint32_t);
  CHECK(framescope_analyzer_new(&analyzer, lexicon, &options, NULL, NULL,
                                &error) == FRAMESCOPE_OK);
  framescope_scratch_new(&scratch, NULL);
  CHECK(framescope_analyze(&analysis, analyzer, scratch, "a\xFF", 2, &error) ==
        FRAMESCOPE_E_ENCODING);
  CHECK(error.offset == 1 && analysis == NULL);
  CHECK(framescope_analyze(&analysis, analyzer, scratch, NULL, 3, &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_analyze(&analysis, analyzer, scratch, NULL, 0, &error) ==
        FRAMESCOPE_OK);
  framescope_analysis_free(analysis);
  /* An error struct of an older header keeps what lies behind it. */
  small.struct_size = 16;
  small.line = 77;
  framescope_lexicon_new_builtin(NULL, &small);
  CHECK(small.status == FRAMESCOPE_E_INVALID_ARGUMENT && small.line == 77);
  CHECK(framescope_document_read(&document, "x.docx", "not a zip", 9, NULL,
                                 &error) != FRAMESCOPE_OK);
  CHECK(document == NULL && error.message[0] != '\0');
  CHECK(strcmp(framescope_status_name(-3), "E_IO") == 0);
  CHECK(strcmp(framescope_status_name(5), "E_UNKNOWN") == 0);
  CHECK(strcmp(framescope_stance_name(FRAMESCOPE_STANCE_MOVED_TO),
               "moved_to") == 0);
  CHECK(strcmp(framescope_stance_name(99), "") == 0);
  CHECK(strcmp(framescope_analyzer_rule_name(analyzer, FRAMESCOPE_NONE), "") ==
        0);
  framescope_scratch_free(scratch);
  framescope_analyzer_free(analyzer);
  framescope_lexicon_free(lexicon);
  framescope_lexicon_free(NULL);
  framescope_analyzer_free(NULL);
  framescope_scratch_free(NULL);
  framescope_analysis_free(NULL);
  framescope_document_free(NULL);
  framescope_report_free(NULL);
}

int main(void) {
  test_lexicon();
  test_errors_say_where();
  test_analysis();
  test_report();
  test_run();
  test_misuse();
  CHECK(framescope_version_number() == FRAMESCOPE_VERSION_NUMBER);
  return finish("capi");
}
