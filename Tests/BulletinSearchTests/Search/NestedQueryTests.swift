@testable import BulletinSearch
import Testing

/// Queries of brackets within brackets, each level of which asks something of the level below: twice would be 2⁵⁰ times.
struct NestedQueryTests {
  /// A query of nested brackets.
  private static func nested(_ opening: String, _ last: String, depth: Int) -> String {
    String(repeating: opening, count: depth) + last
      + String(repeating: ")", count: depth * opening.count { $0 == "(" })
  }

  private static let queries = [
    ("(\"水库\" OR ", "\"大坝\""), ("(标题:水库 OR ", "标题:大坝"), ("(水库 OR ", "大坝"),
    ("(水库* OR ", "\"水库 大坝\"~3"), ("(水库 (大坝 OR ", "基站"), ("(水库 -", "大坝"),
    ("(-(水库 OR 大坝 OR ", "大坝"), ("标题:(水库 OR ", "大坝"), ("(期:8 OR ", "水库"),
    ("(期:8 -(\"水库\" OR ", "日期:2022"), ("(\"水库\"^2 OR ", "大坝^3"), ("(刊头:水库 OR -", "\"大坝\""),
    ("(\"水库 大坝\"~9 OR (基站 -\"水库\" ", "大坝"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: queries)
  func `brackets within brackets take no longer for each level`(opening: String, last: String)
    throws
  {
    let texts = ["水库的大坝", "大坝和水库", "水库在上游，另有一座大坝", "水库", "基站"]
    let index = try makeIndex(
      of: texts.enumerated().map { TestDocument(id: "\($0.offset + 1)", body: $0.element) })
    let levels = (QueryParser.maximumDepth - 1) / opening.count { $0 == "(" }
    // Whatever a level makes of whether an article matches, two more levels make the same of it again.
    let (few, many) = (3, levels - 1 + levels % 2)
    for distance in [nil, 5] {
      for isWritten in [false, true] {
        var options = SearchOptions()
        options.nearDistance = distance
        options.comparesAsWritten = isWritten
        options.fuzziness = isWritten ? 0 : 1
        let expected = try index.ids(Self.nested(opening, last, depth: few), options: options)
        let found = try index.ids(Self.nested(opening, last, depth: many), options: options)
        #expect(found.sorted() == expected.sorted())
      }
    }
  }
}
