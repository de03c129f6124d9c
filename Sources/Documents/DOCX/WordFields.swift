/// The fields that are open: of each, whether its instruction is being read or its result.
///
/// A field is `begin`, instruction, `separate`, result, `end`, each in a run of its own; instructions hold fields too, and
/// results go on over paragraphs.
struct WordFields {
  private var areInstructions: [Bool] = []

  /// Whether text belongs to a result or to no field.
  var isVisible: Bool { instructionCount == 0 }
  private var instructionCount = 0
  private static let mostFields = 1_000

  mutating func read(_ type: String?) {
    switch type {
    case "begin":
      guard areInstructions.count < Self.mostFields else { return }
      areInstructions.append(true)
      instructionCount += 1
    case "separate":
      if areInstructions.last == true {
        areInstructions[areInstructions.count - 1] = false
        instructionCount -= 1
      }
    case "end":
      if areInstructions.popLast() == true { instructionCount -= 1 }
    default: break
    }
  }

  /// An instruction ends with its paragraph at the latest: one without an end must not hide the rest of the document.
  mutating func endParagraph() {
    guard instructionCount > 0 else { return }
    for index in areInstructions.indices { areInstructions[index] = false }
    instructionCount = 0
  }
}
