#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

internal import InvertedIndex
internal import TextAnalysis

/// Why a file, a folder or a line of a file cannot be read.
///
/// An index keeps it as two numbers (`stored`); words for people are made where they are shown.
public enum FileProblem: Error, Sendable, Equatable {
  /// A call of the system failed, with this number of its kind of failure (`errno`).
  case system(code: Int32)
  /// Something else than a file: a device, a pipe, a folder.
  case notAFile
  /// It is something that has no content, as a socket.
  case neitherFileNorFolder
  /// More bytes than a file may have.
  case tooManyBytes(limit: Int)
  /// A line of more bytes than a line may have.
  case tooLongLine(limit: Int)
  /// A line so long that what is behind it was not looked for.
  case endlessLine(limit: Int)
  /// More characters than a text may have.
  case tooManyCharacters(limit: Int)
  /// There is no text in it.
  case noText
  /// A file of documents without one.
  case noDocument
  /// A line that is no JSON object with an identifier and a text.
  case noJSONObject
  /// A line of a file of documents in another encoding.
  case notUTF8
  /// It is no text, and of a kind that is not read.
  case binary(FileKind)
  /// No encoding that is known gives text.
  case undecodable
  /// ICU has no table of the encoding of this name.
  case noConverter(encoding: String)
  /// The system has no room to watch more folders.
  case tooManyFolders
  /// The system does not tell of changes.
  case noNotifications
  /// A folder of which the index has articles has nothing in it any more, as one on which no drive is mounted.
  case emptiedFolder
  /// A link that leads out of the folder, and is not followed; see ``LinkRule``.
  case linkOutside
  /// A document that gives no text.
  case document(DocumentFault)
}

/// What a file is that is no text.
public enum FileKind: Sendable, CaseIterable {
  /// Also the documents of word processors (docx, odt, epub).
  case zip
  /// A PDF.
  case pdf
  /// The documents of Office before 2007 (doc, xls, ppt).
  case legacyOffice
  /// A picture.
  case png
  /// A picture.
  case jpeg
  /// A picture.
  case gif
  /// A compressed file.
  case gzip
  /// An archive of RAR.
  case rar
  /// An archive of 7-Zip.
  case sevenZip
  /// A program.
  case program
  /// Known by its null bytes only.
  case unknown
}

/// In English, for programmers.
extension FileProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .system(let code): systemMessage(for: code)
    case .notAFile: "not a file"
    case .neitherFileNorFolder: "neither a file nor a folder"
    case .tooManyBytes(let limit): "larger than \(limit) bytes"
    case .tooLongLine(let limit): "a line longer than \(limit) bytes"
    case .endlessLine(let limit):
      "a line longer than \(limit) bytes; the rest of the file was not read"
    case .tooManyCharacters(let limit): "more than \(limit) characters"
    case .noText: "no text in it"
    case .noDocument: "no document in it"
    case .noJSONObject: "not a JSON object with id, title and body"
    case .notUTF8: "not in UTF-8"
    case .binary(let kind): "not text but \(kind)"
    case .undecodable: "in no known encoding"
    case .noConverter(let encoding): "ICU cannot decode \(encoding)"
    case .tooManyFolders: "too many folders to watch"
    case .noNotifications: "the system does not tell of changes"
    case .emptiedFolder: "an empty folder of which the index has articles"
    case .linkOutside: "a link out of the folder that is not followed"
    case .document(let fault): "a document that cannot be read: \(fault.rawValue)"
    }
  }
}

extension FileProblem {
  /// Whether the system has failed to give what may be there.
  var isOfSystem: Bool {
    if case .system = self { true } else { false }
  }

  /// Whether what may be there could not be had now, so that what was had before is not given up for it.
  var isOfMoment: Bool {
    if case .document(let fault) = self { fault.isOfInstallation } else { isOfSystem }
  }

  /// Whether the system says that there is nothing.
  var isAbsence: Bool {
    if case .system(let code) = self { InvertedIndex.isAbsence(code) } else { false }
  }

