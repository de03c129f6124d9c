import Testing

@testable import BulletinSearch

struct LineStartsTests {
  @Test func `lines and their bytes count from 1`() {
    let lines = LineStarts(Array("水\n\nab".utf8))
    #expect(lines.place(of: 0) == (1, 1))
    #expect(lines.place(of: 2) == (1, 3))
    #expect(lines.place(of: 3) == (1, 4))
    #expect(lines.place(of: 4) == (2, 1))
    #expect(lines.place(of: 5) == (3, 1))
    #expect(lines.place(of: 6) == (3, 2))
    #expect(lines.place(of: 7) == (3, 3))
  }

  @Test func `an empty text has one line`() {
    #expect(LineStarts([]).place(of: 0) == (1, 1))
  }

  @Test func `line ends of all systems end a line, as for the parser of bulletins`() {
    let lines = LineStarts(Array("a\r\nb\rc\nd".utf8))
    #expect(lines.place(of: 1) == (1, 2))
    #expect(lines.place(of: 3) == (2, 1))
    #expect(lines.place(of: 5) == (3, 1))
    #expect(lines.place(of: 7) == (4, 1))
  }
}
