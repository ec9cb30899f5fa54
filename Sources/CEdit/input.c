/* Reading: the function that libedit calls whenever it wants a character.
 *
 * It runs right after libedit has drawn and before it would wait, which makes it the place where
 * colours go on the screen and where signal flags become actions. */
#include "editor.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <sys/ioctl.h>

CEdit *cedit_of(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

/* After ^Z and `fg` the terminal is in the shell's mode, but libedit believes it is still raw. */
static void prepare_again(CEdit *editor) {
  el_set(editor->line, EL_PREP_TERM, 0);
  el_set(editor->line, EL_PREP_TERM, 1);
  if (editor->takes_paste) fputs("\033[?2004h", editor->output);
  el_set(editor->line, EL_REFRESH);
  fflush(editor->output);
}

/* Some of libedit's vi commands leave the cursor before or behind the text; the next one would then
 * write outside the buffer. What el_wline returns is the editor's own record. */
static void keep_cursor_inside(CEdit *editor) {
  LineInfoW *info = (LineInfoW *)(uintptr_t)el_wline(editor->line);
  if (info->lastchar < info->buffer) info->lastchar = info->buffer;
  if (info->cursor < info->buffer) info->cursor = info->buffer;
  if (info->cursor > info->lastchar) info->cursor = info->lastchar;
}

/* Waits for input; false when reading must stop. */
static bool wait_for_input(CEdit *editor) {
  keep_cursor_inside(editor);
  cedit_redraw_tall_text(editor);
  if (editor->is_tall && !editor->is_quiet && !cedit_is_tall(editor)) cedit_leave_window(editor);
  cedit_draw(editor);
  for (;;) {
    int ready = cedit_wait(fileno(editor->input));
    if (ready > 0) return true;
    if (ready < 0) return false;
    if (cedit_must_stop()) {
      cedit_erase_hint(editor);
      cedit_move_below_text(editor);
      errno = EINTR;
      return false;
    }
    if (cedit_take_continue()) {
      cedit_erase_hint(editor);
      prepare_again(editor);
      cedit_draw(editor);
    }
    if (cedit_take_resize()) {
      cedit_erase_hint(editor);
      cedit_redraw_after_resize(editor);
      cedit_draw(editor);
    }
  }
}

int cedit_next_character(EditLine *line, wchar_t *character) {
  CEdit *editor = cedit_of(line);
  char bytes[8];
  size_t count = 0;
  for (;;) {
    if (!wait_for_input(editor)) {
      *character = 0;
      return -1;
    }
    ssize_t got = read(fileno(editor->input), bytes + count, 1);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) {
      cedit_erase_hint(editor);
      *character = 0;
      return (int)got;
    }
    count++;
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t used = mbrtowc(character, bytes, count, &state);
    if (used == (size_t)-1 && count > 1) { /* a sequence broken by this byte: begin with it */
      bytes[0] = bytes[count - 1];
      count = 1;
      memset(&state, 0, sizeof state);
      used = mbrtowc(character, bytes, count, &state);
    }
    if (used == (size_t)-2 && count < sizeof bytes) continue;
    if (used == (size_t)-1 || used == (size_t)-2) {
      count = 0;
      continue;
    }
    cedit_erase_hint(editor);
    return 1;
  }
}

int cedit_wait_for_key(CEdit *editor) {
  wchar_t character;
  editor->is_quiet = true;
  int got = el_wgetc(editor->line, &character);
  editor->is_quiet = false;
  return got == 1 ? (int)character : -1;
}

int cedit_read_key(int descriptor) {
  struct termios before, raw;
  unsigned char byte;
  if (tcgetattr(descriptor, &before) != 0) return -1;
  raw = before;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  if (tcsetattr(descriptor, TCSADRAIN, &raw) != 0) return -1;
  int ready = cedit_wait_until_readable(descriptor);
  ssize_t got = ready > 0 ? read(descriptor, &byte, 1) : -1;
  tcsetattr(descriptor, TCSADRAIN, &before);
  return got == 1 ? byte : -1;
}

bool cedit_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row ? size.ws_row : 24;
  return true;
}
