import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// What is written as a Common Index File, read as any other program reads it.
struct CommonIndexFileTests {
  private static let issues = [
    (
      "1.md",
      TestIssue(
        number: 1, total: 1, articles: [.init("水库大坝", "修水库，修水库。"), .init("5G", "计算机 risc")]
      ).text
    ),
    ("2.md", TestIssue(number: 2, total: 2, articles: [.init("大坝", "水库有水")]).text),
  ]

  @Test(arguments: [nil, 2])
  func `terms, postings and lengths are those of the index`(segmentLimit: Int?) throws {
    var options = IndexingOptions()
    options.segmentLimit = segmentLimit
    options.batchByteCount = 1
    let index = try makeIndex(of: Self.issues, options: options)
    let file = try CommonIndexFile(of: index)
    #expect(file.documents.map(\.name) == ["1/1", "1/2", "2/1"])
    #expect(
      file.header == [
        1: 1, 2: file.terms.count, 3: 3, 4: file.terms.count, 5: 3,
        6: file.documents.reduce(0) { $0 + $1.length },
      ])
    #expect(file.terms["水库"] == [[0, 3], [2, 1]])
    #expect(file.terms["修"] == [[0, 2]])
    #expect(file.terms["risc"] == [[1, 1]])
    #expect(file.terms["5g"]?.map { $0[0] } == [1])
    #expect(file.order == file.order.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(file.order).count == file.order.count)
    for (term, postings) in file.terms where term.unicodeScalars.count < 3 {
      let known = try index.reader.postings(of: Term(term))
      #expect(postings == known.map { [Int($0.document.rawValue), $0.frequency] }, "\(term)")
    }
  }

  @Test func `what a filter leaves out is not counted`() throws {
    let index = try makeIndex(of: Self.issues)
    var options = SearchOptions()
    options.filter.totals = ["2"]
    let file = try CommonIndexFile(of: index, options)
    #expect(file.documents.map(\.name) == ["2/1"])
    #expect(file.terms["大坝"] == [[0, 1]])
    #expect(file.terms["修"] == nil)
    #expect(file.header[2] == file.terms.count)
    options.filter.totals = ["77"]
    #expect(try index.writeCommonIndexFile(options: options) { _ in Issue.record() } == 0)
  }
}

/// A Common Index File, decoded.
private struct CommonIndexFile {
  /// The whole numbers of the header by their fields.
  var header: [Int: Int] = [:]
  var order: [String] = []
  /// The document and the frequency of each posting.
  var terms: [String: [[Int]]] = [:]
  var documents: [(name: String, length: Int)] = []

  init(of index: BulletinIndex, _ options: SearchOptions = SearchOptions()) throws {
    var messages: [[UInt8]] = []
    let count = try index.writeCommonIndexFile(options: options) { bytes in
      var reader = Reader(bytes: bytes[...])
      let length = reader.varint()
      #expect(reader.bytes.count == length)
      messages.append(Array(reader.bytes))
    }
    for case .number(let field, let value) in Reader(bytes: messages[0][...]).fields {
      header[field] = value
    }
    let listCount = try #require(header[2])
    for message in messages[1..<1 + listCount] {
      var name = ""
      var postings: [[Int]] = []
      var counts: [Int: Int] = [:]
      for field in Reader(bytes: message[...]).fields {
        switch field {
        case .number(let field, let value): counts[field] = value
        case .bytes(1, let bytes): name = String(decoding: bytes, as: UTF8.self)
        case .bytes(_, let bytes):
          var posting = [0, 0]
          for case .number(let field, let value) in Reader(bytes: bytes).fields {
            posting[field - 1] = value
          }
          posting[0] += postings.last?[0] ?? 0
          postings.append(posting)
        }
      }
      #expect(counts == [2: postings.count, 3: postings.reduce(0) { $0 + $1[1] }])
      order.append(name)
      terms[name] = postings
    }
    for (number, message) in messages.dropFirst(1 + listCount).enumerated() {
      var document = (name: "", length: 0)
      for field in Reader(bytes: message[...]).fields {
        switch field {
        case .number(1, let value): #expect(value == number)
        case .number(_, let value): document.length = value
        case .bytes(_, let bytes): document.name = String(decoding: bytes, as: UTF8.self)
        }
      }
      documents.append(document)
    }
    #expect(documents.count == count)
  }

  private enum Member {
    case number(Int, Int)
    case bytes(Int, ArraySlice<UInt8>)
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func varint() -> Int {
      var value = 0
      var shift = 0
      while let byte = bytes.popFirst() {
        value |= Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }

    var fields: [Member] {
      var rest = self
      var fields: [Member] = []
      while !rest.bytes.isEmpty {
        let key = rest.varint()
        switch key & 7 {
        case 0: fields.append(.number(key >> 3, rest.varint()))
        case 1: rest.bytes = rest.bytes.dropFirst(8)
        default:
          let count = rest.varint()
          fields.append(.bytes(key >> 3, rest.bytes.prefix(count)))
          rest.bytes = rest.bytes.dropFirst(count)
        }
      }
      return fields
    }
  }
}
