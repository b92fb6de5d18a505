/* framescope.h - the C API of framescope, a library that tells how a text
 * frames the people it is about: by deficit or by strengths, as a crisis or as
 * a springboard; and whether the author says so or only mentions it.
 *
 * This header is the stable interface. It is plain C99, includes nothing but
 * the standard headers below, and is all that the command-line program and the
 * Python package use. The C++ headers (*.hpp) beside it are for static linking
 * and carry no ABI promise.
 *
 * CONVENTIONS
 *
 *   Errors      A function that can fail returns framescope_status: zero on
 *               success, negative on failure. Its last parameter is an
 *               optional framescope_error that the caller owns (usually on
 *               the stack); pass NULL to ignore the details. On failure every
 *               `out` parameter is left as it was. No exception ever leaves
 *               the library.
 *   Ownership   *_new, *_load, *_read and *_parse give the caller an object
 *               through their first parameter, and so do framescope_analyze
 *               and its like; free it with the matching *_free. *_free(NULL)
 *               does nothing. Objects may be freed in any order. Any other
 *               pointer that is returned is borrowed from the object passed
 *               in, and dies with it.
 *   Text        UTF-8, given as pointer and byte count; it need not end in
 *               NUL and is never kept after the call returns. NULL is fine
 *               where the count is 0. Strings handed out end in NUL.
 *   Offsets     Byte offsets into the document's text, half open:
 *               [begin, end).
 *   Structs     The caller sets `struct_size` (the *_INIT macros do). Fields
 *               are only ever added at the end; zero always means "default",
 *               so that zeroed memory with `struct_size` set will do where
 *               there are no macros. A smaller `struct_size`, of an older
 *               header, is served. Result structs without struct_size are
 *               frozen.
 *   Threads     Lexicons and analyzers never change once made, and any number
 *               of threads may share one. A scratch, a report, a total, a
 *               comparison and a trend serve one call at a time: make one for
 *               each thread; a second call at once fails with
 *               E_INVALID_ARGUMENT. A document and an analysis may be read by
 *               many threads. There is no global state and nothing to
 *               initialise.
 *   Callbacks   Get the caller's `payload` first. Non-zero stops the call,
 *               which then returns FRAMESCOPE_E_CALLBACK.
 */
#ifndef FRAMESCOPE_FRAMESCOPE_H_
#define FRAMESCOPE_FRAMESCOPE_H_

#include <stddef.h>
#include <stdint.h>

#define FRAMESCOPE_VERSION_MAJOR 0
#define FRAMESCOPE_VERSION_MINOR 1
#define FRAMESCOPE_VERSION_PATCH 0
#define FRAMESCOPE_VERSION_NUMBER                                      \
  (FRAMESCOPE_VERSION_MAJOR * 10000 + FRAMESCOPE_VERSION_MINOR * 100 + \
   FRAMESCOPE_VERSION_PATCH)

#if defined(FRAMESCOPE_STATIC)
#define FRAMESCOPE_API
#elif defined(_WIN32) && defined(FRAMESCOPE_BUILDING)
#define FRAMESCOPE_API __declspec(dllexport)
#elif defined(_WIN32)
#define FRAMESCOPE_API __declspec(dllimport)
#elif defined(__GNUC__)
#define FRAMESCOPE_API __attribute__((visibility("default")))
#else
#define FRAMESCOPE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version ------------------------------------------------------------ */

/* The version of the library that is loaded, which may be newer than the
 * header that the caller was compiled with. */
FRAMESCOPE_API uint32_t framescope_version_number(void);
FRAMESCOPE_API const char *framescope_version_string(void);
/* What the library was built with, one "name version" a line. */
FRAMESCOPE_API const char *framescope_build_info(void);

/* ---- Errors ------------------------------------------------------------- */

typedef int32_t framescope_status;
enum {
  FRAMESCOPE_OK = 0,
  FRAMESCOPE_E_INVALID_ARGUMENT = -1, /* the caller broke the contract */
  FRAMESCOPE_E_NO_MEMORY = -2,
  FRAMESCOPE_E_IO = -3,          /* a file could not be opened or read */
  FRAMESCOPE_E_PARSE = -4,       /* a lexicon or document is malformed */
  FRAMESCOPE_E_ENCODING = -5,    /* text is not UTF-8: see offset */
  FRAMESCOPE_E_UNSUPPORTED = -6, /* known, but not built in */
  FRAMESCOPE_E_TOO_LARGE = -7,   /* over a limit set in the options */
  FRAMESCOPE_E_CALLBACK = -8,    /* a callback asked to stop */
  FRAMESCOPE_E_INTERNAL = -9,    /* a bug in the library: please report */
  FRAMESCOPE_E_NO_TEXT = -10     /* a document without text to read */
};

/* A short, constant name for a status, such as "E_PARSE". Never NULL. */
FRAMESCOPE_API const char *framescope_status_name(framescope_status status);

/* What went wrong, for people. Lives in the caller's memory, so there is
 * nothing to free and no thread-local state. */
typedef struct framescope_error {
  uint32_t struct_size;
  framescope_status status;
  int64_t offset;    /* byte offset in the input, or -1 */
  int32_t line;      /* counted from 1, or 0 */
  int32_t column;    /* code points, counted from 1, or 0 */
  char message[496]; /* UTF-8, always ends in NUL */
} framescope_error;
#define FRAMESCOPE_ERROR_INIT                    \
  {                                              \
    sizeof(framescope_error), 0, -1, 0, 0, { 0 } \
  }

/* Receives text piece by piece. */
typedef int (*framescope_write_fn)(void *payload, const char *data,
                                   size_t size);

/* Receives one finding in a file that people wrote, as a line such as
 * "entries.tsv:12:8: error: unknown category …". `severity`: 0 note,
 * 1 warning, 2 error. */
typedef int (*framescope_diagnostic_fn)(void *payload, int severity,
                                        const char *message);

/* ---- Texts and offsets -------------------------------------------------- */

/* UTF-8 in the caller's memory. Frozen. */
typedef struct framescope_text {
  const char *data; /* may be NULL when size is 0 */
  size_t size;      /* bytes */
} framescope_text;

/* A half-open stretch of bytes, empty when begin == end. Frozen. */
typedef struct framescope_span {
  uint64_t begin, end;
} framescope_span;

