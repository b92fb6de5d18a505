// The record of one document as JSON (docs/record.md).
#pragma once

#include <functional>

#include "base/json_writer.hpp"
#include "framescope/report.hpp"

namespace framescope {

// Writes the record of an analysis. Calls `pause` between matches, so that its
// owner may hand on what is written. Without the document's words if `quiet`.
void WriteRecord(const ReportContext& context, const Analysis& analysis,
                 bool quiet, const std::function<void()>& pause,
                 JsonWriter* json);
// The record of a document that could not be analysed.
void WriteFailureRecord(const ReportContext& context, const Failure& failure,
                        JsonWriter* json);
// The record of a file that is not a document to score.
void WriteSkippedRecord(const ReportContext& context, const std::string& path,
                        const std::string& reason, JsonWriter* json);
// The array of scores under the key "axes".
void WriteAxes(const Lexicon& lexicon, const std::vector<AxisScore>& scores,
               JsonWriter* json);
// "path", and "path_bytes" (base64) when the path is not UTF-8.
void WritePath(const std::string& path, JsonWriter* json);

}  // namespace framescope
