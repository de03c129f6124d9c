/// Why a document gives no text.
package enum DocumentProblem: Error, Hashable, Sendable {
  /// It opens only with a password.
  case encrypted
  /// Its pages are pictures.
  case scanned
  /// The fonts do not say which characters their letters are, so that what comes out is none that anyone wrote.
  case lettersWithoutUnicode
  /// Its letters are drawn as lines.
  case drawnText
  case damaged
  /// Its bytes are of no kind that is read, whatever its name ends in.
  case unknownContent
  /// It is an archive of files and no document.
  case archive
  case toolMissing(DocumentTool)
  /// The tool ended with an error, or was ended, that says nothing about the document.
  case toolFailed(DocumentTool)
  /// The tool lacks its tables of Chinese fonts.
  case fontTablesMissing
  case limit(DocumentLimit)
  /// An XML part declares a document type, which may make it of any size.
  case documentType
  /// There is nothing to read in it.
  case noText
}

/// Something about a document that was read all the same.
package enum DocumentWarning: String, CaseIterable, Sendable {
  /// A part of it could not be read.
  case partSkipped = "part-skipped"
  /// The order of its lines could not be told for sure.
  case doubtfulOrder = "doubtful-order"
  /// It is damaged, and was read as far as possible.
  case repaired
  /// Some letters have no characters, or are drawn.
  case someLettersUnknown = "letters-unknown"
  /// Some pages are pictures.
  case somePagesScanned = "pages-scanned"
  /// Files that are attached to a mail were not read.
  case attachments
  /// Some text needs tables of fonts that the tool lacks.
  case fontTablesMissing = "font-tables"
}

/// A program that reads a kind of document.
package enum DocumentTool: String, CaseIterable, Sendable {
  case pdftotext
  case antiword
}

/// What a document may not have more of.
package enum DocumentLimit: String, CaseIterable, Sendable {
  case fileBytes = "file-bytes"
  case entries
  case inflatedBytes = "inflated-bytes"
  /// How many times its bytes become more.
  case ratio
  case depth
  case textBytes = "text-bytes"
  case pages
  /// The time that reading takes.
  case time
  case memory
}
