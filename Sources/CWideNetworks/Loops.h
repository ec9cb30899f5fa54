/* Every loop for one type, REAL, and one width of vectors, LEVEL bits; included for each. */

#define NAME(WORD) WITH(WITH(WORD, REAL), LEVEL)
#define LANED(LANES) WITH(WITH(stripes, REAL), LANES)

TARGET static void NAME(multiply)(const WITH(descent_product, REAL) * p) {
  if (MOST == 16 && p->columns >= 16) {
    LANED(16)(p, TALL);
  } else if (MOST >= 8 && p->columns >= 8) {
    LANED(8)(p, TALL);
  } else if (MOST >= 4 && p->columns >= 4) {
    LANED(4)(p, TALL);
  } else if (p->columns >= 2) {
    LANED(2)(p, TALL);
  } else if (p->columns == 1) {
    LANED(1)(p, TALL);
  }
}

TARGET static void NAME(exponentials)(REAL *x, long count, const double *powers) {
  int ordinary = 1;
  for (long i = 0; i < count; i++) ordinary &= (x[i] > -700) & (x[i] < 700);
  if (ordinary) {
    for (long i = 0; i < count; i++) x[i] = (REAL)ordinary_exponential(x[i], powers);
  } else {
    for (long i = 0; i < count; i++) x[i] = (REAL)any_exponential(x[i], powers);
  }
}

TARGET static void NAME(apply_softmax)(const WITH(descent_softmax, REAL) * s) {
  const long width = s->width;
  for (long row = 0; row < s->rows; row++) {
    const REAL *output = s->outputs + row * width;
    REAL *restrict delta = s->deltas + row * width;
    REAL largest = output[0];
    for (long i = 1; i < width; i++) largest = output[i] <= largest ? largest : output[i];
    s->largest[row] = largest;
    for (long i = 0; i < width; i++) delta[i] = output[i] - largest;
  }
  NAME(exponentials)(s->deltas, s->rows * width, s->powers);
  for (long row = 0; row < s->rows; row++) {
    REAL *delta = s->deltas + row * width;
    REAL sum = 0;
    for (long i = 0; i < width; i++) sum += delta[i];
    s->sums[row] = sum;
    const REAL scale = s->share / sum;
    for (long i = 0; i < width; i++) delta[i] *= scale;
  }
}

TARGET static void NAME(sum_rows)(
    const REAL *restrict matrix, long rows, long columns, REAL *restrict sums) {
  for (long i = 0; i < columns; i++) sums[i] = matrix[i];
  for (long row = 1; row < rows; row++) {
    const REAL *values = matrix + row * columns;
    for (long i = 0; i < columns; i++) sums[i] += values[i];
  }
}

TARGET static void NAME(relu)(const REAL *restrict sums, long count, REAL *restrict result) {
  /* Written so that NaN stays NaN. */
  for (long i = 0; i < count; i++) result[i] = sums[i] < 0 ? 0 : sums[i];
}

TARGET static void NAME(relu_slope)(
    const REAL *restrict deltas, const REAL *restrict values, long count, REAL *restrict result) {
  for (long i = 0; i < count; i++) result[i] = values[i] > 0 ? deltas[i] : 0;
}

TARGET static int NAME(all_finite)(const REAL *values, long count) {
  int finite = 1;
  for (long i = 0; i < count; i++) finite &= values[i] - values[i] == 0;
  return finite;
}

#undef NAME
#undef LANED
#undef LEVEL
#undef TARGET
#undef MOST
#undef TALL
