#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which symbolic links in a folder are followed where they lead out of it.
///
/// Whoever may write in a folder can lay a link to any file that its reader may read, and so bring that file's text
/// into the reader's index. Links that stay in the folder are always followed, and so is a path that the user names.
public enum LinkRule: String, Sendable, CaseIterable, Codable {
  /// Those that the user who indexes has made, or the superuser.
  case own
  /// All are followed, wherever they lead.
  case all
  /// None.
  case inside
}

/// Decides about the links that are met below one path.
struct LinkGuard {
  private let rule: LinkRule
  /// What the folder, and the folders that were followed out of it, are called without links, with a slash at the end.
  private var roots: [String] = []

  /// - Parameters:
  ///   - rule: Which links are followed.
  ///   - root: The folder.
  init(_ rule: LinkRule, root: String) {
    self.rule = rule
    follow(root)
  }

  /// Whether the link at `path` may be followed.
  func allows(_ path: String) -> Bool {
    guard rule != .all, let owner = FolderEntry.ownerOfLink(path) else { return true }
    guard let target = FolderEntry.resolved(path), !isInside(target) else { return true }
    return rule == .own && (owner == geteuid() || owner == 0)
  }

  /// What is below the folder at `path` counts as inside from here on.
  mutating func follow(_ path: String) {
    guard rule != .all, let target = FolderEntry.resolved(path), !isInside(target) else { return }
    roots.append(target.hasSuffix("/") ? target : target + "/")
  }

  private func isInside(_ target: String) -> Bool {
    roots.contains { (target + "/").hasPrefix($0) }
  }
}
