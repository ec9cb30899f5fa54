/* e to the power of x, operation by operation as the Swift module Arithmetic computes it. */

#include <string.h>

#define ROUNDER 0x1.8p52

static inline double from_bits(long long bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static inline long long to_bits(double x) {
  long long bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double power_of_two(long long exponent) { return from_bits((exponent + 1023) << 52); }

/* A number between 0.99 and 2, as two parts, times a power of two. */
typedef struct {
  double high, low;
  long long exponent;
} scaled_power;

static inline __attribute__((always_inline)) scaled_power scaled(double x, const double *powers) {
  const double shifted = x * 0x1.71547652b82fep6 + ROUNDER;
  const double k = shifted - ROUNDER;
  const double r = (x - k * 0x1.62e42fefap-7) + (0.0 - k * 0x1.cf79abc9e3b3ap-46);
  double series = r / 720 + 1.0 / 120;
  series = series * r + 1.0 / 24;
  series = series * r + 1.0 / 6;
  series = series * r + 0.5;
  series = series * (r * r) + r;
  const long long index = to_bits(shifted) - 0x4338000000000000;
  const double high = powers[(index & 63) * 2];
  return (scaled_power){high, powers[(index & 63) * 2 + 1] + high * series, index >> 6};
}

/* For magnitudes below 700, where the result is a normal number. */
static inline __attribute__((always_inline)) double ordinary_exponential(
    double x, const double *powers) {
  const scaled_power p = scaled(x, powers);
  return (p.high + p.low) * power_of_two(p.exponent);
}

static double any_exponential(double x, const double *powers) {
  if (x != x) return __builtin_nan("");
  if (x > 709.8) return __builtin_inf();
  if (x < -745.2) return 0;
  const scaled_power p = scaled(x, powers);
  const double high = p.high + p.low;
  if (p.exponent > 1023) return high * 2 * 0x1p1023;
  if (p.exponent > -1022 || (p.exponent == -1022 && high >= 1)) {
    return high * power_of_two(p.exponent);
  }
  /* Adding this much makes the sum round where the subnormal result must. */
  const double low = p.low - (high - p.high), bias = power_of_two(-1022 - p.exponent);
  const double sum = bias + high, rest = high - (sum - bias);
  return ((sum + (rest + low)) - bias) * power_of_two(p.exponent + 100) * 0x1p-100;
}
