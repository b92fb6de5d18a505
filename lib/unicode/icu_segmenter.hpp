// IcuSegmenter: the reference path, ICU's two iterators, block by block.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unicode/icu_breaks.hpp"
#include "unicode/segmenter.hpp"

namespace framescope {

// Belongs to one thread.
class IcuSegmenter : public Segmenter {
 public:
  // `name` is what name() says. Fails with kInvalidArgument when `locale` is
  // none.
  static Result<std::unique_ptr<Segmenter>> Open(const std::string& locale,
                                                 std::string name);

  Status Segment(std::string_view text, std::span<const Block> blocks,
                 Segments* out) override;
  std::string_view name() const override { return name_; }

 private:
  IcuSegmenter() = default;
  Status SegmentBlock(std::string_view text, const Block& block,
                      std::uint32_t index, Segments* out);

  std::string name_;
  std::unique_ptr<IcuBreaks> words_, sentences_;
  bool english_ = false;
  std::vector<std::uint32_t> boundaries_, words_before_;
};

// Whether the abbreviations of English apply.
bool IsEnglish(std::string_view locale);

}  // namespace framescope
