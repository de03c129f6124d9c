internal import InvertedIndex

/// What the shards of a collection are together: which files they have, and the numbers of their articles among all.
///
/// Files stand in the order of their paths, as in one index, so an article has the number that it would have there.
struct ShardCatalogue {
  /// Articles of a shard that stand together among all.
  private struct Run {
    /// The first of them in the shard, and among all.
    var first: Int
    var number: Int
  }

  /// A file, or a part or an issue of one.
  struct Group {
    var shard: Int
    /// Its place in the catalogue of the shard.
    var place: Int
    var record: FileRecord
    /// The numbers of its articles among all.
    var documents: Range<DocumentID>
  }

  /// In the order of the paths.
  private(set) var groups: [Group] = []
  /// For each shard, where its articles stand among all; in order.
  private var runs: [[Run]]
  /// Where articles of one shard begin among all, and which one; in order.
  private var owners: [(number: Int, shard: Int, first: Int)] = []
  let documentCount: Int
  let totalLength: Int
  /// The words with which the indexes were made.
  let dictionary: String?
  /// How the paths of files are shown.
  let paths: PathNames

  /// - Parameters:
  ///   - health: What each shard is; nil for one that has not answered.
  ///   - catalogues: The files of each.
  /// - Throws: ``ShardError`` if they are no shards of one collection.
  init(_ health: [ShardHealth?], _ catalogues: [[ShardGroup]?]) throws {
    let known = health.compactMap(\.self)
    guard let first = known.first else { throw ShardError.noAnswer }
    guard known.allSatisfy({ $0.analyzer == first.analyzer && $0.dictionary == first.dictionary })
    else { throw ShardError.differentShards("analyzer") }
    dictionary = first.dictionary
    paths = PathNames(indexPath: first.path)
    documentCount = known.reduce(0) { $0 + $1.articles }
    totalLength = known.reduce(0) { $0 + $1.totalLength }
    guard documentCount <= Int(UInt32.max) else { throw ShardError.differentShards("articles") }
    runs = Array(repeating: [], count: health.count)
    var found: [(path: [UInt8], group: Group)] = []
    for (shard, catalogue) in catalogues.enumerated() {
      for (place, group) in (catalogue ?? []).enumerated() {
        let record = try FileRecord(row: group.row.bytes)
        let documents = DocumentID(number: 0)..<DocumentID(number: group.articles)
        found.append(
          (
            Array(record.path.utf8),
            Group(shard: shard, place: place, record: record, documents: documents)
          ))
      }
    }
    found.sort { one, other in
      if one.path != other.path { return one.path.lexicographicallyPrecedes(other.path) }
      return (one.group.shard, one.group.place) < (other.group.shard, other.group.place)
    }
    var number = 0
    var firsts = [Int](repeating: 0, count: health.count)
    for (path, group) in found {
      if let last = groups.last, last.shard != group.shard, Array(last.record.path.utf8) == path {
        throw ShardError.differentShards(paths.shown(group.record.path))
      }
      var group = group
      let count = Int(group.documents.upperBound.rawValue)
      group.documents = DocumentID(number: number)..<DocumentID(number: number + count)
      if count > 0, owners.last?.shard != group.shard {
        owners.append((number, group.shard, firsts[group.shard]))
        runs[group.shard].append(Run(first: firsts[group.shard], number: number))
      }
      firsts[group.shard] += count
      number += count
      groups.append(group)
    }
    guard number == documentCount else { throw ShardError.differentShards("articles") }
  }

  var shardCount: Int { runs.count }

  /// The number among all of an article of a shard.
  func document(_ number: Int, ofShard shard: Int) -> DocumentID {
    let runs = runs[shard]
    let place = runs.firstIndex(in: 0..<runs.count) { $0.first > number } - 1
    guard place >= 0 else { return DocumentID(number: number) }
    return DocumentID(number: runs[place].number + number - runs[place].first)
  }

  /// The shard that has an article, and the number there.
  func place(of document: DocumentID) -> (shard: Int, number: Int) {
    let number = Int(document.rawValue)
    let place = owners.firstIndex(in: 0..<owners.count) { $0.number > number } - 1
    guard place >= 0 else { return (0, number) }
    return (owners[place].shard, owners[place].first + number - owners[place].number)
  }

  /// The place among ``groups`` of that with an article.
  func group(of document: DocumentID) -> Int {
    groups.firstIndex(in: 0..<groups.count) { $0.documents.upperBound > document }
  }
}
