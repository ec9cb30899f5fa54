/* Which key does what.
 *
 * A key handler cannot end the line itself (returning CC_NEWLINE leaves the cursor inside the
 * text), so it pushes a private key, ^] and a letter, that is bound to libedit's own command. */
#include "editor.h"

#include <stdlib.h>
#include <string.h>

#define PASTE_END L"\033[201~"
enum { paste_limit = 1 << 16 };

static unsigned char act(CEdit *editor, CEditAction action) {
  switch (action) {
  case CEditActionSubmit:
    if (editor->is_tall) cedit_move_below_window(editor);
    el_push(editor->line, "\035n");
    return CC_NORM;
  case CEditActionRefresh: return CC_REFRESH;
  case CEditActionRedisplay: return CC_REDISPLAY;
  case CEditActionBeep: return CC_ERROR;
  case CEditActionNone: break;
  }
  return CC_NORM;
}

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  return act(editor, editor->callbacks.complete(editor->callbacks.context));
}

static unsigned char enter(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  return act(editor, editor->callbacks.enter(editor->callbacks.context));
}

static unsigned char new_row(EditLine *line, int key) {
  (void)key;
  return el_insertstr(line, "\n") == -1 ? CC_ERROR : CC_REFRESH;
}

/* Clears the screen but for what waits: what the caller shows above the prompt, and the entry. */
static unsigned char clear(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  cedit_begin_listing(editor);
  fputs("\033[H\033[2J", editor->output);
  editor->callbacks.clear(editor->callbacks.context);
  cedit_end_listing(editor);
  return CC_REDISPLAY;
}

/* Up and down move within an entry of several rows, and beyond it through the history. */
static unsigned char up(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  bool is_within = memchr(text, '\n', cursor) != NULL;
  HistEvent event;
  int entries = history(editor->history, &event, H_GETSIZE) == 0 ? event.num : 0;
  if (!is_within && editor->recalled < entries) editor->recalled++;
  el_push(line, is_within ? "\035u" : "\035U");
  return CC_NORM;
}

static unsigned char down(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  bool is_within = memchr(text + cursor, '\n', length - cursor) != NULL;
  /* Below the newest entry libedit would put back what it kept there, which is nothing. */
  if (!is_within && editor->recalled == 0) return CC_ERROR;
  if (!is_within) editor->recalled--;
  el_push(line, is_within ? "\035d" : "\035D");
  return CC_NORM;
}

/* Appends a character as UTF-8, whatever the locale. */
static size_t encode(char *bytes, wchar_t character) {
  unsigned long code = (unsigned long)character;
  if (code < 0x80) {
    bytes[0] = (char)code;
    return 1;
  }
  int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
  bytes[0] = (char)(lead[more] | (code >> (6 * more)));
  for (int i = 1; i <= more; i++) bytes[i] = (char)(0x80 | ((code >> (6 * (more - i))) & 0x3F));
  return (size_t)more + 1;
}

/* A bracketed paste: everything up to its end is text. What exceeds the limit is dropped. */
static unsigned char paste(EditLine *line, int key) {
  (void)key;
  CEdit *editor = cedit_of(line);
  char *text = malloc(4 * (size_t)paste_limit + 1);
  if (!text) return CC_ERROR;
  size_t length = 0, matched = 0;
  const wchar_t *end = PASTE_END;
  wchar_t character;
  editor->is_quiet = true;
  while (end[matched] && el_wgetc(line, &character) == 1) {
    matched = character == end[matched] ? matched + 1 : character == end[0];
    if (length + 4 > 4 * (size_t)paste_limit) continue;
    length += encode(text + length, character);
  }
  editor->is_quiet = false;
  bool whole = !end[matched];
  if (whole && length >= wcslen(end)) length -= wcslen(end);
  text[length] = 0;
  CEditAction action =
      whole ? editor->callbacks.paste(editor->callbacks.context, text) : CEditActionBeep;
  free(text);
  return act(editor, action);
}

