#include "CWideNetworks.h"

/* The browser's engine runs the Swift loops. */
#if defined(__clang__) && !defined(__wasm__)

#pragma clang fp contract(off)

#define JOINED(A, B) A##_##B
#define WITH(A, B) JOINED(A, B)

#include "Exponential.h"

#define REAL float
#include "Types.h"

#define REAL double
#include "Types.h"

#endif
