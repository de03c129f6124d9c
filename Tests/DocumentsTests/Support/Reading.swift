import Bulletins
import TestSupport
import Testing

@testable import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension DocumentInput {
  /// A document of some bytes.
  convenience init(bytes: [UInt8], ending: String) throws {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
    fflush(file)
    try self.init(descriptor: dup(fileno(file)), ending: ending, ownsDescriptor: true)
  }
}

/// What is read of the bytes of a document.
func read(_ bytes: [UInt8], ending: String = "docx") throws -> PlacedText {
  try DocumentReader.read(DocumentInput(bytes: bytes, ending: ending)).result.get()
}

/// Why a document is not read; nil if it is.
func problem(of bytes: [UInt8], ending: String = "docx") throws -> DocumentProblem? {
  switch DocumentReader.read(try DocumentInput(bytes: bytes, ending: ending)).result {
  case .success: nil
  case .failure(let problem): problem
  }
}

/// What is read of a document of Word.
func read(_ file: WordFile) throws -> PlacedText { try read(file.archive()) }

/// The texts of the paragraphs of a document of Word with some body.
func texts(_ body: String) throws -> [String] { try read(WordFile(body)).paragraphs.map(\.text) }

extension PlacedText.Paragraph {
  /// Its kind and its text: `h1 光缆抢修`.
  var line: String {
    switch kind {
    case .heading(let level): "h\(level) \(text)"
    case .text: "t \(text)"
    case .listItem: "l \(text)"
    case .tableRow: "r \(text)"
    case .note: "n \(text)"
    case .contents: "c \(text)"
    case .furniture: "f \(text)"
    }
  }
}

extension PlacedText {
  var lines: [String] { paragraphs.map(\.line) }
}
