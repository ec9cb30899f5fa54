import Arithmetic
import Testing

@Test("a Float function is the Double function, rounded once", arguments: [0.1, 0.5, 1, 2.75, 9])
func floatFunctions(argument: Float) {
  let wide = Double(argument)
  #expect(Float.exp(argument) == Float(Elementary.exp(wide)))
  #expect(Float.log(argument) == Float(Elementary.log(wide)))
  #expect(Float.tanh(argument) == Float(Elementary.tanh(wide)))
  #expect(Float.sigmoid(argument) == Float(Elementary.sigmoid(wide)))
  #expect(Float.power(argument, 3) == Float(Elementary.pow(wide, 3)))
}

@Test("roots are correctly rounded in both types")
func roots() {
  #expect(Double.root(2) == 1.4142135623730951)
  #expect(Float.root(2) == 1.4142135)
  #expect(Double.root(-1).isNaN)
  #expect(Double.root(.infinity) == .infinity)
  #expect(Float.root(0.25) == 0.5)
}
