/* DuckDB reads texts from a table of its own, framescope scores them through
 * the Arrow C data interface, and DuckDB reads and joins the rows.
 *
 * Usage: duckdb LIBDUCKDB ROWS
 * LIBDUCKDB is the library that npm's @duckdb/node-bindings brings; it is
 * loaded at run time, so that there is nothing to build against.
 */
#include <dlfcn.h>
#include <framescope/framescope.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* What this program uses of duckdb.h, whose handles are pointers. */
typedef struct {
  uint64_t deprecated[5];
  void *internal_data;
} duckdb_result;
typedef int (*open_fn)(const char *path, void **out);
typedef int (*connect_fn)(void *database, void **out);
typedef void (*close_fn)(void **handle);
typedef int (*query_fn)(void *connection, const char *sql, duckdb_result *out);
typedef const char *(*result_error_fn)(duckdb_result *result);
typedef void (*destroy_result_fn)(duckdb_result *result);
typedef int64_t (*value_int64_fn)(duckdb_result *result, uint64_t column,
                                  uint64_t row);
typedef int (*arrow_scan_fn)(void *connection, const char *view,
                             struct ArrowArrayStream *stream);
typedef int (*query_arrow_fn)(void *connection, const char *sql, void **out);
typedef int (*arrow_schema_fn)(void *result, struct ArrowSchema **out);
typedef int (*arrow_array_fn)(void *result, struct ArrowArray **out);

static struct {
  open_fn open;
  connect_fn connect;
  close_fn disconnect, close, destroy_arrow;
  query_fn query;
  result_error_fn result_error;
  destroy_result_fn destroy_result;
  value_int64_fn value_int64;
  arrow_scan_fn arrow_scan;
  query_arrow_fn query_arrow;
  arrow_schema_fn arrow_schema;
  arrow_array_fn arrow_array;
} duck;

static void *connection;

static void fail(const char *what, const char *why) {
  printf("%s: %s\n", what, why == NULL ? "failed" : why);
  exit(1);
}

/* A function of a shared library, as POSIX has it. */
static void find(void *library, const char *name, void *out) {
  void *symbol = dlsym(library, name);
  if (symbol == NULL) fail(name, "not in this library");
  memcpy(out, &symbol, sizeof symbol);
}

static void load(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) fail("dlopen", dlerror());
  find(library, "duckdb_open", &duck.open);
  find(library, "duckdb_connect", &duck.connect);
  find(library, "duckdb_disconnect", &duck.disconnect);
  find(library, "duckdb_close", &duck.close);
  find(library, "duckdb_query", &duck.query);
  find(library, "duckdb_result_error", &duck.result_error);
  find(library, "duckdb_destroy_result", &duck.destroy_result);
  find(library, "duckdb_value_int64", &duck.value_int64);
  find(library, "duckdb_arrow_scan", &duck.arrow_scan);
  find(library, "duckdb_query_arrow", &duck.query_arrow);
  find(library, "duckdb_query_arrow_schema", &duck.arrow_schema);
  find(library, "duckdb_query_arrow_array", &duck.arrow_array);
  find(library, "duckdb_destroy_arrow", &duck.destroy_arrow);
}

/* Runs a statement; the number in the first row and column, or 0. */
static int64_t run(const char *sql) {
  duckdb_result result;
  int64_t value;
  memset(&result, 0, sizeof result);
  if (duck.query(connection, sql, &result) != 0) {
    fail(sql, duck.result_error(&result));
  }
  value = duck.value_int64(&result, 0, 0);
  duck.destroy_result(&result);
  return value;
}

static void expect(const char *sql, int64_t expected) {
  const int64_t value = run(sql);
  printf("%s -> %lld\n", sql, (long long)value);
  if (value == expected) return;
  printf("expected %lld\n", (long long)expected);
  exit(1);
}

/* The result of a query as an Arrow stream: DuckDB's C API hands out arrays. */
static int query_schema(struct ArrowArrayStream *stream,
                        struct ArrowSchema *out) {
  return duck.arrow_schema(stream->private_data, &out) == 0 ? 0 : 5;
}

static int query_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  memset(out, 0, sizeof *out);
  return duck.arrow_array(stream->private_data, &out) == 0 ? 0 : 5;
}

static const char *query_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return "DuckDB failed";
}

static void query_release(struct ArrowArrayStream *stream) {
  duck.destroy_arrow(&stream->private_data);
  stream->release = NULL;
}

static struct ArrowArrayStream query_stream(const char *sql) {
  struct ArrowArrayStream stream;
  void *result = NULL;
  if (duck.query_arrow(connection, sql, &result) != 0) fail(sql, NULL);
  stream.get_schema = query_schema;
  stream.get_next = query_next;
  stream.get_last_error = query_error;
  stream.release = query_release;
  stream.private_data = result;
  return stream;
}

