/* Arrow columns in and out: nulls, slices, all three layouts of strings, and
 * who releases what. */
#include <errno.h>
#include <math.h>

#include "check.h"

static int released_schemas, released_arrays, released_streams;

static void release_schema(struct ArrowSchema *schema) {
  ++released_schemas;
  schema->release = NULL;
}

static void release_array(struct ArrowArray *array) {
  ++released_arrays;
  array->release = NULL;
}

/* "A burden.", "A springboard, a springboard.", null, "bad \xFF", "" */
static const char kBytes[] = "A burden.A springboard, a springboard.bad \xFF";
static const int32_t kOffsets[] = {0, 9, 38, 38, 43, 43};
static const int64_t kLargeOffsets[] = {0, 9, 38, 38, 43, 43};
static const uint8_t kValid[] = {0x1B};
enum { kRows = 5 };

/* A view: length, then up to 12 bytes, or 4 bytes, buffer and offset. */
typedef struct view {
  int32_t length;
  union {
    char small[12];
    struct {
      char prefix[4];
      int32_t buffer, offset;
    } large;
  } as;
} view;

typedef struct column {
  struct ArrowSchema schema;
  struct ArrowArray array;
  const void *buffers[4];
  view views[kRows];
  int64_t sizes[1];
} column;

static void make_column(column *out, const char *format) {
  int i;
  memset(out, 0, sizeof *out);
  out->schema.format = format;
  out->schema.name = "text";
  out->schema.flags = ARROW_FLAG_NULLABLE;
  out->schema.release = release_schema;
  out->array.length = kRows;
  out->array.null_count = -1;
  out->array.n_buffers = 3;
  out->array.buffers = out->buffers;
  out->array.release = release_array;
  out->buffers[0] = kValid;
  out->buffers[1] = format[0] == 'u' ? (const void *)kOffsets : kLargeOffsets;
  out->buffers[2] = kBytes;
  if (format[0] != 'v') return;
  out->array.n_buffers = 4;
  out->buffers[1] = out->views;
  out->buffers[3] = out->sizes;
  out->sizes[0] = sizeof kBytes - 1;
  for (i = 0; i < kRows; ++i) {
    const int32_t size = kOffsets[i + 1] - kOffsets[i];
    out->views[i].length = size;
    if (size <= 12) {
      memcpy(out->views[i].as.small, kBytes + kOffsets[i], (size_t)size);
    } else {
      out->views[i].as.large.offset = kOffsets[i];
    }
  }
}

static const struct ArrowArray *child(const struct ArrowSchema *schema,
                                      const struct ArrowArray *array,
                                      const char *name, const char *format) {
  int64_t i;
  CHECK(strcmp(schema->format, "+s") == 0);
  CHECK(schema->n_children == array->n_children);
  for (i = 0; i < schema->n_children; ++i) {
    if (strcmp(schema->children[i]->name, name) != 0) continue;
    CHECK(strcmp(schema->children[i]->format, format) == 0);
    CHECK(array->children[i]->length == array->length);
    return array->children[i];
  }
  printf("no column %s\n", name);
  exit(1);
}

static int is_null(const struct ArrowArray *array, int64_t row) {
  const uint8_t *valid = array->buffers[0];
  return valid != NULL && (valid[row / 8] >> (row % 8) & 1) == 0;
}

static uint64_t number(const struct ArrowArray *array, int64_t row) {
  return ((const uint64_t *)array->buffers[1])[row];
}

static int text_is(const struct ArrowArray *array, int64_t row,
                   const char *expected) {
  const int32_t *offsets = array->buffers[1];
  const size_t size = (size_t)(offsets[row + 1] - offsets[row]);
  return size == strlen(expected) &&
         memcmp((const char *)array->buffers[2] + offsets[row], expected,
                size) == 0;
}

/* The string that a dictionary's index stands for. */
static int names(const struct ArrowArray *array, int64_t row,
                 const char *expected) {
  const int32_t *indices = array->buffers[1];
  CHECK(array->dictionary != NULL);
  return text_is(array->dictionary, indices[row], expected);
}

