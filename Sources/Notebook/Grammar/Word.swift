/// A word of the language that stands inside a command.
///
/// Each counts only at its place, so all of them stay free for names.
package enum Word: String, Sendable {
  case at, bars, batch, bins, border, by, digit, epoch, epochs, every, `for`, from, gradient, height
  case histogram, hline, last, log, logx, noise, of, on, over, path, same, say, scatter, seed, seeds
  case split, title, to, vline, vs, width, with, within
}