/* Reads a stream of rows into a table. */
static void keep(struct ArrowArrayStream *rows, const char *table) {
  char sql[160];
  snprintf(sql, sizeof sql, "%s_rows", table);
  if (duck.arrow_scan(connection, sql, rows) != 0) fail("arrow_scan", table);
  snprintf(sql, sizeof sql, "create table %s as from %s_rows", table, table);
  run(sql);
  rows->release(rows);
}

static framescope_analyzer *make_analyzer(void) {
  static const char toml[] =
      "name = \"small\"\nversion = \"1\"\n"
      "[[axis]]\nname = \"crisis-springboard\"\nnegative = \"crisis\"\n"
      "positive = \"springboard\"\n"
      "[[category]]\nname = \"crisis.burden\"\npole = \"crisis\"\n"
      "[[category]]\nname = \"springboard.start\"\npole = \"springboard\"\n";
  static const char entries[] =
      "pattern\tcategory\tweight\tlocus\tflags\tprofiles\twhen\tinstead\t"
      "sources\tdate\tnote\n"
      "burden*\tcrisis.burden\t2\n"
      "springboard*\tspringboard.start\t3\n";
  framescope_lexicon *lexicon = NULL;
  framescope_analyzer *analyzer = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  if (framescope_lexicon_parse(&lexicon, "small", toml, sizeof toml - 1,
                               entries, sizeof entries - 1, NULL, 0, NULL, NULL,
                               &error) ||
      framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, &error)) {
    fail("framescope", error.message);
  }
  framescope_lexicon_free(lexicon);
  return analyzer;
}

static void score(const framescope_analyzer *analyzer) {
  static const char kTexts[] = "select * from notes order by rowid";
  framescope_arrow_options options = FRAMESCOPE_ARROW_OPTIONS_INIT;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  struct ArrowArrayStream texts = query_stream(kTexts), rows;
  options.text_column = "note";
  options.id_column = "name";
  if (framescope_arrow_document_stream(&rows, analyzer, &texts, &options,
                                       &error)) {
    fail("documents", error.message);
  }
  keep(&rows, "documents");
  texts = query_stream(kTexts);
  if (framescope_arrow_match_stream(&rows, analyzer, &texts, &options,
                                    &error)) {
    fail("matches", error.message);
  }
  keep(&rows, "matches");
}

int main(int count, char **arguments) {
  framescope_analyzer *analyzer = make_analyzer();
  const int64_t n = count > 2 ? atoll(arguments[2]) : 0;
  void *database = NULL;
  char sql[400];
  struct rusage usage;
  if (count < 3 || n < 6) fail("usage", "duckdb LIBDUCKDB ROWS");
  load(arguments[1]);
  if (duck.open(NULL, &database) != 0) fail("duckdb_open", NULL);
  if (duck.connect(database, &connection) != 0) fail("duckdb_connect", NULL);
  /* In every six: two burdens (one denied), two springboards, a null, "". */
  snprintf(sql, sizeof sql,
           "create table notes as select 'n' || i as name, case i %% 6 "
           "when 0 then 'They are a burden on the service.' "
           "when 1 then 'She is not a burden.' "
           "when 2 then 'Home care is a springboard. It is a springboard.' "
           "when 3 then null when 4 then '' "
           "else 'The bus was late.' end as note from range(%lld) t(i)",
           (long long)n);
  run(sql);
  score(analyzer);
  framescope_analyzer_free(analyzer);

  expect("select count(*) from documents", n);
  expect("select count(*) from documents where document <> substr(id, 2)::int",
         0);
  expect(
      "select count(*) from documents d join notes n on d.id = n.name "
      "where (d.words is null) <> (n.note is null)",
      0);
  expect("select count(*) from documents where error is not null", 0);
  /* The rows of documents are the sums of the rows of matches. */
  expect(
      "select count(*) from documents d left join (select document, "
      "count(*) filter (pole = 'crisis' and stance <> 'mentioned') as c, "
      "count(*) filter (pole = 'springboard' and endorsed) as s "
      "from matches group by all) m using (document) "
      "where d.words is not null and (coalesce(m.c, 0) <> d.crisis_evoked "
      "or coalesce(m.s, 0) <> d.springboard_endorsed)",
      0);
  /* The bytes of a match, cut from DuckDB's own text, are the bytes reported.
   */
  expect(
      "select count(*) from matches m join notes n on m.id = n.name "
      "where substr(n.note, (m.char_begin + 1)::bigint, "
      "(m.char_end - m.char_begin)::bigint) <> m.text",
      0);
  expect(
      "select count(*) from matches where entry is null or category is null "
      "or (stance = 'used') <> endorsed and stance not in "
      "('moved_to', 'recommended')",
      0);
  expect("select count(distinct id) from matches where stance = 'negated'",
         (n + 4) / 6);
  expect(
      "select count(distinct id) from matches where not endorsed and rule "
      "is null",
      0);
  duck.disconnect(&connection);
  duck.close(&database);
  if (getrusage(RUSAGE_SELF, &usage) == 0) {
    printf("%lld rows, peak memory %ld MiB\n", (long long)n,
           usage.ru_maxrss / 1024);
  }
  return 0;
}
