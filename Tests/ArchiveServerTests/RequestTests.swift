import AnswerRecords
import Testing

@testable import ArchiveServer

struct RequestTests {
  @Test(arguments: [
    ("a=1&b=%E7%AB%99", ["a": "1", "b": "站"]), ("q=5G+%2B&x", ["q": "5G +", "x": ""]),
    ("a==b", ["a": "=b"]), ("", [:]), ("&&a=1&", ["a": "1"]),
  ])
  func `fields are read as forms write them`(text: String, fields: [String: String]) throws {
    let query = try #require(QueryString(text[...]))
    #expect(Dictionary(uniqueKeysWithValues: query.fields.map { ($0.name, $0.value) }) == fields)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=%C0%80", "a=%ED%A0%80"])
  func `what is no text is not guessed`(text: String) {
    #expect(QueryString(text[...]) == nil)
  }

  @Test(arguments: ["5G基站", "a&b=c d+e%/?#\"'<>", "\u{1F600}é", ""])
  func `a written field is read as the same`(value: String) throws {
    var query = QueryString()
    query.append("q", value)
    query.append("名", "x")
    #expect(QueryString(query.text.dropFirst()) == query)
    #expect(query.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
  }

  @Test func `a target that is no path of this server is refused`() {
    for target in ["", "*", "http://attacker.test/", "x", "/%", "/%00"] {
      #expect(ServerRequest(method: "GET", target: target, host: ["localhost"]) == nil, "\(target)")
    }
  }

  @Test func `every field is taken, or the request is refused`() throws {
    var reader = ParameterReader(try #require(QueryString("limit=5&limt=6&q=a&q=b&any=maybe")))
    #expect(try reader.number("limit", in: 0...10, default: 1) == 5)
    #expect(throws: ParameterError(name: "limt", reason: .unknown)) { try reader.finish() }
    #expect(throws: ParameterError(name: "q", reason: .repeated)) { try reader.text("q") }
    #expect(throws: ParameterError(name: "any", reason: .noChoice(["true", "false"]))) {
      try reader.flag("any")
    }
    for text in ["11", "-1", "+1", "1.0", "１", "x", "99999999999999999999"] {
      var reader = ParameterReader(try #require(QueryString("n=\(PercentCode.encoded(text))"[...])))
      #expect(throws: ParameterError(name: "n", reason: .noNumber(0...10)), "\(text)") {
        try reader.number("n", in: 0...10, default: 1)
      }
    }
  }

  @Test(arguments: [
    ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en-US,en;q=0.9", "en"), ("en;q=0.5,zh;q=0.6", "zh"),
    ("", "zh"), ("fr,en;q=0.1", "en"), ("zh;q=0,en", "en"), ("de", "zh"), ("*", "zh"),
    ("en;q=x,zh;q=0.999", "en"),
  ])
  func `the language is that of the browser`(header: String, language: String) throws {
    #expect(ArchiveSite.language(of: ["accept-language": header]).rawValue == language)
  }
}
