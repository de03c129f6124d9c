import TextAnalysis
import Testing

struct SentenceSegmenterTests {
  private func sentences(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var start = 0
    return SentenceSegmenter().ends(of: bytes, in: 0..<bytes.count).map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @Test func `sentences end with their marks`() {
    #expect(sentences(of: "水厂投产。谁来验收？我们！") == ["水厂投产。", "谁来验收？", "我们！"])
  }

  @Test func `a quotation keeps its closing mark`() {
    #expect(sentences(of: "他说：“水退了。”人回来了。") == ["他说：“水退了。”", "人回来了。"])
  }

  @Test func `a number is not the end of a sentence`() {
    #expect(sentences(of: "合格率98.14%，投资3.5亿元。完工") == ["合格率98.14%，投资3.5亿元。", "完工"])
  }

  @Test func `white space belongs to the sentence before`() {
    #expect(sentences(of: "Done. 👍🏽 水𠮷。\u{3000}好") == ["Done. ", "👍🏽 水𠮷。\u{3000}", "好"])
  }

  @Test func `a part of a text has the offsets of the whole`() {
    let bytes = Array("水。水。水。".utf8)
    let segmenter = SentenceSegmenter()
    #expect(segmenter.ends(of: bytes, in: 6..<15) == [12, 15])
    #expect(segmenter.ends(of: bytes, in: 6..<6) == [6])
  }
}
