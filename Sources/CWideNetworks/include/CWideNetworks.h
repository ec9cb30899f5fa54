/* The loops that training a network spends its time in, with the widest instructions of the machine.

   Swift has no attribute that compiles a function for another target, and a debug build would crawl
   through them; C has, and is always compiled for speed here. Vectors run across the results, never
   along a sum, and nothing is fused: every width gives the bits of the Swift loops, which the
   browser runs. Arrays that are written overlap no other. */
#ifndef CWIDENETWORKS_H
#define CWIDENETWORKS_H

/* Row by row; the left matrix has any strides. Sums begin with `start`, or with 0 where it is null. */
typedef struct {
  long rows, depth, columns;
  const float *left;
  long left_row, left_column;
  const float *right, *start;
  float *result;
} descent_product_float;

typedef struct {
  long rows, depth, columns;
  const double *left;
  long left_row, left_column;
  const double *right, *start;
  double *result;
} descent_product_double;

/* What softmax reads and writes: `powers` are 2^(j/64) in two parts, `deltas` become the
   probabilities times `share`; the largest output and the sum of each row are kept. */
typedef struct {
  long rows, width;
  const float *outputs;
  float share;
  const double *powers;
  float *deltas, *largest, *sums;
} descent_softmax_float;

typedef struct {
  long rows, width;
  const double *outputs;
  double share;
  const double *powers;
  double *deltas, *largest, *sums;
} descent_softmax_double;

void descent_multiply_float(const descent_product_float *product);
void descent_multiply_double(const descent_product_double *product);

void descent_apply_softmax_float(const descent_softmax_float *softmax);
void descent_apply_softmax_double(const descent_softmax_double *softmax);

/* The sum of the rows, from the first on; there is one. */
void descent_sum_rows_float(const float *matrix, long rows, long columns, float *sums);
void descent_sum_rows_double(const double *matrix, long rows, long columns, double *sums);

void descent_transpose_float(const float *matrix, long rows, long columns, float *result);
void descent_transpose_double(const double *matrix, long rows, long columns, double *result);

void descent_relu_float(const float *sums, long count, float *result);
void descent_relu_double(const double *sums, long count, double *result);

void descent_relu_slope_float(const float *deltas, const float *values, long count, float *result);
void descent_relu_slope_double(
    const double *deltas, const double *values, long count, double *result);

/* Whether none of the numbers is infinite or not a number. */
int descent_all_finite_float(const float *values, long count);
int descent_all_finite_double(const double *values, long count);

#endif
