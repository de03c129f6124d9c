/// The fields of a query, in their order: `q=5G%E5%9F%BA%E7%AB%99&sort=date`.
package struct QueryString: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  package private(set) var fields: [Field] = []

  package init() {}

  /// Nil if a field cannot be read.
  package init?(_ text: Substring) {
    for part in text.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCode.decoded(pair[0], plusIsBlank: true),
        let value = PercentCode.decoded(pair.count > 1 ? pair[1] : "", plusIsBlank: true)
      else { return nil }
      fields.append(Field(name: name, value: value))
    }
  }

  package mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// All values of a name.
  package func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The query as it stands behind a path, with `?` if there is anything.
  package var text: String {
    let parts = fields.map { PercentCode.encoded($0.name) + "=" + PercentCode.encoded($0.value) }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
