// Tested by tests/unit/capi/arrow_test.c.
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "capi/arrow_column.hpp"
#include "capi/arrow_scorer.hpp"
#include "capi/guard.hpp"

namespace framescope {
namespace {

// Releases what a stream of the caller's handed over, if it did.
template <typename Arrow>
struct Received {
  Received() = default;
  ~Received() {
    if (value.release != nullptr) value.release(&value);
  }
  Received(const Received&) = delete;
  Received& operator=(const Received&) = delete;
  Arrow value = {};
};

// What a stream that reads another one and scores its batches holds.
class ScoringStream {
 public:
  explicit ScoringStream(ArrowScorer scorer) : scorer_(std::move(scorer)) {}
  ~ScoringStream() {
    if (input_.release != nullptr) input_.release(&input_);
  }
  ScoringStream(const ScoringStream&) = delete;
  ScoringStream& operator=(const ScoringStream&) = delete;

  // Takes the input over and becomes `*out`.
  static void MoveTo(std::unique_ptr<ScoringStream> stream,
                     ArrowArrayStream* input, ArrowArrayStream* out) {
    stream->input_ = *input;
    input->release = nullptr;
    *out = {GetSchema, GetNext, GetLastError, Release, stream.release()};
  }

 private:
  static ScoringStream& Self(ArrowArrayStream* stream) {
    return *static_cast<ScoringStream*>(stream->private_data);
  }

  // Runs `body`, which returns an errno value and may throw.
  template <typename Body>
  int Contain(const Body& body) {
    try {
      error_.clear();
      return body();
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    } catch (const std::exception& e) {
      return Failed(Status(StatusCode::kInternal, e.what()));
    }
  }

  int Failed(const Status& status) {
    error_ = std::string(StatusName(status.code())) + ": " + status.message();
    return EINVAL;
  }

  static int GetSchema(ArrowArrayStream* stream, ArrowSchema* out) {
    ScoringStream& self = Self(stream);
    return self.Contain([&] {
      const auto type = self.scorer_.Type();
      if (!type.ok()) return self.Failed(type.status());
      ExportSchema(*type.value(), out);
      return 0;
    });
  }

  static int GetNext(ArrowArrayStream* stream, ArrowArray* out) {
    ScoringStream& self = Self(stream);
    return self.Contain([&] {
      Received<ArrowArray> batch;
      const int code = self.input_.get_next(&self.input_, &batch.value);
      if (code != 0) {
        const char* why = self.input_.get_last_error == nullptr
                              ? nullptr
                              : self.input_.get_last_error(&self.input_);
        self.error_ = "the stream of texts failed: " + OrEmpty(why);
        return code;
      }
      if (batch.value.release == nullptr) {
        out->release = nullptr;  // the end
        return 0;
      }
      auto rows = self.scorer_.Score(batch.value);
      if (!rows.ok()) return self.Failed(rows.status());
      ExportArray(std::move(rows).value(), out);
      return 0;
    });
  }

  static const char* GetLastError(ArrowArrayStream* stream) {
    const std::string& error = Self(stream).error_;
    return error.empty() ? nullptr : error.c_str();
  }

  static void Release(ArrowArrayStream* stream) {
    delete &Self(stream);
    stream->release = nullptr;
  }

  ArrowScorer scorer_;
  ArrowArrayStream input_ = {};
  std::string error_;
};

Status CheckStream(const ArrowArrayStream& stream) {
  if (stream.release == nullptr || stream.get_schema == nullptr ||
      stream.get_next == nullptr) {
    return Status(StatusCode::kInvalidArgument,
                  "the Arrow stream is released or not whole");
  }
  return Status();
}

framescope_status ScoreStream(ArrowArrayStream* out,
                              const framescope_analyzer* analyzer,
                              ArrowArrayStream* texts, ArrowRows rows,
                              const framescope_arrow_options* options,
                              framescope_error* error) {
  return Guard(error, [&]() -> Status {
    if (out == nullptr) return NullArgument("out");
    if (analyzer == nullptr) return NullArgument("analyzer");
    if (texts == nullptr) return NullArgument("texts");
    const Status whole = CheckStream(*texts);
    if (!whole.ok()) return whole;
    Received<ArrowSchema> schema;
    if (const int code = texts->get_schema(texts, &schema.value); code != 0) {
      const char* why = texts->get_last_error == nullptr
                            ? nullptr
                            : texts->get_last_error(texts);
      return Status(StatusCode::kIo,
                    "the stream of texts has no schema: " + OrEmpty(why) +
                        " (error " + std::to_string(code) + ")");
    }
    auto scorer =
        ArrowScorer::Open(*analyzer, rows, RequestOf(options), schema.value);
    if (!scorer.ok()) return scorer.status();
    ScoringStream::MoveTo(
        std::make_unique<ScoringStream>(std::move(scorer).value()), texts, out);
    return Status();
  });
}

}  // namespace
}  // namespace framescope

extern "C" {

framescope_status framescope_arrow_document_stream(
    struct ArrowArrayStream* out, const framescope_analyzer* analyzer,
    struct ArrowArrayStream* texts, const framescope_arrow_options* options,
    framescope_error* error) {
  return framescope::ScoreStream(
      out, analyzer, texts, framescope::ArrowRows::kDocuments, options, error);
}

framescope_status framescope_arrow_match_stream(
    struct ArrowArrayStream* out, const framescope_analyzer* analyzer,
    struct ArrowArrayStream* texts, const framescope_arrow_options* options,
    framescope_error* error) {
  return framescope::ScoreStream(
      out, analyzer, texts, framescope::ArrowRows::kMatches, options, error);
}

}  // extern "C"
