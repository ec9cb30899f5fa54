/* What Swift's vectors lack: on Linux `squareRoot()` of one is a loop of calls, because of errno,
   and `replacing(with:where:)` stays a call for each number. The builtins are the bare IEEE
   operations, as wide as the vector; a choice keeps the bits of what it takes. */
#ifndef CVECTOR_H
#define CVECTOR_H

typedef float descent_float8 __attribute__((ext_vector_type(8)));
typedef double descent_double4 __attribute__((ext_vector_type(4)));
typedef int descent_int8 __attribute__((ext_vector_type(8)));
typedef long long descent_long4 __attribute__((ext_vector_type(4)));

#define DESCENT_VECTOR(T, Mask)                                                                    \
  static inline __attribute__((always_inline)) T T##_root(T x) {                                   \
    return __builtin_elementwise_sqrt(x);                                                          \
  }                                                                                                \
  static inline __attribute__((always_inline)) T T##_size(T x) {                                   \
    return __builtin_elementwise_abs(x);                                                           \
  }                                                                                                \
  static inline __attribute__((always_inline)) T T##_above(T x, T y, T a, T b) {                   \
    return (T)(((Mask)a & (Mask)(x > y)) | ((Mask)b & ~(Mask)(x > y)));                            \
  }                                                                                                \
  static inline __attribute__((always_inline)) T T##_number(T x, T a, T b) {                       \
    return (T)(((Mask)a & (Mask)(x == x)) | ((Mask)b & ~(Mask)(x == x)));                          \
  }

DESCENT_VECTOR(descent_float8, descent_int8)
DESCENT_VECTOR(descent_double4, descent_long4)

#endif
