/// The lines of a file that name it before its text begins: fields of front matter, the `<title>` of a page.
///
/// They show no text, so they are lines of ``Line/Kind/frontMatter`` whose text is the value.
struct FileHead {
  var title: Int?
  var authors: [Int] = []
  var date: Int?
  var categories: [Int] = []

  mutating func add(_ field: FrontMatter.Field, line: Int) {
    switch field {
    case .title: title = title ?? line
    case .author: if authors.last != line { authors.append(line) }
    case .date: date = date ?? line
    case .category: if categories.last != line { categories.append(line) }
    }
  }
}
