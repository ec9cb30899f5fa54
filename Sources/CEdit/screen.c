/* Drawing over libedit's plain text, and finding the way on the screen.
 *
 * Sequences used: ESC 7 and ESC 8 save and restore the cursor, ESC [ n A and ESC [ n B move up and
 * down, ESC [ H goes to the top, ESC [ J clears below, ESC [ ... m colours. */
#include "editor.h"

#include <poll.h>
#include <string.h>

int cedit_screen_columns(CEdit *editor) {
  int columns, rows;
  return cedit_window_size(fileno(editor->output), &columns, &rows) ? columns : 80;
}

int cedit_screen_rows(CEdit *editor) {
  int columns, rows;
  return cedit_window_size(fileno(editor->output), &columns, &rows) ? rows : 24;
}

static int width(wchar_t character) {
  int columns = wcwidth(character);
  return columns < 0 ? 2 : columns; /* libedit shows ^A */
}

/* One character further, by libedit's own rule: a row that is full at once begins the next. */
void cedit_advance(Place *place, wchar_t character, int columns) {
  if (character == L'\n') {
    *place = (Place){place->row + 1, 0, false};
    return;
  }
  int wide = character == L'\t' ? 8 - place->column % 8 : width(character);
  if (wide == 0) return;
  place->wrapped = false;
  if (place->column + wide > columns) *place = (Place){place->row + 1, 0, false};
  place->column += wide;
  if (place->column >= columns) *place = (Place){place->row + 1, 0, true};
}

size_t cedit_escape_length(const char *text, const char *end) {
  if (end - text < 2 || text[0] != '\033' || text[1] != '[') return 0;
  const char *last = memchr(text, 'm', (size_t)(end - text));
  return last ? (size_t)(last - text) + 1 : (size_t)(end - text);
}

/* Walks over text; with a stream, also writes it so that it falls exactly where libedit put it. */
static void walk(Place *place, const char *text, size_t length, int columns, FILE *output) {
  const char *end = text + length;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  while (text < end) {
    wchar_t character;
    size_t escape = cedit_escape_length(text, end);
    size_t used = escape ? escape : mbrtowc(&character, text, (size_t)(end - text), &state);
    if (used == 0 || used > (size_t)(end - text)) return;
    if (output && !escape && character == L'\n') {
      /* After a full row the terminal still hangs at its edge: one line feed just wraps. */
      fputs(place->wrapped ? "\r\n\r\n" : "\r\n", output);
    } else if (output) {
      fwrite(text, 1, used, output);
    }
    if (!escape) cedit_advance(place, character, columns);
    text += used;
  }
}

Place cedit_place_of(CEdit *editor, const char *text, size_t length, int columns) {
  Place place = {0, 0, false};
  walk(&place, editor->prompt, strlen(editor->prompt), columns, NULL);
  walk(&place, text, length, columns, NULL);
  return place;
}

static void move_up(CEdit *editor, int rows) {
  if (rows > 0) fprintf(editor->output, "\033[%dA", rows);
}

void cedit_draw(CEdit *editor) {
  if (editor->is_quiet || cedit_must_stop()) return;
  struct pollfd input = {fileno(editor->input), POLLIN, 0};
  editor->callbacks.paint(editor->callbacks.context, poll(&input, 1, 0) > 0);
}

/* As much of the text as fits in the columns: its length in bytes; `columns` becomes its width. */
static size_t fitting(const char *text, int *columns) {
  const char *start = text;
  int used_columns = 0;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  while (*text) {
    wchar_t character;
    size_t used = mbrtowc(&character, text, strlen(text), &state);
    if (used == 0 || used == (size_t)-1 || used == (size_t)-2) break;
    int wide = wcwidth(character);
    if (wide < 0 || used_columns + wide > *columns) break;
    used_columns += wide;
    text += used;
  }
  *columns = used_columns;
  return (size_t)(text - start);
}

