/* Parts of a product of matrices with vectors of LANES numbers; included for each type and width. */

#define VECTOR WITH(REAL, LANES)
#define TILE WITH(WITH(tile, REAL), LANES)
#define STRIPES WITH(WITH(stripes, REAL), LANES)
#define PRODUCT WITH(descent_product, REAL)

typedef REAL VECTOR __attribute__((vector_size(LANES * sizeof(REAL)), aligned(sizeof(REAL))));

/* ROWS rows of one or two vectors of columns, from `column` and `other` on, summed in registers.
   Columns that two vectors share are computed twice, to the same bits. */
static inline __attribute__((always_inline)) void TILE(
    const PRODUCT *p, long row, long column, long other, const int ROWS, const int VECTORS) {
  VECTOR sums[8][2];
#pragma clang loop unroll(full)
  for (int r = 0; r < ROWS; r++) {
    sums[r][0] = p->start ? *(const VECTOR *)(p->start + column) : (VECTOR){0};
    if (VECTORS == 2) sums[r][1] = p->start ? *(const VECTOR *)(p->start + other) : (VECTOR){0};
  }
  const long step = p->left_row, stride = p->left_column, columns = p->columns;
  const REAL *factors = p->left + row * step, *first = p->right + column, *second = p->right + other;
  for (long k = 0; k < p->depth; k++) {
    const VECTOR a = *(const VECTOR *)first, b = *(const VECTOR *)second;
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) {
      sums[r][0] += a * factors[r * step];
      if (VECTORS == 2) sums[r][1] += b * factors[r * step];
    }
    factors += stride;
    first += columns;
    second += columns;
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < ROWS; r++) {
    *(VECTOR *)(p->result + (row + r) * columns + column) = sums[r][0];
    if (VECTORS == 2) *(VECTOR *)(p->result + (row + r) * columns + other) = sums[r][1];
  }
}

/* All columns, of which there are at least LANES; `TALL` rows at a time, at most 8. */
static inline __attribute__((always_inline)) void STRIPES(const PRODUCT *p, const int TALL) {
  const long last = p->columns - LANES;
  for (long column = 0; column < p->columns; column += 2 * LANES) {
    const long first = column < last ? column : last;
    const long second = column + LANES < last ? column + LANES : last;
    long row = 0;
    if (first == second) {
      for (; row + TALL <= p->rows; row += TALL) TILE(p, row, first, first, TALL, 1);
      for (; row < p->rows; row++) TILE(p, row, first, first, 1, 1);
    } else {
      for (; row + TALL <= p->rows; row += TALL) TILE(p, row, first, second, TALL, 2);
      for (; row < p->rows; row++) TILE(p, row, first, second, 1, 2);
    }
  }
}

#undef VECTOR
#undef TILE
#undef STRIPES
#undef PRODUCT
#undef LANES
