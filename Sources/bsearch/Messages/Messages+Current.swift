internal import AnswerRecords
internal import BulletinSearch

extension Messages {
  /// In the language of the person who started the process.
  static let current = Messages(
    language: Language(
      arguments: CommandLineTexts.arguments ?? [],
      configured: (try? ConfigurationFile.ofProcess.get())?.language,
      environment: Environment.value))
}
