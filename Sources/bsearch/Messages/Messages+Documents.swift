internal import AnswerRecords
internal import BulletinSearch

/// What is said of documents.
extension Messages {
  /// `12 个文档，340 页`.
  func documents(_ count: Int, pages: Int) -> String {
    let documents = self.count(count, "个文档", "document")
    return pages > 0 ? list([documents, self.count(pages, "页", "page")]) : documents
  }

  /// Why a document gives no text, and what to do if something can be done.
  func reason(_ fault: DocumentFault) -> String {
    switch fault {
    case .encrypted:
      say("文档有密码；请先去掉密码", "the document is encrypted; remove the password first")
    case .scanned:
      say(
        "扫描件，没有文字层；请先做文字识别（OCR）",
        "a scan without a text layer; recognize its text (OCR) first")
    case .lettersWithoutUnicode:
      say(
        "字体不含 Unicode 对照，读出来的不是原文；请先做文字识别（OCR），或从原稿另存",
        "its fonts do not say which characters their letters are; recognize its text (OCR), or export it "
          + "from its original again")
    case .drawnText:
      say(
        "文字是画出来的，不是字符；请先做文字识别（OCR）",
        "its text is drawn and not written; recognize its text (OCR) first")
    case .damaged: say("文档已损坏", "the document is damaged")
    case .unknownContent:
      say(
        "内容与文件名不符，不是能读的文档",
        "its content is not what its name says, and is of no kind that is read")
    case .archive:
      say(
        "压缩包，里面的文件不会打开；请先解开",
        "an archive, whose files are not opened; unpack it first")
    case .pdftotextMissing:
      say(
        "读 PDF 需要 pdftotext：apt install poppler-utils poppler-data",
        "PDF needs pdftotext: apt install poppler-utils poppler-data")
    case .antiwordMissing:
      say(
        "读 Word 97 以前的文档需要 antiword：apt install antiword；或另存为 DOCX",
        "documents from before Word 97 need antiword: apt install antiword; or save it as DOCX")
    case .pdftotextFailed:
      say(
        "pdftotext 没有正常结束；bsearch doctor 可以检查",
        "pdftotext did not end as it should; `bsearch doctor` looks at it")
    case .antiwordFailed: say("antiword 没有正常结束", "antiword did not end as it should")
    case .fontTablesMissing:
      say(
        "pdftotext 缺中文字体的对照表：apt install poppler-data",
        "pdftotext lacks its tables of Chinese fonts: apt install poppler-data")
    case .tooManyBytes: say("文件太大；请分成几个", "the file is too large; split it")
    case .tooManyEntries, .tooManyInflatedBytes, .tooManyTimesInflated, .tooDeep:
      say(
        "解开后大得不像文档，没有读",
        "it becomes larger or deeper than documents are, so it was not read")
    case .tooMuchText: say("文字太多；请分成几个", "too much text; split it")
    case .tooManyPages: say("页数太多；请分成几个", "too many pages; split it")
    case .tooMuchTime: say("读得太久，已停止", "reading it took too long and was ended")
    case .tooMuchMemory: say("读它要的内存太多，已停止", "reading it took too much memory and was ended")
    case .documentType:
      say("XML 部分带文档类型声明，没有读", "an XML part declares a document type, so it was not read")
    case .noText: say("里面没有文字", "it contains no text")
    case .readerMissing:
      say(
        "缺 bsearch-extract，它应与 bsearch 装在同一文件夹；请重新安装",
        "bsearch-extract is missing, which belongs beside bsearch; install it again")
    case .readerFailed:
      say(
        "读它的程序出错退出；其余文件不受影响", "the program that reads it has failed; other files are not affected")
    }
  }

  /// What is not as it should be in a document that was read.
  func remark(_ remark: DocumentRemark) -> String {
    switch remark {
    case .partSkipped: say("有一部分读不出", "a part of it could not be read")
    case .doubtfulOrder: say("行的先后不能确定", "the order of its lines is doubtful")
    case .repaired: say("文档有损坏，已尽量读出", "it is damaged, and was read as far as possible")
    case .someLettersUnknown:
      say("有些字没有对应的字符", "some of its letters are no known characters")
    case .attachments:
      say("邮件的附件没有读", "files that are attached to it were not read")
    case .misnamed:
      say(
        "名字是文本文件的，内容不是；已按内容读",
        "its name is that of a text, its content is not; it was read by its content")
    case .somePagesScanned:
      say("有些页是扫描件，没有文字", "some of its pages are scans without text")
    case .fontTablesMissing:
      say(
        "有些文字缺字体对照表：apt install poppler-data",
        "some of its text needs tables of fonts: apt install poppler-data")
    }
  }

  /// What is wrong with the documents that were left out, and how many there are of each.
  func faults(_ skipped: [SkippedFile]) -> [[String]] {
    var counts: [DocumentFault: Int] = [:]
    for file in skipped {
      if case .document(let fault) = file.reason { counts[fault, default: 0] += 1 }
    }
    return DocumentFault.allCases.compactMap { fault in
      counts[fault].map { ["  " + reason(fault), grouped($0)] }
    }
  }

  /// How many files are left out because a better one has the same issue.
  func twins(_ count: Int) -> String {
    say(
      "\(grouped(count)) 个文件与另一文件是同一期，不另计",
      "\(self.count(count, "", "file")) with an issue that another file has")
  }

  func twin(_ twin: IssueTwin) -> String {
    say(
      "\(twin.path.pathLine) 与 \(twin.other.pathLine) 是同一期，只收后者",
      "\(twin.path.pathLine) is the same issue as \(twin.other.pathLine), which alone is indexed"
    )
  }

  /// How many more documents could not be read for a reason that was told of one.
  func moreDocuments(_ count: Int, _ fault: DocumentFault) -> String {
    say(
      "另有 \(grouped(count)) 个文件也是这样：\(reason(fault))",
      "\(self.count(count, "", "more file")) for the same reason: \(reason(fault))")
  }
}
