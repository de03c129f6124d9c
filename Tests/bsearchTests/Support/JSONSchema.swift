import FoundationEssentials
import TestSupport

/// `schemas/bsearch-1.schema.json`, and the part of JSON Schema 2020-12 that it uses.
///
/// It is stricter than the schema: a key that is not named there is wrong, since everything that is written has to be
/// documented. A keyword that is not known here is wrong too.
struct JSONSchema {
  private let definitions: [String: JSONValue]
  /// The names of what is an output as a whole.
  let outputs: [String]

  init() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
      .joined(separator: "/")
    let bytes = try readFile(root + "/schemas/bsearch-1.schema.json")
    let schema = try JSONValue(String(decoding: bytes, as: UTF8.self))
    definitions = schema["$defs"]?.members ?? [:]
    outputs = (schema["anyOf"]?.elements ?? []).compactMap { reference in
      reference["$ref"]?.text.map(Self.name)
    }
  }

  private static func name(ofReference reference: String) -> String {
    String(reference.dropFirst("#/$defs/".count))
  }

  /// What is wrong with an output, the first of it; nil if it is as one of some definitions says.
  func problem(of value: JSONValue, as names: [String]) -> String? {
    var problem: String?
    for name in names {
      guard let schema = definitions[name] else { return "no definition \(name)" }
      guard let found = self.problem(of: value, as: schema, at: name) else { return nil }
      problem = problem ?? found
    }
    return problem
  }

  private func problem(of value: JSONValue, as schema: JSONValue, at place: String) -> String? {
    guard let keywords = schema.members else { return "\(place): no schema" }
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) {
      if let problem = problem(of: value, keyword, rule, of: keywords, at: place) { return problem }
    }
    return nil
  }

  private func problem(
    of value: JSONValue, _ keyword: String, _ rule: JSONValue, of schema: [String: JSONValue],
    at place: String
  ) -> String? {
    switch keyword {
    case "description", "additionalProperties": return nil
    case "$ref":
      let name = rule.text.map(Self.name) ?? ""
      guard let target = definitions[name] else { return "\(place): no definition \(name)" }
      return problem(of: value, as: target, at: place)
    case "type":
      let types = rule.elements ?? [rule]
      return types.contains { $0.text.map(value.isOf) ?? false } ? nil : "\(place): \(value)"
    case "const": return value == rule ? nil : "\(place): \(value)"
    case "enum": return rule.elements?.contains(value) ?? false ? nil : "\(place): \(value)"
    case "minimum":
      guard case .number(let number) = value, case .number(let least) = rule else { return nil }
      return number >= least ? nil : "\(place): \(number)"
    case "minItems", "maxItems":
      guard let count = value.elements?.count, case .number(let limit) = rule else { return nil }
      let isMet = keyword == "minItems" ? Double(count) >= limit : Double(count) <= limit
      return isMet ? nil : "\(place): \(count) elements"
    case "pattern":
      guard let text = value.text, let pattern = rule.text else { return nil }
      let isMet = (try? Regex(pattern).firstMatch(in: text)) ?? nil
      return isMet == nil ? "\(place): \(text)" : nil
    case "items":
      for (number, element) in (value.elements ?? []).enumerated() {
        if let problem = problem(of: element, as: rule, at: "\(place)[\(number)]") {
          return problem
        }
      }
      return nil
    case "properties": return problem(ofMembersOf: value, rule, schema, at: place)
    case "required":
      guard let members = value.members else { return nil }
      let missing = (rule.elements ?? []).compactMap(\.text).first { members[$0] == nil }
      return missing.map { "\(place): no \($0)" }
    case "oneOf", "anyOf":
      let problems = (rule.elements ?? []).map { problem(of: value, as: $0, at: place) }
      return problems.contains { $0 == nil } ? nil : problems.compactMap(\.self).first
    default: return "\(place): the keyword \(keyword) is not known"
    }
  }

  private func problem(
    ofMembersOf value: JSONValue, _ rule: JSONValue, _ schema: [String: JSONValue], at place: String
  ) -> String? {
    for (name, member) in (value.members ?? [:]).sorted(by: { $0.key < $1.key }) {
      let inside = "\(place).\(name)"
      if let known = rule[name] {
        if let problem = problem(of: member, as: known, at: inside) { return problem }
      } else {
        guard let others = schema["additionalProperties"] else { return "\(inside): not named" }
        if others == .bool(true) { continue }
        if let problem = problem(of: member, as: others, at: inside) { return problem }
      }
    }
    return nil
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  /// Whether it is of a type of JSON Schema.
  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"),
      (.array, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
