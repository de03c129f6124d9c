internal import Bulletins

extension DocumentTools {
  /// What reads a kind of document now: `docx/1`, `pdf/1 pdftotext/22.12.0`, or `pdf/1 pdftotext/-` without the tool.
  package func reader(of format: DocumentFormat) -> String {
    guard let tool = format.tool else { return format.reader }
    return "\(format.reader) \(tool.rawValue)/\(version(of: tool) ?? "-")"
  }

  /// The version that a tool says it has; nil if it cannot be run.
  func version(of tool: DocumentTool) -> String? {
    guard let input = try? DocumentInput.nothing() else { return nil }
    let arguments = tool == .pdftotext ? ["-v"] : ["-h"]
    guard var process = try? start(tool, arguments, input: input, isLast: false),
      let output = try? process.rest(atMost: 1 << 16), let outcome = try? process.outcome()
    else { return nil }
    return Self.version(in: String(decoding: output, as: UTF8.self) + outcome.messages)
  }

  /// The first word that begins with a digit and has a point: pdftotext version 22.12.0, Version: 0.37  (21 Oct 2005).
  static func version(in text: String) -> String? {
    text.split(whereSeparator: \.isWhitespace).first { word in
      word.first?.isNumber == true && word.contains(".")
        && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-+".contains($0)) }
    }.map(String.init)
  }
}
