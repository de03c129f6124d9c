internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch doctor`: whether what the command runs with is as it should be.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "doctor", "检查运行环境", "Check what the command runs with.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let diagnosis = Diagnosis()
    let documents = DocumentDiagnosis(documentReader: Environment.documentReader)
    let surroundings = Surroundings()
    try OutputStream.results.write(
      json
        ? JSONText.answer([
          "command": Version.current, "diagnosis": diagnosis, "documents": documents,
          "surroundings": surroundings,
        ])
        : table(diagnosis, documents, surroundings).render(for: .results))
    if !diagnosis.isHealthy || !documents.isHealthy { throw ExitStatus.nothingFound }
  }

  private func table(
    _ diagnosis: Diagnosis, _ documents: DocumentDiagnosis, _ surroundings: Surroundings
  ) -> Table {
    let messages = common.messages
    var table = Table()
    func add(_ chinese: String, _ english: String, _ value: String) {
      table.rows.append([messages.say(chinese, english), value])
    }
    add("版本", "version", Version.current)
    add("ICU", "ICU", "\(diagnosis.icu)  Unicode \(diagnosis.unicode)")
    add("分析规则", "analysis", diagnosis.analyzer)
    add("ICU 词典", "ICU dictionary", messages.dictionary(diagnosis))
    add("汉字切分", "cutting of Han", messages.segmentation(diagnosis))
    add("文档", "documents", messages.program(documents))
    add("PDF", "PDF", messages.pdf(documents))
    add("语言环境", "locale", messages.locale(surroundings))
    add("信息语言", "messages", messages.language.rawValue)
    if let libraries = messages.libraries(surroundings) { add("程序库", "libraries", libraries) }
    return table
  }
}
