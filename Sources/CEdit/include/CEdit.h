/* A non-variadic door to libedit, for Swift.
 *
 * libedit's own functions `el_set`, `el_get` and `history` are variadic, and its streams are global
 * variables: Swift 6 can call neither. This shim owns both. It uses only what the libedit of Linux
 * and the older one of macOS have in common.
 *
 * libedit knows the plain text of prompt and line and nothing else, so that its notion of where the
 * cursor stands is always right. Colours and the ghost hint are drawn over that text whenever the
 * editor is about to wait for a key, and the cursor is put back.
 *
 * All text is UTF-8. Everything happens on one thread.
 */
#ifndef CEDIT_H
#define CEDIT_H

#include <stdbool.h>
#include <stddef.h>

#define CEDIT_ENUM __attribute__((enum_extensibility(closed)))

typedef struct CEdit CEdit;

/* What a read came to. */
typedef enum CEDIT_ENUM CEditOutcome {
  CEditOutcomeLine,
  CEditOutcomeInterrupted,
  CEditOutcomeEndOfInput,
} CEditOutcome;

/* What the editor does after a callback. */
typedef enum CEDIT_ENUM CEditAction {
  CEditActionNone,      /* nothing changed */
  CEditActionSubmit,    /* the entry is done */
  CEditActionRefresh,   /* the text changed */
  CEditActionRedisplay, /* something was written below: draw prompt and text again */
  CEditActionBeep,
} CEditAction;

typedef struct CEditCallbacks {
  void *context;
  CEditAction (*complete)(void *context);                /* Tab */
  CEditAction (*enter)(void *context);                   /* Enter */
  CEditAction (*paste)(void *context, const char *text); /* a bracketed paste, as it came */
  void (*clear)(void *context); /* ^L has cleared the screen: cedit_write what belongs on top */
  /* About to wait for a key: may call cedit_paint. With more keys already there, one painting
   * after the last of them will do. */
  void (*paint)(void *context, bool more_keys_wait);
} CEditCallbacks;

/* Opens the editor on standard input and output, which must be a terminal that can move its
 * cursor; reads ~/.editrc. NULL when it cannot, as on a terminal of unknown type. The callbacks
 * are copied. */
CEdit *cedit_open(const char *program, const CEditCallbacks *callbacks);
void cedit_close(CEdit *editor);

/* Sets the prompt: one row, once plain and once with colour escapes. */
void cedit_set_prompt(CEdit *editor, const char *plain, const char *coloured);

/* Reads one entry. After CEditOutcomeLine, cedit_text holds it until the next read. A signal that
 * asks the process to end (SIGTERM, SIGHUP) is raised again once the terminal is as it was. */
CEditOutcome cedit_read(CEdit *editor);

/* The text as it stands, its length and the cursor in bytes. Not terminated by a zero byte. */
const char *cedit_text(CEdit *editor, size_t *length, size_t *cursor);

/* For callbacks: change the text at the cursor. Deleting counts characters, not bytes. */
bool cedit_insert(CEdit *editor, const char *text);
void cedit_delete_before(CEdit *editor, int characters);

/* For the paint callback: the text with colour escapes (the same visible characters) and a faint
 * hint behind it, with its escapes and without. Any of them may be NULL. */
void cedit_paint(CEdit *editor, const char *text, const char *hint_before, const char *hint,
                 const char *hint_after);

/* For the complete callback, which then returns CEditActionRedisplay: text below the entry, in as
 * many pieces as it likes, waiting for single keys (-1: interrupted or no input). */
void cedit_begin_listing(CEdit *editor);
void cedit_write(CEdit *editor, const char *text);
int cedit_wait_for_key(CEdit *editor);
void cedit_end_listing(CEdit *editor);

/* What the arrow keys and ^R go through. The file is the caller's. */
void cedit_history_limit(CEdit *editor, int entries);
void cedit_history_add(CEdit *editor, const char *entry);

/* SIGINT only raises a flag from here on. */
void cedit_catch_interrupts(void);
bool cedit_is_interrupted(void);
bool cedit_take_interrupt(void);

/* Waits until the descriptor can be read: 1 it can, 0 interrupted, -1 it never will. */
int cedit_wait_until_readable(int descriptor);

/* One key from a terminal without echo or Enter: its byte, or -1. */
int cedit_read_key(int descriptor);

/* The size of the terminal behind a descriptor; false when there is none or it does not say. */
bool cedit_window_size(int descriptor, int *columns, int *rows);

#endif
