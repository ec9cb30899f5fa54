/// A word of the language that stands inside a command.
///
/// Each counts only at its place, so all of them stay free for names.
package enum Word: String, Sendable {
  case at, bars, batch, bins, border, by, digit, epoch, epochs, every, `for`, from, gradient, height, histogram, hline
  case last, log, logx, noise, of, on, over, path, say, scatter, seed, seeds, split, title, to, vline, vs,
    width
  case with, within
}
