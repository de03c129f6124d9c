/// Where the lines of a text begin, which LF, CRLF or CR end.
struct LineStarts {
  private var starts = [0]

  init(_ text: [UInt8]) {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    for (offset, byte) in text.enumerated() where byte == lineFeed || byte == carriageReturn {
      let isPair = byte == carriageReturn && text[(offset + 1)...].first == lineFeed
      if !isPair { starts.append(offset + 1) }
    }
  }

  /// The line that has the byte at `offset`, and the byte's place in it, both from 1.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, offset - starts[low - 1] + 1)
  }
}
