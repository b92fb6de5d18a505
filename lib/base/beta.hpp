// The beta distribution: its cumulative function and quantiles.
#pragma once

namespace framescope {

// The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a and b
// > 0: the chance that a Beta(a, b) variable is at most x. By the continued
// fraction of DLMF 8.17.22 (https://dlmf.nist.gov/8.17.E22). Relative error
// about 1e-13 for a, b <= 1e6. Cost: of the order of sqrt(max(a, b)) steps.
double BetaCumulative(double x, double a, double b);

// The x with I_x(a, b) = p, 0 < p < 1. Newton steps kept inside a bracket.
double BetaQuantile(double p, double a, double b);

// ln Gamma(x), x > 0, by Stirling's series (DLMF 5.11.1) after a shift.
// Without the global state of std::lgamma.
double LogGamma(double x);

}  // namespace framescope
