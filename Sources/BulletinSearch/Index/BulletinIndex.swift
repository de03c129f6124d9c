internal import InvertedIndex
internal import TextAnalysis

/// An index of bulletins, open for searching.
///
/// It may be used from several threads at once, and goes on answering from the same state when the
/// file is replaced.
public struct BulletinIndex: Sendable {
  /// The index file.
  public let path: String
  let reader: InvertedIndex.IndexReader
  let properties: IndexProperties
  /// How the paths of files are shown.
  let paths: PathNames

  /// Opens the index file at `path`.
  ///
  /// - Throws: ``BulletinIndexError/noSuchIndex(path:)`` if there is no file; `IndexError` if the file cannot be read, is no index, or is damaged in what opening
  ///   reads; ``BulletinIndexError/otherVersion(path:)`` or ``BulletinIndexError/newerVersion(path:)`` if another
  ///   version has made it, ``BulletinIndexError/otherContent(path:)`` if it is an index of something else.
  /// - Complexity: independent of the number of articles.
  public init(path: String) throws {
    let reader: InvertedIndex.IndexReader
    do throws(IndexError) {
      reader = try IndexReader(path: path)
    } catch {
      guard case .io = error, !Self.mayBe(at: path) else { throw error }
      throw BulletinIndexError.noSuchIndex(path: path)
    }
    try self.init(reader, path: path)
  }

  init(_ reader: InvertedIndex.IndexReader, path: String) throws {
    self.path = path
    self.reader = reader
    guard let properties = IndexProperties(reader.properties) else {
      throw IndexProperties.difference(of: reader.properties, path: path)
    }
    self.properties = properties
    paths = PathNames(indexPath: path)
  }

  /// Whether there is a file at `path`, or may be one: what cannot be looked at now is not gone.
  public static func mayBe(at path: String) -> Bool {
    FileStatus(path: path) != nil || !FileProblem.lastOfSystem.isAbsence
  }
}