typedef uint32_t framescope_unit;
enum {
  FRAMESCOPE_UNIT_CODE_POINTS = 0, /* Python's string indices */
  FRAMESCOPE_UNIT_UTF16 = 1        /* Java's, JavaScript's, C#'s */
};

/* Turns ascending byte offsets of a text into offsets of another unit, in one
 * pass over the text: `out[i]` is the number of units before `offsets[i]`.
 * `out` may be `offsets` itself. E_INVALID_ARGUMENT when an offset is smaller
 * than the one before or lies behind the text. */
FRAMESCOPE_API framescope_status framescope_convert_offsets(
    uint64_t *out, const char *text, size_t size, const uint64_t *offsets,
    size_t count, framescope_unit unit, framescope_error *error);

/* ---- Lexicons ----------------------------------------------------------- */

typedef struct framescope_lexicon framescope_lexicon;

/* The lexicon that is part of the library. */
FRAMESCOPE_API framescope_status framescope_lexicon_new_builtin(
    framescope_lexicon **out, framescope_error *error);

/* Reads a folder in the native format (docs/lexicon-format.md). All findings
 * go to `diagnostic`, which may be NULL; the error holds the first. */
FRAMESCOPE_API framescope_status
framescope_lexicon_load(framescope_lexicon **out, const char *path,
                        framescope_diagnostic_fn diagnostic, void *payload,
                        framescope_error *error);

enum { FRAMESCOPE_LEXICON_STRICT = 1u << 0 /* warnings are errors */ };

typedef struct framescope_lexicon_options {
  uint32_t struct_size;
  uint32_t flags;       /* FRAMESCOPE_LEXICON_STRICT */
  const char *format;   /* NULL: a folder is native, a file by its ending */
  uint32_t first_level; /* parts of names such as "A.B.C" that are kept, */
  uint32_t last_level;  /* counted from 1; 0 and 0 keep all */
} framescope_lexicon_options;
#define FRAMESCOPE_LEXICON_OPTIONS_INIT \
  { sizeof(framescope_lexicon_options), 0, NULL, 0, 0 }

/* The same for every format (docs/lexicon-interop.md): native folders, LIWC
 * .dic and .dicx, quanteda's YAML, WordStat .cat, Yoshikoder .ykd, Lexicoder
 * .lc3, CSV, TSV, JSON, Empath, VADER. `options` may be NULL. */
FRAMESCOPE_API framescope_status
framescope_lexicon_read(framescope_lexicon **out, const char *path,
                        const framescope_lexicon_options *options,
                        framescope_diagnostic_fn diagnostic, void *payload,
                        framescope_error *error);

/* The same from memory: the bytes of one file, of which the ending of `name` is
 * the format unless the options say. Not for the native format, which has
 * three files: see framescope_lexicon_parse. */
FRAMESCOPE_API framescope_status framescope_lexicon_read_memory(
    framescope_lexicon **out, const char *name, const char *data, size_t size,
    const framescope_lexicon_options *options,
    framescope_diagnostic_fn diagnostic, void *payload,
    framescope_error *error);

/* Writes `path` in `format` (NULL: by its ending, and a native folder without
 * one). What the format cannot hold goes to `diagnostic`, which may be NULL.
 * A native lexicon is written to the byte as it was read. */
FRAMESCOPE_API framescope_status
framescope_lexicon_save(const framescope_lexicon *lexicon, const char *path,
                        const char *format, framescope_diagnostic_fn diagnostic,
                        void *payload, framescope_error *error);

/* Writes the bytes of one file in `format`, which is not the native one. */
FRAMESCOPE_API framescope_status framescope_lexicon_write(
    const framescope_lexicon *lexicon, const char *format,
    framescope_write_fn write, void *payload, framescope_error *error);

/* Reads the three files of the native format from memory; `masks` may be
 * empty. `name` stands for the folder in messages. */
FRAMESCOPE_API framescope_status framescope_lexicon_parse(
    framescope_lexicon **out, const char *name, const char *toml,
    size_t toml_size, const char *entries, size_t entries_size,
    const char *masks, size_t masks_size, framescope_diagnostic_fn diagnostic,
    void *payload, framescope_error *error);

FRAMESCOPE_API void framescope_lexicon_free(framescope_lexicon *lexicon);

FRAMESCOPE_API const char *framescope_lexicon_name(
    const framescope_lexicon *lexicon);
FRAMESCOPE_API const char *framescope_lexicon_version(
    const framescope_lexicon *lexicon);
/* 16 hexadecimal digits that depend on the content alone. */
FRAMESCOPE_API const char *framescope_lexicon_hash(
    const framescope_lexicon *lexicon);

FRAMESCOPE_API size_t
framescope_lexicon_axis_count(const framescope_lexicon *lexicon);
FRAMESCOPE_API size_t
framescope_lexicon_category_count(const framescope_lexicon *lexicon);
FRAMESCOPE_API size_t
framescope_lexicon_entry_count(const framescope_lexicon *lexicon);
FRAMESCOPE_API size_t
framescope_lexicon_mask_count(const framescope_lexicon *lexicon);

#define FRAMESCOPE_NONE 0xFFFFFFFFu /* no such index */

FRAMESCOPE_API size_t
framescope_lexicon_source_count(const framescope_lexicon *lexicon);
FRAMESCOPE_API size_t
framescope_lexicon_profile_count(const framescope_lexicon *lexicon);

/* What a lexicon says of itself. The strings of this and the next structs are
 * borrowed from the lexicon and never NULL. Frozen, as they all are. */
typedef struct framescope_about {
  const char *name, *version, *hash;
  const char *title;
  const char *language; /* BCP 47 */
  const char *licence;
  const char *default_profile; /* "" for none */
} framescope_about;

typedef struct framescope_axis {
  const char *name;     /* "deficit-strengths" */
  const char *negative; /* "deficit" */
  const char *positive; /* "strengths" */
  const char *title;
  int32_t headline; /* 1 for the axes that a summary shows */
  int32_t reserved;
} framescope_axis;

typedef struct framescope_category {
  const char *name; /* "deficit.vulnerability" */
  const char *code; /* "D3" */
  const char *title;
  uint32_t axis;    /* or FRAMESCOPE_NONE */
  int32_t positive; /* 1 when it belongs to the positive pole */
  int32_t expected; /* 1 when a whole document without it is told of */
  int32_t reserved;
} framescope_category;