static void test_documents(const framescope_analyzer *analyzer,
                           const char *format) {
  struct ArrowSchema schema;
  struct ArrowArray array;
  const struct ArrowArray *of;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  column in;
  make_column(&in, format);
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in.schema,
                                   &in.array, NULL, &error) == FRAMESCOPE_OK);
  CHECK(in.schema.release != NULL && in.array.release != NULL);
  CHECK(array.length == kRows);
  CHECK(number(child(&schema, &array, "document", "L"), 4) == 4);
  of = child(&schema, &array, "words", "L");
  CHECK(number(of, 0) == 2 && number(of, 1) == 4 && number(of, 4) == 0);
  CHECK(of->null_count == 2 && is_null(of, 2) && is_null(of, 3));
  CHECK(!is_null(of, 4));
  of = child(&schema, &array, "crisis_evoked", "L");
  CHECK(number(of, 0) == 1 && number(of, 1) == 0);
  of = child(&schema, &array, "springboard_endorsed", "L");
  CHECK(number(of, 1) == 2);
  of = child(&schema, &array, "crisis_springboard_evoked", "g");
  CHECK(is_null(of, 0) && is_null(of, 1));
  of = child(&schema, &array, "error", "u");
  CHECK(is_null(of, 0) && is_null(of, 2) && !is_null(of, 3));
  CHECK(of->null_count == 4);
  CHECK(((const int32_t *)of->buffers[1])[4] > 10);
  CHECK(memcmp((const char *)of->buffers[2], "E_ENCODING: ", 12) == 0);
  schema.release(&schema);
  array.release(&array);
  CHECK(schema.release == NULL && array.release == NULL);
}

static void test_matches(const framescope_analyzer *analyzer,
                         const char *format) {
  struct ArrowSchema schema;
  struct ArrowArray array, moved;
  const struct ArrowArray *of;
  framescope_arrow_options options = FRAMESCOPE_ARROW_OPTIONS_INIT;
  column in;
  make_column(&in, format);
  options.first_document = 100;
  options.jobs = 2;
  CHECK(framescope_arrow_matches(&schema, &array, analyzer, &in.schema,
                                 &in.array, &options, NULL) == FRAMESCOPE_OK);
  CHECK(array.length == 3);
  of = child(&schema, &array, "document", "L");
  CHECK(number(of, 0) == 100 && number(of, 1) == 101 && number(of, 2) == 101);
  of = child(&schema, &array, "text", "u");
  CHECK(text_is(of, 0, "burden") && text_is(of, 2, "springboard"));
  CHECK(names(child(&schema, &array, "axis", "i"), 0, "crisis-springboard"));
  CHECK(names(child(&schema, &array, "pole", "i"), 0, "crisis"));
  CHECK(names(child(&schema, &array, "pole", "i"), 1, "springboard"));
  CHECK(names(child(&schema, &array, "entry", "i"), 1, "springboard*"));
  CHECK(names(child(&schema, &array, "category", "i"), 0, "crisis.burden"));
  CHECK(names(child(&schema, &array, "stance", "i"), 0, "used"));
  CHECK(names(child(&schema, &array, "locus", "i"), 0, "any"));
  of = child(&schema, &array, "endorsed", "b");
  CHECK(((const uint8_t *)of->buffers[1])[0] == 7);
  of = child(&schema, &array, "rule", "i");
  CHECK(is_null(of, 0) && of->dictionary != NULL);
  CHECK(is_null(child(&schema, &array, "holder", "u"), 0));
  CHECK(number(child(&schema, &array, "begin", "L"), 0) == 2);
  CHECK(number(child(&schema, &array, "end", "L"), 0) == 8);
  /* A reader may move a child away and release the rest first. */
  moved = *array.children[1];
  array.children[1]->release = NULL;
  array.release(&array);
  CHECK(number(&moved, 0) == 2);
  moved.release(&moved);
  schema.release(&schema);
}

