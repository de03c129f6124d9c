internal import InvertedIndex
internal import TextAnalysis

extension BulletinIndex {
  /// Writes terms, postings and document lengths in the Common Index File Format, for the experiments of other engines.
  ///
  /// The file has a header, the postings of each term in the order of the terms' UTF-8, and a record for each article, all
  /// of them messages of Protocol Buffers with their lengths in front. Terms are the characters, the pairs of neighbouring
  /// characters and the words of three and more characters of all fields together; the lengths are those that ranking sees,
  /// in characters and at most 6 % below the exact ones.
  ///
  /// Lin et al., *Supporting Interoperability Between Open-Source Search Engines with the Common Index File Format*,
  /// SIGIR 2020, <https://github.com/osirrc/ciff>.
  ///
  /// - Parameters:
  ///   - query: Only articles that it finds; nil for all.
  ///   - options: The filter, and what decides how articles match.
  ///   - write: Gets the bytes of the file, one message after the other; none if there is no article.
  /// - Returns: How many articles the file has.
  /// - Throws: As ``search(_:options:)``, and what `write` throws.
  /// - Complexity: O(*n*) in the size of the index; the postings of one term are in memory.
  public func writeCommonIndexFile(
    query: String? = nil, options: SearchOptions = SearchOptions(),
    _ write: ([UInt8]) throws -> Void
  ) throws -> Int {
    let documents = try ExportedDocuments(query, options, of: self)
    guard documents.count > 0 else { return 0 }
    try write(header(of: documents).delimited)
    var terms = try ExportedTerms(of: reader)
    while let (text, term) = try terms.next() {
      let postings = documents.renumbered(try reader.postings(of: term))
      guard !postings.isEmpty else { continue }
      try write(Self.message(of: text, postings).delimited)
    }
    var number = 0
    try forEachArchivedArticle(query: query, options: options) { article in
      var record = ProtocolBuffer()
      record.add(1, number)
      record.add(2, article.id)
      record.add(3, try reader.lengths(of: documents.document(number)).own)
      try write(record.delimited)
      number += 1
    }
    return documents.count
  }

  private func header(of documents: ExportedDocuments) throws -> ProtocolBuffer {
    var listCount = 0
    var terms = try ExportedTerms(of: reader)
    while let (_, term) = try terms.next() {
      let isThere =
        try documents.isAll || !documents.renumbered(reader.postings(of: term)).isEmpty
      if isThere { listCount += 1 }
    }
    var length = 0
    for number in 0..<documents.count {
      length += try reader.lengths(of: documents.document(number)).own
    }
    var header = ProtocolBuffer()
    header.add(1, Self.commonIndexFileVersion)
    header.add(2, listCount)
    header.add(3, documents.count)
    header.add(4, listCount)
    header.add(5, documents.count)
    header.add(6, length)
    header.add(7, Double(length) / Double(documents.count))
    header.add(8, "bsearch: characters, pairs of characters, and words of three and more")
    return header
  }

  private static let commonIndexFileVersion = 1

  private static func message(of text: String, _ postings: [Posting]) -> ProtocolBuffer {
    var message = ProtocolBuffer()
    message.add(1, text)
    message.add(2, postings.count)
    message.add(3, postings.reduce(0) { $0 + $1.frequency })
    var last = 0
    for posting in postings {
      let number = Int(posting.document.rawValue)
      var pair = ProtocolBuffer()
      // The first number is as it is, the others are differences.
      pair.add(1, number - last)
      pair.add(2, posting.frequency)
      message.add(4, pair)
      last = number
    }
    return message
  }
}

/// The articles of an export, numbered from 0.
private struct ExportedDocuments {
  let count: Int
  /// The documents, ascending; nil for all of the index.
  private let chosen: [DocumentID]?
  /// The numbers of all documents of the index in the export; −1 for what is not in it.
  private var numbers: [Int32] = []

  init(_ query: String?, _ options: SearchOptions, of index: BulletinIndex) throws {
    guard query != nil || !options.filter.isEmpty else {
      chosen = nil
      count = index.reader.documentCount
      return
    }
    var documents: [DocumentID] = []
    try index.forEachDocument(query: query, options: options) { documents.append($0) }
    numbers = [Int32](repeating: -1, count: index.reader.documentCount)
    for (number, document) in documents.enumerated() {
      numbers[Int(document.rawValue)] = Int32(number)
    }
    chosen = documents
    count = documents.count
  }

  var isAll: Bool { chosen == nil }

  func document(_ number: Int) -> DocumentID {
    chosen?[number] ?? DocumentID(rawValue: UInt32(number))
  }

  /// The postings of those documents that are exported, with their numbers there.
  func renumbered(_ postings: [Posting]) -> [Posting] {
    guard chosen != nil else { return postings }
    return postings.compactMap { posting in
      let number = numbers[Int(posting.document.rawValue)]
      guard number >= 0 else { return nil }
      return Posting(document: DocumentID(rawValue: UInt32(number)), frequency: posting.frequency)
    }
  }
}

/// The terms of an export in the order of their UTF-8: characters and pairs, and words that are neither.
private struct ExportedTerms {
  private typealias Entry = (text: String, term: Term)

  private var grams: TermWalk
  private var words: TermWalk
  private var gram: Entry?
  private var word: Entry?

  init(of reader: InvertedIndex.IndexReader) throws {
    // Terms with marks stand before all others.
    grams = try TermWalk(of: reader, from: [0x20])
    words = try TermWalk(of: reader, from: [TermKey.wordMark], prefix: [TermKey.wordMark])
    try advanceGram()
    try advanceWord()
  }

  mutating func next() throws -> (text: String, term: Term)? {
    guard let gram else {
      let next = word
      if next != nil { try advanceWord() }
      return next
    }
    if let word, word.text.utf8.lexicographicallyPrecedes(gram.text.utf8) {
      try advanceWord()
      return word
    }
    try advanceGram()
    return gram
  }

  private mutating func advanceGram() throws {
    gram = try grams.next().map { (String(decoding: $0.term.bytes, as: UTF8.self), $0.term) }
  }

  /// Words of one and two characters are among the others as they are, and one that is cut may be no text.
  private mutating func advanceWord() throws {
    word = nil
    while let next = try words.next() {
      let text = String(decoding: next.term.bytes.dropFirst(), as: UTF8.self)
      guard text.unicodeScalars.count > 2, next.term.bytes.count < TermKey.maximumByteCount else {
        continue
      }
      word = (text, next.term)
      return
    }
  }
}
