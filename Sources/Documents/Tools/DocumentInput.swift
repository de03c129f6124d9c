#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

package import Bulletins

/// A document to read: an open file.
package final class DocumentInput {
  /// A larger document is read by a tool only, which reads of it what it needs.
  package static let maximumByteCount = 64 << 20

  /// What its name ends in, in lower case and without a dot; only a hint.
  package let ending: String
  /// The first bytes, with which ``DocumentContent`` can tell what it is.
  package let head: [UInt8]
  /// The open file, at its beginning.
  let descriptor: Int32
  private let ownsDescriptor: Bool

  /// - Parameters:
  ///   - descriptor: A file that is open for reading and can be read from any place.
  ///   - ending: What its name ends in.
  ///   - ownsDescriptor: Whether the file is closed with this.
  /// - Throws: ``DocumentProblem/damaged`` if it cannot be read.
  package init(
    descriptor: Int32, ending: String, ownsDescriptor: Bool = false
  ) throws(DocumentProblem) {
    self.descriptor = descriptor
    self.ending = ending.lowercased()
    self.ownsDescriptor = ownsDescriptor
    guard
      let head = DescriptorBytes.read(
        descriptor, from: 0, atMost: DocumentContent.headByteCount)
    else { throw .damaged }
    self.head = head
  }

  /// An empty document.
  static func nothing() throws(DocumentProblem) -> DocumentInput {
    try unsafe DocumentInput(
      descriptor: open("/dev/null", O_RDONLY), ending: "", ownsDescriptor: true)
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// The whole document.
  ///
  /// - Throws: ``DocumentProblem/limit(_:)`` if it has more than ``maximumByteCount`` bytes,
  ///   ``DocumentProblem/damaged`` if it cannot be read.
  package func bytes() throws(DocumentProblem) -> [UInt8] {
    guard
      let bytes = DescriptorBytes.read(descriptor, from: 0, atMost: Self.maximumByteCount + 1)
    else { throw .damaged }
    guard bytes.count <= Self.maximumByteCount else { throw .limit(.fileBytes) }
    return bytes
  }
}
