/// Reads a page or a template: its text objects as words with places.
final class OFDPageHandler: XMLHandler {
  private(set) var words: [PlacedWord] = []
  private(set) var templates: [String] = []
  /// Left, top, width and height in millimetres.
  private(set) var box: [Double]?
  private(set) var counts = OFDCounts()

  /// So many words are read of a document.
  static let mostWords = 1_000_000

  private let boldFonts: Set<String>
  private var object: OFDTextObject?
  private var isInCode = false
  private var text = ""

  init(boldFonts: Set<String>) {
    self.boldFonts = boldFonts
  }

  var isDone: Bool { words.count > Self.mostWords }

  func start(_ element: XMLElement) {
    text = ""
    switch element.name {
    case "Template":
      if let id = element.value(of: "TemplateID") { templates.append(id) }
    case "TextObject":
      object = OFDTextObject(element, boldFonts: boldFonts)
    case "TextCode":
      object?.begin(element)
      isInCode = true
    case "CGTransform":
      counts.glyphs += min(
        max(Int(element.value(of: "GlyphCount") ?? "") ?? 0, 0), OFDCounts.mostGlyphs)
    case "PathObject": counts.paths += 1
    case "ImageObject": counts.images += 1
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "PhysicalBox": box = OFDNumbers.list(text)
    case "TextCode":
      isInCode = false
      guard var object else { return }
      counts.add(text)
      object.place(text, into: &words)
      self.object = object
    case "TextObject": object = nil
    default: break
    }
  }

  func text(_ text: String) {
    self.text += text
  }
}

/// What a page has, to tell whether its text can be read.
struct OFDCounts {
  static let mostGlyphs = 100_000

  var paths = 0
  var images = 0
  var glyphs = 0
  var codes = 0
  var blankCodes = 0

  mutating func add(_ text: String) {
    codes += 1
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "¤" }) {
      blankCodes += 1
    }
  }

  static func += (left: inout OFDCounts, right: OFDCounts) {
    left.paths += right.paths
    left.images += right.images
    left.glyphs += right.glyphs
    left.codes += right.codes
    left.blankCodes += right.blankCodes
  }
}

/// A text object: characters with a size, moved and turned together.
struct OFDTextObject {
  static let pointsPerMillimetre = 72 / 25.4

  private var left = 0.0
  private var top = 0.0
  /// a b c d e f: x' = a x + c y + e, y' = b x + d y + f.
  private var matrix = [1.0, 0, 0, 1, 0, 0]
  private var size = 4.0
  private var isBold = false
  // The next text code.
  private var x = 0.0
  private var y = 0.0
  private var stepsAcross = ""
  private var stepsDown = ""

  init(_ element: XMLElement, boldFonts: Set<String>) {
    if let boundary = OFDNumbers.list(element.value(of: "Boundary") ?? ""), boundary.count >= 2 {
      (left, top) = (boundary[0], boundary[1])
    }
    if let matrix = OFDNumbers.list(element.value(of: "CTM") ?? ""), matrix.count == 6 {
      self.matrix = matrix
    }
    if let size = OFDNumbers.number(element.value(of: "Size") ?? ""), size > 0 { self.size = size }
    let weight = OFDNumbers.number(element.value(of: "Weight") ?? "") ?? 0
    isBold = weight >= 600 || element.value(of: "Font").map(boldFonts.contains) == true
  }

  mutating func begin(_ element: XMLElement) {
    x = OFDNumbers.number(element.value(of: "X") ?? "") ?? x
    y = OFDNumbers.number(element.value(of: "Y") ?? "") ?? y
    stepsAcross = element.value(of: "DeltaX") ?? ""
    stepsDown = element.value(of: "DeltaY") ?? ""
  }

  /// In points.
  private static let sizes = 0.5...2000
  private static let farthest = 1e5

  private static func isOnPage(_ box: Box) -> Bool {
    box.width > 0 && box.height > 0 && box.left > -farthest && box.top > -farthest
      && box.right < farthest && box.bottom < farthest
  }

  // In parts of the size: where the square of a character lies above its line, and letters that say nothing of their
  // breadth.
  private static let ascent = 0.88
  private static let letterWidth = 0.5
  /// A wider step leaves a gap behind the character.
  private static let widestStep = 1.12

  /// Appends the words of a text code.
  mutating func place(_ text: String, into words: inout [PlacedWord]) {
    let scalars = Array(text.unicodeScalars)
    let across = OFDNumbers.steps(stepsAcross, limit: scalars.count)
    let down = OFDNumbers.steps(stepsDown, limit: scalars.count)
    let scale = (matrix[0] * matrix[0] + matrix[1] * matrix[1]).squareRoot()
    let points = Self.pointsPerMillimetre
    let square = size * (scale > 0 ? scale : 1) * points
    var position = (x: x, y: y)
    var word: PlacedWord?
    func finish() {
      guard var done = word else { return }
      done.text = WordText.cleaned(done.text)
      if !done.text.isEmpty { words.append(done) }
      word = nil
    }
    for (index, scalar) in scalars.enumerated() {
      let natural = size * (ScalarWidth.isChinese(scalar) ? 1 : Self.letterWidth)
      let stepX =
        index < across.count ? across[index] : down.isEmpty || !across.isEmpty ? natural : 0
      let stepY = index < down.count ? down[index] : 0
      let origin = (
        x: left + matrix[0] * position.x + matrix[2] * position.y + matrix[4],
        y: top + matrix[1] * position.x + matrix[3] * position.y + matrix[5]
      )
      let isLast = index == scalars.count - 1
      var width = isLast ? natural : stepX
      if width > Self.widestStep * natural, ScalarWidth.isChinese(scalar) || width > size {
        width = natural
      }
      if width <= 0 { width = natural }
      // Letters that stand upright beside each other are a word; others are one each.
      let isUpright = matrix[0] > 0 && abs(matrix[1]) < 0.02 * matrix[0] && abs(stepY) < 0.02 * size
      let box = Box(
        left: origin.x * points, top: origin.y * points - Self.ascent * square,
        right: (origin.x + (isUpright ? width * scale : 0)) * points
          + (isUpright ? 0 : square * natural / size),
        bottom: origin.y * points + (1 - Self.ascent) * square)
      if scalar.properties.isWhitespace || !Self.isOnPage(box) || !Self.sizes.contains(square) {
        finish()
      } else if isUpright, word != nil, abs((word?.box.right ?? 0) - box.left) < 0.1 * square {
        word?.text.unicodeScalars.append(scalar)
        word?.box.right = box.right
      } else {
        finish()
        word = PlacedWord(text: String(scalar), box: box, size: square, isBold: isBold)
        if !isUpright { finish() }
      }
      position.x += stepX
      position.y += stepY
    }
    finish()
    (x, y) = position
  }
}
