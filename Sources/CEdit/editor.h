/* What the files of this shim share. */
#ifndef CEDIT_EDITOR_H
#define CEDIT_EDITOR_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* wcwidth */
#endif
#include <histedit.h>
#include <signal.h>
#include <stdio.h>
#include <wchar.h>

#include "CEdit.h"

struct CEdit {
  EditLine *line;
  History *history;
  FILE *input, *output;
  CEditCallbacks callbacks;
  char *prompt, *coloured_prompt;
  bool takes_paste; /* bracketed paste is on while reading */
  bool is_quiet;    /* a callback is reading keys: do not paint */
  bool was_at_end;  /* where the cursor was at the former wait */
  int hint_columns; /* of the ghost hint on the screen */
  int listing_row;  /* where the cursor stood in the entry when a listing began */
};

/* bindings.c */
void cedit_bind_keys(CEdit *editor);

/* input.c: the function libedit calls for each character. */
int cedit_next_character(EditLine *line, wchar_t *character);
CEdit *cedit_of(EditLine *line);

/* screen.c */
void cedit_draw(CEdit *editor);
void cedit_erase_hint(CEdit *editor);
void cedit_redraw_after_resize(CEdit *editor);
void cedit_redraw_tall_text(CEdit *editor);
void cedit_move_below_text(CEdit *editor);

/* signals.c: between these two, signals arrive only inside cedit_wait. */
void cedit_hold_signals(void);
void cedit_release_signals(void);
/* 1 readable, 0 a flag was raised, -1 error. */
int cedit_wait(int descriptor);
/* Whether the process was asked to stop reading (SIGINT, or SIGTERM and SIGHUP). */
bool cedit_must_stop(void);
bool cedit_take_resize(void);
bool cedit_take_continue(void);

#endif
