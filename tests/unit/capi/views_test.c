/* Everything that can be seen of lexicons, documents and analyses. */
#include <math.h>

#include "check.h"

static const char kText[] =
    "\xF0\x9F\x98\x80 She is no longer a burden but a springboard.\n\n"
    "The minister calls them a burden.\n\n"
    "The minister calls them a burden.\n";

static framescope_analysis *analyse(const framescope_analyzer *analyzer,
                                    const char *text) {
  framescope_scratch *scratch = NULL;
  framescope_analysis *analysis = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  CHECK(framescope_scratch_new(&scratch, &error) == FRAMESCOPE_OK);
  CHECK(framescope_analyze(&analysis, analyzer, scratch, text, strlen(text),
                           &error) == FRAMESCOPE_OK);
  framescope_scratch_free(scratch);
  if (analysis == NULL) {
    printf("%s\n", error.message);
    exit(1);
  }
  return analysis;
}

static void test_built_in_lexicon(void) {
  framescope_lexicon *lexicon = NULL;
  framescope_about about;
  framescope_axis axis;
  framescope_mask mask;
  framescope_source source;
  framescope_profile profile;
  size_t i;
  CHECK(framescope_lexicon_new_builtin(&lexicon, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_lexicon_about(&about, lexicon) == FRAMESCOPE_OK);
  CHECK(strcmp(about.name, framescope_lexicon_name(lexicon)) == 0);
  CHECK(strcmp(about.hash, framescope_lexicon_hash(lexicon)) == 0);
  CHECK(about.language[0] != '\0' && about.licence[0] != '\0');
  CHECK(framescope_lexicon_axis_count(lexicon) == 5);
  CHECK(framescope_lexicon_axis(&axis, lexicon, 5) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_lexicon_mask(&mask, lexicon, 0) == FRAMESCOPE_OK);
  CHECK(mask.pattern[0] != '\0' && mask.kind[0] != '\0');
  CHECK(framescope_lexicon_source(&source, lexicon, 0) == FRAMESCOPE_OK);
  CHECK(source.key[0] != '\0');
  for (i = 0; i < framescope_lexicon_profile_count(lexicon); ++i) {
    CHECK(framescope_lexicon_profile(&profile, lexicon, i) == FRAMESCOPE_OK);
    CHECK(profile.name[0] != '\0');
  }
  CHECK(framescope_lexicon_source_count(lexicon) > 0);
  CHECK(strcmp(framescope_locus_name(FRAMESCOPE_LOCUS_SYSTEM), "system") == 0);
  CHECK(strcmp(framescope_locus_name(3), "") == 0);
  framescope_lexicon_free(lexicon);
}

static void test_lexicon_to_memory_and_back(void) {
  framescope_lexicon *lexicon = tiny();
  framescope_lexicon *again = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  buffer out = {NULL, 0, 0};
  CHECK(framescope_lexicon_write(lexicon, "csv", append, &out, &error) ==
        FRAMESCOPE_OK);
  CHECK(out.data != NULL && strstr(out.data, "burden*") != NULL);
  CHECK(framescope_lexicon_read_memory(&again, "tiny.csv", out.data, out.size,
                                       NULL, NULL, NULL,
                                       &error) == FRAMESCOPE_OK);
  CHECK(framescope_lexicon_entry_count(again) == 2);
  CHECK(framescope_lexicon_write(lexicon, "papyrus", append, &out, &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  free(out.data);
  framescope_lexicon_free(again);
  framescope_lexicon_free(lexicon);
}

static void test_analysis(void) {
  framescope_analyzer *analyzer = tiny_analyzer();
  framescope_analysis *analysis = analyse(analyzer, kText);
  const framescope_match *matches;
  const framescope_category_count *categories;
  const framescope_reframing *reframings;
  const framescope_document *document;
  framescope_extent extent;
  framescope_measures measures;
  framescope_span sentence;
  framescope_block block;
  size_t count = 0, size = 0;
  framescope_analysis_extent(&extent, analysis);
  CHECK(extent.words == 21 && extent.sentences == 3);
  CHECK(extent.paragraphs == 3);
  CHECK(extent.repeated_paragraphs == 1 && extent.repeated_words == 6);
  matches = framescope_analysis_matches(analysis, &count);
  CHECK(count == 4);
  if (count == 4) {
    CHECK(!framescope_stance_endorsed(matches[0].stance));
    CHECK(framescope_stance_endorsed(matches[1].stance));
    CHECK((matches[2].flags & FRAMESCOPE_MATCH_REPEATED) == 0);
    CHECK((matches[3].flags & FRAMESCOPE_MATCH_REPEATED) != 0);
    CHECK(strcmp(framescope_analyzer_rule_name(analyzer, matches[0].rule),
                 "") != 0);
    CHECK(matches[0].rule < framescope_analyzer_rule_count(analyzer));
  }
  categories = framescope_analysis_categories(analysis, &count);
  CHECK(count == 2 && categories[0].evoked == 2 && categories[1].evoked == 1);
  CHECK(categories[0].endorsed < categories[0].evoked);
  CHECK(framescope_analysis_category_score(analysis, 0) == 2.0);
  CHECK(framescope_analysis_category_score(analysis, 2) == 0.0);
  reframings = framescope_analysis_reframings(analysis, &count);
  CHECK(count <= 1);
  if (count == 1) CHECK(reframings[0].from == 0 && reframings[0].to == 1);
  framescope_analysis_measures(&measures, analysis);
  CHECK(measures.missing_count == 0 && measures.buzzword_share == 0.0);
  CHECK(framescope_analysis_sentence(&sentence, analysis, 2) == FRAMESCOPE_OK);
  CHECK(memcmp(kText + sentence.begin, "The minister", 12) == 0);
  CHECK(framescope_analysis_sentence(&sentence, analysis, 3) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  document = framescope_analysis_document(analysis);
  CHECK(strcmp(framescope_document_text(document, &size), kText) == 0);
  CHECK(size == strlen(kText));
  CHECK(framescope_document_block_count(document) == 3);
  CHECK(framescope_document_block(&block, document, 1) == FRAMESCOPE_OK);
  CHECK(block.kind == FRAMESCOPE_BLOCK_PARAGRAPH && block.line == 3);
  framescope_analysis_free(analysis);
  framescope_analyzer_free(analyzer);
}

static void test_one_analysis_as_json(void) {
  framescope_analyzer *analyzer = tiny_analyzer();
  framescope_analysis *analysis = analyse(analyzer, "a burden");
  framescope_report_options options = FRAMESCOPE_REPORT_OPTIONS_INIT;
  framescope_lexicon *builtin = NULL;
  framescope_analyzer *other = NULL;
  buffer out = {NULL, 0, 0};
  options.format = FRAMESCOPE_REPORT_JSON;
  CHECK(framescope_analysis_write(analysis, analyzer, &options, append, &out,
                                  NULL) == FRAMESCOPE_OK);
  CHECK(out.data != NULL && strstr(out.data, "\"burden\"") != NULL);
  CHECK(framescope_lexicon_new_builtin(&builtin, NULL) == FRAMESCOPE_OK);
  CHECK(framescope_analyzer_new(&other, builtin, NULL, NULL, NULL, NULL) ==
        FRAMESCOPE_OK);
  CHECK(framescope_analysis_write(analysis, other, &options, append, &out,
                                  NULL) == FRAMESCOPE_E_INVALID_ARGUMENT);
  free(out.data);
  framescope_analysis_free(analysis);
  framescope_analyzer_free(other);
  framescope_analyzer_free(analyzer);
  framescope_lexicon_free(builtin);
}

static void test_lexicon_of_analyzer(void) {
  framescope_analyzer *analyzer = tiny_analyzer();
  const framescope_lexicon *lexicon = framescope_analyzer_lexicon(analyzer);
  framescope_entry entry;
  CHECK(framescope_lexicon_entry(&entry, lexicon, 1) == FRAMESCOPE_OK);
  CHECK(strcmp(entry.pattern, "springboard*") == 0 && entry.score == 1.0);
  CHECK(entry.when[0] == '\0' && entry.locus == FRAMESCOPE_LOCUS_ANY);
  framescope_analyzer_free(analyzer);
}

static void test_offsets(void) {
  /* a, e acute, euro sign, grinning face: 1, 2, 3 and 4 bytes. */
  static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  uint64_t offsets[] = {0, 1, 1, 3, 6, 10};
  const uint64_t disorder[] = {3, 1};
  uint64_t points[6], units[6];
  static const uint64_t kPoints[] = {0, 1, 1, 2, 3, 4};
  static const uint64_t kUnits[] = {0, 1, 1, 2, 3, 5};
  CHECK(framescope_convert_offsets(points, text, 10, offsets, 6,
                                   FRAMESCOPE_UNIT_CODE_POINTS,
                                   NULL) == FRAMESCOPE_OK);
  CHECK(memcmp(points, kPoints, sizeof points) == 0);
  CHECK(framescope_convert_offsets(units, text, 10, offsets, 6,
                                   FRAMESCOPE_UNIT_UTF16,
                                   NULL) == FRAMESCOPE_OK);
  CHECK(memcmp(units, kUnits, sizeof units) == 0);
  CHECK(framescope_convert_offsets(points, text, 10, disorder, 2, 0, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_convert_offsets(points, text, 9, offsets, 6, 0, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(framescope_convert_offsets(points, text, 10, offsets, 6, 2, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(memcmp(points, kPoints, sizeof points) == 0);
  CHECK(framescope_convert_offsets(offsets, text, 10, offsets, 6, 0, NULL) ==
        FRAMESCOPE_OK);
  CHECK(memcmp(offsets, kPoints, sizeof offsets) == 0);
}

static int count_documents(void *payload, const framescope_document *document,
                           const framescope_error *error) {
  CHECK(document != NULL && error == NULL);
  if (document != NULL) {
    framescope_property property;
    CHECK(framescope_document_path(document)[0] != '\0');
    CHECK(framescope_document_property_count(document) == 1);
    CHECK(framescope_document_property(&property, document, 0) ==
          FRAMESCOPE_OK);
    CHECK(strcmp(property.name, "year") == 0);
    CHECK(strcmp(framescope_document_decoding(document), "utf-8") == 0);
  }
  ++*(int *)payload;
  return 0;
}

static void test_documents(void) {
  framescope_document *document = NULL;
  framescope_notice notice;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  const char *path = FRAMESCOPE_BINARY_DIR "/views_test.csv";
  FILE *file = fopen(path, "wb");
  int seen = 0;
  CHECK(file != NULL);
  if (file != NULL) {
    fputs("id,year,text\nx,2020,A burden.\ny,2021,A springboard.\n", file);
    fclose(file);
  }
  CHECK(framescope_read_documents(path, NULL, count_documents, &seen, &error) ==
        FRAMESCOPE_OK);
  CHECK(seen == 2);
  CHECK(framescope_read_documents("/nowhere/at/all.csv", NULL, count_documents,
                                  &seen, &error) == FRAMESCOPE_E_IO);
  remove(path);
  CHECK(framescope_document_new(&document, "one", "A title", "a\xFF", 2,
                                &error) == FRAMESCOPE_E_ENCODING);
  CHECK(error.offset == 1 && document == NULL);
  CHECK(framescope_document_new(&document, "one", "A title", "A text.", 7,
                                &error) == FRAMESCOPE_OK);
  CHECK(strcmp(framescope_document_id(document), "one") == 0);
  CHECK(strcmp(framescope_document_title(document), "A title") == 0);
  CHECK(framescope_document_notice_count(document) == 0);
  CHECK(framescope_document_notice(&notice, document, 0) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  framescope_document_free(document);
}

static void test_nothing_is_seen_of_null(void) {
  framescope_extent extent;
  framescope_measures measures;
  size_t count = 7;
  framescope_analysis_extent(&extent, NULL);
  framescope_analysis_measures(&measures, NULL);
  CHECK(extent.words == 0 && measures.missing == NULL);
  CHECK(framescope_analysis_categories(NULL, &count) == NULL && count == 0);
  CHECK(framescope_analysis_document(NULL) == NULL);
  CHECK(strcmp(framescope_document_id(NULL), "") == 0);
  CHECK(strcmp(framescope_document_text(NULL, &count), "") == 0);
  CHECK(framescope_analyzer_lexicon(NULL) == NULL);
  CHECK(framescope_lexicon_source_count(NULL) == 0);
}

static void test_balance_of_counts(void) {
  framescope_pole_counts counts = {2, 6, 4, 12};
  framescope_balance balance;
  CHECK(framescope_balance_counts(&balance, &counts, 1000, NULL) ==
        FRAMESCOPE_OK);
  CHECK(balance.balance == 0.5 && balance.positive_per_1000 == 6.0);
  CHECK(balance.low > -1 && balance.low < 0.5 && balance.high > 0.5);
  CHECK(fabs(balance.log_ratio - log(6.5 / 2.5)) < 1e-9);
  counts.negative = UINT64_MAX;
  CHECK(framescope_balance_counts(&balance, &counts, 1000, NULL) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
}

int main(void) {
  test_built_in_lexicon();
  test_lexicon_to_memory_and_back();
  test_analysis();
  test_one_analysis_as_json();
  test_lexicon_of_analyzer();
  test_offsets();
  test_documents();
  test_nothing_is_seen_of_null();
  test_balance_of_counts();
  return finish("views");
}
