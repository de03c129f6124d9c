/// Reads what a byline says, once it is known where it stands.
enum BylineReader {
  /// Names, roles, or an office with its author; nil for anything else, so for （区、市） and （一）.
  static func read(_ text: Substring, range: Range<Int>) -> Byline? {
    if let names = PersonName.list(in: text) {
      return Byline(text: String(text), authors: names, range: range)
    }
    return readRoles(text, range: range) ?? readSuffixed(text, range: range)
      ?? readUnit(text, range: range)
  }

  /// 供稿：单位 初审：甲 复审：乙, 通讯员 甲 记者 乙.
  static func readRoles(
    _ text: Substring, range: Range<Int>, takesAnyName: Bool = false
  ) -> Byline? {
    var scanner = LineScanner(text)
    scanner.skipBlanks()
    guard let first = scanner.takeRole(orBar: takesAnyName) else { return nil }
    var byline = Byline(text: String(text), authors: [], range: range)
    var role = first
    var start = scanner.index
    var isBoundary = true
    while true {
      var probe = scanner
      let next = isBoundary ? probe.takeRole(orBar: takesAnyName) : nil
      guard scanner.isAtEnd || next != nil else {
        isBoundary = scanner.next.map { " 、,;/|".unicodeScalars.contains($0) } ?? true
        scanner.advance()
        continue
      }
      let value = text[start..<scanner.index]
      guard
        add(value, role: role, to: &byline)
          || takesAnyName && addAny(value, role: role, to: &byline)
      else { return nil }
      guard let next else { break }
      (role, scanner, start) = (next, probe, probe.index)
    }
    // A source alone is none who wrote, and SourceCredit reads it.
    return byline.credits.contains { $0.role != "来源" } ? byline : nil
  }

  /// The roles right under a title.
  static func readTop(_ text: Substring, range: Range<Int>) -> Byline? {
    guard var byline = readRoles(text, range: range, takesAnyName: true) else { return nil }
    if byline.authors.isEmpty, byline.unit == nil {
      byline.authors = byline.credits.filter { CreditRole.editing.contains($0.role) }.map(\.name)
    }
    return byline
  }

  /// Names that are none of Chinese persons: xen0n, SOFA 团队, Zhang San.
  private static func addAny(_ value: Substring, role: String, to byline: inout Byline) -> Bool {
    let names = value.unicodeScalars.split { "、,，/|;；&".unicodeScalars.contains($0) }
      .map { Substring($0).trimmed }.filter { !$0.isEmpty }
    guard !names.isEmpty, names.allSatisfy({ isAnyName($0) }) else { return false }
    byline.credits += names.map { Credit(role: role, name: String($0)) }
    if CreditRole.isWriting(role) { byline.authors += names.map { String($0) } }
    return true
  }

  private static func isAnyName(_ name: Substring) -> Bool {
    name.unicodeScalars.count <= maximumUnitLength
      && name.unicodeScalars.contains { $0.properties.isAlphabetic }
      && !name.unicodeScalars.contains { "。！？：:…".unicodeScalars.contains($0) }
  }

  /// 山西联通公司 赵非: an office first, then nothing but names.
  static func readUnit(_ text: Substring, range: Range<Int>) -> Byline? {
    let words = text.words
    for split in words.indices.dropFirst() {
      let unit = text[..<words[split].startIndex].trimmed
      guard isUnit(unit), let names = PersonName.list(in: text[words[split].startIndex...]) else {
        continue
      }
      return Byline(text: String(text), authors: names, unit: String(unit), range: range)
    }
    return nil
  }

  /// 办公室供稿, 王宁 供稿, 李红 摄.
  private static func readSuffixed(_ text: Substring, range: Range<Int>) -> Byline? {
    for role in suffixes where text.hasSuffix(role) {
      let name = text.dropLast(role.count).trimmed
      var byline = Byline(text: String(text), authors: [], range: range)
      guard PersonName.list(in: name) != nil || isUnit(name) else { continue }
      return add(name, role: role, to: &byline) ? byline : nil
    }
    return nil
  }

  private static let suffixes = ["供稿", "撰稿", "整理", "文/图", "图/文", "摄影", "编译", "摄"]
  private static let maximumUnitLength = 30
  private static let unitEndings = [
    "公司", "局", "部", "处", "室", "院", "会", "中心", "厅", "集团", "科", "所", "站", "学校", "学院", "大学",
    "厂", "委", "办", "队", "社", "联通", "移动", "电信", "铁塔", "邮政", "支部", "党委", "街道", "银行", "医院",
  ]
  /// What closes a value without belonging to it.
  private static let trailers = Set("、,，;；。/|".unicodeScalars)

  static func isUnit(_ text: Substring) -> Bool {
    let scalars = text.unicodeScalars.map(LineFolding.fold)
    guard (3...maximumUnitLength).contains(scalars.count),
      scalars.allSatisfy({ LineFolding.isHan($0) || $0.properties.isAlphabetic || $0 == " " })
    else { return false }
    let folded = String(String.UnicodeScalarView(scalars))
    return unitEndings.contains(where: folded.hasSuffix)
  }

  private static func add(_ value: Substring, role: String, to byline: inout Byline) -> Bool {
    var scalars = value.trimmed.unicodeScalars
    while let last = scalars.last, trailers.contains(last) || LineFolding.isBlank(last) {
      scalars = scalars.dropLast()
    }
    let name = Substring(scalars)
    guard !name.isEmpty, name.unicodeScalars.count <= maximumUnitLength,
      !name.unicodeScalars.contains(where: { "。！？：".unicodeScalars.contains($0) })
    else { return false }
    guard let names = PersonName.list(in: name) else {
      return addUnit(name, role: role, to: &byline)
    }
    byline.credits += names.map { Credit(role: role, name: $0) }
    if CreditRole.isWriting(role) { byline.authors += names }
    return true
  }

  private static func addUnit(_ name: Substring, role: String, to byline: inout Byline) -> Bool {
    guard CreditRole.isWriting(role) else {
      byline.credits.append(Credit(role: role, name: String(name)))
      return true
    }
    if let mixed = readUnit(name, range: byline.range) {
      byline.credits += mixed.authors.map { Credit(role: role, name: $0) }
      byline.authors += mixed.authors
      byline.unit = byline.unit ?? mixed.unit
    } else if role.hasPrefix("供稿") || role == "来稿" || role == "投稿" || isUnit(name) {
      byline.credits.append(Credit(role: role, name: String(name)))
      byline.unit = byline.unit ?? String(name)
    } else if role == "作者", !name.unicodeScalars.contains(where: LineFolding.isBlank) {
      byline.credits.append(Credit(role: role, name: String(name)))
      byline.authors.append(String(name))
    } else {
      return false
    }
    return true
  }
}
