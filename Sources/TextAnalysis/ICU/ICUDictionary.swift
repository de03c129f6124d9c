internal import CICU

/// The dictionary by which ICU's iterator cuts Chinese and Japanese, where ICU has it in memory.
///
/// The content of `cjdict` begins with eight numbers of 32 bits: first the offset of the trie, then
/// that of its end, fourth the size of it all, fifth the kind of the trie.
@safe final class ICUDictionary {
  let trie: CharacterTrie
  private let file: cicu_Dictionary

  /// Nil if this ICU has no such dictionary, or one in another form.
  init?() {
    var file = unsafe cicu_Dictionary()
    guard unsafe cicu_openDictionary(&file) else { return nil }
    guard unsafe Self.isReadable(file.info), let content = unsafe file.content,
      let trie = unsafe Self.trie(of: content)
    else {
      unsafe cicu_closeDictionary(&file)
      return nil
    }
    unsafe self.file = file
    self.trie = trie
  }

  deinit {
    var file = unsafe file
    unsafe cicu_closeDictionary(&file)
  }
}

extension ICUDictionary {
  /// "Dict", the format of dictionaries, and the version of it that is read here.
  private static let format: [UInt8] = [0x44, 0x69, 0x63, 0x74, 1]
  /// Thirty times that of ICU 72; places in a trie of this size fit all that keeps them.
  private static let maximumByteCount = 64 << 20

  private enum Index {
    static let trieOffset = 0
    static let trieEnd = 1
    static let totalSize = 3
    static let trieKind = 4
    static let count = 8
  }

  private enum Kind {
    static let mask: Int32 = 0x7
    /// 16-bit units, and a value for each word.
    static let units: Int32 = 1
    static let hasValues: Int32 = 0x8
  }

  private static func isReadable(_ info: UDataInfo) -> Bool {
    let kind = info.dataFormat
    let isBigEndian = 1.bigEndian == 1
    return [kind.0, kind.1, kind.2, kind.3, info.formatVersion.0] == format
      && info.isBigEndian == (isBigEndian ? 1 : 0)
      && Int(info.sizeofUChar) == MemoryLayout<UInt16>.size
  }

  private static func trie(of content: UnsafeRawPointer) -> CharacterTrie? {
    func index(_ number: Int) -> Int32 {
      unsafe content.loadUnaligned(
        fromByteOffset: number * MemoryLayout<Int32>.size, as: Int32.self)
    }
    let (start, end) = (Int(index(Index.trieOffset)), Int(index(Index.trieEnd)))
    let kind = index(Index.trieKind)
    let unitSize = MemoryLayout<UInt16>.size
    guard kind & Kind.mask == Kind.units, kind & Kind.hasValues != 0,
      start >= Index.count * MemoryLayout<Int32>.size, start.isMultiple(of: unitSize),
      start < end, end <= Int(index(Index.totalSize)), end <= maximumByteCount
    else { return nil }
    let count = (end - start) / unitSize
    let units = unsafe (content + start).bindMemory(to: UInt16.self, capacity: count)
    return unsafe CharacterTrie(units: UnsafeBufferPointer(start: units, count: count))
  }
}
