internal import Bulletins

/// Why a document (PDF, DOCX, OFD and the like) gives no text.
public enum DocumentFault: String, Error, Sendable, CaseIterable {
  /// It opens only with a password.
  case encrypted
  /// Its pages are pictures: a text layer (OCR) is to be made first.
  case scanned
  /// Its fonts do not say which characters its letters are.
  case lettersWithoutUnicode
  /// Its letters are drawn as lines.
  case drawnText
  /// Its bytes are not what its kind has.
  case damaged
  /// Its content is of no kind that is read.
  case unknownContent
  /// An archive of files, which are not opened.
  case archive
  /// The program that reads PDF, `pdftotext`, is not installed.
  case pdftotextMissing
  /// The same of `antiword`, for documents of Word before 2007.
  case antiwordMissing
  /// `pdftotext` has failed.
  case pdftotextFailed
  /// The same of `antiword`.
  case antiwordFailed
  /// `pdftotext` lacks its tables of Chinese fonts (poppler-data).
  case fontTablesMissing
  /// More bytes than a document may have.
  case tooManyBytes
  /// An archive of more files than a document has.
  case tooManyEntries
  /// Its parts inflate to more bytes than they may.
  case tooManyInflatedBytes
  /// Its parts inflate to many times what they are.
  case tooManyTimesInflated
  /// Its parts are nested deeper than those of documents are.
  case tooDeep
  /// It gives more text than a document may have.
  case tooMuchText
  /// More pages than a document may have.
  case tooManyPages
  /// Reading it took longer than it may.
  case tooMuchTime
  /// Reading it took more memory than it may.
  case tooMuchMemory
  /// An XML part declares a document type.
  case documentType
  /// There is nothing to read in it.
  case noText
  /// The reader of documents, `bsearch-extract`, is not beside the command.
  case readerMissing
  /// The reader has ended before its time, or said what it never says.
  case readerFailed
}

extension DocumentFault {
  init(_ problem: DocumentProblem) {
    self =
      switch problem {
      case .encrypted: .encrypted
      case .scanned: .scanned
      case .lettersWithoutUnicode: .lettersWithoutUnicode
      case .drawnText: .drawnText
      case .damaged: .damaged
      case .unknownContent: .unknownContent
      case .archive: .archive
      case .toolMissing(.pdftotext): .pdftotextMissing
      case .toolMissing(.antiword): .antiwordMissing
      case .toolFailed(.pdftotext): .pdftotextFailed
      case .toolFailed(.antiword): .antiwordFailed
      case .fontTablesMissing: .fontTablesMissing
      case .documentType: .documentType
      case .noText: .noText
      case .limit(let limit): Self.fault(of: limit)
      }
  }

  private static func fault(of limit: DocumentLimit) -> DocumentFault {
    switch limit {
    case .fileBytes: .tooManyBytes
    case .entries: .tooManyEntries
    case .inflatedBytes: .tooManyInflatedBytes
    case .ratio: .tooManyTimesInflated
    case .depth: .tooDeep
    case .textBytes: .tooMuchText
    case .pages: .tooManyPages
    case .time: .tooMuchTime
    case .memory: .tooMuchMemory
    }
  }

  /// Whether it says nothing of the document: with another installation it may be read.
  public var isOfInstallation: Bool {
    switch self {
    case .pdftotextMissing, .antiwordMissing, .pdftotextFailed, .antiwordFailed, .fontTablesMissing,
      .readerMissing:
      true
    default: false
    }
  }

  /// The number of an index, which is never given to another one.
  var stored: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  init?(stored: Int) {
    guard Self.allCases.indices.contains(stored) else { return nil }
    self = Self.allCases[stored]
  }
}

/// What is not as it should be in a document that was read all the same.
public enum DocumentRemark: String, Sendable, CaseIterable, Codable {
  /// A part of it could not be read.
  case partSkipped
  /// The order of its lines could not be told for sure.
  case doubtfulOrder
  /// It is damaged, and was read as far as possible.
  case repaired
  /// Some letters have no characters, or are drawn.
  case someLettersUnknown
  /// Some pages are pictures.
  case somePagesScanned
  /// Some text needs tables of fonts that `pdftotext` lacks.
  case fontTablesMissing
  /// Files that are attached to a mail were not read.
  case attachments
  /// Its name is that of a text.
  case misnamed

  init(_ warning: DocumentWarning) {
    self =
      switch warning {
      case .partSkipped: .partSkipped
      case .doubtfulOrder: .doubtfulOrder
      case .repaired: .repaired
      case .someLettersUnknown: .someLettersUnknown
      case .somePagesScanned: .somePagesScanned
      case .fontTablesMissing: .fontTablesMissing
      case .attachments: .attachments
      }
  }

  /// Several as the bits of a number, in the order of the cases.
  static func code(of remarks: [DocumentRemark]) -> Int {
    allCases.enumerated().reduce(0) { $0 | (remarks.contains($1.element) ? 1 << $1.offset : 0) }
  }

  static func all(ofCode code: Int) -> [DocumentRemark] {
    allCases.enumerated().filter { code & 1 << $0.offset != 0 }.map(\.element)
  }
}
