#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <string.h>

static inline size_t descent_text_length(const char *text) { return strlen(text); }
