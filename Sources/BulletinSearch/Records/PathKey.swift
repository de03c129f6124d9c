/// A path as a key: two paths are one only if all of their bytes are.
///
/// Strings that differ in how their characters are composed are equal, and may be two files.
struct PathKey: Hashable {
  private let bytes: [UInt8]

  init(_ path: String) {
    bytes = Array(path.utf8)
  }
}
