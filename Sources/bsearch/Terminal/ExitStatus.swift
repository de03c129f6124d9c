/// How the command ended.
///
/// A command throws it if it did not succeed but has said all there is to say.
enum ExitStatus: Int32, Error {
  /// Found, or done.
  case success = 0
  /// Nothing found, or `check` found the index damaged.
  case nothingFound = 1
  /// Wrong usage, no index, a damaged index, or the system refused something.
  case failure = 2
  /// Stopped by the user, with nothing left behind.
  case interrupted = 130
}