  /// Whether the system says that a link leads nowhere, or in circles.
  var isOfLink: Bool { isAbsence || self == .system(code: ELOOP) }

  /// What is said of a file for which nobody waits any more.
  static var cancelled: FileProblem { .system(code: ECANCELED) }

  /// The problem of the call of the system that failed last on this thread.
  static var lastOfSystem: FileProblem { .system(code: errno) }

  init(_ error: TextDecodingError) {
    self =
      switch error {
      case .binary(let kind): .binary(FileKind(kind))
      case .undecodable: .undecodable
      case .converterUnavailable(let encoding): .noConverter(encoding: encoding.rawValue)
      }
  }

  /// The two numbers of an index: the kind of the problem, and what it is of that kind.
  ///
  /// Numbers are never given to another kind. The code of a system is that of the one which made the index.
  var stored: (kind: Int, detail: Int) {
    switch self {
    case .system(let code): (0, Int(max(code, 0)))
    case .notAFile: (1, 0)
    case .neitherFileNorFolder: (2, 0)
    case .tooManyBytes(let limit): (3, limit)
    case .tooLongLine(let limit): (4, limit)
    case .tooManyCharacters(let limit): (5, limit)
    case .noText: (6, 0)
    case .noDocument: (7, 0)
    case .noJSONObject: (8, 0)
    case .notUTF8: (9, 0)
    case .binary(let kind): (10, FileKind.stored.firstIndex(of: kind) ?? 0)
    case .undecodable: (11, 0)
    case .noConverter(let encoding): (12, Self.storedEncodings.firstIndex(of: encoding) ?? 0)
    case .tooManyFolders: (13, 0)
    case .noNotifications: (14, 0)
    case .emptiedFolder: (15, 0)
    case .linkOutside: (16, 0)
    case .document(let fault): (17, fault.stored)
    case .endlessLine(let limit): (18, limit)
    }
  }

  /// Nil if there is no such problem.
  init?(kind: Int, detail: Int) {
    switch kind {
    case 0: self = .system(code: Int32(clamping: detail))
    case 1: self = .notAFile
    case 2: self = .neitherFileNorFolder
    case 3: self = .tooManyBytes(limit: detail)
    case 4: self = .tooLongLine(limit: detail)
    case 5: self = .tooManyCharacters(limit: detail)
    case 6: self = .noText
    case 7: self = .noDocument
    case 8: self = .noJSONObject
    case 9: self = .notUTF8
    case 10:
      guard FileKind.stored.indices.contains(detail) else { return nil }
      self = .binary(FileKind.stored[detail])
    case 11: self = .undecodable
    case 12:
      guard Self.storedEncodings.indices.contains(detail) else { return nil }
      self = .noConverter(encoding: Self.storedEncodings[detail])
    case 13: self = .tooManyFolders
    case 14: self = .noNotifications
    case 15: self = .emptiedFolder
    case 16: self = .linkOutside
    case 17:
      guard let fault = DocumentFault(stored: detail) else { return nil }
      self = .document(fault)
    case 18: self = .endlessLine(limit: detail)
    default: return nil
    }
  }

  private static let storedEncodings = [
    "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gb18030", "big5",
  ]
}

extension FileKind {
  /// Whether files of this kind may be documents with a text.
  var mayBeDocument: Bool { self == .pdf || self == .zip || self == .legacyOffice }

  fileprivate static let stored: [FileKind] = [
    .unknown, .zip, .pdf, .legacyOffice, .png, .jpeg, .gif, .gzip, .rar, .sevenZip, .program,
  ]

  init(_ kind: BinaryKind) {
    self =
      switch kind {
      case .zip: .zip
      case .pdf: .pdf
      case .legacyOffice: .legacyOffice
      case .png: .png
      case .jpeg: .jpeg
      case .gif: .gif
      case .gzip: .gzip
      case .rar: .rar
      case .sevenZip: .sevenZip
      case .program: .program
      case .unknown: .unknown
      }
  }
}
