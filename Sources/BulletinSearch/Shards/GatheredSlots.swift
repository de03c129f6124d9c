internal import InvertedIndex

/// The slots of time of all shards, and what there is for a query in each.
struct GatheredSlots {
  let slots: TrendSlots
  private(set) var counts: TrendCounts.Counts

  /// A slot by the group that it is, begins with or is in, and its date.
  private struct Key: Hashable {
    var group: Int
    var dateValue: Int
  }

  /// - Throws: ``ShardError`` if a shard has told of a group that it does not have.
  init(
    _ all: [(shard: Int, value: ShardMatches.SlotCounts)], _ matches: GatheredMatches,
    _ key: GatheredMatches.SlotKey
  ) throws {
    let catalogue = matches.catalogue
    let isAsked = Set(matches.shards)
    let groups = catalogue.groups.filter { isAsked.contains($0.shard) }
    // Where each group of a shard is among all.
    var places = [[Int: Int]](repeating: [:], count: catalogue.shardCount)
    for (number, group) in groups.enumerated() { places[group.shard][group.place] = number }
    var dates: [Int: TrendSlots.OwnDates] = [:]
    for (shard, told) in all {
      for row in told.slots.rows(of: 4) {
        let row = Array(row)
        guard row[1] >= 0, let group = places[shard][row[0]] else { continue }
        dates[group, default: TrendSlots.OwnDates()].dates.append((row[1], row[2], row[3]))
      }
    }
    slots = try TrendSlots(
      groups.map { ($0.record, $0.documents) }, splitsDocuments: key.splitsDocuments
    ) { dates[$0] ?? TrendSlots.OwnDates() }
    var slotOfKey: [Key: Int] = [:]
    for (place, slot) in slots.slots.enumerated() {
      slotOfKey[Key(group: slot.group, dateValue: slot.dateValue)] = place
    }
    counts = TrendCounts.Counts(
      slots: slots.slots.count, areAsked: matches.plan.issueCondition == nil)
    for (shard, told) in all {
      counts.occurrenceCount += told.occurrences
      let own = told.slots.rows(of: 4)
      for row in told.counts.rows(of: 6).map(Array.init) {
        guard own.indices.contains(row[0]), let first = own[row[0]].first,
          let group = places[shard][first],
          let slot = slotOfKey[
            Key(group: group, dateValue: own[row[0]][own[row[0]].startIndex + 1])]
        else { throw ShardError.badAnswer(shard: shard, "a slot of no group") }
        if row[1] == 1 { counts.isAsked[slot] = true }
        counts.articles[slot] += row[2]
        counts.occurrences[slot] += row[3]
        guard row[4] >= 0, row[5] >= 0 else { continue }
        counts.documents[slot] = (
          catalogue.document(row[4], ofShard: shard), catalogue.document(row[5], ofShard: shard)
        )
      }
    }
  }
}
