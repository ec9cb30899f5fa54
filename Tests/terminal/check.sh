#!/usr/bin/env bash
# Drives the shell in a real terminal (tmux) and looks at the screen.
#
#   Tests/terminal/check.sh [COMMAND]        default: .build/debug/descent
#
# Every check waits for a text to appear instead of sleeping for a guess. It uses a tmux server and
# a home directory of its own and leaves neither behind. FIRST is typed once the shell is up; it
# leads from the contents page to free play.
set -u
command=${1:-$PWD/.build/debug/descent}
first=${FIRST-}
home=$(mktemp -d)
server=none
passed=0 failed=0 starts=0

command -v tmux > /dev/null || { echo 'needs tmux'; exit 2; }
command -v "${command%% *}" > /dev/null || { echo "no ${command%% *}: build it first"; exit 2; }

screen() { tmux -L "$server" capture-pane -p -t shell "$@" 2>/dev/null | sed -e 's/ *$//' -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }
keys() { tmux -L "$server" send-keys -t shell "$@" 2>/dev/null; }
text() { keys -l -- "$1"; }
line() { text "$1"; shows "$1" && keys Enter; }
paste() { printf '%s' "$1" | tmux -L "$server" load-buffer - && tmux -L "$server" paste-buffer -p -t shell; }
resize() { tmux -L "$server" resize-window -t shell -x "$1" -y "$2"; }

# shows TEXT: waits up to three seconds for it.
shows() {
  for _ in $(seq 60); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.05
  done
  return 1
}

check() {  # check NAME TEXT
  if shows "$2"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: no "%s" on the screen:\n' "$1" "$2"
    screen | tail -8 | sed 's/^/    /'
  fi
}

# start VARIABLE=VALUE...: a fresh shell in a fresh terminal, waiting at its prompt.
start() {
  stop
  # A server of its own each time: the former may still be on its way out.
  server="descent-check-$$-$((++starts))"
  tmux -L "$server" -f /dev/null new-session -d -s shell -x 80 -y 24 \
    "env -u NO_COLOR -u COLORTERM HOME=$home XDG_STATE_HOME=$home/state TERM=screen-256color \
     LANG=C.UTF-8 LC_ALL= $* $command; echo EXIT=\$?; sleep 60"
  shows '›' || shows '>' || { echo "no prompt from: $command"; screen; exit 1; }
  if [ -n "$first" ]; then
    text "$first"
    shows "$first"
    keys Enter
    sleep 0.3
  fi
  tmux -L "$server" clear-history -t shell
}

stop() { tmux -L "$server" kill-server 2>/dev/null; }
trap 'stop; rm -rf "$home"' EXIT

start
line 'x = 3'
line 'x + 38'; check 'evaluates' 41
keys Up; check 'recalls the last entry' 'x + 38'
keys BSpace; text 9; keys Enter; check 'edits what it recalled' 42
text 'β1 = 0.5 é日'; check 'shows what is not ASCII' 'β1 = 0.5 é日'
keys BSpace BSpace; keys Enter
text 'zzz'; keys C-c; check '^C drops the line' 'zzz^C'
text 'minim'; keys Tab; check 'completes a command' 'minimize'
keys C-u
keys C-r; text '38'; check 'searches the history' 'bck:38'
keys C-c; keys C-u
text 's'; keys Tab; check 'lists candidates with summaries' 'step'
keys C-u
paste $'y = 5\ny + 100\n'; check 'a paste waits for Enter' 'y + 100'
keys Enter; check 'and is one entry' 105
text 'w = 9'; keys Down Down; text '9'; keys Enter; line 'w + 600'; check 'the arrow down keeps what was typed' 699
text 'f = (1 +'; keys Enter; text '  70)'; keys Enter
line 'f + 1'; check 'an open bracket continues in the next row' 72
text 'g = (1 +'; keys Enter; text ':toc'; keys Enter; sleep 0.5; keys q; line 'x + 70'
check 'a command leaves an unfinished entry' 73
text 'h = 20'; keys M-Enter; text 'h * 31'; keys Enter; check 'Alt-Enter begins a row' 620
text 'i = (1 +'; keys Enter; keys Enter; check 'an empty row hands in what is open' 'error:'
line 'minimize p^2 + 10q^2 from (-5, 2) with adam(0.1)'; text 'step 1000000000'; keys Enter
sleep 1.5; keys C-c; check '^C stops a long run' 'stopped: what was done is kept'
if screen | grep -q '/1000000000'; then
  failed=$((failed + 1))
  echo 'FAILED the progress bar of a run that was stopped is gone:'
  screen | tail -8
