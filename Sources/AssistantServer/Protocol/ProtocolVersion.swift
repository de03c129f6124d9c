/// The revisions of the Model Context Protocol that this server speaks.
///
/// See <https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning>.
enum ProtocolVersion {
  /// Revisions in which every request says which one it is of.
  static let perRequest = ["2026-07-28"]
  /// Revisions that begin with a handshake, the newest first.
  static let withHandshake = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  static var all: [String] { perRequest + withHandshake }
}

/// By which rules a request is answered.
enum Era {
  /// Revision 2026-07-28: each request stands for itself, and results say of what kind they are and how long they hold.
  case perRequest
  /// The revisions before it, behind an `initialize`.
  case handshake
}
