#ifdef __wasm__
#include "runtime.h"

// Overwritten stacks end the engine, as they would end a process.
size_t __stack_chk_guard = 0x5eed1e55;
_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }

// Swift seeds its hash tables with this. The seed is fixed: the same cell makes the same bytes.
void arc4random_buf(void *buffer, size_t count) {
  unsigned char *bytes = buffer;
  for (size_t i = 0; i < count; i++) bytes[i] = (unsigned char)(i * 37 + 11);
}

// The low 128 bits of a product, which wide integer multiplication is compiled to. Written on
// 64-bit halves, because 128-bit operators would call this function again.
typedef union {
  __int128 whole;
  struct { unsigned long long low, high; } half;
} Wide;

__int128 __multi3(__int128 left, __int128 right) {
  Wide a = {left}, b = {right}, product;
  const unsigned long long mask = 0xffffffff;
  unsigned long long aLow = a.half.low & mask, aHigh = a.half.low >> 32;
  unsigned long long bLow = b.half.low & mask, bHigh = b.half.low >> 32;
  unsigned long long low = aLow * bLow;
  unsigned long long middle = aHigh * bLow + (low >> 32);
  unsigned long long carry = aLow * bHigh + (middle & mask);
  product.half.low = (carry << 32) | (low & mask);
  product.half.high = aHigh * bHigh + (middle >> 32) + (carry >> 32);
  product.half.high += a.half.low * b.half.high + a.half.high * b.half.low;
  return product.whole;
}

// To the nearest whole number, halves away from zero: the one rounding that is no instruction.
double round(double x) {
  double whole = __builtin_trunc(x);
  return __builtin_fabs(x - whole) >= 0.5 ? whole + __builtin_copysign(1, x) : whole;
}

float roundf(float x) {
  float whole = __builtin_truncf(x);
  return __builtin_fabsf(x - whole) >= 0.5f ? whole + __builtin_copysignf(1, x) : whole;
}
#endif
