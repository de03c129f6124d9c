/// An argument that a tool takes.
struct Parameter {
  let name: String
  let schema: JSONValue
  var isRequired = false
}

/// The arguments of a call, of which each is one that the tool takes.
struct Arguments {
  private let values: [String: JSONValue]
  let words: Words

  /// - Throws: ``ToolFailure`` if an argument is missing or not known.
  init(_ value: JSONValue?, _ parameters: [Parameter], _ words: Words) throws(ToolFailure) {
    self.words = words
    switch value {
    case nil, .null: values = [:]
    case .object(let given): values = given.filter { $0.value != .null }
    default:
      throw ToolFailure(
        message: words.say("arguments 应是一个 JSON 对象", "The arguments have to be a JSON object."))
    }
    let known = parameters.map(\.name)
    for name in values.keys.sorted() where !known.contains(name) {
      let list = known.joined(separator: ", ")
      throw ToolFailure(
        message: words.say(
          "没有名为 \(name) 的参数；可用的有：\(list)",
          "There is no argument \(name); there are: \(list)."))
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      throw ToolFailure(
        message: words.say("缺少参数 \(parameter.name)", "The argument \(parameter.name) is missing."))
    }
  }

  func text(_ name: String) throws(ToolFailure) -> String? {
    switch values[name] {
    case nil: return nil
    case .string(let text): return text
    default: throw wrong(name, "一段文字", "a text")
    }
  }

  /// A text, or several in an array.
  func texts(_ name: String, upTo limit: Int) throws(ToolFailure) -> [String] {
    let texts: [String]
    switch values[name] {
    case nil: return []
    case .string(let text): texts = [text]
    case .array(let values):
      texts = values.compactMap(\.text)
      guard texts.count == values.count else { throw wrong(name, "若干段文字", "an array of texts") }
    default: throw wrong(name, "若干段文字", "an array of texts")
    }
    guard texts.count <= limit else {
      throw wrong(name, "至多 \(limit) 段文字", "at most \(limit) texts")
    }
    return texts
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(ToolFailure) -> Int? {
    switch values[name] {
    case nil: return nil
    // 5.0 is a whole number in JSON Schema.
    case .number(let number) where number == number.rounded() && abs(number) < 1e15:
      guard range.contains(Int(number)) else { break }
      return Int(number)
    case .integer(let number) where range.contains(number): return number
    default: break
    }
    throw wrong(
      name, "\(range.lowerBound) 到 \(range.upperBound) 的整数",
      "a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  func bool(_ name: String) throws(ToolFailure) -> Bool {
    switch values[name] {
    case nil: return false
    case .bool(let isTrue): return isTrue
    default: throw wrong(name, "true 或 false", "true or false")
    }
  }

  /// A text that is one of some.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Value.Type = Value.self
  ) throws(ToolFailure) -> Value? {
    guard let text = try text(name) else { return nil }
    guard let value = Value(rawValue: text) else {
      let names = type.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong(name, "其一：\(names)", "one of \(names)")
    }
    return value
  }

  /// Where the page begins that is asked for: 0 without a cursor.
  func start() throws(ToolFailure) -> Int {
    guard let text = try text(Cursor.parameterName) else { return 0 }
    guard let start = Cursor(text)?.start else {
      throw ToolFailure(
        message: words.say(
          "cursor 只能原样取自前一次回答的 nextCursor",
          "A cursor has to be the nextCursor of an answer, unchanged."))
    }
    return start
  }

  private func wrong(_ name: String, _ chinese: String, _ english: String) -> ToolFailure {
    ToolFailure(message: words.say("\(name) 应是\(chinese)", "\(name) has to be \(english)."))
  }
}

/// Where the next page of an answer begins.
///
/// It says all that is needed, so that no state is kept between requests.
struct Cursor {
  static let parameterName = "cursor"
  private static let prefix = "from-"

  let start: Int

  init(start: Int) { self.start = start }

  init?(_ text: String) {
    guard text.hasPrefix(Self.prefix), let start = Int(text.dropFirst(Self.prefix.count)),
      start >= 0, Self.prefix + "\(start)" == text
    else { return nil }
    self.init(start: start)
  }

  var value: JSONValue { .string(Self.prefix + "\(start)") }

  static func parameter(_ words: Words) -> Parameter {
    Parameter(
      name: parameterName,
      schema: Schema.text(
        words.say("前一次回答的 nextCursor，用以取下一页", "nextCursor of an answer, for the next page")))
  }

  static let schema = Schema.text("For the next page; absent on the last one.")
}
