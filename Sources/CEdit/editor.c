/* Opening, reading, closing; the text; the history that the arrow keys see. */
#include "editor.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static char *prompt_of(EditLine *line) { return cedit_of(line)->prompt; }

/* Only LC_CTYPE: LC_NUMERIC would turn 0.9 into 0,9. Under LANG=C a beta still has to be one
 * character, so any UTF-8 locale will do. */
static void choose_characters(void) {
  static const char *const candidates[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
    if (setlocale(LC_CTYPE, candidates[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  }
}

/* On a terminal it does not know libedit would complain and draw all the same. The many new
 * "xterm-something" that a remote machine has not heard of behave as xterm does. */
static EditLine *open_line(const char *program) {
  FILE *quiet = fopen("/dev/null", "w");
  if (!quiet) return NULL;
  EditLine *line = el_init(program, stdin, stdout, quiet);
  char *up = NULL;
  const char *type = getenv("TERM");
  bool is_known = line && el_get(line, EL_GETTC, "up", &up) == 0 && up && *up;
  if (line && !is_known && type && strncmp(type, "xterm-", 6) == 0) {
    is_known = el_set(line, EL_TERMINAL, "xterm") == 0;
  }
  if (line) el_set(line, EL_SETFP, 2, stderr);
  fclose(quiet);
  if (is_known) return line;
  if (line) el_end(line);
  return NULL;
}

CEdit *cedit_open(const char *program, const CEditCallbacks *callbacks) {
  choose_characters();
  CEdit *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->callbacks = *callbacks;
  editor->input = stdin;
  editor->output = stdout;
  editor->prompt = strdup("> ");
  editor->coloured_prompt = strdup("> ");
  editor->history = history_init();
  editor->line = open_line(program);
  if (!editor->line || !editor->history || !editor->prompt || !editor->coloured_prompt) {
    cedit_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 1000);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_SIGNAL, 0);
  /* No escapes in the prompt: libedit loses the last one, and macOS's sends all of them first. */
  el_set(editor->line, EL_PROMPT, prompt_of);
  el_set(editor->line, EL_HIST, history, editor->history);
  /* el_wset: after el_set macOS's libedit would read char instead of wchar_t. */
  el_wset(editor->line, EL_GETCFN, cedit_next_character);
  cedit_bind_keys(editor);
  return editor;
}

void cedit_close(CEdit *editor) {
  if (!editor) return;
  if (editor->line) el_end(editor->line);
  if (editor->history) history_end(editor->history);
  free(editor->prompt);
  free(editor->coloured_prompt);
  free(editor);
}

void cedit_set_prompt(CEdit *editor, const char *plain, const char *coloured) {
  char *new_plain = strdup(plain), *new_coloured = strdup(coloured);
  if (!new_plain || !new_coloured) {
    free(new_plain);
    free(new_coloured);
    return;
  }
  free(editor->prompt);
  free(editor->coloured_prompt);
  editor->prompt = new_plain;
  editor->coloured_prompt = new_coloured;
}

static void bracket_pastes(CEdit *editor, bool on) {
  if (!editor->takes_paste) return;
  fputs(on ? "\033[?2004h" : "\033[?2004l", editor->output);
  fflush(editor->output);
}

CEditOutcome cedit_read(CEdit *editor) {
  int length = 0;
  cedit_take_interrupt();
  editor->was_at_end = true;
  editor->is_tall = false;
  editor->top = 0;
  editor->recalled = 0;
  cedit_hold_signals();
  bracket_pastes(editor, true);
  const char *line = el_gets(editor->line, &length);
  bracket_pastes(editor, false);
  editor->hint_columns = 0;
  bool interrupted = cedit_take_interrupt();
  cedit_release_signals();
  if (line) return CEditOutcomeLine;
  /* ^C within ^R comes back from libedit as the end of input: the flag knows better. */
  return interrupted ? CEditOutcomeInterrupted : CEditOutcomeEndOfInput;
}

const char *cedit_text(CEdit *editor, size_t *length, size_t *cursor) {
  const LineInfo *info = el_line(editor->line);
  *length = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return info->buffer;
}

bool cedit_insert(CEdit *editor, const char *text) {
  return el_insertstr(editor->line, text) != -1;
}

void cedit_delete_before(CEdit *editor, int characters) {
  el_deletestr(editor->line, characters);
}

void cedit_write(CEdit *editor, const char *text) {
  fputs(text, editor->output);
  fflush(editor->output);
}

void cedit_history_limit(CEdit *editor, int entries) {
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, entries);
}

void cedit_history_add(CEdit *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}