typedef struct framescope_entry {
  const char *pattern;
  const char *note;    /* "" for none */
  const char *instead; /* preferred wordings, separated by "; " */
  const char *sources; /* keys, separated by spaces */
  const char *when;    /* conditions, "" for none */
  const char *date;    /* of the last change, "" when not known */
  double score;        /* weight of a foreign lexicon, else 1 */
  uint32_t category;
  int32_t weight; /* under the default profile */
  uint32_t flags; /* FRAMESCOPE_ENTRY_* */
  uint32_t locus; /* FRAMESCOPE_LOCUS_* */
} framescope_entry;
enum {
  FRAMESCOPE_ENTRY_CONTESTED = 1u << 0,       /* the field disagrees */
  FRAMESCOPE_ENTRY_STATUTORY = 1u << 1,       /* wording of the law */
  FRAMESCOPE_ENTRY_BUZZWORD = 1u << 2,        /* a word of the trade */
  FRAMESCOPE_ENTRY_OFTEN_MENTIONED = 1u << 3, /* rather than used */
  FRAMESCOPE_ENTRY_FACTUAL = 1u << 4          /* often a plain fact */
};
enum {
  FRAMESCOPE_LOCUS_ANY = 0,
  FRAMESCOPE_LOCUS_PERSON = 1,
  FRAMESCOPE_LOCUS_GROUP = 2,
  FRAMESCOPE_LOCUS_COMMUNITY = 4,
  FRAMESCOPE_LOCUS_SYSTEM = 8,
  FRAMESCOPE_LOCUS_CONDITION = 16
};

typedef struct framescope_mask {
  const char *pattern;
  const char *kind; /* "name", "technical", "literal", "statutory" */
  const char *when; /* conditions, "" for none */
  const char *note; /* "" for none */
} framescope_mask;

typedef struct framescope_source {
  const char *key, *title, *author, *url;
  const char *status; /* "read", "read-in-part" or "recalled" */
  int32_t year;       /* 0 when not known */
  int32_t reserved;
} framescope_source;

typedef struct framescope_profile {
  const char *name, *title;
} framescope_profile;

