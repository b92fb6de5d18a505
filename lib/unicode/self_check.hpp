// The check that a kernel finds what the linked ICU finds, made at the first
// use, so that no other version of ICU can change results unseen.
#pragma once

#include <string>

#include "framescope/status.hpp"
#include "unicode/break_rules.hpp"
#include "unicode/kernel.hpp"

namespace framescope {

// What is wrong, or "": compares how `kernel` reads each character of the
// tables with rules.kernel.classes, then segments a text of all kinds of
// characters among all kinds of neighbours with it and with ICU. Costs about
// half a millisecond.
std::string CheckKernel(const BreakRules& rules, const Kernel& kernel,
                        const std::string& locale);

// The rules of `locale`, learnt and checked once for each kernel and kept to
// the end of the process. Fails with kUnsupported, and a message of few words,
// when they cannot be used. Any thread may call it.
Result<const BreakRules*> CheckedBreakRules(const std::string& locale,
                                            const Kernel& kernel);

}  // namespace framescope