void cedit_paint(CEdit *editor, const char *text, const char *hint_before, const char *hint,
                 const char *hint_after) {
  size_t length, cursor;
  const char *plain = cedit_text(editor, &length, &cursor);
  int columns = cedit_screen_columns(editor);
  Place at = cedit_place_of(editor, plain, cursor, columns);
  Place end = cedit_place_of(editor, plain, length, columns);
  editor->is_tall = end.row >= cedit_screen_rows(editor);
  if (editor->is_tall) return cedit_draw_window(editor, text);
  FILE *output = editor->output;
  fputs("\0337", output);
  move_up(editor, at.row);
  fputs("\r", output);
  Place place = {0, 0, false};
  walk(&place, editor->coloured_prompt, strlen(editor->coloured_prompt), columns, output);
  if (text) walk(&place, text, strlen(text), columns, output);
  fputs("\0338", output);
  if (hint && hint_before && hint_after && cursor == length) {
    int room = columns - end.column - 1;
    size_t bytes = fitting(hint, &room);
    fprintf(output, "%s%.*s%s\0338", hint_before, (int)bytes, hint, hint_after);
    editor->hint_columns = room;
  }
  fflush(output);
}

/* Blanks just what was written: clearing to the end of the row would be no shorter. */
void cedit_erase_hint(CEdit *editor) {
  if (editor->hint_columns == 0) return;
  fprintf(editor->output, "\0337%*s\0338", editor->hint_columns, "");
  fflush(editor->output);
  editor->hint_columns = 0;
}

/* After a resize libedit believes it stands at the top left of its text: so go there, by the rows
 * the text takes now that the terminal has reflowed it. */
void cedit_redraw_after_resize(CEdit *editor) {
  if (editor->is_tall) fputs("\033[H", editor->output);
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  move_up(editor, cedit_place_of(editor, text, cursor, cedit_screen_columns(editor)).row);
  fputs("\r\033[J", editor->output);
  fflush(editor->output);
  el_resize(editor->line);
  el_set(editor->line, EL_REFRESH);
  fflush(editor->output);
}

/* In a text taller than the screen libedit loses its row when the cursor moves, and a character
 * added at the end would then be written outside its picture of the screen. So when the cursor
 * arrives at the end of such a text, all is drawn anew. */
void cedit_redraw_tall_text(CEdit *editor) {
  /* Not by cedit_text, which takes as long as the text is, at every key. */
  const LineInfoW *line = el_wline(editor->line);
  bool is_at_end = line->cursor == line->lastchar;
  bool arrives = is_at_end && !editor->was_at_end;
  editor->was_at_end = is_at_end;
  if (!arrives || editor->is_quiet) return;
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  int last = cedit_place_of(editor, text, length, cedit_screen_columns(editor)).row;
  if (last + 2 < cedit_screen_rows(editor)) return;
  fputs("\033[H\033[J", editor->output);
  fflush(editor->output);
  el_set(editor->line, EL_REFRESH);
  fflush(editor->output);
}

void cedit_move_below_text(CEdit *editor) {
  if (editor->is_tall) return cedit_move_below_window(editor);
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  int columns = cedit_screen_columns(editor);
  int last = cedit_place_of(editor, text, length, columns).row;
  int down = last - cedit_place_of(editor, text, cursor, columns).row;
  if (down > 0) fprintf(editor->output, "\033[%dB", down);
  if (cursor < length) fputs("\n", editor->output);
  fflush(editor->output);
}

void cedit_begin_listing(CEdit *editor) {
  size_t length, cursor;
  const char *text = cedit_text(editor, &length, &cursor);
  int columns = cedit_screen_columns(editor);
  editor->listing_row = cedit_place_of(editor, text, cursor, columns).row;
  int down = cedit_place_of(editor, text, length, columns).row - editor->listing_row;
  if (down > 0) fprintf(editor->output, "\033[%dB", down);
  fputs("\r\n", editor->output);
}

/* Before it draws again, libedit clears upwards from where it believes to be: give it the rows. */
void cedit_end_listing(CEdit *editor) {
  for (int row = 0; row < editor->listing_row; row++) fputs("\r\n", editor->output);
  fflush(editor->output);
}
