// The C options of reading as those of C++.
#pragma once

#include <cstddef>

#include "capi/guard.hpp"
#include "framescope/document.hpp"
#include "framescope/framescope.h"

namespace framescope {

inline ReadOptions ReadOptionsOf(const framescope_read_options* options) {
  ReadOptions used;
  if (FRAMESCOPE_HAS_FIELD(options, pdf_seconds) && options->pdf_seconds != 0) {
    used.pdf_seconds = options->pdf_seconds;
  }
  if (FRAMESCOPE_HAS_FIELD(options, encoding)) {
    used.encoding = OrEmpty(options->encoding);
  }
  if (FRAMESCOPE_HAS_FIELD(options, format)) {
    used.format = OrEmpty(options->format);
  }
  if (FRAMESCOPE_HAS_FIELD(options, text_column)) {
    used.text_column = OrEmpty(options->text_column);
  }
  if (FRAMESCOPE_HAS_FIELD(options, id_column)) {
    used.id_column = OrEmpty(options->id_column);
  }
  if (FRAMESCOPE_HAS_FIELD(options, max_bytes) && options->max_bytes != 0) {
    used.max_bytes = options->max_bytes;
  }
  return used;
}

}  // namespace framescope
