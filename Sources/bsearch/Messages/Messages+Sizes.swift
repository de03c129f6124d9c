internal import AnswerRecords
internal import BulletinSearch

extension Messages {
  /// What `status --size` calls a kind of terms.
  func name(of kind: TermKind) -> String {
    switch kind {
    case .hanCharacter: say("汉字", "Han characters")
    case .hanPair: say("两字", "Han pairs")
    case .otherCharacter: say("其他字符", "other characters")
    case .otherPair: say("其他两字符", "other pairs")
    case .mixedPair: say("汉字与其他", "mixed pairs")
    case .word: say("词", "words")
    case .title: say("标题", "titles")
    case .byline: say("署名", "bylines")
    case .identifier: say("编号", "identifiers")
    }
  }
}
