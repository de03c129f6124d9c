internal import AnswerRecords
internal import BulletinSearch

/// Something that an assistant can ask of an index.
protocol Tool: Sendable {
  var name: String { get }
  /// What people see in its place.
  func title(_ words: Words) -> String
  /// What it does and when to use it, for the assistant.
  func description(_ words: Words) -> String
  /// The arguments that it takes.
  func parameters(_ words: Words) -> [Parameter]
  /// The schema of what it answers.
  var outputSchema: JSONValue { get }

  /// - Throws: ``ToolFailure`` for what the assistant can do better, and what the index throws.
  func call(_ arguments: Arguments, _ request: ToolRequest) throws -> JSONValue
}

/// What a tool answers with.
struct ToolRequest {
  let index: BulletinIndex
  let words: Words
  /// How to search when nothing else is asked for.
  let searchOptions: SearchOptions
  /// Throws `CancellationError` if nobody waits for the answer any more.
  let checkCancellation: () throws -> Void
}

/// Why a tool cannot answer, in words by which the assistant can ask again.
struct ToolFailure: Error, Equatable {
  let message: String
}

extension Tool {
  /// As `tools/list` gives it.
  func listing(_ words: Words) -> JSONValue {
    let parameters = parameters(words)
    let schema = Schema.object(
      Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.schema) }),
      required: parameters.filter(\.isRequired).map(\.name))
    return [
      "name": .string(name), "title": .string(title(words)),
      "description": .string(description(words)), "inputSchema": schema,
      "outputSchema": outputSchema,
      // Nothing is ever written, and nothing outside of the index is read.
      "annotations": [
        "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
        "openWorldHint": false,
      ],
    ]
  }
}

/// Texts in the language of the user.
struct Words: Sendable {
  let language: Language

  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }
}
