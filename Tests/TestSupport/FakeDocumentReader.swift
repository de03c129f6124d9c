/// A program in the place of the one that reads documents, which takes a document for what is to be said of it, or for
/// Markdown.
///
/// A document whose first line is `DIE`, `HANG`, `FLOOD`, `LINGER` or `MUMBLE` lets it do that, and for one that begins
/// with `COUNT NAME` a byte is added to a file of that name.
public struct FakeDocumentReader: Sendable {
  public let path: String
  /// What it says that reads documents.
  private let readersPath: String

  /// Writes the program to a folder.
  public init(in folder: borrowing TemporaryDirectory) throws {
    readersPath = folder.path + "/fake-readers"
    path = try StandIn.make(
      """
      if [ "$1" = --readers ]; then cat '\(readersPath)'; exit; fi
      IFS= read -r first
      case $first in
        DIE) kill -s SEGV $$ ;;
        HANG) exec sleep 1000 ;;
        FLOOD) exec yes ;;
        LINGER) sleep 1000 & exit 3 ;;
        MUMBLE) echo mumble; exit 0 ;;
        COUNT*) printf x >> '\(folder.path)'/"${first#COUNT }"; exec cat ;;
      esac
      if [ "$first" = 'bsearch-document 1' ]; then printf '%s\\n' "$first"; exec cat; fi
      { printf '%s\\n' "$first"; cat; } | awk -v kind="$1" '
        BEGIN { print "bsearch-document 1"; print "reader " kind "/1"; print "text" }
        /^[ \\t]*$/ { next }
        { count++ }
        match($0, /^#+ /) { print "h" RLENGTH - 1 " 1\\t" substr($0, RLENGTH + 1); next }
        { print "t 1\\t" $0 }
        END { print "end " count + 0 }'
      """, named: "fake-reader", in: folder)
    try set("pdf/1 pdftotext/22.12.0", "docx/1", "unknown/1")
  }

  /// Lets it say what reads documents.
  public func set(_ readers: String...) throws {
    try writeFile(Array(readers.map { $0 + "\n" }.joined().utf8), to: readersPath)
  }

  /// A document with paragraphs in the form that is handed over: `h1 1`, a tab and a text, and so on.
  public static func document(
    _ paragraphs: String..., reader: String = "pdf/1", head: String...
  ) -> String {
    (["bsearch-document 1", "reader \(reader)"] + head + ["text"] + paragraphs
      + ["end \(paragraphs.count)"]).map { $0 + "\n" }.joined()
  }

  /// A document that gives no text.
  public static func problem(_ problem: String, reader: String = "pdf/1") -> String {
    "bsearch-document 1\nreader \(reader)\nproblem \(problem)\nend 0\n"
  }
}
