/// Documents that were added together, such as those of one file.
public struct DocumentGroup: Sendable, Hashable {
  /// The number of the group in the index, in the order of the documents.
  public var number: Int
  /// Its documents; none if the group only notes something.
  public var documents: Range<DocumentID>
  /// What the user of the library says of it.
  public var row: [UInt8]

  /// How many documents the group has.
  public var documentCount: Int {
    Int(documents.upperBound.rawValue - documents.lowerBound.rawValue)
  }
}

/// The groups of an index, in parts that are read when they are asked for.
struct Catalogue: Sendable {
  private let file: ByteRegion
  let parts: [CataloguePart]
  /// For each part, how many groups and documents there are before it; and those of all at the end.
  private let firstGroups: [Int]
  private let firstDocuments: [Int]

  init(_ parts: [CataloguePart], in file: ByteRegion) {
    self.file = file
    self.parts = parts
    var (groups, documents) = ([0], [0])
    groups.reserveCapacity(parts.count + 1)
    documents.reserveCapacity(parts.count + 1)
    for (index, part) in parts.enumerated() {
      groups.append(groups[index] + part.groupCount)
      documents.append(documents[index] + part.documentCount)
    }
    firstGroups = groups
    firstDocuments = documents
  }

  var groupCount: Int { firstGroups[parts.count] }

  /// The numbers of the groups of a part.
  func groups(ofPart part: Int) -> Range<Int> { firstGroups[part]..<firstGroups[part + 1] }

  /// The groups of the part with a number.
  func read(part: Int) throws(IndexError) -> [DocumentGroup] {
    var groups: [DocumentGroup] = []
    var document = firstDocuments[part]
    for entry in try parts[part].entries(in: file) {
      let documents = DocumentID(document)..<DocumentID(document + entry.documentCount)
      groups.append(
        DocumentGroup(
          number: firstGroups[part] + groups.count, documents: documents, row: entry.row))
      document += entry.documentCount
    }
    return groups
  }

  /// The group of a document of the index; nil if there is no such document.
  ///
  /// - Complexity: O(log *n*) and the groups of one part.
  func group(of document: DocumentID) throws(IndexError) -> DocumentGroup? {
    try groups(around: document)?.first { $0.documents.contains(document) }
  }

  /// The groups of the part that has a document of the index; nil if there is no such document.
  func groups(around document: DocumentID) throws(IndexError) -> [DocumentGroup]? {
    let number = Int(document.rawValue)
    let part = firstDocuments.firstIndex(in: 1..<firstDocuments.count) { $0 > number } - 1
    guard part < parts.count else { return nil }
    return try read(part: part)
  }

  func verify() throws(IndexError) {
    for part in parts { _ = try part.entries(in: file) }
  }
}

extension DocumentID {
  init(_ number: Int) {
    self.init(rawValue: UInt32(truncatingIfNeeded: number))
  }
}
