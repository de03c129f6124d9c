/// Short names for the namespaces of a format.
///
/// Elements are called `w:p` whatever prefix the file declares, and several namespaces may be one: those of the strict
/// and the transitional form of a format.
package struct XMLNames: Sendable {
  /// The prefixes by the addresses of the namespaces.
  package var prefixes: [String: String]

  /// - Parameter prefixes: The namespaces that have a prefix. Elements and attributes of all others are called by their
  ///   local names, so without any all namespaces are alike.
  package init(_ prefixes: [String: String] = [:]) {
    self.prefixes = prefixes
  }
}

/// The start of an element.
package struct XMLElement: Sendable, Equatable {
  /// The name with the prefix that ``XMLNames`` has for its namespace.
  package var name: String
  /// Names and values in the order of the file.
  ///
  /// Unlike elements, attributes without a prefix belong to no namespace.
  package var attributes: [(name: String, value: String)]

  package init(name: String, attributes: [(name: String, value: String)] = []) {
    self.name = name
    self.attributes = attributes
  }

  package subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.name == right.name
      && left.attributes.elementsEqual(right.attributes) {
        $0.name == $1.name && $0.value == $1.value
      }
  }
}

/// Takes what a document consists of, in order.
package protocol XMLHandler: AnyObject {
  /// Whether an element with all that it contains is passed over; then nothing more is told of it.
  func skips(_ element: XMLElement) -> Bool
  func start(_ element: XMLElement)
  func end(_ name: String)
  /// Text between tags, which may come in several pieces.
  func text(_ text: String)
  /// Whether nothing more is wanted. It is asked after every start of an element.
  var isDone: Bool { get }
}

extension XMLHandler {
  package func skips(_ element: XMLElement) -> Bool { false }
  package var isDone: Bool { false }
}

/// Why a part is not read to its end.
package enum XMLError: Error, Equatable {
  /// It is not well-formed, elements are nested more than 256 deep or a text has more than ten million bytes.
  case malformed
  /// It has a DOCTYPE. No format read here needs one, and entities are how a small file becomes a large one.
  case documentType
}
