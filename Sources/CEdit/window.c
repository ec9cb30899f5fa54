/* Text with more rows than the screen has.
 *
 * libedit's picture of the screen holds the last screenful of such a text and loses the cursor when
 * it goes above. So whenever the editor is about to wait, the rows around the cursor are drawn here,
 * over whatever libedit drew; once the text fits again, libedit draws it anew.
 *
 * Sequences used: ESC [ row ; column H goes to a place, ESC [ J clears below. */
#include "editor.h"

#include <string.h>

bool cedit_is_tall(CEdit *editor) {
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  int last = cedit_place_of(editor, text, length, cedit_screen_columns(editor)).row;
  return last >= cedit_screen_rows(editor);
}

/* Writes what falls in the window; every row begins at a place of its own. */
static void write_rows(CEdit *editor, Place *place, const char *text, size_t length) {
  int columns = cedit_screen_columns(editor), rows = cedit_screen_rows(editor);
  const char *end = text + length;
  int drawn = -1;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  while (text < end) {
    wchar_t character = 0;
    size_t escape = cedit_escape_length(text, end);
    size_t used = escape ? escape : mbrtowc(&character, text, (size_t)(end - text), &state);
    if (used == 0 || used > (size_t)(end - text)) return;
    Place next = *place;
    if (!escape) cedit_advance(&next, character, columns);
    /* A character that does not fit in its row stands in the next, from its edge on. */
    bool is_moved = next.row > place->row && next.column > 0;
    int row = is_moved ? next.row : place->row;
    int column = is_moved ? 0 : place->column;
    if (escape) {
      fwrite(text, 1, used, editor->output);
    } else if (character != L'\n' && row >= editor->top && row < editor->top + rows) {
      if (row != drawn) {
        fprintf(editor->output, "\033[%d;%dH", row - editor->top + 1, column + 1);
        drawn = row;
      }
      fwrite(text, 1, used, editor->output);
    }
    *place = next;
    text += used;
  }
}

void cedit_draw_window(CEdit *editor, const char *coloured) {
  size_t length, cursor;
  const char *plain = cedit_text(editor, &length, &cursor);
  int columns = cedit_screen_columns(editor), rows = cedit_screen_rows(editor);
  Place at = cedit_place_of(editor, plain, cursor, columns);
  int last = cedit_place_of(editor, plain, length, columns).row;
  if (at.row < editor->top) editor->top = at.row;
  if (at.row >= editor->top + rows) editor->top = at.row - rows + 1;
  if (editor->top > last - rows + 1) editor->top = last - rows + 1;
  fputs("\033[H\033[J", editor->output);
  Place place = {0, 0, false};
  write_rows(editor, &place, editor->coloured_prompt, strlen(editor->coloured_prompt));
  if (coloured) {
    write_rows(editor, &place, coloured, strlen(coloured));
  } else {
    write_rows(editor, &place, plain, length);
  }
  fprintf(editor->output, "\033[%d;%dH", at.row - editor->top + 1, at.column + 1);
  fflush(editor->output);
}

void cedit_leave_window(CEdit *editor) {
  editor->is_tall = false;
  editor->top = 0;
  fputs("\033[H\033[J", editor->output);
  fflush(editor->output);
  el_set(editor->line, EL_REFRESH);
  fflush(editor->output);
}

void cedit_move_below_window(CEdit *editor) {
  fprintf(editor->output, "\033[%d;1H\n", cedit_screen_rows(editor));
  fflush(editor->output);
}
