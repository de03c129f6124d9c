/// Holds the postings of many terms while documents are added: for each term a chain of slices of a
/// common pool, in which gaps and frequencies stand as varints.
///
/// Slices double from 16 bytes to 2 KB, so that a rare term wastes little and a frequent one has few
/// links; the last four bytes of a full slice name the next one. Lucene's indexing chain has the same
/// shape.
struct PostingsPool {
  private static let firstSliceSize = 16
  private static let largestSliceSize = 2_048
  private static let linkSize = 4
  private static let chunkBits = 20
  private static let chunkMask = 1 << chunkBits - 1

  /// Where a term's postings are and how far they go.
  private struct Chain {
    var first: UInt32
    var position: UInt32
    var sliceEnd: UInt32
    var sliceSize: UInt32
    var documentFrequency: UInt32 = 0
    /// The document that is being counted, and how often the term has occurred in it.
    var document: UInt32
    var frequency: UInt32 = 1
    /// The document of the last posting that is written, + 1.
    var nextDocument: UInt32 = 0
  }

  private var chunks: [[UInt8]] = []
  private var used = 0
  private var chains: [Chain] = []

  /// The bytes held in memory, about.
  var byteCount: Int { used + chains.count * MemoryLayout<Chain>.stride }

  /// Counts an occurrence of `term` in `document`.
  ///
  /// - Precondition: terms appear in the order of their numbers, documents in ascending order.
  mutating func add(term: UInt32, document: UInt32) {
    let index = Int(term)
    guard index < chains.count else { return begin(document) }
    if chains[index].document == document {
      chains[index].frequency += 1
    } else {
      write(index)
      chains[index].document = document
      chains[index].frequency = 1
    }
  }

  /// Writes the postings that are still being counted.
  ///
  /// Nothing is added after this.
  mutating func finish() {
    for index in chains.indices { write(index) }
  }

  /// Appends the documents of `term` and its frequencies in them, once the pool is finished.
  func read(term: UInt32, documents: inout [UInt32], frequencies: inout [UInt32]) {
    let chain = chains[Int(term)]
    var position = Int(chain.first)
    var size = Self.firstSliceSize
    var end = position + size - Self.linkSize
    func nextByte() -> UInt8 {
      if position == end {
        position = link(at: end)
        size = Self.nextSize(size)
        end = position + size - Self.linkSize
      }
      defer { position += 1 }
      return byte(at: position)
    }
    func nextVarint() -> UInt32 {
      var value: UInt32 = 0
      var shift: UInt32 = 0
      while true {
        let byte = nextByte()
        value |= UInt32(byte & 0x7F) << shift
        guard byte >= 0x80 else { return value }
        shift += 7
      }
    }
    var next: UInt32 = 0
    for _ in 0..<chain.documentFrequency {
      let code = nextVarint()
      let document = next + code >> 1
      documents.append(document)
      frequencies.append(code & 1 == 1 ? 1 : nextVarint())
      next = document + 1
    }
  }

  private mutating func begin(_ document: UInt32) {
    let slice = allocate(Self.firstSliceSize)
    chains.append(
      Chain(
        first: UInt32(slice), position: UInt32(slice),
        sliceEnd: UInt32(slice + Self.firstSliceSize - Self.linkSize),
        sliceSize: UInt32(Self.firstSliceSize), document: document))
  }

  /// Writes the posting that was being counted.
  private mutating func write(_ index: Int) {
    var chain = chains[index]
    let gap = chain.document - chain.nextDocument
    append(gap << 1 | (chain.frequency == 1 ? 1 : 0), to: &chain)
    if chain.frequency != 1 { append(chain.frequency, to: &chain) }
    chain.documentFrequency += 1
    chain.nextDocument = chain.document + 1
    chains[index] = chain
  }

  private mutating func append(_ value: UInt32, to chain: inout Chain) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80, to: &chain)
      rest >>= 7
    }
    append(UInt8(rest), to: &chain)
  }

  private mutating func append(_ byte: UInt8, to chain: inout Chain) {
    if chain.position == chain.sliceEnd {
      let size = Self.nextSize(Int(chain.sliceSize))
      let slice = allocate(size)
      for offset in 0..<Self.linkSize {
        set(UInt8(truncatingIfNeeded: slice >> (8 * offset)), at: Int(chain.sliceEnd) + offset)
      }
      chain.position = UInt32(slice)
      chain.sliceSize = UInt32(size)
      chain.sliceEnd = UInt32(slice + size - Self.linkSize)
    }
    set(byte, at: Int(chain.position))
    chain.position += 1
  }

  private static func nextSize(_ size: Int) -> Int {
    min(size * 2, largestSliceSize)
  }

  /// Where a new slice begins.
  ///
  /// A slice does not cross a chunk.
  private mutating func allocate(_ size: Int) -> Int {
    if used + size > chunks.count << Self.chunkBits {
      used = chunks.count << Self.chunkBits
      chunks.append([UInt8](repeating: 0, count: 1 << Self.chunkBits))
    }
    defer { used += size }
    return used
  }

  private func byte(at position: Int) -> UInt8 {
    chunks[position >> Self.chunkBits][position & Self.chunkMask]
  }

  private mutating func set(_ byte: UInt8, at position: Int) {
    chunks[position >> Self.chunkBits][position & Self.chunkMask] = byte
  }

  private func link(at position: Int) -> Int {
    (0..<Self.linkSize).reduce(0) { $0 | Int(byte(at: position + $1)) << (8 * $1) }
  }
}
