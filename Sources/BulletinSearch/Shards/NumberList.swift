/// Whole numbers as one text with a space between them: thousands are read from a text much faster than from an array of JSON.
struct NumberList: Equatable, Sendable {
  var numbers: [Int]

  init(_ numbers: [Int] = []) { self.numbers = numbers }

  /// The numbers in rows of so many.
  func rows(of width: Int) -> [ArraySlice<Int>] {
    stride(from: 0, to: numbers.count - numbers.count % width, by: width).map {
      numbers[$0..<$0 + width]
    }
  }
}

extension NumberList: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let numbers = Self.numbers(in: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a list of numbers has something else in it")
    }
    self.numbers = numbers
  }

  func encode(to encoder: any Encoder) throws {
    var text = ""
    text.reserveCapacity(numbers.count * 8)
    for number in numbers {
      if !text.isEmpty { text += " " }
      text += String(number)
    }
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  private static func numbers(in text: String) -> [Int]? {
    var numbers: [Int] = []
    var number: Int?
    var isNegative = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, isLarger) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        guard !isTooLarge, !isLarger else { return nil }
        number = sum
      case UInt8(ascii: " "):
        guard let read = number else { return nil }
        numbers.append(isNegative ? -read : read)
        (number, isNegative) = (nil, false)
      case UInt8(ascii: "-"):
        guard number == nil, !isNegative else { return nil }
        isNegative = true
      default: return nil
      }
    }
    if let number { numbers.append(isNegative ? -number : number) }
    return number == nil && !text.isEmpty ? nil : numbers
  }
}
