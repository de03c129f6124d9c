import TestSupport

@testable import InvertedIndex

/// A document with everything that an index keeps of one.
struct MergeDocument {
  static let schema = Schema(columns: ["number", "large"], tables: ["titles", "short", "empty"])

  var terms: [Term]
  var text: AlignedText
  var length: Int
  var columns: [UInt64]
  var title: [UInt8]

  /// A piece of an original, and the characters that are searched in its place.
  private static let pieces = [
    ("报", "报"), ("a", "a"), ("A", "a"), ("5", "5"), ("５", "5"), (" ", ""), ("Ｂ", "b"), ("𠀀", "𠀀"),
    ("報", "报"), ("Ａ", "a"), ("㎞", "km"), ("a\u{308}", "ä"), ("。", ""), ("　\n", ""), ("", "简"),
    ("ﾊﾟ", "パ"), ("½", "1⁄2"), ("🎵", ""),
  ]

  /// - Parameters:
  ///   - number: The document's number among all of a test.
  ///   - generator: Decides about everything else.
  init(number: Int, using generator: inout SeededGenerator) {
    terms = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      Self.term(using: &generator)
    }
    if number % 2 == 0 { terms.append(Term("all")) }
    if number % 31 < 28 { terms += [Term](repeating: Term("nearly all"), count: 1 + number % 3) }
    text = Self.text(using: &generator)
    length = Int.random(in: 0...Int.random(in: 1...9_000, using: &generator), using: &generator)
    columns = [UInt64(number), UInt64.random(in: 0...9, using: &generator) << 50]
    title = Array("title \(number)".utf8.prefix(Int.random(in: 0...12, using: &generator)))
  }

  /// Some frequent, some of more than eight bytes, some of those with the same first eight.
  private static func term(using generator: inout SeededGenerator) -> Term {
    let number = Int.random(in: 0..<Int.random(in: 1...3_000, using: &generator), using: &generator)
    switch number % 4 {
    case 0: return Term("bulletins-\(number)")
    case 1: return Term("bulletin" + String(repeating: "s", count: number % 9))
    case 2: return Term([0xFF] + Array("\(number)".utf8))
    default: return Term("\(number)")
    }
  }

  private static func text(using generator: inout SeededGenerator) -> AlignedText {
    // Characters that few texts have are in no alphabet of a sample without them.
    let rare = Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &generator)) ?? "简"
    let pieces = Self.pieces + [("\(rare)", "\(rare)")]
    var text = AlignedText(original: [], scalars: [], starts: [], ends: [])
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let piece = pieces.randomElement(using: &generator) ?? ("", "")
      let start = UInt32(text.original.count)
      text.original += Array(piece.0.utf8)
      for scalar in piece.1.unicodeScalars {
        text.scalars.append(scalar.value)
        text.starts.append(start)
        text.ends.append(UInt32(text.original.count))
      }
    }
    return text
  }
}

extension MergeDocument {
  /// Writes segments of `documents` to `path`; all are coded as `coder` does, or as the first few of them
  /// suggest.
  static func write(
    _ segments: [[MergeDocument]], groups: [UInt32] = [], coder: TextCoder? = nil, to path: String
  ) throws {
    var writer = try IndexWriter(path: path, schema: schema)
    var coder = coder
    for documents in segments {
      var batch = DocumentBatch(schema: schema, coder: coder)
      for document in documents {
        for term in document.terms { batch.add(bytes: term.bytes) }
        batch.endDocument(
          StoredDocument(text: document.text, length: document.length, columns: document.columns))
        batch.append(row: document.title, toTable: 0)
        batch.append(row: [], toTable: 1)
      }
      let inverted = batch.inverted()
      coder = inverted.coder
      try writer.append(inverted)
      for group in groups { writer.endGroup(documentCount: Int(group)) }
      try writer.closeSegment()
    }
    try writer.commit(properties: [:])
  }
}
