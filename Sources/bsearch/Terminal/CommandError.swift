internal import BulletinSearch

/// What a command finds wrong by itself.
enum CommandError: Error, Equatable {
  /// No index was named, and `folder` and its parents have none.
  case noIndex(folder: String)
  /// No index was named, and the folder in which the command runs is there no more.
  case noFolder
  /// The index that was named is not there.
  case missingIndex(path: String)
  /// There is nothing to search for.
  case missingQuery
  /// What would be written is not text, and would go to a terminal.
  case bytesForTerminal
  /// A file that was named for output cannot be written.
  case notWritable(path: String, code: Int32)
  /// The file of settings is there, or was named, and cannot be read.
  case unreadableConfiguration(path: String, code: Int32)
  /// `help` was asked for what is neither a command nor a topic.
  case noSuchTopic(String)
  /// A program that belongs beside this one is not there; `variable` may name another.
  case missingCompanion(String, variable: String)
  /// Such a program cannot be run.
  case failedCompanion(String, FileProblem)
  /// The collection of shards that is asked in place of an index does not answer.
  case failedCollection(String)
}
