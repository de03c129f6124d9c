// Indexes a folder and searches it: swift run example-search FOLDER QUERY
import BulletinSearch

/// Makes the index of a folder follow it: what has not changed is not read again.
func update(_ path: String, with folder: String) async throws {
  for try await event in BulletinIndexer.events(paths: [folder], into: path) {
    switch event {
    case .progress(let progress): print("\(progress.filesDone) of \(progress.fileCount) files")
    case .skipped(let file): print("left out: \(file.path)")
    case .finished(let report): print("\(report.issues) issues, \(report.articles) articles")
    }
  }
}

/// Prints the best articles, with what was found in brackets.
func search(_ path: String, for query: String) throws {
  var options = SearchOptions()
  options.limit = 5
  for result in try BulletinIndex(path: path).search(query, options: options).results {
    print("\(result.id)  \(result.title.text)")
    for passage in result.passages {
      var text = ""
      var end = passage.text.startIndex
      for range in passage.highlightRanges {
        text += passage.text[end..<range.lowerBound] + "[" + passage.text[range] + "]"
        end = range.upperBound
      }
      print("  " + text + passage.text[end...])
    }
  }
}

let arguments = CommandLine.arguments
if arguments.count == 3 {
  let path = arguments[1] + "/.bsearch"
  try await update(path, with: arguments[1])
  try search(path, for: arguments[2])
} else {
  print("usage: example-search FOLDER QUERY")
}
