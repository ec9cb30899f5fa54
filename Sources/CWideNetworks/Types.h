/* All widths of one type, REAL, and the functions that choose among them; included for each. */

#define LANES 1
#include "Tiles.h"
#define LANES 2
#include "Tiles.h"
#define LANES 4
#include "Tiles.h"
#define LANES 8
#include "Tiles.h"
#define LANES 16
#include "Tiles.h"

#if defined(__x86_64__)

#define LEVEL 512
#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq"), min_vector_width(512)))
#define MOST (64 / sizeof(REAL))
#define TALL 8
#include "Loops.h"

#define LEVEL 256
#define TARGET __attribute__((target("avx2"), min_vector_width(256)))
#define MOST (32 / sizeof(REAL))
#define TALL 4
#include "Loops.h"

#define CALL(WORD, ...)                                                                            \
  (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&                      \
           __builtin_cpu_supports("avx512dq")                                                      \
       ? WITH(WITH(WORD, REAL), 512)(__VA_ARGS__)                                                  \
   : __builtin_cpu_supports("avx2") ? WITH(WITH(WORD, REAL), 256)(__VA_ARGS__)                     \
                                    : WITH(WITH(WORD, REAL), 128)(__VA_ARGS__))

#else
#define CALL(WORD, ...) WITH(WITH(WORD, REAL), 128)(__VA_ARGS__)
#endif

#define LEVEL 128
#define TARGET
#define MOST (16 / sizeof(REAL))
#define TALL 4
#include "Loops.h"

#define FUNCTION(WORD) WITH(WITH(descent, WORD), REAL)

void FUNCTION(multiply)(const WITH(descent_product, REAL) * p) { CALL(multiply, p); }

void FUNCTION(apply_softmax)(const WITH(descent_softmax, REAL) * s) { CALL(apply_softmax, s); }

void FUNCTION(sum_rows)(const REAL *matrix, long rows, long columns, REAL *sums) {
  CALL(sum_rows, matrix, rows, columns, sums);
}

void FUNCTION(transpose)(const REAL *matrix, long rows, long columns, REAL *restrict result) {
  for (long row = 0; row < rows; row++) {
    for (long i = 0; i < columns; i++) result[i * rows + row] = matrix[row * columns + i];
  }
}

void FUNCTION(relu)(const REAL *sums, long count, REAL *result) { CALL(relu, sums, count, result); }

void FUNCTION(relu_slope)(const REAL *deltas, const REAL *values, long count, REAL *result) {
  CALL(relu_slope, deltas, values, count, result);
}

int FUNCTION(all_finite)(const REAL *values, long count) {
  return CALL(all_finite, values, count);
}

#undef FUNCTION
#undef CALL
#undef REAL
