import BulletinSearch
import TestSupport

/// An index of files with these names and texts.
///
/// The files and the index file are gone when this returns; an open index goes on without them.
func makeIndex(
  of files: [(name: String, text: String)], options: IndexingOptions = IndexingOptions()
) throws -> BulletinIndex {
  let folder = try TemporaryDirectory()
  for file in files { try folder.write(file.text, to: "issues/\(file.name)") }
  return try makeIndex(in: folder, options: options)
}

/// A new index of what is in `issues` of `folder`.
func makeIndex(
  in folder: borrowing TemporaryDirectory, options: IndexingOptions = IndexingOptions()
) throws -> BulletinIndex {
  let path = folder.path + "/test.index"
  folder.remove("test.index")
  _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
  return try BulletinIndex(path: path)
}

extension BulletinIndex {
  /// The identifiers of the articles for a query, best first.
  func ids(_ query: String, options: SearchOptions = SearchOptions()) throws -> [String] {
    try search(query, options: options).results.map(\.id)
  }
}