/* A table with ids, of which both parents and children are slices. */
static void make_table(struct ArrowSchema *schema, struct ArrowArray *array,
                       column *text, column *id) {
  static struct ArrowSchema *schemas[2];
  static struct ArrowArray *arrays[2];
  static const void *no_validity[] = {NULL};
  static const int16_t kIds[] = {7, -8, 9, 10, 11};
  make_column(text, "u");
  make_column(id, "s");
  id->schema.name = "key";
  id->buffers[0] = NULL;
  id->buffers[1] = kIds;
  id->array.n_buffers = 2;
  schemas[0] = &id->schema;
  schemas[1] = &text->schema;
  arrays[0] = &id->array;
  arrays[1] = &text->array;
  memset(schema, 0, sizeof *schema);
  memset(array, 0, sizeof *array);
  schema->format = "+s";
  schema->n_children = 2;
  schema->children = schemas;
  schema->release = release_schema;
  array->length = kRows;
  array->n_buffers = 1;
  array->buffers = no_validity;
  array->n_children = 2;
  array->children = arrays;
  array->release = release_array;
}

static void test_slices_of_a_table(const framescope_analyzer *analyzer) {
  struct ArrowSchema in_schema, schema;
  struct ArrowArray in, array;
  const struct ArrowArray *of;
  framescope_arrow_options options = FRAMESCOPE_ARROW_OPTIONS_INIT;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  static const uint8_t kTableValid[] = {0x05}; /* rows 0 and 2 of the table */
  static const void *validity[] = {kTableValid};
  column text, id;
  make_table(&in_schema, &in, &text, &id);
  options.id_column = "key";
  text.array.offset = 1;
  text.array.length = 4;
  id.array.offset = 1;
  id.array.length = 4;
  in.length = 2;
  in.offset = 1;
  in.buffers = validity;
  in.null_count = -1;
  /* Row 0 is row 1 of the table, which is null; row 1 is the bad one. */
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in_schema, &in,
                                   &options, &error) == FRAMESCOPE_OK);
  of = child(&schema, &array, "id", "l");
  CHECK(is_null(of, 0));
  CHECK(!is_null(of, 1) && (int64_t)number(of, 1) == 10);
  of = child(&schema, &array, "words", "L");
  CHECK(is_null(of, 0) && is_null(of, 1));
  of = child(&schema, &array, "error", "u");
  CHECK(is_null(of, 0) && !is_null(of, 1));
  schema.release(&schema);
  array.release(&array);
  options.text_column = "words";
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in_schema, &in,
                                   &options,
                                   &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(strstr(error.message, "key, text") != NULL);
  options.text_column = "key";
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in_schema, &in,
                                   &options,
                                   &error) == FRAMESCOPE_E_UNSUPPORTED);
  in.length = 9;
  options.text_column = NULL;
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in_schema, &in,
                                   &options,
                                   &error) == FRAMESCOPE_E_INVALID_ARGUMENT);
}

/* A stream of two tables, and then of an error or of the end. */
typedef struct source {
  struct ArrowSchema schema;
  struct ArrowArray array;
  column text, id;
  int batches, fail;
} source;

static int get_schema(struct ArrowArrayStream *stream,
                      struct ArrowSchema *out) {
  *out = ((source *)stream->private_data)->schema;
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  source *from = stream->private_data;
  out->release = NULL;
  if (from->batches == 0) return from->fail;
  --from->batches;
  *out = from->array;
  return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return "the source ran dry";
}

static void release_stream(struct ArrowArrayStream *stream) {
  ++released_streams;
  stream->release = NULL;
}

static void make_stream(struct ArrowArrayStream *out, source *from, int fail) {
  make_table(&from->schema, &from->array, &from->text, &from->id);
  from->batches = 2;
  from->fail = fail;
  out->get_schema = get_schema;
  out->get_next = get_next;
  out->get_last_error = get_last_error;
  out->release = release_stream;
  out->private_data = from;
  released_streams = released_schemas = released_arrays = 0;
}

