import TestSupport
import Testing

@testable import TextAnalysis

struct UserWordTests {
  private func analyze(_ text: String, _ words: String) throws -> AnalyzedText {
    let dictionary = UserDictionary(parsing: Array(words.utf8))
    return try TextAnalyzer(dictionary: dictionary).analyze(Array(text.utf8))
  }

  @Test(arguments: [
    ("疫情防控工作", "疫情\n防控", ["疫情", "防控", "工作"]),
    ("推进以太忻一体化", "太忻", ["推进", "以", "太忻", "一体化"]),
    ("推进以太忻一体化", "太忻\n太忻一体化", ["推进", "以", "太忻一体化"]),
    ("发送5G消息10条", "5G消息", ["发送", "5g消息", "10", "条"]),
    ("發送５Ｇ 消息", "5G消息", ["发送", "5g", "消息"]),
    ("用C++写", "C++", ["用", "c++", "写"]),
    ("斯蒂芬·金的书", "斯蒂芬·金", ["斯蒂芬金", "的", "书"]),
    ("15G消息", "5G消息", ["15g", "消息"]),
    ("互聯網", "互联网", ["互联网"]),
  ])
  func `a user's word wins over other cuts of its characters`(
    text: String, words: String, expected: [String]
  ) throws {
    #expect(try analyze(text, words).words == expected)
  }

  @Test func `tokens say which are the user's, and of which kind`() throws {
    let tokens = try analyze("疫情5G消息C++", "疫情\n5G消息\nC++").tokens
    #expect(tokens.map(\.isUserWord) == [true, true, true])
    #expect(tokens.map(\.kind) == [.han, .han, .other])
  }

  @Test func `what a user's word took the place of is kept`() throws {
    let analyzed = try analyze("看5G消息和疫情", "5G消息\n疫情")
    let replaced = analyzed.replaced.map { text(analyzed.match.scalars[$0.range]) }
    #expect(replaced == ["5g", "消息", "疫", "情"])
  }

  @Test func `words that marks join are the same with any dictionary`() throws {
    #expect(try analyze("5G-DMN消息", "DMN消息").compoundWords == ["5g-dmn"])
  }

  @Test func `a word that costs much does not win`() throws {
    #expect(try analyze("山西移动", "西移 cost=9000").words == ["山西", "移动"])
    #expect(try analyze("防控", "防控 cost=9000").words == ["防", "控"])
  }

  @Test func `the identity names the dictionary`() {
    let dictionary = UserDictionary(parsing: Array("疫情".utf8))
    #expect(
      TextAnalyzer(dictionary: dictionary).identity
        == "\(TextAnalyzer.identity) dictionary-\(dictionary.identity)")
    let empty = UserDictionary(parsing: [])
    #expect(TextAnalyzer(dictionary: empty).identity == TextAnalyzer.identity)
  }

  @Test func `user's words are laid over the iterator's where the dictionary cannot be read`() {
    #expect(iteratorWords("推进以太忻一体化5G消息", "太忻\n5G消息") == ["推进", "以", "太忻", "一体化", "5g消息"])
    #expect(iteratorWords("カタカナ山西の", "西の") == ["カタカナ", "山", "西の"])
  }

  private func iteratorWords(_ text: String, _ words: String) -> [String]? {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array(text.utf8), into: &folded)
    var pieces: [WordPiece] = []
    guard (try? WordSegmenter(advice: .iterator).segment(folded, into: &pieces)) != nil else {
      return nil
    }
    var lattice = UserWordLattice(UserDictionary(parsing: Array(words.utf8)).list)
    var none: HanLattice?
    let cut = lattice.cut(folded, pieces: pieces, runs: [], han: &none)
    return cut?.pieces.map { UserDictionary.string(folded[$0.range].map(\.value)) }
  }

  @Test(arguments: UInt64(1)...30)
  func `the way through the lattice is the cheapest`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let characters = Array("山西移动互联网以太忻习近平疫情")
    func randomText(_ lengths: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: lengths, using: &random)).map { _ in
          characters.randomElement(using: &random) ?? "山"
        })
    }
    for _ in 0..<20 {
      let text = randomText(1...9)
      let words = (0..<5).map { _ in
        "\(randomText(1...3)) cost=\(Int.random(in: 0...300, using: &random))"
      }
      let dictionary = UserDictionary(parsing: Array(words.joined(separator: "\n").utf8))
      let reference = CheapestCut(text: text, words: dictionary.list)
      let analyzed = try TextAnalyzer(dictionary: dictionary).analyze(Array(text.utf8))
      let cost = reference.cost(of: analyzed.tokens.map(\.range))
      #expect(cost == reference.cheapest(from: 0), "\(text): \(words)")
    }
  }
}

/// All ways to cut a short text, tried one after the other.
private struct CheapestCut {
  private var folded: [FoldedScalar] = []
  private var costs: [Range<Int>: UInt32] = [:]

  init(text: String, words: WordList) {
    var folder = TextFolder()
    folder.fold(Array(text.utf8), into: &folded)
    var han = HanLattice()
    for place in folded.indices {
      var found: [(Int, UInt32)] = []
      han?.forEachWord(at: place, before: folded.count, in: folded.span) { found.append(($0, $1)) }
      words.forEachWord(at: place, in: folded) { found.append(($0, $1)) }
      for (end, cost) in found {
        costs[place..<end] = min(costs[place..<end] ?? .max, cost)
      }
    }
  }

  func cost(of ranges: [Range<Int>]) -> UInt32? {
    var sum: UInt32 = 0
    for range in ranges {
      guard let cost = costs[range] else { return nil }
      sum += cost
    }
    return sum
  }

  func cheapest(from start: Int) -> UInt32 {
    guard start < folded.count else { return 0 }
    let ways = (start + 1...folded.count).compactMap { end in
      costs[start..<end].map { $0 + cheapest(from: end) }
    }
    return ways.min() ?? .max
  }
}