/* Fill `*out`. E_INVALID_ARGUMENT when `index` is out of range. */
FRAMESCOPE_API framescope_status framescope_lexicon_axis(
    framescope_axis *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_category(
    framescope_category *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_entry(
    framescope_entry *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_mask(
    framescope_mask *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_source(
    framescope_source *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_profile(
    framescope_profile *out, const framescope_lexicon *lexicon, size_t index);
FRAMESCOPE_API framescope_status framescope_lexicon_about(
    framescope_about *out, const framescope_lexicon *lexicon);
/* "person", "group" … Never NULL. */
FRAMESCOPE_API const char *framescope_locus_name(uint32_t locus);

/* ---- Analyzers ---------------------------------------------------------- */

typedef struct framescope_analyzer framescope_analyzer; /* share freely */
typedef struct framescope_scratch framescope_scratch;   /* one per thread */

enum {
  FRAMESCOPE_NO_MASKS = 1u << 0,     /* leave masks out */
  FRAMESCOPE_NO_STANCE = 1u << 1,    /* every match is "used" */
  FRAMESCOPE_COUNT_REPEATS = 1u << 2 /* count repeated paragraphs each time */
};

typedef struct framescope_options {
  uint32_t struct_size;
  uint32_t flags;      /* FRAMESCOPE_NO_MASKS … */
  const char *profile; /* NULL: the lexicon's default */
  const char *locale;  /* BCP 47; NULL means "en-GB" */
  /* "icu", "portable", "avx2" or "avx512", which all find the same; NULL: what
   * the environment variable FRAMESCOPE_SEGMENTER says, else the fastest. */
  const char *segmenter;
  const char *overlap;     /* NULL or "longest"; "key", "dictionary" */
  const char *sense_model; /* a file of framescope_train_sense; NULL: none */
} framescope_options;
#define FRAMESCOPE_OPTIONS_INIT \
  { sizeof(framescope_options), 0, NULL, NULL, NULL, NULL, NULL }

/* Compiles a lexicon into an analyzer, which does not need the lexicon
 * afterwards. `options` may be NULL. Patterns that cannot be compiled go to
 * `diagnostic`, which may be NULL; the error holds the first. */
FRAMESCOPE_API framescope_status framescope_analyzer_new(
    framescope_analyzer **out, const framescope_lexicon *lexicon,
    const framescope_options *options, framescope_diagnostic_fn diagnostic,
    void *payload, framescope_error *error);
FRAMESCOPE_API void framescope_analyzer_free(framescope_analyzer *analyzer);

/* Versions and hashes that a result depends on, as a JSON object. */
FRAMESCOPE_API const char *framescope_analyzer_stamp(
    const framescope_analyzer *analyzer);
/* The lexicon that it was compiled from: what the indices in a match speak of.
 * Borrowed from the analyzer. */
FRAMESCOPE_API const framescope_lexicon *framescope_analyzer_lexicon(
    const framescope_analyzer *analyzer);
/* The id and explanation of a stance rule, such as "contrast.rather-than", for
 * rules from 0 to the count. "" for FRAMESCOPE_NONE. Borrowed. */
FRAMESCOPE_API size_t
framescope_analyzer_rule_count(const framescope_analyzer *analyzer);
FRAMESCOPE_API const char *framescope_analyzer_rule_name(
    const framescope_analyzer *analyzer, uint32_t rule);
FRAMESCOPE_API const char *framescope_analyzer_rule_text(
    const framescope_analyzer *analyzer, uint32_t rule);

/* The working memory of analyses, of one at a time: keep it from one to the
 * next, as making it and filling its caches costs milliseconds. */
FRAMESCOPE_API framescope_status
framescope_scratch_new(framescope_scratch **out, framescope_error *error);
FRAMESCOPE_API void framescope_scratch_free(framescope_scratch *scratch);

/* ---- Tools for lexicons ------------------------------------------------- */

/* Looks for faults and hands them to `diagnostic`; `*errors` becomes the number
 * of those that are errors. With `path_count` 0 no corpus is read. */
FRAMESCOPE_API framescope_status
framescope_lexicon_check(uint64_t *errors, const framescope_lexicon *lexicon,
                         const char *const *paths, size_t path_count,
                         framescope_diagnostic_fn diagnostic, void *payload,
                         framescope_error *error);

/* Writes, for people, everything about the entries and masks of this pattern,
 * or that contain it when none is equal; with lines of concordance when there
 * is a corpus. E_INVALID_ARGUMENT when there is none. */
FRAMESCOPE_API framescope_status framescope_lexicon_show(
    const framescope_lexicon *lexicon, const char *pattern,
    const framescope_options *options, const char *const *paths,
    size_t path_count, framescope_write_fn write, void *payload,
    framescope_error *error);

/* Writes, for people, what changed between two lexicons, and what that does to
 * the scores of a corpus when there is one. */
FRAMESCOPE_API framescope_status framescope_lexicon_diff(
    const framescope_lexicon *before, const framescope_lexicon *after,
    const framescope_options *options, const char *const *paths,
    size_t path_count, framescope_write_fn write, void *payload,
    framescope_error *error);

/* ---- Documents ---------------------------------------------------------- */

typedef struct framescope_document framescope_document;

typedef struct framescope_read_options {
  uint32_t struct_size;
  uint32_t pdf_seconds;    /* time limit for `pdftotext`; 0 means 60 */
  const char *encoding;    /* NULL: detected */
  const char *format;      /* NULL: by name and content; "txt", "docx" … */
  const char *text_column; /* of csv, tsv, jsonl; NULL means "text" */
  const char *id_column;   /* NULL: "id", else the row's number */
  uint64_t max_bytes;      /* of a file and of its text; 0 means 1 GiB */
} framescope_read_options;
#define FRAMESCOPE_READ_OPTIONS_INIT \
  { sizeof(framescope_read_options), 0, NULL, NULL, NULL, NULL, 0 }

/* Makes a document of plain text, whose paragraphs are parted by empty lines.
 * `id` and `title` may be NULL. E_ENCODING when the text is not UTF-8. */
FRAMESCOPE_API framescope_status framescope_document_new(
    framescope_document **out, const char *id, const char *title,
    const char *text, size_t size, framescope_error *error);

/* Receives a document of a file, or the error in place of it. Both are
 * borrowed for the call. */
typedef int (*framescope_document_fn)(void *payload,
                                      const framescope_document *document,
                                      const framescope_error *error);

/* Reads the file at `path` ("-" is standard input) and hands on every document
 * in it: one for most formats, one a row for csv, tsv and jsonl. A row that
 * cannot be read is handed on as an error, and the next one follows. */
FRAMESCOPE_API framescope_status framescope_read_documents(
    const char *path, const framescope_read_options *options,
    framescope_document_fn document, void *payload, framescope_error *error);

/* Reads one document from memory. The ending of `name` decides the format. */
FRAMESCOPE_API framescope_status framescope_document_read(
    framescope_document **out, const char *name, const char *data, size_t size,
    const framescope_read_options *options, framescope_error *error);
FRAMESCOPE_API void framescope_document_free(framescope_document *document);

/* Strings, and the text, are borrowed from the document and never NULL. */
FRAMESCOPE_API const char *framescope_document_id(
    const framescope_document *document);
FRAMESCOPE_API const char *framescope_document_path(
    const framescope_document *document); /* "" for text from memory */
FRAMESCOPE_API const char *framescope_document_title(
    const framescope_document *document);
/* How the bytes were read: "utf-8", "windows-1252" … */
FRAMESCOPE_API const char *framescope_document_decoding(
    const framescope_document *document);
FRAMESCOPE_API const char *framescope_document_text(
    const framescope_document *document, size_t *size_out);

typedef uint32_t framescope_block_kind;
enum {
  FRAMESCOPE_BLOCK_PARAGRAPH = 0,
  FRAMESCOPE_BLOCK_HEADING = 1,
  FRAMESCOPE_BLOCK_LIST_ITEM = 2,
  FRAMESCOPE_BLOCK_TABLE_CELL = 3,
  FRAMESCOPE_BLOCK_QUOTATION = 4,
  FRAMESCOPE_BLOCK_CODE = 5
};

/* A stretch of the text that no sentence leaves. Frozen, as the next two. */
typedef struct framescope_block {
  uint64_t begin, end;
  uint32_t line, page; /* counted from 1, or 0 */
  framescope_block_kind kind;
  uint32_t level; /* of a heading, 1 to 6 */
} framescope_block;

/* Something a reader should know about how a document was read. */
typedef struct framescope_notice {
  const char *code; /* short and stable, such as "decode.replaced" */
  const char *message;
  uint32_t line; /* counted from 1, or 0 */
  uint32_t reserved;
} framescope_notice;

/* Another column of a table's row, or a field of a letter's head. */
typedef struct framescope_property {
  const char *name, *value;
} framescope_property;

FRAMESCOPE_API size_t
framescope_document_block_count(const framescope_document *document);
FRAMESCOPE_API size_t
framescope_document_notice_count(const framescope_document *document);
FRAMESCOPE_API size_t
framescope_document_property_count(const framescope_document *document);
/* Fill `*out`. E_INVALID_ARGUMENT when `index` is out of range. */
FRAMESCOPE_API framescope_status framescope_document_block(
    framescope_block *out, const framescope_document *document, size_t index);
FRAMESCOPE_API framescope_status framescope_document_notice(
    framescope_notice *out, const framescope_document *document, size_t index);
FRAMESCOPE_API framescope_status
framescope_document_property(framescope_property *out,
                             const framescope_document *document, size_t index);

/* ---- Analysis ----------------------------------------------------------- */

typedef struct framescope_analysis framescope_analysis; /* read-only result */

/* Finds and judges the lexicon's entries in plain text. Fails with E_ENCODING
 * and the offset of the first bad byte when the text is not UTF-8. Linear in
 * the text. */
FRAMESCOPE_API framescope_status framescope_analyze(
    framescope_analysis **out, const framescope_analyzer *analyzer,
    framescope_scratch *scratch, const char *text, size_t size,
    framescope_error *error);
FRAMESCOPE_API framescope_status framescope_analyze_document(
    framescope_analysis **out, const framescope_analyzer *analyzer,
    framescope_scratch *scratch, const framescope_document *document,
    framescope_error *error);
/* A copy to keep of an analysis that is borrowed, as callbacks hand it out. */
FRAMESCOPE_API framescope_status framescope_analysis_copy(
    framescope_analysis **out, const framescope_analysis *analysis,
    framescope_error *error);
FRAMESCOPE_API void framescope_analysis_free(framescope_analysis *analysis);

typedef uint32_t framescope_stance;
enum {
  FRAMESCOPE_STANCE_USED = 0,
  FRAMESCOPE_STANCE_NEGATED = 1,
  FRAMESCOPE_STANCE_MOVED_FROM = 2,
  FRAMESCOPE_STANCE_MOVED_TO = 3,
  FRAMESCOPE_STANCE_REPORTED = 4,
  FRAMESCOPE_STANCE_REJECTED = 5,
  FRAMESCOPE_STANCE_RECOMMENDED = 6,
  FRAMESCOPE_STANCE_SUPPOSED = 7,
  FRAMESCOPE_STANCE_MENTIONED = 8
};
/* "used", "negated" … Never NULL. */
FRAMESCOPE_API const char *framescope_stance_name(framescope_stance stance);
/* 1 when the author says it: used, moved_to or recommended. */
FRAMESCOPE_API int framescope_stance_endorsed(framescope_stance stance);

enum {
  FRAMESCOPE_MATCH_REPEATED = 1u << 0, /* in a repeated paragraph: not scored */
  FRAMESCOPE_MATCH_QUOTED = 1u << 1    /* inside quotation marks */
};

/* This layout is frozen. Anything new gets an accessor of its own. */
typedef struct framescope_match {
  uint64_t begin, end;             /* bytes of the document's text */
  uint64_t char_begin, char_end;   /* code points */
  uint64_t utf16_begin, utf16_end; /* UTF-16 units */
  uint64_t cue_begin, cue_end;     /* bytes; what decided; equal for nothing */
  uint64_t holder_begin, holder_end; /* bytes; whose words; may be empty */
  uint32_t entry, category;          /* indices into the lexicon */
  int32_t weight;
  framescope_stance stance;
  uint32_t locus;      /* FRAMESCOPE_LOCUS_* */
  uint32_t sentence;   /* counted from 0 */
  uint32_t line, page; /* counted from 1, or 0 */
  uint32_t rule;       /* see framescope_analyzer_rule_name */
  uint32_t pair;       /* the other side of a contrast, or FRAMESCOPE_NONE */
  uint32_t flags;      /* FRAMESCOPE_MATCH_* */
  uint32_t reserved;
} framescope_match;

typedef uint32_t framescope_verdict;
enum {
  FRAMESCOPE_VERDICT_TOO_LITTLE = 0, /* too little text to tell */
  FRAMESCOPE_VERDICT_NEGATIVE = 1,
  FRAMESCOPE_VERDICT_POSITIVE = 2,
  FRAMESCOPE_VERDICT_MIXED = 3
};

/* One axis under one reading. Without a match balance is 0, low -1 and high 1.
 * The verdict is by the interval: wholly below 0, wholly above it, or MIXED; it
 * is TOO_LITTLE for fewer than 3 matches or an interval wider than 1.5.
 * Formulae: docs/scoring.md. Frozen. */
typedef struct framescope_balance {
  uint64_t negative_count, positive_count;
  uint64_t negative_weighted, positive_weighted;
  double negative_per_1000, positive_per_1000; /* per 1,000 words */
  double balance, low, high;         /* in [-1, 1], with a 95 % interval */
  double log_ratio, log_ratio_error; /* Lowe et al. 2011 */
  framescope_verdict verdict;
  uint32_t reserved;
} framescope_balance;

typedef struct framescope_axis_score {
  framescope_balance evoked, endorsed;
} framescope_axis_score;

/* How much text there was. Frozen. */
typedef struct framescope_extent {
  uint64_t words, sentences, paragraphs;
  /* Paragraphs that repeat an earlier one word for word, and their words,
   * which are not scored: rates are by words - repeated_words. */
  uint64_t repeated_paragraphs, repeated_words;
} framescope_extent;

/* A category in one text. Frozen. */
typedef struct framescope_category_count {
  uint64_t evoked, endorsed;
} framescope_category_count;

/* A moved_from match and the moved_to match that it is tied to. Frozen. */
typedef struct framescope_reframing {
  uint32_t from, to; /* indices into the matches */
  uint32_t rule;
  uint32_t reserved;
} framescope_reframing;

/* Borrowed from the analysis. Frozen. docs/scoring.md. */
typedef struct framescope_measures {
  double buzzword_share; /* of endorsed matches of positive poles */
  /* The first match of each section with a problem and no way forward. */
  const uint32_t *no_way_forward;
  size_t no_way_forward_count;
  const uint32_t *missing; /* expected categories with no match */
  size_t missing_count;
} framescope_measures;

/* All zero for NULL. */
FRAMESCOPE_API void framescope_analysis_extent(
    framescope_extent *out, const framescope_analysis *analysis);
FRAMESCOPE_API uint64_t
framescope_analysis_word_count(const framescope_analysis *analysis);
FRAMESCOPE_API uint64_t
framescope_analysis_sentence_count(const framescope_analysis *analysis);
/* E_INVALID_ARGUMENT when `index` is out of range. */
FRAMESCOPE_API framescope_status framescope_analysis_sentence(
    framescope_span *out, const framescope_analysis *analysis, size_t index);
/* The text that offsets speak of. */
FRAMESCOPE_API const char *framescope_analysis_text(
    const framescope_analysis *analysis, size_t *size_out);
/* The document with its id, blocks and notices, also of those that the
 * analysis added. Borrowed from the analysis; do not free it. */
FRAMESCOPE_API const framescope_document *framescope_analysis_document(
    const framescope_analysis *analysis);
/* Matches in order of `begin`. Borrowed from the analysis. */
FRAMESCOPE_API const framescope_match *framescope_analysis_matches(
    const framescope_analysis *analysis, size_t *count_out);
/* One for each axis of the lexicon, in its order. Borrowed. */
FRAMESCOPE_API const framescope_axis_score *framescope_analysis_scores(
    const framescope_analysis *analysis, size_t *count_out);
/* One for each category of the lexicon, in its order. Borrowed. */
FRAMESCOPE_API const framescope_category_count *framescope_analysis_categories(
    const framescope_analysis *analysis, size_t *count_out);
/* The sum of the entries' `score` over the evoked matches of a category, for
 * lexicons of other tools. 0 when `category` is out of range. */
FRAMESCOPE_API double framescope_analysis_category_score(
    const framescope_analysis *analysis, size_t category);
/* Borrowed. */
FRAMESCOPE_API const framescope_reframing *framescope_analysis_reframings(
    const framescope_analysis *analysis, size_t *count_out);
/* All zero for NULL. */
FRAMESCOPE_API void framescope_analysis_measures(
    framescope_measures *out, const framescope_analysis *analysis);

/* ---- Counting ----------------------------------------------------------- */

/* One axis under one reading. Frozen, as the next. */
typedef struct framescope_pole_counts {
  uint64_t negative, positive;                   /* matches */
  uint64_t negative_weighted, positive_weighted; /* sums of their weights */
} framescope_pole_counts;

typedef struct framescope_axis_count {
  framescope_pole_counts evoked, endorsed;
} framescope_axis_count;

/* Where counts go: arrays of the caller, of which any may be NULL. For text i
 * of several, its axes lie at axes[i * axis_count], its categories at
 * categories[i * category_count]. The row of a text that failed is all zero.
 */
typedef struct framescope_counts {
  uint32_t struct_size;
  uint32_t reserved;
  framescope_axis_count *axes;
  size_t axis_count; /* of the lexicon, unless `axes` is NULL */
  framescope_category_count *categories;
  size_t category_count; /* of the lexicon, unless `categories` is NULL */
  framescope_extent *extents;
  framescope_status *statuses;
} framescope_counts;
#define FRAMESCOPE_COUNTS_INIT \
  { sizeof(framescope_counts), 0, NULL, 0, NULL, 0, NULL, NULL }

/* The same numbers as framescope_analyze finds, without the matches: for those
 * who want figures of much text. On failure the arrays are left as they were.
 */
FRAMESCOPE_API framescope_status framescope_count(
    const framescope_counts *out, const framescope_analyzer *analyzer,
    framescope_scratch *scratch, const char *text, size_t size,
    framescope_error *error);

/* The balance of counts among `words` words, with its interval. */
FRAMESCOPE_API framescope_status framescope_balance_counts(
    framescope_balance *out, const framescope_pole_counts *counts,
    uint64_t words, framescope_error *error);

/* ---- Many texts --------------------------------------------------------- */

typedef struct framescope_many_options {
  uint32_t struct_size;
  uint32_t jobs; /* threads; 0 means one for each core */
} framescope_many_options;
#define FRAMESCOPE_MANY_OPTIONS_INIT \
  { sizeof(framescope_many_options), 0 }

/* Receives what came of text `index`: an analysis, or the error in place of
 * it. Both are borrowed for the call. */
typedef int (*framescope_result_fn)(void *payload, size_t index,
                                    const framescope_analysis *analysis,
                                    const framescope_error *error);

/* Analyses texts in the caller's memory on several threads and hands the
 * results over in the order of the texts, one call at a time, on the thread
 * that called. Memory stays within a few texts a thread. Texts that fail do not
 * stop the run. The results do not depend on `jobs`. A call costs little beside
 * its texts: the analyzer keeps the working memory for the next. */
FRAMESCOPE_API framescope_status framescope_analyze_many(
    const framescope_analyzer *analyzer, const framescope_text *texts,
    size_t count, const framescope_many_options *options,
    framescope_result_fn result, void *payload, framescope_error *error);

/* The same into an array of `count` places, for hosts to whom a callback is
 * dear: out[i] becomes an analysis to be freed, or NULL where the text failed.
 * `errors` may be NULL, or `count` structs, each with its struct_size set. On
 * failure of the call itself nothing is handed out. */
FRAMESCOPE_API framescope_status framescope_analyze_all(
    framescope_analysis **out, framescope_error *errors,
    const framescope_analyzer *analyzer, const framescope_text *texts,
    size_t count, const framescope_many_options *options,
    framescope_error *error);
/* Frees the analyses in an array of `count` places. */
FRAMESCOPE_API void framescope_analysis_free_all(framescope_analysis **analyses,
                                                 size_t count);

/* Counts texts into columns: arrays of `count` rows. Makes no analyses. */
FRAMESCOPE_API framescope_status framescope_count_many(
    const framescope_counts *out, const framescope_analyzer *analyzer,
    const framescope_text *texts, size_t count,
    const framescope_many_options *options, framescope_error *error);

/* ---- Many files --------------------------------------------------------- */

typedef uint32_t framescope_outcome;
enum {
  FRAMESCOPE_SCORED = 0,
  FRAMESCOPE_FAILED = 1, /* see error */
  FRAMESCOPE_SKIPPED = 2 /* see error->message for the reason */
};

/* What came of one document. Everything is borrowed for the call. */
typedef struct framescope_item {
  framescope_outcome outcome;
  uint32_t reserved;
  const char *path;
  const char *id;
  const framescope_analysis *analysis; /* NULL unless scored */
  const framescope_error *error;       /* NULL when scored */
} framescope_item;

/* Called for each document in the order of the input, one call at a time, on
 * the thread that called framescope_run. */
typedef int (*framescope_item_fn)(void *payload, const framescope_item *item);

/* Called now and then with the number of bytes read so far and in all (0 when
 * that is not known), on the thread that called framescope_run. */
typedef int (*framescope_progress_fn)(void *payload, uint64_t done,
                                      uint64_t total);

typedef struct framescope_run_options {
  uint32_t struct_size;
  uint32_t jobs;                       /* threads; 0 means one for each core */
  const framescope_read_options *read; /* may be NULL */
  framescope_progress_fn progress;     /* may be NULL */
} framescope_run_options;
#define FRAMESCOPE_RUN_OPTIONS_INIT \
  { sizeof(framescope_run_options), 0, NULL, NULL }

/* Reads and analyses all documents at `paths` (files, folders, "-"). Results
 * do not depend on `jobs`. Memory stays within a few documents a thread.
 * Failed and skipped documents do not stop the run. */
FRAMESCOPE_API framescope_status
framescope_run(const framescope_analyzer *analyzer, const char *const *paths,
               size_t path_count, const framescope_run_options *options,
               framescope_item_fn item, void *payload, framescope_error *error);

/* ---- Reports ------------------------------------------------------------ */

typedef uint32_t framescope_report_format;
enum {
  FRAMESCOPE_REPORT_TEXT = 0,
  FRAMESCOPE_REPORT_JSON = 1,  /* docs/record.md */
  FRAMESCOPE_REPORT_JSONL = 2, /* the same, one document a line */
  FRAMESCOPE_REPORT_CSV = 3,   /* one match a row */
  FRAMESCOPE_REPORT_HTML = 4   /* one self-contained page */
};

enum {
  FRAMESCOPE_REPORT_COLOUR = 1u << 0,  /* text: ANSI colours */
  FRAMESCOPE_REPORT_QUIET = 1u << 1,   /* none of the documents' words */
  FRAMESCOPE_REPORT_CSV_RAW = 1u << 2, /* do not defuse formulas */
  FRAMESCOPE_REPORT_MANY = 1u << 3     /* text, html: a line per document */
};

typedef struct framescope_report_options {
  uint32_t struct_size;
  framescope_report_format format;
  uint32_t flags; /* FRAMESCOPE_REPORT_COLOUR … */
  uint32_t width; /* text: columns; 0 means 80 */
} framescope_report_options;
#define FRAMESCOPE_REPORT_OPTIONS_INIT \
  { sizeof(framescope_report_options), 0, 0, 0 }

typedef struct framescope_report framescope_report; /* one thread */

/* Starts a report that goes to `write`. `options` may be NULL. */
FRAMESCOPE_API framescope_status framescope_report_new(
    framescope_report **out, const framescope_analyzer *analyzer,
    const framescope_report_options *options, framescope_write_fn write,
    void *payload, framescope_error *error);
/* Adds one document; the item may come from framescope_run or be filled in by
 * the caller. */
FRAMESCOPE_API framescope_status
framescope_report_add(framescope_report *report, const framescope_item *item,
                      framescope_error *error);
/* Writes what comes last, such as the total. Add nothing afterwards. */
FRAMESCOPE_API framescope_status
framescope_report_finish(framescope_report *report, framescope_error *error);
FRAMESCOPE_API void framescope_report_free(framescope_report *report);

/* Writes the whole report of one analysis: JSON, for instance. The analyzer is
 * the one that made it. `options` may be NULL. */
FRAMESCOPE_API framescope_status framescope_analysis_write(
    const framescope_analysis *analysis, const framescope_analyzer *analyzer,
    const framescope_report_options *options, framescope_write_fn write,
    void *payload, framescope_error *error);

/* ---- Corpora ------------------------------------------------------------ */

/* The scores of many documents taken together. All its sums are of whole
 * numbers: totals of parts, merged in any order, are the total of the whole to
 * the last bit. One call at a time. */
typedef struct framescope_total framescope_total;

FRAMESCOPE_API framescope_status framescope_total_new(
    framescope_total **out, const framescope_analyzer *analyzer,
    framescope_error *error);
FRAMESCOPE_API void framescope_total_free(framescope_total *total);
/* E_INVALID_ARGUMENT for an analysis over another number of axes. */
FRAMESCOPE_API framescope_status framescope_total_add(
    framescope_total *total, const framescope_analysis *analysis,
    framescope_error *error);
/* Adds `documents` rows of counts. Rows whose status is not 0 are left out;
 * `axes` and `extents` are needed. */
FRAMESCOPE_API framescope_status framescope_total_add_counts(
    framescope_total *total, const framescope_counts *counts, size_t documents,
    framescope_error *error);
/* Adds another total of the same lexicon and options to this one. */
FRAMESCOPE_API framescope_status
framescope_total_merge(framescope_total *total, const framescope_total *other,
                       framescope_error *error);
FRAMESCOPE_API uint64_t
framescope_total_document_count(const framescope_total *total);
FRAMESCOPE_API uint64_t
framescope_total_word_count(const framescope_total *total);
/* Fills one for each axis; `count` is the number of axes. The interval is over
 * documents where there are enough of them: docs/scoring.md. */
FRAMESCOPE_API framescope_status
framescope_total_scores(framescope_axis_score *out, size_t count,
                        const framescope_total *total, framescope_error *error);
/* Writes a total as one line of text, to be sent to another machine. */
FRAMESCOPE_API framescope_status
framescope_total_write(const framescope_total *total, framescope_write_fn write,
                       void *payload, framescope_error *error);
/* Reads what framescope_total_write wrote. E_INVALID_ARGUMENT when that was
 * made with another lexicon, options or version than this analyzer's. */
FRAMESCOPE_API framescope_status framescope_total_read(
    framescope_total **out, const framescope_analyzer *analyzer,
    const char *data, size_t size, framescope_error *error);

/* Krippendorff's alpha for nominal values: values[u * coders + c] is what coder
 * c gave to unit u, or FRAMESCOPE_NONE. NaN when nothing can be paired. */
FRAMESCOPE_API framescope_status
framescope_nominal_alpha(double *out, const uint32_t *values, size_t units,
                         size_t coders, framescope_error *error);

/* ---- Evaluation --------------------------------------------------------- */

enum {
  FRAMESCOPE_EVALUATE_JSON = 1u << 0,       /* JSON instead of tables */
  FRAMESCOPE_EVALUATE_ABLATIONS = 1u << 1,  /* also without each part */
  FRAMESCOPE_EVALUATE_DIFFERENCES = 1u << 2 /* tables: list every difference */
};

/* Compares the marks of a lexicon, under `options` (may be NULL), with gold
 * sentences at `paths` (docs/evaluation.md) and writes precision, recall,
 * stances and agreement. `flags`: FRAMESCOPE_EVALUATE_*. */
FRAMESCOPE_API framescope_status framescope_evaluate(
    const framescope_lexicon *lexicon, const framescope_options *options,
    const char *const *paths, size_t path_count, uint32_t flags,
    framescope_write_fn write, void *payload, framescope_error *error);

/* Counts spans and poles that coders marked in the gold file at `path`. With 0
 * there is nothing to compare with: every match is a false one. */
FRAMESCOPE_API framescope_status framescope_gold_mark_count(
    uint64_t *out, const char *path, framescope_error *error);

/* Fits weights that tell the frame from other senses of the marks, from gold
 * sentences at `paths`, and writes them as a table for the option
 * `sense_model`. Its first lines, which begin with #, say what it is worth on
 * texts held out. `date` stands there too. docs/evaluation.md. */
FRAMESCOPE_API framescope_status framescope_train_sense(
    const framescope_lexicon *lexicon, const framescope_options *options,
    const char *const *paths, size_t path_count, const char *date,
    framescope_write_fn write, void *payload, framescope_error *error);

/* Writes, for people, how each entry that occurs in `text` was judged: what
 * hid it, or which cue decided its stance. `sentence_line` 0 means the whole
 * text; else only the sentences on that line, counted from 1: there must be
 * one. A row of a table stands on the line that it begins on. */
FRAMESCOPE_API framescope_status framescope_explain(
    const framescope_analyzer *analyzer, framescope_scratch *scratch,
    const framescope_document *document, uint32_t sentence_line,
    framescope_write_fn write, void *payload, framescope_error *error);

/* ---- Columns: the Arrow C data interface -------------------------------- */

/* https://arrow.apache.org/docs/format/CDataInterface.html: the structs as
 * everybody declares them, once for whoever comes first. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

typedef struct framescope_arrow_options {
  uint32_t struct_size;
  uint32_t jobs;           /* threads; 0 means one for each core */
  const char *text_column; /* of a table; NULL means "text" */
  const char *id_column;   /* handed on as "id"; NULL: there is none */
  uint64_t first_document; /* number of the first row */
} framescope_arrow_options;
#define FRAMESCOPE_ARROW_OPTIONS_INIT \
  { sizeof(framescope_arrow_options), 0, NULL, NULL, 0 }

/* Texts come as a column of strings (utf8, large_utf8, utf8_view), or as a
 * table (a struct) that has such a column; ids may be strings or whole numbers.
 * They are read where they lie, nulls and slices too, and borrowed for the
 * call. Nobody checks the memory behind them: it must be as the schema says.
 *
 * framescope_arrow_documents makes one row for each text:
 *   document    uint64, the number of the row: first_document and on
 *   id          as it came, when id_column is set
 *   words, repeated_words  uint64
 *   P_evoked, P_endorsed   uint64, for each pole P
 *   A_evoked, A_endorsed   float64, the balance of each axis A, and _low and
 *               _high, its 95 % interval; null for too little text to tell
 *   error       utf8; null when all is well
 * A null text, and one that failed, has null for all numbers.
 *
 * framescope_arrow_matches makes one row for each match:
 *   document, id           as above
 *   begin, end             uint64, bytes of the text
 *   char_begin, char_end   uint64, code points
 *   text                   utf8
 *   axis, pole, category, entry, stance, locus   dictionaries of utf8
 *   weight int32; endorsed, quoted, repeated bool; sentence, line uint32
 *   rule        a dictionary of utf8, null when no rule decided the stance
 *   cue_begin, cue_end     uint64, null for no cue
 *   holder      utf8, null for nobody
 * Texts that failed have no rows here.
 *
 * Poles and axes are written with _ for what is no letter or digit; the names
 * of poles that several axes have begin with the axis. */
FRAMESCOPE_API framescope_status framescope_arrow_documents(
    struct ArrowSchema *schema_out, struct ArrowArray *array_out,
    const framescope_analyzer *analyzer, const struct ArrowSchema *schema,
    const struct ArrowArray *texts, const framescope_arrow_options *options,
    framescope_error *error);
FRAMESCOPE_API framescope_status framescope_arrow_matches(
    struct ArrowSchema *schema_out, struct ArrowArray *array_out,
    const framescope_analyzer *analyzer, const struct ArrowSchema *schema,
    const struct ArrowArray *texts, const framescope_arrow_options *options,
    framescope_error *error);

/* The same for a stream, batch by batch as the reader asks for them. On success
 * the stream `texts` has moved into `out`; on failure it is left as it was. */
FRAMESCOPE_API framescope_status framescope_arrow_document_stream(
    struct ArrowArrayStream *out, const framescope_analyzer *analyzer,
    struct ArrowArrayStream *texts, const framescope_arrow_options *options,
    framescope_error *error);
FRAMESCOPE_API framescope_status framescope_arrow_match_stream(
    struct ArrowArrayStream *out, const framescope_analyzer *analyzer,
    struct ArrowArrayStream *texts, const framescope_arrow_options *options,
    framescope_error *error);

/* ---- Findings, concordances, corpora ------------------------------------ */

/* More values of framescope_report_format. */
enum {
  FRAMESCOPE_REPORT_LINT = 5,           /* path:line:column: severity: … */
  FRAMESCOPE_REPORT_SARIF = 6,          /* the same as SARIF 2.1.0 */
  FRAMESCOPE_REPORT_CONCORDANCE = 7,    /* marks in their context, aligned */
  FRAMESCOPE_REPORT_CONCORDANCE_CSV = 8 /* the same, one mark a row */
};

/* Leaves out of a lint, SARIF or concordance report all but the marks of this
 * pole, category (with those below it) or stance; several names of a kind
 * widen it. Before the first document. E_INVALID_ARGUMENT for a name that the
 * lexicon does not have. */
FRAMESCOPE_API framescope_status framescope_report_only(
    framescope_report *report, const char *name, framescope_error *error);

/* Two sets of documents side by side. One call at a time. */
typedef struct framescope_comparison framescope_comparison;
FRAMESCOPE_API framescope_status framescope_comparison_new(
    framescope_comparison **out, const framescope_analyzer *analyzer,
    framescope_error *error);
FRAMESCOPE_API void framescope_comparison_free(
    framescope_comparison *comparison);
/* Adds one document to `set`, which is 0 (A) or 1 (B). Documents that failed or
 * were skipped add nothing. */
FRAMESCOPE_API framescope_status
framescope_comparison_add(framescope_comparison *comparison, uint32_t set,
                          const framescope_item *item, framescope_error *error);
/* Writes differences of balances and ratios of rates with their intervals, and
 * the entries that are more frequent in one of the sets: as text, JSON or CSV
 * (docs/scoring.md). Text lists at most `most` entries in each direction. */
FRAMESCOPE_API framescope_status framescope_comparison_write(
    const framescope_comparison *comparison,
    const framescope_report_options *options, size_t most,
    framescope_write_fn write, void *payload, framescope_error *error);

/* Dated documents by period. One call at a time. */
typedef struct framescope_trend framescope_trend;
/* `field` names the column or field of a document that holds its date; NULL or
 * "" means "date", else "created". `period` is "year", "month" or "day". */
FRAMESCOPE_API framescope_status framescope_trend_new(
    framescope_trend **out, const framescope_analyzer *analyzer,
    const char *field, const char *period, framescope_error *error);
FRAMESCOPE_API void framescope_trend_free(framescope_trend *trend);
FRAMESCOPE_API framescope_status
framescope_trend_add(framescope_trend *trend, const framescope_item *item,
                     framescope_error *error);
/* Writes the balances and rates of each period and the trend over them: as
 * text, JSON or CSV (docs/scoring.md). */
FRAMESCOPE_API framescope_status framescope_trend_write(
    const framescope_trend *trend, const framescope_report_options *options,
    framescope_write_fn write, void *payload, framescope_error *error);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* FRAMESCOPE_FRAMESCOPE_H_ */
