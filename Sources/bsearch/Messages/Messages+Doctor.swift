internal import AnswerRecords
internal import BulletinSearch

/// What `doctor` says.
extension Messages {
  func dictionary(_ diagnosis: Diagnosis) -> String {
    guard let count = diagnosis.dictionaryWordCount else {
      return say("读不出", "cannot be read")
    }
    return self.count(count, "词", "word")
  }

  func segmentation(_ diagnosis: Diagnosis) -> String {
    switch diagnosis.segmentation {
    case .dictionary:
      guard let byteCount = diagnosis.tableByteCount else {
        return say(
          "用 ICU 词典，与 ICU 迭代器一致；词典装不进速查表，建库较慢",
          "by ICU's dictionary, as its iterator does; it does not fit a table, so indexing is slower"
        )
      }
      return say(
        "用 ICU 词典，与 ICU 迭代器一致；速查表 \(byteSize(byteCount))",
        "by ICU's dictionary, as its iterator does; table of \(byteSize(byteCount))")
    case .iteratorForUnreadableDictionary:
      return say(
        "用 ICU 迭代器，因为词典读不出；建库慢数倍，结果不受影响",
        "by ICU's iterator, since the dictionary cannot be read; indexing is several times slower, "
          + "results are the same")
    case .iteratorForOtherCuts:
      return say(
        "用 ICU 迭代器，因为它的切法与词典不合；建库慢数倍，结果不受影响",
        "by ICU's iterator, since it cuts otherwise than its dictionary says; indexing is several "
          + "times slower, results are the same")
    }
  }

  /// What reads documents, with the versions of tools.
  func program(_ documents: DocumentDiagnosis) -> String {
    guard let program = documents.program else { return reason(.readerMissing) }
    return list([program.pathLine] + documents.readers.map(\.pathLine))
  }

  /// Whether a PDF of its own could be read.
  func pdf(_ documents: DocumentDiagnosis) -> String {
    switch documents.pdf {
    case .readable:
      say(
        "读得出，字体对照表已装", "can be read, also where the fonts are not in it")
    case .toolMissing: reason(.pdftotextMissing)
    case .fontTablesMissing: reason(.fontTablesMissing)
    case .failed: say("试读失败", "a sample could not be read")
    }
  }

  func locale(_ surroundings: Surroundings) -> String {
    let name = surroundings.locale ?? say("未设置", "not set")
    if surroundings.isUTF8 { return name }
    return name
      + say("；不是 UTF-8，但输入输出都按 UTF-8", "; not UTF-8, but all that is read and written is")
  }

  /// Nil where the system does not say.
  func libraries(_ surroundings: Surroundings) -> String? {
    guard !surroundings.libraries.isEmpty else { return nil }
    let swift =
      surroundings.isSwiftStatic
      ? say("Swift 静态链接", "Swift linked statically")
      : say("Swift 动态链接", "Swift linked dynamically")
    return list([swift] + surroundings.icuLibraries)
  }
}