static void test_streams(void) {
  framescope_analyzer *analyzer = tiny_analyzer();
  struct ArrowArrayStream in, rows, matches;
  struct ArrowSchema schema;
  struct ArrowArray array;
  source from;
  framescope_arrow_options options = FRAMESCOPE_ARROW_OPTIONS_INIT;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  options.id_column = "nobody";
  make_stream(&in, &from, 0);
  CHECK(framescope_arrow_document_stream(&rows, analyzer, &in, &options,
                                         &error) ==
        FRAMESCOPE_E_INVALID_ARGUMENT);
  CHECK(in.release != NULL && released_schemas == 1);
  options.id_column = "key";
  CHECK(framescope_arrow_document_stream(&rows, analyzer, &in, &options,
                                         &error) == FRAMESCOPE_OK);
  CHECK(in.release == NULL && released_streams == 0);
  framescope_analyzer_free(analyzer); /* the stream needs it no more */
  CHECK(rows.get_schema(&rows, &schema) == 0);
  CHECK(rows.get_next(&rows, &array) == 0 && array.length == kRows);
  CHECK(number(child(&schema, &array, "document", "L"), 1) == 1);
  array.release(&array);
  CHECK(rows.get_next(&rows, &array) == 0 && array.length == kRows);
  CHECK(number(child(&schema, &array, "document", "L"), 1) == kRows + 1);
  CHECK(number(child(&schema, &array, "id", "l"), 0) == 7);
  array.release(&array);
  CHECK(rows.get_next(&rows, &array) == 0 && array.release == NULL);
  CHECK(rows.get_last_error(&rows) == NULL);
  CHECK(released_arrays == 2);
  rows.release(&rows);
  CHECK(released_streams == 1);
  schema.release(&schema);

  analyzer = tiny_analyzer();
  make_stream(&in, &from, EIO);
  CHECK(framescope_arrow_match_stream(&matches, analyzer, &in, NULL, NULL) ==
        FRAMESCOPE_OK);
  CHECK(matches.get_next(&matches, &array) == 0 && array.length == 3);
  array.release(&array);
  CHECK(matches.get_next(&matches, &array) == 0);
  array.release(&array);
  CHECK(matches.get_next(&matches, &array) == EIO);
  CHECK(strstr(matches.get_last_error(&matches), "ran dry") != NULL);
  matches.release(&matches);
  CHECK(released_streams == 1);
  framescope_analyzer_free(analyzer);
}

/* What is not sound is told, as far as it can be seen. */
static void test_unsound(const framescope_analyzer *analyzer) {
  struct ArrowSchema schema = {0};
  struct ArrowArray array = {0};
  static const int32_t kDown[] = {0, 9, 3, 38, 43, 43};
  column in;
#define REFUSED(status)                                                   \
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in.schema, \
                                   &in.array, NULL, NULL) == (status));   \
  CHECK(schema.release == NULL && array.release == NULL)
  make_column(&in, "z");
  REFUSED(FRAMESCOPE_E_UNSUPPORTED);
  make_column(&in, "u");
  in.schema.format = NULL;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.array.release = NULL;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.array.length = -1;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.array.n_buffers = 2;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.buffers[1] = kDown;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.buffers[2] = NULL;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "vu");
  in.views[1].as.large.buffer = INT32_MAX;
  REFUSED(FRAMESCOPE_E_INVALID_ARGUMENT);
  make_column(&in, "u");
  in.schema.dictionary = &in.schema;
  REFUSED(FRAMESCOPE_E_UNSUPPORTED);
#undef REFUSED
}

static void test_nothing(const framescope_analyzer *analyzer) {
  struct ArrowSchema schema;
  struct ArrowArray array;
  column in;
  make_column(&in, "n");
  in.array.n_buffers = 0;
  CHECK(framescope_arrow_documents(&schema, &array, analyzer, &in.schema,
                                   &in.array, NULL, NULL) == FRAMESCOPE_OK);
  CHECK(child(&schema, &array, "words", "L")->null_count == kRows);
  schema.release(&schema);
  array.release(&array);
  make_column(&in, "u");
  in.array.length = 0;
  CHECK(framescope_arrow_matches(&schema, &array, analyzer, &in.schema,
                                 &in.array, NULL, NULL) == FRAMESCOPE_OK);
  CHECK(array.length == 0);
  CHECK(child(&schema, &array, "text", "u")->buffers[1] != NULL);
  schema.release(&schema);
  array.release(&array);
}

int main(void) {
  static const char *const formats[] = {"u", "U", "vu"};
  framescope_analyzer *analyzer = tiny_analyzer();
  size_t i;
  for (i = 0; i < sizeof formats / sizeof *formats; ++i) {
    test_documents(analyzer, formats[i]);
    test_matches(analyzer, formats[i]);
  }
  test_slices_of_a_table(analyzer);
  test_unsound(analyzer);
  test_nothing(analyzer);
  framescope_analyzer_free(analyzer);
  test_streams();
  return finish("arrow");
}
