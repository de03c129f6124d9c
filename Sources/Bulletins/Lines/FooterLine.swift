/// A line of the imprint at the end: 报：…, 编辑：…, 电话：….
enum FooterLine {
  enum Kind: CaseIterable {
    /// 报, 抄报
    case report
    /// 送, 主送, 抄送
    case delivery
    /// 发
    case distribution
    /// 编辑, 主编, 责编, 校对, 审核 and their like.
    case staff
    /// 主办, 承办, 编印
    case publisher
    case address
    /// 电话, 传真
    case phone
    /// 邮箱, 网址, 微信
    case mail
    case postcode
    /// 2022年8月30日印发
    case printed
    /// 共印50份
    case copies
  }

  /// What the line begins with, or nil if it is no line of an imprint.
  ///
  /// An article may end in 地址：… as well, so the place of the line in the file has to agree.
  static func kind(of line: Substring) -> Kind? {
    guard line.utf8.count <= maximumByteCount else { return nil }
    let bare = Markup.stripped(line)
    if isCopies(bare) { return .copies }
    if isPrinted(bare) { return .printed }
    var scanner = LineScanner(bare)
    scanner.skip { $0 == " " || $0 == "|" || $0 == "(" || $0 == "*" }
    for (kind, words) in words where scanner.takeLabel(oneOf: words) { return kind }
    return nil
  }

  private static let maximumByteCount = 1200
  private static let maximumPrintedByteCount = 160
  private static let words: [(Kind, [String])] = [
    (.report, ["抄报", "呈报", "报送", "报"]),
    (.delivery, ["主送", "抄送", "分送", "送"]),
    (.distribution, ["印发范围", "发送", "下发", "发"]),
    (
      .staff,
      [
        "责任编辑", "执行编辑", "执行主编", "本期编辑", "编辑部", "编辑", "副主编", "主编", "总编",
        "编委", "责编", "编审", "编校", "校对", "审核", "审稿", "审定", "签发", "联系人", "美编",
      ]
    ),
    (.publisher, ["主办单位", "承办单位", "协办单位", "主办", "承办", "编印单位", "编印"]),
    (.address, ["通讯地址", "通信地址", "联系地址", "编辑部地址", "地址"]),
    (.phone, ["联系电话", "办公电话", "投稿电话", "电话", "传真", "电传", "Tel", "TEL", "Fax", "FAX"]),
    (
      .mail,
      [
        "电子邮箱", "电子信箱", "电子邮件", "投稿邮箱", "联系邮箱", "邮箱", "信箱", "E-mail", "Email",
        "E-MAIL", "email", "网址", "微信号",
      ]
    ),
    (.postcode, ["邮政编码", "邮编"]),
  ]

  private static func isCopies(_ line: Substring) -> Bool {
    guard line.utf8.count <= maximumPrintedByteCount else { return false }
    var scanner = LineScanner(line)
    _ = scanner.take("(")
    guard scanner.take(oneOf: ["共印", "印数", "印"]) != nil else { return false }
    scanner.skip { $0 == " " || $0 == ":" }
    guard scanner.takeNumeral() != nil else { return false }
    scanner.skipBlanks()
    guard scanner.take("份") || scanner.take("册") else { return false }
    _ = scanner.take(")")
    return scanner.isAtEnd
  }

  private static func isPrinted(_ line: Substring) -> Bool {
    guard line.utf8.count <= maximumPrintedByteCount, line.hasSuffix("印发") || line.hasSuffix("印發")
    else { return false }
    return IssueDate.parse(line) != nil || IssueDate.parseTrailing(line) != nil
  }
}

extension LineScanner {
  /// Takes one of the words with the colon after it.
  fileprivate mutating func takeLabel(oneOf words: [String]) -> Bool {
    for word in words {
      var probe = self
      guard probe.take(word: word) else { continue }
      probe.skipBlanks()
      guard probe.take(":") else { continue }
      self = probe
      return true
    }
    return false
  }
}
