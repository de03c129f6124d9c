import Testing

@testable import bsearch

struct TableTests {
  private let table = Table(
    rows: [["92", "泵站", "1"], ["1001", "五个大字啊", "20"]], numberColumns: [0])

  @Test func `columns are as wide as what is in them on a terminal`() {
    #expect(table.aligned(width: nil) == "  92  泵站        1\n1001  五个大字啊  20\n")
  }

  @Test func `a line that is too long is cut`() {
    #expect(table.aligned(width: 11) == "  92  泵站…\n1001  五个…\n")
  }

  @Test func `a cell cannot make a line or a column`() {
    #expect(Table(rows: [["一\n二\t三", "四"]]).tabSeparated == "一 二 三\t四\n")
  }
}
