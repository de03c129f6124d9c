/// The parts of a document that are named by relationships, as in Office Open XML (ISO/IEC 29500-2).
package struct OfficePackage {
  package struct Relationship: Equatable {
    /// The last word of its address: `styles` of `http://…/relationships/styles`, whose first part has changed with
    /// the versions of the standard.
    package var kind: String
    /// The name of the part in the archive; an address if it is outside.
    package var target: String
    package var isOutside: Bool
  }

  package var archive: ZIPArchive

  package init(_ archive: ZIPArchive) {
    self.archive = archive
  }

  /// The relationships of a part by their identifiers, or those of the package; none if they cannot be read.
  package mutating func relationships(of part: String?) -> [String: Relationship] {
    let (folder, name) = Self.split(part ?? "")
    let list = "\(folder)_rels/\(name).rels"
    guard let bytes = try? archive.part(list) else { return [:] }
    let handler = RelationshipHandler(folder: folder)
    try? XMLParser.parse(bytes, into: handler)
    return handler.relationships
  }

  /// The folder of a part with the slash behind it, and its name there.
  package static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", part) }
    let next = part.utf8.index(after: slash)
    return (String(part[..<next]), String(part[next...]))
  }

  /// The name in the archive of what `target` says within `folder`: `../a.xml` in `word/` is `a.xml`.
  package static func resolve(_ target: String, in folder: String) -> String {
    let path = target.utf8.first == UInt8(ascii: "/") ? target : folder + target
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}

private final class RelationshipHandler: XMLHandler {
  private let folder: String
  var relationships: [String: OfficePackage.Relationship] = [:]

  init(folder: String) {
    self.folder = folder
  }

  func start(_ element: XMLElement) {
    guard element.name == "Relationship", let id = element["Id"], let type = element["Type"],
      let target = element["Target"]
    else { return }
    let isOutside = element["TargetMode"] == "External"
    relationships[id] = OfficePackage.Relationship(
      kind: type.split(separator: "/").last.map(String.init) ?? type,
      target: isOutside ? target : OfficePackage.resolve(target, in: folder), isOutside: isOutside)
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}