static void bind(CEdit *editor, const char *key, const char *command) {
  el_set(editor->line, EL_BIND, key, command, NULL);
}

/* In vi mode the second map holds the command mode. */
static void bind_everywhere(CEdit *editor, bool is_vi, const char *key, const char *command) {
  bind(editor, key, command);
  if (is_vi) el_set(editor->line, EL_BIND, "-a", key, command, NULL);
}

/* What people expect of a shell and libedit does otherwise; ~/.editrc may change it again. */
static void bind_habits(CEdit *editor) {
  static const char *const habits[][2] = {
      {"^R", "em-inc-search-prev"},         {"^W", "ed-delete-prev-word"},
      {"\033[A", "descent-up"},             {"\033OA", "descent-up"},
      {"^P", "descent-up"},                 {"\033[B", "descent-down"},
      {"\033OB", "descent-down"},           {"^N", "descent-down"},
      {"\033[H", "ed-move-to-beg"},         {"\033[1~", "ed-move-to-beg"},
      {"\033[F", "ed-move-to-end"},         {"\033[4~", "ed-move-to-end"},
      {"^L", "descent-clear"},              {"\033\n", "descent-new-row"},
      {"\033[3~", "ed-delete-next-char"},   {"\033[1;5D", "ed-prev-word"},
      {"\033[1;5C", "em-next-word"},        {"\033\r", "descent-new-row"},
      {"\033[1;3D", "ed-prev-word"},        {"\033[1;3C", "em-next-word"},
  };
  for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++) {
    bind(editor, habits[i][0], habits[i][1]);
  }
}

void cedit_bind_keys(CEdit *editor) {
  EditLine *line = editor->line;
  el_set(line, EL_ADDFN, "descent-complete", "complete the word", complete);
  el_set(line, EL_ADDFN, "descent-enter", "submit or continue", enter);
  el_set(line, EL_ADDFN, "descent-new-row", "begin a new row", new_row);
  el_set(line, EL_ADDFN, "descent-clear", "clear the screen above", clear);
  el_set(line, EL_ADDFN, "descent-up", "row above or older entry", up);
  el_set(line, EL_ADDFN, "descent-down", "row below or newer entry", down);
  el_set(line, EL_ADDFN, "descent-paste", "take a bracketed paste", paste);
  el_set(line, EL_EDITOR, "emacs");
  bind_habits(editor);
  el_source(line, NULL);

  const char *mode = NULL;
  el_get(line, EL_EDITOR, &mode);
  bool is_vi = mode && strcmp(mode, "vi") == 0; /* `bind -v` has reset all maps */
  if (is_vi) bind(editor, "^R", "em-inc-search-prev");
  static const char *const own[][2] = {
      {"\t", "descent-complete"},    {"\r", "descent-enter"},       {"\n", "descent-enter"},
      {"\035n", "ed-newline"},       {"\035u", "ed-prev-line"},     {"\035d", "ed-next-line"},
      {"\035U", "ed-prev-history"},  {"\035D", "ed-next-history"},
  };
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
    bind_everywhere(editor, is_vi, own[i][0], own[i][1]);
  }
  /* libedit's own command line (M-x, and ':' of vi) crashes on some input, and its 'v' would start
   * another editor on top of the notebook. */
  if (is_vi) {
    el_set(line, EL_BIND, "-a", ":", "ed-unassigned", NULL);
    el_set(line, EL_BIND, "-a", "v", "ed-unassigned", NULL);
  } else {
    bind(editor, "\033x", "ed-unassigned");
    bind(editor, "\\370", "ed-unassigned");
  }
  /* libedit has no escape timeout: with any ESC sequence bound, vi's ESC would wait for the next
   * key. So there is no bracketed paste in vi mode. */
  editor->takes_paste = !is_vi;
  if (!is_vi) bind(editor, "\033[200~", "descent-paste");
}
