// The sections of a document, in which a problem wants its way forward.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "framescope/analyzer.hpp"
#include "framescope/document.hpp"

namespace framescope {

// The bytes at which the sections of a document begin, ascending.
//
// Headings cut: those of the shallowest level that stands at least twice, and
// all above it, so that neither a title nor every small heading makes a
// section. A document with fewer than two headings is cut at the end of the
// block that completes 20 sentences; a rest of fewer than 10 joins the section
// before it. Linear in blocks and sentences.
std::vector<std::uint32_t> SectionStarts(std::span<const Block> blocks,
                                         std::span<const Span> sentences);

}  // namespace framescope
