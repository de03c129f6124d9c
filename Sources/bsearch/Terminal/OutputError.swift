/// Why nothing more can be written.
enum OutputError: Error, Equatable {
  /// The reader of the pipe has gone, as `head` does: it has what it wanted.
  case closedPipe
  /// A call of the operating system failed, with its number.
  case system(Int32)
}
