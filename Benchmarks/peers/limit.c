/* The limit: Adam as anyone would write it in C, the operations and their order those of the rule
   sheet.  gcc -O3 -march=native -ffp-contract=off -fno-math-errno [-fopenmp] limit.c -lm

   limit DIALECT float|double COUNT THREADS prints the nanoseconds of one update, and the same sum
   over the bits after 20 updates that StepBenchmark prints. */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#define KERNELS(T, NAME, ROOT)                                                                     \
  static void lecture_##NAME(T *restrict w, const T *restrict g, T *restrict v, T *restrict s,     \
                             long n, int t) {                                                      \
    const T alpha = (T)0.001, b1 = (T)0.9, b2 = (T)0.999, eps = (T)1e-8;                           \
    const T k1 = 1 - b1, k2 = 1 - b2;                                                              \
    const T c1 = 1 - (T)pow(b1, t), c2 = 1 - (T)pow(b2, t);                                        \
    _Pragma("omp parallel for simd schedule(static)") for (long i = 0; i < n; i++) {               \
      T m = b1 * v[i] + k1 * g[i];                                                                 \
      T q = b2 * s[i] + k2 * (g[i] * g[i]);                                                        \
      v[i] = m;                                                                                    \
      s[i] = q;                                                                                    \
      w[i] = w[i] - alpha * (m / c1) / (ROOT(q / c2) + eps);                                       \
    }                                                                                              \
  }                                                                                                \
  static void pytorch_##NAME(T *restrict w, const T *restrict g, T *restrict v, T *restrict s,     \
                             long n, int t) {                                                      \
    const T alpha = (T)0.001, b1 = (T)0.9, b2 = (T)0.999, eps = (T)1e-8;                           \
    const T k1 = 1 - b1, k2 = 1 - b2;                                                              \
    const T rate = alpha / (1 - (T)pow(b1, t)), root = ROOT(1 - (T)pow(b2, t));                    \
    _Pragma("omp parallel for simd schedule(static)") for (long i = 0; i < n; i++) {               \
      T m = v[i] + k1 * (g[i] - v[i]);                                                             \
      T q = b2 * s[i] + k2 * g[i] * g[i];                                                          \
      v[i] = m;                                                                                    \
      s[i] = q;                                                                                    \
      w[i] = w[i] - rate * m / (ROOT(q) / root + eps);                                             \
    }                                                                                              \
  }                                                                                                \
  static int main_##NAME(int is_pytorch, long n, int threads) {                                    \
    T *w = memory(n * sizeof(T)), *g = memory(n * sizeof(T));                                      \
    T *v = memory(n * sizeof(T)), *s = memory(n * sizeof(T));                                      \
    uint32_t a = 1, b = 2;                                                                         \
    for (long i = 0; i < n; i++) {                                                                 \
      a = a * 1664525u + 1013904223u;                                                              \
      b = b * 1664525u + 1013904223u;                                                              \
      w[i] = (T)2 * ((T)(a >> 8) / 16777216 - (T)0.5);                                             \
      g[i] = (T)0.1 * ((T)(b >> 8) / 16777216 - (T)0.5);                                           \
      v[i] = s[i] = 0;                                                                             \
    }                                                                                              \
    int t = 0;                                                                                     \
    uint64_t sum = 0;                                                                              \
    while (t < 20) STEP(NAME);                                                                     \
    for (long i = 0; i < n; i++) {                                                                 \
      uint64_t bits = 0;                                                                           \
      memcpy(&bits, &w[i], sizeof(T));                                                             \
      sum = sum * 31 + bits;                                                                       \
    }                                                                                              \
    clockid_t clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;                   \
    long repeats = 1;                                                                              \
    for (;;) {                                                                                     \
      double start = now(clock);                                                                   \
      for (long r = 0; r < repeats; r++) STEP(NAME);                                               \
      if (now(clock) - start > 2e6) break;                                                         \
      repeats *= 2;                                                                                \
    }                                                                                              \
    int count = repeats > 1 ? 41 : 7;                                                              \
    double times[41];                                                                              \
    for (int k = 0; k < count; k++) {                                                              \
      double start = now(clock);                                                                   \
      for (long r = 0; r < repeats; r++) STEP(NAME);                                               \
      times[k] = (now(clock) - start) / repeats;                                                   \
    }                                                                                              \
    qsort(times, count, sizeof(double), ascending);                                                \
    printf("%.17g %llu\n", times[count / 2], (unsigned long long)sum);                             \
    return 0;                                                                                      \
  }

#define STEP(NAME) (is_pytorch ? pytorch_##NAME : lecture_##NAME)(w, g, v, s, n, ++t)

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* As malloc gives it, as the arrays of Swift have it. */
static void *memory(size_t bytes) {
  void *memory = malloc(bytes);
  if (!memory) exit(1);
  return memory;
}

KERNELS(float, float, sqrtf)
KERNELS(double, double, sqrt)

int main(int count, char **words) {
  if (count != 5) return 64;
  int is_pytorch = !strcmp(words[1], "pytorch");
  long n = atol(words[3]);
  int threads = atoi(words[4]);
#ifdef _OPENMP
  omp_set_num_threads(threads);
#endif
  if (!strcmp(words[2], "float")) return main_float(is_pytorch, n, threads);
  return main_double(is_pytorch, n, threads);
}
