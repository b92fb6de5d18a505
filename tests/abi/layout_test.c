/* The layout of every struct of framescope.h on 64-bit machines: a change to a
 * line here is a change of the ABI; only new lines are none. Each INIT macro is
 * zero plus the size. */
#include <framescope/framescope.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFFu
#define SIZE(type, size) _Static_assert(sizeof(type) == (size), #type)
#define AT(type, field, at) \
  _Static_assert(offsetof(type, field) == (at), #type "." #field)
SIZE(framescope_error, 520);
AT(framescope_error, struct_size, 0);
AT(framescope_error, status, 4);
AT(framescope_error, offset, 8);
AT(framescope_error, line, 16);
AT(framescope_error, column, 20);
AT(framescope_error, message, 24);
SIZE(framescope_text, 16);
AT(framescope_text, data, 0);
AT(framescope_text, size, 8);
SIZE(framescope_span, 16);
AT(framescope_span, begin, 0);
AT(framescope_span, end, 8);
SIZE(framescope_lexicon_options, 24);
AT(framescope_lexicon_options, struct_size, 0);
AT(framescope_lexicon_options, flags, 4);
AT(framescope_lexicon_options, format, 8);
AT(framescope_lexicon_options, first_level, 16);
AT(framescope_lexicon_options, last_level, 20);
SIZE(framescope_about, 56);
AT(framescope_about, name, 0);
AT(framescope_about, version, 8);
AT(framescope_about, hash, 16);
AT(framescope_about, title, 24);
AT(framescope_about, language, 32);
AT(framescope_about, licence, 40);
AT(framescope_about, default_profile, 48);
SIZE(framescope_axis, 40);
AT(framescope_axis, name, 0);
AT(framescope_axis, negative, 8);
AT(framescope_axis, positive, 16);
AT(framescope_axis, title, 24);
AT(framescope_axis, headline, 32);
AT(framescope_axis, reserved, 36);
SIZE(framescope_category, 40);
AT(framescope_category, name, 0);
AT(framescope_category, code, 8);
AT(framescope_category, title, 16);
AT(framescope_category, axis, 24);
AT(framescope_category, positive, 28);
AT(framescope_category, expected, 32);
AT(framescope_category, reserved, 36);
SIZE(framescope_entry, 72);
AT(framescope_entry, pattern, 0);
AT(framescope_entry, note, 8);
AT(framescope_entry, instead, 16);
AT(framescope_entry, sources, 24);
AT(framescope_entry, when, 32);
AT(framescope_entry, date, 40);
AT(framescope_entry, score, 48);
AT(framescope_entry, category, 56);
AT(framescope_entry, weight, 60);
AT(framescope_entry, flags, 64);
AT(framescope_entry, locus, 68);
SIZE(framescope_mask, 32);
AT(framescope_mask, pattern, 0);
AT(framescope_mask, kind, 8);
AT(framescope_mask, when, 16);
AT(framescope_mask, note, 24);
SIZE(framescope_source, 48);
AT(framescope_source, key, 0);
AT(framescope_source, title, 8);
AT(framescope_source, author, 16);
AT(framescope_source, url, 24);
AT(framescope_source, status, 32);
AT(framescope_source, year, 40);
AT(framescope_source, reserved, 44);
SIZE(framescope_profile, 16);
AT(framescope_profile, name, 0);
AT(framescope_profile, title, 8);
SIZE(framescope_options, 48);
AT(framescope_options, struct_size, 0);
AT(framescope_options, flags, 4);
AT(framescope_options, profile, 8);
AT(framescope_options, locale, 16);
AT(framescope_options, segmenter, 24);
AT(framescope_options, overlap, 32);
AT(framescope_options, sense_model, 40);
SIZE(framescope_read_options, 48);
AT(framescope_read_options, struct_size, 0);
AT(framescope_read_options, pdf_seconds, 4);
AT(framescope_read_options, encoding, 8);
AT(framescope_read_options, format, 16);
AT(framescope_read_options, text_column, 24);
AT(framescope_read_options, id_column, 32);
AT(framescope_read_options, max_bytes, 40);
SIZE(framescope_block, 32);
AT(framescope_block, begin, 0);
AT(framescope_block, end, 8);
AT(framescope_block, line, 16);
AT(framescope_block, page, 20);
AT(framescope_block, kind, 24);
AT(framescope_block, level, 28);
SIZE(framescope_notice, 24);
AT(framescope_notice, code, 0);
AT(framescope_notice, message, 8);
AT(framescope_notice, line, 16);
AT(framescope_notice, reserved, 20);
SIZE(framescope_property, 16);
AT(framescope_property, name, 0);
AT(framescope_property, value, 8);
SIZE(framescope_match, 128);
AT(framescope_match, begin, 0);
AT(framescope_match, end, 8);
AT(framescope_match, char_begin, 16);
AT(framescope_match, char_end, 24);
AT(framescope_match, utf16_begin, 32);
AT(framescope_match, utf16_end, 40);
AT(framescope_match, cue_begin, 48);
AT(framescope_match, cue_end, 56);
AT(framescope_match, holder_begin, 64);
AT(framescope_match, holder_end, 72);
AT(framescope_match, entry, 80);
AT(framescope_match, category, 84);
AT(framescope_match, weight, 88);
AT(framescope_match, stance, 92);
AT(framescope_match, locus, 96);
AT(framescope_match, sentence, 100);
AT(framescope_match, line, 104);
AT(framescope_match, page, 108);
AT(framescope_match, rule, 112);
AT(framescope_match, pair, 116);
AT(framescope_match, flags, 120);
AT(framescope_match, reserved, 124);
SIZE(framescope_balance, 96);
AT(framescope_balance, negative_count, 0);
AT(framescope_balance, positive_count, 8);
AT(framescope_balance, negative_weighted, 16);
AT(framescope_balance, positive_weighted, 24);
AT(framescope_balance, negative_per_1000, 32);
AT(framescope_balance, positive_per_1000, 40);
AT(framescope_balance, balance, 48);
AT(framescope_balance, low, 56);
AT(framescope_balance, high, 64);
AT(framescope_balance, log_ratio, 72);
AT(framescope_balance, log_ratio_error, 80);
AT(framescope_balance, verdict, 88);
AT(framescope_balance, reserved, 92);
SIZE(framescope_axis_score, 192);
AT(framescope_axis_score, evoked, 0);
AT(framescope_axis_score, endorsed, 96);
SIZE(framescope_extent, 40);
AT(framescope_extent, words, 0);
AT(framescope_extent, sentences, 8);
AT(framescope_extent, paragraphs, 16);
AT(framescope_extent, repeated_paragraphs, 24);
AT(framescope_extent, repeated_words, 32);
SIZE(framescope_category_count, 16);
AT(framescope_category_count, evoked, 0);
AT(framescope_category_count, endorsed, 8);
SIZE(framescope_reframing, 16);
AT(framescope_reframing, from, 0);
AT(framescope_reframing, to, 4);
AT(framescope_reframing, rule, 8);
AT(framescope_reframing, reserved, 12);
SIZE(framescope_measures, 40);
AT(framescope_measures, buzzword_share, 0);
AT(framescope_measures, no_way_forward, 8);
AT(framescope_measures, no_way_forward_count, 16);
AT(framescope_measures, missing, 24);
AT(framescope_measures, missing_count, 32);
SIZE(framescope_pole_counts, 32);
AT(framescope_pole_counts, negative, 0);
AT(framescope_pole_counts, positive, 8);
AT(framescope_pole_counts, negative_weighted, 16);
AT(framescope_pole_counts, positive_weighted, 24);
SIZE(framescope_axis_count, 64);
AT(framescope_axis_count, evoked, 0);
AT(framescope_axis_count, endorsed, 32);
SIZE(framescope_counts, 56);
AT(framescope_counts, struct_size, 0);
AT(framescope_counts, reserved, 4);
AT(framescope_counts, axes, 8);
AT(framescope_counts, axis_count, 16);
AT(framescope_counts, categories, 24);
AT(framescope_counts, category_count, 32);
AT(framescope_counts, extents, 40);
AT(framescope_counts, statuses, 48);
SIZE(framescope_many_options, 8);
AT(framescope_many_options, struct_size, 0);
AT(framescope_many_options, jobs, 4);
SIZE(framescope_item, 40);
AT(framescope_item, outcome, 0);
AT(framescope_item, reserved, 4);
AT(framescope_item, path, 8);
AT(framescope_item, id, 16);
AT(framescope_item, analysis, 24);
AT(framescope_item, error, 32);
SIZE(framescope_run_options, 24);
AT(framescope_run_options, struct_size, 0);
AT(framescope_run_options, jobs, 4);
AT(framescope_run_options, read, 8);
AT(framescope_run_options, progress, 16);
SIZE(framescope_report_options, 16);
AT(framescope_report_options, struct_size, 0);
AT(framescope_report_options, format, 4);
AT(framescope_report_options, flags, 8);
AT(framescope_report_options, width, 12);
SIZE(framescope_arrow_options, 32);
AT(framescope_arrow_options, struct_size, 0);
AT(framescope_arrow_options, jobs, 4);
AT(framescope_arrow_options, text_column, 8);
AT(framescope_arrow_options, id_column, 16);
AT(framescope_arrow_options, first_document, 24);
SIZE(struct ArrowSchema, 72);
AT(struct ArrowSchema, format, 0);
AT(struct ArrowSchema, name, 8);
AT(struct ArrowSchema, metadata, 16);
AT(struct ArrowSchema, flags, 24);
AT(struct ArrowSchema, n_children, 32);
AT(struct ArrowSchema, children, 40);
AT(struct ArrowSchema, dictionary, 48);
AT(struct ArrowSchema, release, 56);
AT(struct ArrowSchema, private_data, 64);
SIZE(struct ArrowArray, 80);
AT(struct ArrowArray, length, 0);
AT(struct ArrowArray, null_count, 8);
AT(struct ArrowArray, offset, 16);
AT(struct ArrowArray, n_buffers, 24);
AT(struct ArrowArray, n_children, 32);
AT(struct ArrowArray, buffers, 40);
AT(struct ArrowArray, children, 48);
AT(struct ArrowArray, dictionary, 56);
AT(struct ArrowArray, release, 64);
AT(struct ArrowArray, private_data, 72);
SIZE(struct ArrowArrayStream, 40);
AT(struct ArrowArrayStream, get_schema, 0);
AT(struct ArrowArrayStream, get_next, 8);
AT(struct ArrowArrayStream, get_last_error, 16);
AT(struct ArrowArrayStream, release, 24);
AT(struct ArrowArrayStream, private_data, 32);
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
  CHECK_INIT(framescope_counts, FRAMESCOPE_COUNTS_INIT);
  CHECK_INIT(framescope_many_options, FRAMESCOPE_MANY_OPTIONS_INIT);
  CHECK_INIT(framescope_arrow_options, FRAMESCOPE_ARROW_OPTIONS_INIT);
  if (error.struct_size != sizeof error || error.offset != -1) return 1;
  if (framescope_version_number() != FRAMESCOPE_VERSION_NUMBER) return 1;
  printf("layout: as agreed\n");
  return 0;
}
