/* Signals as flags. The handler sets a flag and nothing more; flags become actions in normal code.
 *
 * While a line is being edited the signals are blocked and let in only by pselect, so that one
 * which arrives just before the wait is not slept through. libedit's own handling (EL_SIGNAL) stays
 * off: it allocates inside the handler and signals the whole process group. */
#include "editor.h"

#include <errno.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted, resized, continued, ending;

static const int held[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP};
enum { held_count = sizeof held / sizeof held[0] };
static struct sigaction previous[held_count];
static sigset_t mask_outside;

static void note(int number) {
  switch (number) {
  case SIGINT: interrupted = 1; break;
  case SIGWINCH: resized = 1; break;
  case SIGCONT: continued = 1; break;
  default: ending = number;
  }
}

static void handle(int number, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART; /* pselect returns all the same; others' reads go on */
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, before);
}

void cedit_catch_interrupts(void) { handle(SIGINT, NULL); }

bool cedit_is_interrupted(void) { return interrupted != 0; }

bool cedit_take_interrupt(void) {
  bool was = interrupted != 0;
  interrupted = 0;
  return was;
}

void cedit_hold_signals(void) {
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGINT);
  for (int i = 0; i < held_count; i++) sigaddset(&blocked, held[i]);
  resized = continued = ending = 0;
  pthread_sigmask(SIG_BLOCK, &blocked, &mask_outside);
  for (int i = 0; i < held_count; i++) handle(held[i], &previous[i]);
}

void cedit_release_signals(void) {
  for (int i = 0; i < held_count; i++) sigaction(held[i], &previous[i], NULL);
  pthread_sigmask(SIG_SETMASK, &mask_outside, NULL);
  int number = ending;
  ending = 0;
  if (number) raise(number);
}

int cedit_wait(int descriptor) {
  if (interrupted || resized || continued || ending) return 0;
  fd_set set;
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  int ready = pselect(descriptor + 1, &set, NULL, NULL, NULL, &mask_outside);
  if (ready < 0) return errno == EINTR ? 0 : -1;
  return 1;
}

bool cedit_must_stop(void) { return interrupted || ending; }

static bool take(volatile sig_atomic_t *flag) {
  bool was = *flag != 0;
  *flag = 0;
  return was;
}

bool cedit_take_resize(void) { return take(&resized); }
bool cedit_take_continue(void) { return take(&continued); }

int cedit_wait_until_readable(int descriptor) {
  int ready;
  cedit_hold_signals();
  do {
    ready = cedit_wait(descriptor);
    cedit_take_resize();
    cedit_take_continue();
  } while (ready == 0 && !cedit_must_stop());
  cedit_release_signals();
  return ready;
}
