/// How the command ended.
///
/// A command throws it if it did not succeed but has said all there is to say.
/// An interrupt ends the process by its signal, which a shell shows as 130.
enum ExitStatus: Int32, Error {
  /// Found, or done.
  case success = 0
  /// Nothing found, or `check` found the index damaged.
  case nothingFound = 1
  /// Wrong usage, no index, a damaged index, or the system refused something.
  case failure = 2
}
