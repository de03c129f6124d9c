/// What the process that reads a document says.
package enum DocumentOutput {
  /// Writes to standard output; false if that fails.
  package static func write(_ bytes: [UInt8]) -> Bool { DescriptorBytes.write(bytes, to: 1) }

  /// Writes to standard error.
  package static func writeMessage(_ text: String) -> Bool {
    DescriptorBytes.write(Array(text.utf8), to: 2)
  }
}
