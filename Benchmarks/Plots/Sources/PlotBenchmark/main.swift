import Glibc
import Plots
import Typesetting

// PlotBenchmark text|svg COUNT: nanoseconds of processor time from an array of numbers to the
// finished picture, the median of several.

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
  print("usage: PlotBenchmark text|svg COUNT")
  exit(64)
}
let values = (0..<count).map { sin(Double($0) * 50 / Double(count)) + 0.1 * sin(Double($0) * 7.3) }
var sizes = 0
var times: [Double] = []
let tries = count > 100_000 ? 9 : 101
for _ in 0..<tries {
  let begin = now()
  let chart = Chart(x: Axis("t"), layers: [.line(Series("wave", values))])
  let picture = arguments[1] == "svg" ? chart.svg(identifier: "p") : chart.text().plain
  times.append(now() - begin)
  sizes += picture.utf8.count
}
print(times.sorted()[tries / 2], sizes / tries)
