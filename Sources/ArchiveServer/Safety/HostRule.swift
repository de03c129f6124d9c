/// Under which names a request may ask for this server.
///
/// A page of another site can make a browser send requests here, under a name of that site which its owner lets lead to this
/// machine (DNS rebinding). Such a request has that name in `Host`. A name that nobody else controls is therefore asked for: an
/// address, `localhost`, or one that was allowed.
package struct HostRule: Sendable {
  /// Whether the server listens only for programs on this machine.
  package var isLoopback: Bool
  /// The names that were allowed, in small letters.
  package var names: Set<String>

  package init(isLoopback: Bool, names: some Sequence<String> = []) {
    self.isLoopback = isLoopback
    self.names = Set(names.map { $0.lowercased() })
  }

  /// Whether `host`, with or without a port, names this server.
  package func allows(_ host: String) -> Bool {
    guard let name = Self.name(of: host.lowercased()) else { return false }
    if name == "localhost" || names.contains(name) { return true }
    let address = IPAddress(name)
    return isLoopback ? address?.isLoopback == true : address != nil
  }

  /// The name without its port; nil if it has none that could be right.
  private static func name(of host: String) -> String? {
    guard !host.isEmpty else { return nil }
    var name = host[...]
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      name = host[...end]
    } else if let colon = host.firstIndex(of: ":") {
      name = host[..<colon]
    }
    let rest = host[name.endIndex...]
    guard rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return String(name)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// An address of the internet protocol, as it stands in a URL.
package struct IPAddress: Sendable, Equatable {
  /// Whether it leads to this machine.
  package var isLoopback: Bool

  /// Nil if it is no address: `127.0.0.1`, `[::1]`, `::1`.
  package init?(_ text: String) {
    if let parts = Self.parts(ofVersion4: text) {
      isLoopback = parts[0] == 127
      return
    }
    let inner = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    let groups = inner.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...9).contains(groups.count),
      groups.allSatisfy({ group in group.count <= 4 && group.allSatisfy(\.isHexDigit) })
    else { return nil }
    isLoopback = groups.dropLast().allSatisfy { $0.allSatisfy { $0 == "0" } } && groups.last == "1"
  }

  private static func parts(ofVersion4 text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy(\.isASCIIDigit) && (1...3).contains(part.count) ? Int(part) : nil
    }
    return numbers.count == 4 && numbers.allSatisfy { $0 < 256 } ? numbers : nil
  }
}
