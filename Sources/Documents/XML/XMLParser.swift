internal import CXML2
internal import TextAnalysis

/// Calls of libxml2.
///
/// Nothing outside the bytes is ever opened, no entity is known but the five predefined ones, and a DOCTYPE ends it.
package enum XMLParser {
  /// Tells a handler what a document consists of.
  ///
  /// The encoding is that of the byte order mark or the declaration, else UTF-8.
  ///
  /// - Throws: ``XMLError``; the handler has been told all before the place.
  package static func parse(
    _ bytes: [UInt8], names: XMLNames = XMLNames(), into handler: some XMLHandler
  ) throws(XMLError) {
    let call = ParserCall(bytes: recoded(bytes), names: names, handler: handler)
    try call.run()
  }

  /// The bytes in UTF-8 if they are declared to be in an encoding that needs a table: libxml2 would look for it in
  /// files of the C library.
  private static func recoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "<?xml".utf8),
      let end = bytes.prefix(200).firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    let declaration = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    guard ["gbk", "gb2312", "gb18030", "big5"].contains(where: declaration.contains),
      let text = try? TextDecoder.decode(Array(bytes[(end + 1)...]))
    else { return bytes }
    return text.utf8
  }
}

/// What the functions that libxml2 calls work with.
@safe
private final class ParserCall {
  private let bytes: [UInt8]
  private var position = 0
  private let names: XMLNames
  private let handler: any XMLHandler
  private var hasDocumentType = false
  private var wasStopped = false
  /// How many elements are open since one that is skipped.
  private var skippedDepth = 0
  private var context: xmlParserCtxtPtr?
  /// Names by the addresses of their parts, of which libxml2 has each once.
  private var knownNames: [NameAddresses: String] = [:]
  /// Those looked up last, by a few bits of the addresses: a document has few names and each thousands of times.
  private var recentNames: [(key: NameAddresses, name: String)] = Array(
    repeating: (NameAddresses(local: 0, namespace: 0), ""), count: NameAddresses.slotCount)

  init(bytes: [UInt8], names: XMLNames, handler: any XMLHandler) {
    self.bytes = bytes
    self.names = names
    self.handler = handler
  }

  func run() throws(XMLError) {
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    guard let parser = unsafe cxml2_makeParser(Self.functions, me) else { throw .malformed }
    unsafe context = parser
    let isWellFormed = unsafe cxml2_parse(parser, Self.read, me) == 1
    unsafe cxml2_freeParser(parser)
    unsafe context = nil
    if hasDocumentType { throw .documentType }
    if !isWellFormed, !wasStopped { throw .malformed }
  }

  private func stop() {
    wasStopped = true
    if let context = unsafe context { unsafe cxml2_stop(context) }
  }
}

/// The addresses at which libxml2 keeps the local name and the namespace of an element as long as its parser is there.
private struct NameAddresses: Hashable {
  var local: Int
  var namespace: Int

  static let slotBits = 8
  static let slotCount = 1 << slotBits

  /// A place in a table of ``slotCount`` (Knuth, TAOCP 3, 6.4: multiplicative hashing).
  var slot: Int {
    let factor: UInt = 0x9E37_79B9_7F4A_7C15
    let product = (UInt(bitPattern: local) ^ UInt(bitPattern: namespace) << 1) &* factor
    return Int(product >> (64 - Self.slotBits))
  }
}

// MARK: - What libxml2 calls

extension ParserCall {
  private static func current(_ user: UnsafeMutableRawPointer?) -> ParserCall? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<ParserCall>.fromOpaque(user).takeUnretainedValue()
  }

  private static var functions: CXML2Handler {
    unsafe CXML2Handler(
      startElement: { user, local, _, namespace, _, _, count, _, attributes in
        guard let call = unsafe ParserCall.current(user), let local = unsafe local else { return }
        unsafe call.start(local, namespace, attributes, count: Int(count))
      },
      endElement: { user, local, _, namespace in
        guard let call = unsafe ParserCall.current(user), let local = unsafe local else { return }
        unsafe call.end(local, namespace)
      },
      characters: { user, text, count in
        guard let call = unsafe ParserCall.current(user), let text = unsafe text, count > 0,
          !call.wasStopped, call.skippedDepth == 0
        else { return }
        let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(count))
        call.handler.text(unsafe String(decoding: buffer, as: UTF8.self))
      },
      documentType: { user, _, _, _ in
        guard let call = unsafe ParserCall.current(user) else { return }
        call.hasDocumentType = true
        call.stop()
      })
  }

  private static let read: xmlInputReadCallback = { user, buffer, capacity in
    guard let call = unsafe ParserCall.current(user), let buffer = unsafe buffer else { return -1 }
    let count = min(Int(capacity), call.bytes.count - call.position)
    guard count > 0 else { return 0 }
    unsafe call.bytes[call.position..<call.position + count].withUnsafeBytes { source in
      let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: count)
      unsafe target.copyMemory(from: source)
    }
    call.position += count
    return Int32(count)
  }

  private func start(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
  ) {
    guard !wasStopped else { return }
    guard skippedDepth == 0 else {
      skippedDepth += 1
      return
    }
    var element = XMLElement(name: unsafe name(local, namespace))
    if let attributes = unsafe attributes, count > 0 {
      element.attributes.reserveCapacity(count)
      for index in 0..<count {
        // Local name, prefix, namespace, and where the value begins and ends.
        let fields = unsafe attributes + 5 * index
        guard let local = unsafe fields[0], let start = unsafe fields[3], let end = unsafe fields[4]
        else { continue }
        let value = unsafe UnsafeBufferPointer(start: start, count: max(0, end - start))
        element.attributes.append(
          (unsafe name(local, fields[2]), unsafe String(decoding: value, as: UTF8.self)))
      }
    }
    guard !handler.skips(element) else {
      skippedDepth = 1
      return
    }
    handler.start(element)
    if handler.isDone { stop() }
  }

  private func end(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) {
    guard !wasStopped else { return }
    guard skippedDepth == 0 else {
      skippedDepth -= 1
      return
    }
    handler.end(unsafe name(local, namespace))
  }

  private func name(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> String {
    let key = NameAddresses(
      local: Int(bitPattern: local), namespace: Int(bitPattern: namespace))
    let slot = key.slot
    if recentNames[slot].key == key { return recentNames[slot].name }
    let name: String
    if let known = knownNames[key] {
      name = known
    } else {
      name = unsafe makeName(local, namespace)
      knownNames[key] = name
    }
    recentNames[slot] = (key, name)
    return name
  }

  private func makeName(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> String {
    let name = unsafe String(cString: local)
    guard let namespace = unsafe namespace,
      let prefix = names.prefixes[unsafe String(cString: namespace)]
    else { return name }
    return "\(prefix):\(name)"
  }
}
