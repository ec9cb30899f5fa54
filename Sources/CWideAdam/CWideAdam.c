#include "CWideAdam.h"

#if defined(__x86_64__) && defined(__clang__)

#pragma clang fp contract(off)

/* The two forms, as the rule sheets write them. */
#define LECTURE(T)                                                                                 \
  T m = beta1 * v[i] + intake1 * g[i];                                                             \
  T q = beta2 * s[i] + intake2 * (g[i] * g[i]);                                                    \
  T step = alpha * (m / first) / (__builtin_elementwise_sqrt(q / second) + epsilon);

#define PYTORCH(T)                                                                                 \
  T m = v[i] + intake1 * (g[i] - v[i]);                                                            \
  T q = beta2 * s[i] + intake2 * g[i] * g[i];                                                      \
  T step = alpha * m / (__builtin_elementwise_sqrt(q) / second + epsilon);

#define PRAGMA(WORDS) _Pragma(#WORDS)

#define UPDATES(FORM, T, FROM, TO, LANES)                                                          \
  PRAGMA(clang loop vectorize_width(LANES) interleave_count(1))                                    \
  for (long i = FROM; i < TO; i++) {                                                               \
    FORM(T)                                                                                        \
    v[i] = m;                                                                                      \
    s[i] = q;                                                                                      \
    w[i] = kept * w[i] - step;                                                                     \
  }

/* Whole vectors first; what is left over, up to 15 numbers, in vectors of half the width. */
#define LOOP(NAME, FORM, T, TARGET, LANES, HALF)                                                   \
  __attribute__((target(TARGET), min_vector_width(512))) static void NAME(                         \
      const descent_adam_##T *k, T *restrict w, const T *restrict g, T *restrict v, T *restrict s, \
      long count) {                                                                                \
    const T alpha = k->alpha, first = k->first, second = k->second;                                \
    const T beta1 = k->beta1, intake1 = k->intake1, beta2 = k->beta2, intake2 = k->intake2;        \
    const T epsilon = k->epsilon, kept = k->kept;                                                  \
    const long whole = count - count % LANES;                                                      \
    (void)first;                                                                                   \
    (void)beta1;                                                                                   \
    UPDATES(FORM, T, 0, whole, LANES)                                                              \
    UPDATES(FORM, T, whole, count, HALF)                                                           \
  }

#define FUNCTION(NAME, FORM, T, LANES512, LANES256, LANES128)                                      \
  LOOP(NAME##_512, FORM, T, "avx512f,avx512vl,avx512dq", LANES512, LANES256)                       \
  LOOP(NAME##_256, FORM, T, "avx2", LANES256, LANES128)                                            \
  int NAME(const descent_adam_##T *k, T *w, const T *g, T *v, T *s, long count) {                  \
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&                 \
        __builtin_cpu_supports("avx512dq")) {                                                      \
      NAME##_512(k, w, g, v, s, count);                                                            \
    } else if (__builtin_cpu_supports("avx2")) {                                                   \
      NAME##_256(k, w, g, v, s, count);                                                            \
    } else {                                                                                       \
      return 0;                                                                                    \
    }                                                                                              \
    return 1;                                                                                      \
  }

#else

#define FUNCTION(NAME, FORM, T, LANES512, LANES256, LANES128)                                      \
  int NAME(const descent_adam_##T *k, T *w, const T *g, T *v, T *s, long count) { return 0; }

#endif

FUNCTION(descent_adam_lecture_float, LECTURE, float, 16, 8, 4)
FUNCTION(descent_adam_lecture_double, LECTURE, double, 8, 4, 2)
FUNCTION(descent_adam_pytorch_float, PYTORCH, float, 16, 8, 4)
FUNCTION(descent_adam_pytorch_double, PYTORCH, double, 8, 4, 2)
