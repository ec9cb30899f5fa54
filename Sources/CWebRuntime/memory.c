#ifdef __wasm__
#include "runtime.h"

// With bulk memory these builtins are single instructions (`memory.copy`, `memory.fill`), which
// every browser has had since 2020. Without the attribute they would call themselves.
#define BULK __attribute__((target("bulk-memory"), no_builtin))

BULK void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  __asm__ volatile("local.get %0\nlocal.get %1\nlocal.get %2\nmemory.copy 0, 0"
                   :
                   : "r"(to), "r"(from), "r"(count)
                   : "memory");
  return to;
}

BULK void *memmove(void *to, const void *from, size_t count) {
  __asm__ volatile("local.get %0\nlocal.get %1\nlocal.get %2\nmemory.copy 0, 0"
                   :
                   : "r"(to), "r"(from), "r"(count)
                   : "memory");
  return to;
}

BULK void *memset(void *to, int byte, size_t count) {
  __asm__ volatile("local.get %0\nlocal.get %1\nlocal.get %2\nmemory.fill 0"
                   :
                   : "r"(to), "r"(byte), "r"(count)
                   : "memory");
  return to;
}

__attribute__((no_builtin)) int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (size_t i = 0; i < count; i++)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

__attribute__((no_builtin)) size_t strlen(const char *text) {
  size_t count = 0;
  while (text[count]) count++;
  return count;
}
#endif
