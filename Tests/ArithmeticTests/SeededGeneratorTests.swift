import Arithmetic
import Testing

@Test("the same seed gives the same numbers, another seed or stream others")
func seedsDecide() {
  var first = SeededGenerator(seed: 1)
  var again = SeededGenerator(seed: 1)
  var other = SeededGenerator(seed: 2)
  var stream = SeededGenerator(seed: 1, stream: 0)
  var nextStream = SeededGenerator(seed: 1, stream: 1)
  let numbers = (0..<4).map { _ in first.next() }
  #expect(numbers == (0..<4).map { _ in again.next() })
  #expect(numbers != (0..<4).map { _ in other.next() })
  let streamed = (0..<4).map { _ in stream.next() }
  #expect(streamed != numbers)
  #expect(streamed != (0..<4).map { _ in nextStream.next() })
}

@Test("uniform numbers fill [0, 1) evenly")
func uniformNumbers() {
  var generator = SeededGenerator(seed: 3)
  var bins = [Int](repeating: 0, count: 10)
  for _ in 0..<10_000 {
    let number = generator.uniform()
    #expect(number >= 0 && number < 1)
    bins[Int(number * 10)] += 1
  }
  for count in bins { #expect(abs(count - 1000) < 120) }
}

@Test("normal numbers have the moments of the normal distribution")
func normalNumbers() {
  var generator = SeededGenerator(seed: 4)
  let numbers = (0..<20_000).map { _ in generator.normal() }
  let mean = numbers.reduce(0, +) / 20_000
  let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
  let beyondTwo = numbers.count { abs($0) > 2 }
  #expect(abs(mean) < 0.03)
  #expect(abs(variance - 1) < 0.04)
  #expect(abs(beyondTwo - 910) < 120)
}

@Test("numbers below a bound reach every value equally often", arguments: [1, 2, 3, 7, 10])
func boundedNumbers(bound: Int) {
  var generator = SeededGenerator(seed: 5)
  var counts = [Int](repeating: 0, count: bound)
  for _ in 0..<1000 * bound { counts[generator.below(bound)] += 1 }
  for count in counts { #expect(abs(count - 1000) < 130) }
}

@Test("a shuffle keeps the elements and reaches every order")
func shuffling() {
  var generator = SeededGenerator(seed: 6)
  var orders: [[Int]: Int] = [:]
  for _ in 0..<6000 {
    var elements = [1, 2, 3]
    generator.shuffle(&elements)
    orders[elements, default: 0] += 1
  }
  #expect(orders.count == 6)
  for (order, count) in orders {
    #expect(order.sorted() == [1, 2, 3])
    #expect(abs(count - 1000) < 130)
  }
}

@Test("the numbers of a seed never change: an independent xoshiro256** gives the same")
func pinnedNumbers() {
  var generator = SeededGenerator(seed: 1)
  #expect(generator.next() == 0xb3f2_af6d_0fc7_10c5)
  #expect(generator.next() == 0x853b_5596_4736_4cea)
  #expect(generator.next() == 0x92f8_9756_082a_4514)
  var stream = SeededGenerator(seed: 1, stream: 2)
  #expect(stream.next() == 0x9f0b_1e7e_a7c9_8bcb)
  #expect(stream.next() == 0xd54c_cb1d_83f3_af22)
  var uniform = SeededGenerator(seed: 1)
  #expect(uniform.uniform() == 0.7029218331588505)
  var normal = SeededGenerator(seed: 1)
  #expect(normal.normal() == -1.5452228371402943)
}
