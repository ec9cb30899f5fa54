/// The gradients of `make_reference.py`, in its order of operations.
enum ReferenceProblem {
  static func gradient(_ problem: String, _ w: [Double], _ t: Int) -> [Double] {
    switch problem {
    case "bowl": [2 * w[0], 20 * w[1]]
    case "rosenbrock": rosenbrock(w[0], w[1])
    case "beale": beale(w[0], w[1])
    case "regression": regression(w, t)
    default: []
    }
  }

  private static func rosenbrock(_ x: Double, _ y: Double) -> [Double] {
    let bend = y - x * x
    return [-2 * (1 - x) - 400 * x * bend, 200 * bend]
  }

  private static func beale(_ x: Double, _ y: Double) -> [Double] {
    let a = 1.5 - x + x * y
    let b = 2.25 - x + x * y * y
    let c = 2.625 - x + x * y * y * y
    let first = 2 * a * (y - 1) + 2 * b * (y * y - 1)
    let second = 2 * a * x + 4 * b * x * y
    return [first + 2 * c * (y * y * y - 1), second + 6 * c * x * y * y]
  }

  private static func regression(_ w: [Double], _ t: Int) -> [Double] {
    var gradient = [0.0, 0.0, 0.0]
    for row in rows[4 * (t % 6)..<4 * (t % 6) + 4] {
      let error = w[0] * row.0 + w[1] * row.1 + w[2] - row.2
      gradient[0] += error * row.0 / 4
      gradient[1] += error * row.1 / 4
      gradient[2] += error / 4
    }
    return gradient
  }

  private static let rows: [(Double, Double, Double)] = [
    (0.034, 4.079, -2.24), (1.225, -1.531, 2.84), (-0.298, -1.582, 1.653), (0.57, -0.168, 1.684),
    (0.747, -5.542, 5.614), (1.567, -0.289, 3.054), (0.68, -0.41, 2.085), (-0.379, 1.389, -1.907),
    (0.825, -0.608, 2.27), (-0.153, 2.057, -1.068), (-0.87, -4.543, 1.291), (0.395, -2.012, 2.474),
    (-1.92, -2.442, -0.996), (-0.468, -3.58, 2.495), (-1.492, 0.11, -2.235), (0.897, -0.699, 2.126),
    (-0.744, 1.155, -1.453), (0.717, -0.9, 1.567), (0.545, 3.129, -0.774), (-0.207, -2.441, 1.646),
    (0.348, 0.743, 0.548), (1.099, -3.854, 4.385), (-0.662, -2.515, 1.611), (-1.734, 0.379, -2.264),
  ]
}
