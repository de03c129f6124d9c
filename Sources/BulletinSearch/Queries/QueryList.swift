internal import TextAnalysis

/// Queries of a file, one a line.
public struct QueryList: Sendable, Equatable {
  /// The lines that have more than white space, in their order, without the white space around them.
  public let queries: [String]

  /// More lines than anybody asks in one process.
  static let maximumByteCount = 64 << 20

  /// Why queries could not be read.
  public enum ReadingError: Error, Equatable {
    /// The file cannot be opened, read or decoded.
    case unreadable(path: String, reason: FileProblem)
  }

  /// Reads the file at `path`, whose encoding is found out; `-` is standard input.
  ///
  /// - Throws: ``ReadingError/unreadable(path:reason:)``
  public init(path: String) throws(ReadingError) {
    do {
      // What was read of standard input is a file as long as this exists.
      let input = path == PathNames.standardInput ? try StandardInput() : nil
      defer { withExtendedLifetime(input) {} }
      var reader = try FileReader(path: input?.path ?? path)
      let bytes = try reader.readAll(atMost: Self.maximumByteCount)
      queries = Self.lines(of: bytes.isEmpty ? [] : try TextDecoder.decode(bytes).utf8)
    } catch let error as FileError {
      throw .unreadable(path: path, reason: error.reason)
    } catch IndexingError.missingPath(_, let reason) {
      throw .unreadable(path: path, reason: reason)
    } catch {
      let reason = (error as? TextDecodingError).map { FileProblem($0) } ?? .undecodable
      throw .unreadable(path: path, reason: reason)
    }
  }

  private static func lines(of utf8: [UInt8]) -> [String] {
    String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      var scalars = line.unicodeScalars
      while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
      while let last = scalars.last, isBlank(last) { scalars.removeLast() }
      return scalars.isEmpty ? nil : String(scalars)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }
}
