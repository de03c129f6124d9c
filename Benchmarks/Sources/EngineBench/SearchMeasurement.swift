internal import BulletinSearch

/// Searches an index of the command as the command does, but for starting a process.
struct SearchMeasurement {
  var indexPath: String
  var asking: Asking

  /// - Throws: `IndexError`, or an error of the system.
  func run() throws {
    let index = try BulletinIndex(path: indexPath)
    var options = SearchOptions()
    options.limit = asking.limit
    try asking.run { line in
      let query = String(decoding: line, as: UTF8.self)
      guard asking.limit > 0 else { return Asking.Answer(count: try index.count(query).articles) }
      _ = try index.search(query, options: options)
      return Asking.Answer()
    }
  }
}
