internal import Bulletins

/// Texts of documents that may be needed once more in the same run, in a file without a name.
///
/// Whoever uses it from several threads guards it.
final class KeptDocuments {
  private struct Place {
    var offset: Int
    var count: Int
    var contentHash: UInt64
  }

  private let file: UnnamedFile
  private var places: [PathKey: Place] = [:]
  private var end = 0

  /// Keeps none so far; nil if there is no room.
  ///
  /// - Parameter indexPath: The index, in whose folder there is room for files.
  init?(indexPath: String) {
    guard let file = UnnamedFile(near: indexPath) else { return nil }
    self.file = file
  }

  /// Adds a document; if there is no room for it, it will have to be read again.
  func add(_ document: ExtractedDocument, path: String) {
    let result = document.result.mapError { _ in DocumentProblem.damaged }
    guard case .success = result, places[PathKey(path)] == nil else { return }
    let bytes = ReadDocument(reader: document.reader, result: result).encoded()
    guard file.write(bytes, at: end) else { return }
    places[PathKey(path)] = Place(
      offset: end, count: bytes.count, contentHash: document.contentHash)
    end += bytes.count
  }

  func document(path: String) -> ExtractedDocument? {
    guard let place = places[PathKey(path)],
      let bytes = file.read(place.offset, count: place.count), let read = ReadDocument(bytes)
    else { return nil }
    return ExtractedDocument(
      contentHash: place.contentHash, reader: read.reader,
      result: read.result.mapError { DocumentFault($0) })
  }
}
