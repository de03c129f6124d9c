internal import AnswerRecords
internal import BulletinSearch

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why files cannot be read or written.
extension Messages {
  /// What is wrong, and what to do if something can be done.
  func reason(_ problem: FileProblem) -> String {
    switch problem {
    case .system(let code): system(code)
    case .notAFile: say("不是文件", "not a file")
    case .neitherFileNorFolder: say("不是文件，也不是文件夹", "neither a file nor a folder")
    case .tooManyBytes(let limit):
      say("大于 \(limit) 字节；请分成几个", "larger than \(limit) bytes; split it")
    case .tooLongLine(let limit):
      say("长于 \(limit) 字节；请分成几个", "longer than \(limit) bytes; split it")
    case .endlessLine(let limit):
      say(
        "有一行长于 \(limit) 字节，这一行及其后都没有读",
        "a line is longer than \(limit) bytes; it and all behind it were not read")
    case .tooManyCharacters(let limit):
      say("超过 \(limit) 字；请分成几个", "more than \(limit) characters; split it")
    case .noText: say("里面没有文字", "it contains no text")
    case .noDocument: say("里面没有文档", "it contains no document")
    case .noJSONObject:
      say("不是含 id、title、body 的 JSON 对象", "not a JSON object with id, title and body")
    case .notUTF8: say("不是 UTF-8；请先转换文件", "not in UTF-8; convert the file first")
    case .binary(.unknown):
      say(
        "文件像是二进制数据，不是文本；请另存为文本或 Markdown；如果是文本，用 --encoding 指定编码",
        "the file looks like binary data, not text; save it as text or Markdown, or if it is text, name its "
          + "encoding with --encoding")
    case .binary(let kind):
      say(
        "文件是\(name(kind))，不是文本；请先另存为文本或 Markdown",
        "the file is \(name(kind)), not text; save it as text or Markdown first")
    case .undecodable:
      say("认不出编码；请用 --encoding 指定", "unknown encoding; name it with --encoding")
    case .noConverter(let encoding):
      say(
        "ICU 不能解码 \(encoding)；请重新安装 ICU 及其数据",
        "ICU cannot decode \(encoding); reinstall ICU with its data")
    case .tooManyFolders:
      say(
        "要监视的文件夹太多（fs.inotify.max_user_watches）",
        "too many folders to watch (fs.inotify.max_user_watches)")
    case .noNotifications: say("这个系统不通知变化", "this system does not report changes")
    case .emptiedFolder: say("文件夹是空的", "the folder is empty")
    case .linkOutside:
      say(
        "通往文件夹之外的链接，没有跟随；都要跟随用 --links all",
        "a link out of the folder, which is not followed; --links all follows it")
    case .document(let fault): reason(fault)
    }
  }

  private func name(_ kind: FileKind) -> String {
    switch kind {
    case .zip: say(" ZIP 压缩包或 Office 文档", "a ZIP archive or an Office document")
    case .pdf: say(" PDF 文档", "a PDF document")
    case .legacyOffice: say("旧版 Office 文档", "an old Office document")
    case .png: say(" PNG 图片", "a PNG image")
    case .jpeg: say(" JPEG 图片", "a JPEG image")
    case .gif: say(" GIF 图片", "a GIF image")
    case .gzip: say(" gzip 压缩包", "a gzip archive")
    case .rar: say(" RAR 压缩包", "a RAR archive")
    case .sevenZip: say(" 7z 压缩包", "a 7z archive")
    case .program: say("程序", "a program")
    case .unknown: say("二进制数据", "binary data")
    }
  }

  /// A failure of the system by its number: in Chinese those that files meet most, else the system's words.
  func system(_ code: Int32) -> String {
    if language == .chinese, let words = Self.systemWords[code] { return words }
    return String(cString: strerror(code))
  }

  private static let systemWords: [Int32: String] = [
    ENOENT: "没有这个文件", EACCES: "没有权限", EPERM: "不允许", ELOOP: "链接成环", EROFS: "文件系统只读",
    ENOTDIR: "不是文件夹", EISDIR: "是文件夹", ENAMETOOLONG: "文件名太长", EMFILE: "打开的文件太多",
    ENFILE: "打开的文件太多", EIO: "读写出错", ESTALE: "网络文件已失效", EFBIG: "文件太大", ENOSPC: "磁盘已满",
    EDQUOT: "超出磁盘配额", EPIPE: "管道已关闭", EBUSY: "正被占用",
  ]
}
