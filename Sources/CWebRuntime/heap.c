#ifdef __wasm__
#include "runtime.h"

// The allocator: free blocks in lists by size, neighbours joined when freed, so that a long session
// of any pattern reuses its memory. Blocks lie one after another from `__heap_base`; each begins
// with a header and is a multiple of 16 bytes; what it hands out is aligned to 16.
typedef struct Block Block;
struct Block {
  size_t before;  // size of the block before, valid only while that one is free
  size_t size;    // of this block with its header; the low bits are the two flags below
  Block *next, *previous;  // neighbours in the free list, valid only while free
};

enum { USED = 1, BEFORE_USED = 2, FLAGS = 15, HEADER = 8, SMALLEST = 32, LISTS = 128, PAGE = 65536 };

extern unsigned char __heap_base;
static Block *lists[LISTS];
static unsigned filled[LISTS / 32];  // one bit for each list that holds a block
static Block *top;                   // the last block: free, in no list, grows into new pages
static size_t bottom, end, used;

static size_t sizeOf(const Block *block) { return block->size & ~(size_t)FLAGS; }
static Block *at(const void *place, size_t offset) { return (Block *)((size_t)place + offset); }

// Up to 512 bytes a list holds one size; above, four lists share each power of two.
static unsigned listFor(size_t size) {
  if (size < 512) return (unsigned)(size / 16);
  unsigned power = 31 - (unsigned)__builtin_clz((unsigned)size);
  return 32 + (power - 9) * 4 + (unsigned)((size >> (power - 2)) & 3);
}

static void insert(Block *block) {
  unsigned list = listFor(sizeOf(block));
  block->previous = 0;
  block->next = lists[list];
  if (block->next) block->next->previous = block;
  lists[list] = block;
  filled[list / 32] |= 1u << (list % 32);
}

static void removeFromList(Block *block) {
  unsigned list = listFor(sizeOf(block));
  if (block->next) block->next->previous = block->previous;
  if (block->previous) {
    block->previous->next = block->next;
  } else {
    lists[list] = block->next;
    if (!block->next) filled[list / 32] &= ~(1u << (list % 32));
  }
}

// A block of at least `size` bytes out of the lists: the first that fits in its own list, else the
// head of the next list that holds any, whose blocks all fit.
static Block *take(size_t size) {
  unsigned list = listFor(size);
  unsigned tries = 0;
  for (Block *block = lists[list]; block && tries < 16; block = block->next, tries++)
    if (sizeOf(block) >= size) return removeFromList(block), block;
  for (list++; list < LISTS; list = (list / 32 + 1) * 32) {
    unsigned rest = filled[list / 32] >> (list % 32);
    if (!rest) continue;
    Block *block = lists[list + (unsigned)__builtin_ctz(rest)];
    return removeFromList(block), block;
  }
  return 0;
}

// Makes the top block at least `size` bytes long, header of the next top included.
static int growTop(size_t size) {
  if (!top) {
    // Blocks start 8 below a multiple of 16, so that what follows the header is aligned.
    bottom = (((size_t)&__heap_base + 15) & ~(size_t)15) + 8;
    if (__builtin_wasm_memory_grow(0, 1) == (size_t)-1) return 0;
    end = __builtin_wasm_memory_size(0) * PAGE - 8;
    top = (Block *)bottom;
    top->size = (end - bottom) | BEFORE_USED;
  }
  if (sizeOf(top) >= size + SMALLEST) return 1;
  size_t missing = size + SMALLEST - sizeOf(top);
  // An eighth more than asked for: fewer calls of the browser while a run grows.
  size_t pages = (missing + (end - bottom) / 8 + PAGE - 1) / PAGE;
  if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) {
    pages = (missing + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
  }
  end += pages * PAGE;
  top->size += pages * PAGE;
  return 1;
}

// Keeps `size` bytes of a block that is in no list and frees the rest when it is worth a block.
static void trim(Block *block, size_t size) {
  size_t rest = sizeOf(block) - size;
  if (rest < SMALLEST) return;
  block->size -= rest;
  Block *tail = at(block, size);
  tail->size = rest | BEFORE_USED;
  at(tail, rest)->before = rest;
  insert(tail);
}

static void *allocate(size_t count) {
  if (count > 0x70000000) return 0;
  size_t size = (count + HEADER + 15) & ~(size_t)15;
  if (size < SMALLEST) size = SMALLEST;
  Block *block = take(size);
  if (block) {
    trim(block, size);
    at(block, sizeOf(block))->size |= BEFORE_USED;
  } else {
    if (!growTop(size)) return 0;
    block = top;
    top = at(block, size);
    top->size = (sizeOf(block) - size) | BEFORE_USED;
    block->size = size | (block->size & FLAGS);
  }
  block->size |= USED;
  used += sizeOf(block);
  return at(block, HEADER);
}

void free(void *pointer) {
  if (!pointer) return;
  Block *block = (Block *)((size_t)pointer - HEADER);
  if (!(block->size & USED)) __builtin_trap();
  used -= sizeOf(block);
  block->size &= ~(size_t)USED;
  if (!(block->size & BEFORE_USED)) {
    Block *before = (Block *)((size_t)block - block->before);
    removeFromList(before);
    before->size += sizeOf(block);
    block = before;
  }
  Block *after = at(block, sizeOf(block));
  if (after == top) {
    block->size += sizeOf(top);
    top = block;
    return;
  }
  if (!(after->size & USED)) {
    removeFromList(after);
    block->size += sizeOf(after);
    after = at(block, sizeOf(block));
  }
  after->size &= ~(size_t)BEFORE_USED;
  after->before = sizeOf(block);
  insert(block);
}

void *malloc(size_t count) { return allocate(count); }

int posix_memalign(void **result, size_t alignment, size_t count) {
  if (alignment <= 16) {
    *result = allocate(count);
    return *result ? 0 : 12;
  }
  // Room for a block before the aligned address, which is then given back.
  if (count > 0x70000000) return 12;
  char *raw = allocate(count + alignment + SMALLEST);
  if (!raw) return 12;
  size_t place = ((size_t)raw + SMALLEST + alignment - 1) & ~(alignment - 1);
  Block *first = (Block *)(raw - HEADER);
  Block *second = (Block *)(place - HEADER);
  size_t lead = (size_t)second - (size_t)first;
  second->size = (sizeOf(first) - lead) | USED | BEFORE_USED;
  first->size -= sizeOf(second);
  free(raw);
  *result = (void *)place;
  return 0;
}

size_t heap_used(void) { return used; }
size_t heap_size(void) { return top ? end - bottom : 0; }
#endif
