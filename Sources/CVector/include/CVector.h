/* What Swift's vectors lack: on Linux `squareRoot()` of one is a loop of calls, because of errno.
   The builtins are the bare IEEE operations, as wide as the vector. */
#ifndef CVECTOR_H
#define CVECTOR_H

typedef float descent_float8 __attribute__((ext_vector_type(8)));
typedef double descent_double4 __attribute__((ext_vector_type(4)));

#define DESCENT_VECTOR(T)                                                                          \
  static inline __attribute__((always_inline)) T T##_root(T x) {                                   \
    return __builtin_elementwise_sqrt(x);                                                          \
  }                                                                                                \
  static inline __attribute__((always_inline)) T T##_size(T x) {                                   \
    return __builtin_elementwise_abs(x);                                                           \
  }

DESCENT_VECTOR(descent_float8)
DESCENT_VECTOR(descent_double4)

#endif
