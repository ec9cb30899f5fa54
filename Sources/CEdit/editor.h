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
  bool is_tall;     /* the text has more rows than the screen: a window of it is shown */
  int top;          /* the first row of that window */
  int hint_columns; /* of the ghost hint on the screen */
  int recalled;     /* how many entries back in the history the text comes from */
  int listing_row;  /* where the cursor stood in the entry when a listing began */
};

/* bindings.c */
void cedit_bind_keys(CEdit *editor);

/* input.c: the function libedit calls for each character. */
int cedit_next_character(EditLine *line, wchar_t *character);
CEdit *cedit_of(EditLine *line);

/* Where the next character goes, in rows below the prompt's row. */
typedef struct Place {
  int row, column;
  bool wrapped; /* the row above was filled to the brim */
} Place;

/* screen.c */
int cedit_screen_columns(CEdit *editor);
int cedit_screen_rows(CEdit *editor);
/* One character further. */
void cedit_advance(Place *place, wchar_t character, int columns);
/* The length of the colour escape that begins here, or 0. */
size_t cedit_escape_length(const char *text, const char *end);
Place cedit_place_of(CEdit *editor, const char *text, size_t length, int columns);
void cedit_draw(CEdit *editor);
void cedit_erase_hint(CEdit *editor);
void cedit_redraw_after_resize(CEdit *editor);
void cedit_redraw_tall_text(CEdit *editor);
void cedit_move_below_text(CEdit *editor);

/* window.c: text with more rows than the screen. */
bool cedit_is_tall(CEdit *editor);
void cedit_draw_window(CEdit *editor, const char *coloured);
void cedit_leave_window(CEdit *editor);
void cedit_move_below_window(CEdit *editor);

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
