/* A stranger's program in C. */
#include <framescope/framescope.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  static const char text[] = "She is no longer a burden.";
  framescope_lexicon *lexicon = NULL;
  framescope_analyzer *analyzer = NULL;
  framescope_scratch *scratch = NULL;
  framescope_analysis *analysis = NULL;
  framescope_error error = FRAMESCOPE_ERROR_INIT;
  size_t count = 0;
  int failed =
      framescope_lexicon_new_builtin(&lexicon, &error) ||
      framescope_analyzer_new(&analyzer, lexicon, NULL, NULL, NULL, &error) ||
      framescope_scratch_new(&scratch, &error) ||
      framescope_analyze(&analysis, analyzer, scratch, text, strlen(text),
                         &error);
  if (failed) {
    fprintf(stderr, "%s\n", error.message);
  } else {
    framescope_analysis_matches(analysis, &count);
    printf("%zu\n", count);
  }
  framescope_analysis_free(analysis);
  framescope_scratch_free(scratch);
  framescope_analyzer_free(analyzer);
  framescope_lexicon_free(lexicon);
  return failed || count == 0;
}
