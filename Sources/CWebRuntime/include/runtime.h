/// What compiled Swift expects of a C library, for a browser that has none. Nothing is imported
/// from JavaScript, so the engine can neither see nor touch the page.
///
/// `memory.c` holds the copying and comparing of bytes, `heap.c` the allocator, `compiler.c` what
/// the compiler calls behind the program's back.
#ifndef DESCENT_WEB_RUNTIME_H
#define DESCENT_WEB_RUNTIME_H

typedef __SIZE_TYPE__ size_t;

void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int byte, size_t count);
int memcmp(const void *left, const void *right, size_t count);
size_t strlen(const char *text);

int posix_memalign(void **result, size_t alignment, size_t count);
void *malloc(size_t count);
void free(void *pointer);

double round(double x);
float roundf(float x);

/// Bytes in use by the program and bytes taken from the browser: for tests of leaks.
size_t heap_used(void);
size_t heap_size(void);

#endif
