import Bulletins
import TestSupport
import TextAnalysis
import Testing

@testable import BulletinSearch
@testable import InvertedIndex

/// The numbers in the documentation of the limits are those of the code.
struct LimitsTests {
  private static let limits = [
    "bytes of a file that is read as an issue": SourceFile.maximumByteCount,
    "titles of a file that is read as an issue": BulletinParser.mostArticles,
    "characters of a file or a JSON document, as they are searched": TextLimit.characterCount,
    "bytes of a line of a file of documents": InputPieces.maximumLineByteCount,
    "bytes of a line of a file of documents that is passed over": InputPieces.maximumLineByteCount
      * LineChunks.mostLimits,
    "bytes of a name in a JSON object that is not plain ASCII": PlainJSONObject
      .maximumNameByteCount,
    "characters of a sentence in which figures are found": FigureReader.longestSentence,
    "skipped files that an index keeps by name": IndexingReport.maximumSkippedFiles,
    "indexes that share the files of a collection": CollectionShare.mostShares,
    "bytes of a line of a collection for `eval`": CollectionLines.maximumLineByteCount,
    "characters of a query": QueryParser.maximumLength,
    "brackets within each other": QueryParser.maximumDepth,
    "alternatives of a query, by their ORs": QueryParser.maximumAlternativeCount,
    "prefixes of a query": QueryParser.maximumPrefixCount,
    "texts of a query with a distance": QueryParser.maximumDistanceCount,
    "year of a date in a query, which is 1000 at least": CalendarDate.years.upperBound,
    "terms that rank": Query.maximumTermCount,
    "characters of a word of a user's dictionary": UserDictionary.maximumWordLength,
    "words of a user's dictionary": UserDictionary.maximumWordCount,
    "characters of a name that stands for another": Synonyms.maximumNameLength,
    "lines of names that stand for each other": Synonyms.maximumGroupCount,
    "bytes of a user's dictionary": DictionaryFile.maximumByteCount,
    "bytes of a file of queries": QueryList.maximumByteCount,
    "combinations of alternatives that `--near` looks for": ParsedQuery.maximumCombinationCount,
    "bytes of a term": Term.maximumByteCount,
    "documents of an index": Limits.documentCount,
    "documents of a segment": Limits.segmentDocumentCount,
    "bytes of a file": Limits.byteCount,
    "segments of an index": CommitRecord.maximumSegmentCount,
    "properties of an index": CommitRecord.maximumPropertyCount,
  ]

  @Test func `the documented limits are those of the code`() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(folder)/Sources/BulletinSearch/BulletinSearch.docc/Limits.md"
    var documented: [String: Int] = [:]
    for line in String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmed }
      guard cells.count == 3, let number = Int(cells[1].filter { $0 != "," }) else { continue }
      documented[cells[0]] = number
    }
    #expect(documented == Self.limits)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
