/// What is known of a data set that comes with the course, beside its table.
package struct DataSet: Sendable {
  package var name: String
  package var title: String
  package var summary: String
  /// Where it comes from, and whose it is.
  package var source: String
  /// A use of it in the notebook.
  package var example: String

  package static let known: [DataSet] = [
    DataSet(
      name: "digits",
      title: "Handwritten digits",
      summary: "images of 8 by 8 pixels, from 0 (white) to 16 (black), and the digit meant",
      source: "the test part of UCI's optical digits (Alpaydin and Kaynak 1998), CC BY 4.0",
      example: "train mlp(64, 16, 10) on digits batch 64 seed 1 with adam(alpha=0.003)\nstep 5"
    ),
    DataSet(
      name: "seattle",
      title: "The weather in Seattle",
      summary: "a row for each day of 2012 to 2015: temperatures in degrees Celsius, rain in "
        + "millimetres, wind in metres per second",
      source: "NOAA National Centers for Environmental Information, public domain",
      example: "temps = seattle.temp_max\nplot temps, ewa(temps, beta=0.9)"
    ),
    DataSet(
      name: "moons",
      title: "Two moons",
      summary: GeneratedData.moons.summary,
      source: "made from a seed",
      example: "train mlp(2, 16, 2) on moons batch 32 seed 1 with adam(alpha=0.01)\nstep 1 epoch"
    ),
    DataSet(
      name: "spirals",
      title: "Two spirals",
      summary: GeneratedData.spirals.summary,
      source: "made from a seed",
      example: "train mlp(2, 32, 2) on spirals batch 32 seed 1 with adam(alpha=0.01)\nstep 1 epoch"
    ),
  ]
}