else
  passed=$((passed + 1))
fi
line 'restart'; line 'step 60'; line 'table t, p'
check 'a long table waits for a key' 'more: space a page'
keys Space; keys Space; check 'and shows every row' '60  -0.484529'
text 'a long line that wraps when the window shrinks to forty columns'
resize 40 24; check 'a narrower window' 'shrinks to forty'
resize 80 24; check 'and a wide one' 'a long line that wraps when the window shrinks'
keys C-c; check '^C gives a line up' 'Ctrl-D or :quit leaves'
keys C-d; check '^D leaves' 'EXIT=0'

start
line 'kept = 4700'; keys Enter; line 'kept + 11'; check 'Enter alone does nothing once something was typed' 4711
line ':1'; check 'a lesson is entered' 'How does a machine learn'
line 'inside = 1300'; line ':3'; check 'and left for another' 'Two slopes'
line ':back'; check 'and that for the notebook' 'Back in the notebook'
line 'kept + 22'; check 'which has kept what was typed' 4722
line ':1'; line 'inside + 33'; check 'as has the lesson' 1333
line ':undo'; check 'undo says what changed' 'Taken back: inside = 1300; now inside is unknown.'
line ':redo'; check 'and redo too' 'Done again: inside = 1300; now inside = 1300.'
line ':toc 2'; check 'a step with a cell' 'How wrong something is'
keys C-l; sleep 0.2; check '^L keeps the cell that waits' 'from 4 with gd'
keys C-c
line ':back'; line "kept = 5; nosuch"; line ":save \"$home/half done\""; check 'saves under a quoted name' 'Saved as'
line 'kept = 6'; line ":load ~/half\\ done.md"; check 'names that are nowhere are told' 'no such'
line ":load '~/half done.md'"; check 'loads what was saved' 'Took in'
line 'kept + 44'; check 'with the done half of a line' 49
paste "$(for i in $(seq 60); do echo "tall$i = $i"; done)"; for _ in $(seq 56); do keys Up; done
check 'a cell taller than the window scrolls' 'tall4 = 4'
keys C-a; text 'first'; check 'and is edited in sight' 'firsttall1 = 1'
keys C-c
screen | grep -q 'descent>' || sleep 0.3
line 'kept + 55'; check 'the prompt is whole after it' 60
keys C-d; check 'and all is left at once' 'EXIT=0'

start EDITOR="'sed -i s/80/81/'"
line 'x = 3'; line 'x + 80'; line ':edit'; check 'the last entry is edited in $EDITOR' 84
keys C-d

mkdir -p "$home/.config/descent"; echo 'ready = 800' > "$home/.config/descent/startup.descent"
start
line 'ready + 8'; check 'the start-up file is run first' 808
keys C-d
rm "$home/.config/descent/startup.descent"

start COLORFGBG="'0;15'"
resize 40 24; line ':help'; check 'the shell speaks in forty columns' 'take back what'
if screen | grep -q '.\{41\}'; then failed=$((failed + 1)); echo 'FAILED a row of more than 40 columns'; fi
keys q; keys C-d

start
keys C-r; text 'x . 7'; check 'history survives the session' 'x + 70'
keys C-c; keys C-d

start TERM=dumb
line 'x = 4'; line 'x * 2'; check 'a dumb terminal reads lines' 8
if screen -e | grep -q $'\033'; then
  failed=$((failed + 1))
  echo 'FAILED a dumb terminal gets no escapes'
else
  passed=$((passed + 1))
fi
keys C-d; check 'and ends' 'EXIT=0'

echo 'bind -v' > "$home/.editrc"
start
text 'x = 77'; keys Escape; sleep 0.1; text '0xiz'; keys Escape; sleep 0.1; keys Enter
line 'z + 1'; check 'vi keys' 78
keys C-d

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
