internal import BulletinSearch

/// A first word of a query that may have been meant as a command.
enum CommandSuspicion: Equatable {
  /// It is nearly the name of the command that `command` begins with.
  case near(command: [String])
  /// It is the name of a command that this version does not have.
  case absent(name: String)

  /// Commands that are planned.
  private static let plannedCommands: Set<String> = [
    "export", "import", "serve",
  ]

  /// Shorter words are too near to too many others.
  private static let shortestLength = 4
  /// From this length on, two letters may differ.
  private static let longLength = 6

  /// Nil if `word` is like no command.
  ///
  /// - Parameters:
  ///   - word: The first word that was typed.
  ///   - rest: What was typed behind it.
  ///   - commands: The names of the commands, of which those in ASCII count.
  init?(_ word: String, _ rest: [String], commands: Set<String>) {
    let letters = word.lowercased()
    guard letters.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return nil
    }
    if Self.plannedCommands.contains(letters) {
      self = .absent(name: letters)
      return
    }
    guard letters.utf8.count >= Self.shortestLength else { return nil }
    let limit = letters.utf8.count >= Self.longLength ? 2 : 1
    let distances = commands.compactMap { command in
      EditDistance.between(
        letters.unicodeScalars.map(\.value), command.unicodeScalars.map(\.value), limit: limit
      ).map { (distance: $0, command: command) }
    }
    guard let nearest = distances.min(by: { ($0.distance, $0.command) < ($1.distance, $1.command) })
    else { return nil }
    self = .near(command: [nearest.command] + rest)
  }
}
