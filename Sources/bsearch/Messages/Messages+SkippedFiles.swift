/// Why files are left out.
extension Messages {
  /// The words of the library and of the system, in Chinese where they are known.
  func reason(_ reason: String) -> String {
    guard language == .chinese else { return reason.singleLine }
    return Self.reasonWords.reduce(reason.singleLine) { reason, words in
      reason.replacing(words.english, with: words.chinese)
    }
  }

  /// Longer words stand before those that they contain.
  private static let reasonWords = [
    (english: " characters; split it", chinese: " 字；请分成几个"),
    (english: " bytes; split it", chinese: " 字节；请分成几个"),
    (english: "more than ", chinese: "超过 "),
    (english: "larger than ", chinese: "大于 "),
    (english: "longer than ", chinese: "长于 "),
    (english: "not in UTF-8; convert the file first", chinese: "不是 UTF-8；请先转换文件"),
    (english: "no JSON object with id, title and body", chinese: "不是含 id、title、body 的 JSON 对象"),
    (english: "there is no text in it", chinese: "里面没有文字"),
    (english: "there is no document in it", chinese: "里面没有文档"),
    (english: "neither a file nor a folder", chinese: "不是文件，也不是文件夹"),
    (english: "not a file", chinese: "不是文件"),
    (
      english: "the file is in no encoding that is known here; name it with `--encoding`",
      chinese: "认不出编码；请用 --encoding 指定"
    ),
    (
      english: ", not text; save it as text or Markdown first",
      chinese: "，不是文本；请先另存为文本或 Markdown"
    ),
    (english: "the file is a ZIP archive or an Office document", chinese: "文件是 ZIP 压缩包或 Office 文档"),
    (english: "the file is an old Office document", chinese: "文件是旧版 Office 文档"),
    (english: "the file is a PDF document", chinese: "文件是 PDF 文档"),
    (english: "the file is a PNG image", chinese: "文件是 PNG 图片"),
    (english: "the file is a JPEG image", chinese: "文件是 JPEG 图片"),
    (english: "the file is a GIF image", chinese: "文件是 GIF 图片"),
    (english: "the file is a gzip archive", chinese: "文件是 gzip 压缩包"),
    (english: "the file is a RAR archive", chinese: "文件是 RAR 压缩包"),
    (english: "the file is a 7z archive", chinese: "文件是 7z 压缩包"),
    (english: "the file is a program", chinese: "文件是程序"),
    (english: "the file is binary data", chinese: "文件是二进制数据"),
    (english: "No such file or directory", chinese: "没有这个文件"),
    (english: "Permission denied", chinese: "没有权限"),
    (english: "Too many levels of symbolic links", chinese: "链接成环"),
    (english: "Read-only file system", chinese: "文件系统只读"),
    (english: "Not a directory", chinese: "不是文件夹"),
    (english: "Is a directory", chinese: "是文件夹"),
    (english: "File name too long", chinese: "文件名太长"),
    (english: "Too many open files", chinese: "打开的文件太多"),
    (english: "Input/output error", chinese: "读写出错"),
  ]
}
