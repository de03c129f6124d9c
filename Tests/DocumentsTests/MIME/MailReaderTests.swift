import Bulletins
import Testing

@testable import Documents

@Suite struct MailReaderTests {
  private func read(_ lines: String...) throws -> PlacedText {
    try DocumentsTests.read(Array(lines.joined(separator: "\r\n").utf8), ending: "eml")
  }

  @Test func `subject and date are title and date`() throws {
    let text = try read(
      "Received: by x", "Subject: =?UTF-8?B?6Z2S56a+566A6K6v?=", "\t=?UTF-8?B?56ysOeacnw==?=",
      "Date: Thu, 28 Sep 2023 09:00:00 +0800", "From: a@example.com", "", "光缆抢修完成。", "", "　　基站开通。")
    #expect(text.title == "青禾简讯第9期")
    #expect(text.date == "2023-09-28")
    #expect(text.lines == ["t 光缆抢修完成。", "t 基站开通。"])
    #expect(text.paragraphs.map(\.isIndented) == [false, true])
    #expect(!text.areParagraphsWhole)
  }

  @Test func `of alternatives the page of the web is read`() throws {
    let text = try read(
      "Subject: a", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"b;1\"",
      "",
      "前言", "--b;1", "Content-Type: text/plain; charset=gb2312",
      "Content-Transfer-Encoding: base64",
      "", "ueLAwg==", "--b;1", "Content-Type: text/html; charset=gb2312",
      "Content-Transfer-Encoding: base64", "", "PGgxPrniwMI8L2gxPjxwPrv51b48L3A+", "--b;1--", "后语")
    #expect(text.lines == ["h1 光缆", "t 基站"])
  }

  @Test func `without a page the plain text is read`() throws {
    let text = try read(
      "Subject: a", "Content-Type: multipart/alternative; boundary=b", "", "--b",
      "Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: base64", "",
      "ueLAwg==",
      "--b", "Content-Type: text/calendar", "", "BEGIN", "--b--")
    #expect(text.lines == ["t 光缆"])
  }

  @Test func `a saved page is read, what belongs to it is not`() throws {
    let text = try read(
      "From: <Saved by Blink>", "MIME-Version: 1.0",
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"", "", "--b",
      "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
      "<html><body><p>=E5=85=89=E7=BC=", "=86=3D</p></body></html>", "--b",
      "Content-Type: text/css", "",
      "p { }", "--b", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "AAAA",
      "--b--")
    #expect(text.lines == ["t 光缆="])
    #expect(text.warnings == [])
  }

  @Test func `a page of frames gives the text of its frames`() throws {
    let text = try read(
      "MIME-Version: 1.0", "Content-Type: multipart/related; boundary=b", "", "--b",
      "Content-Type: text/html", "", "<frameset><frame src=x></frameset>", "--b",
      "Content-Type: text/html", "", "<p>光缆</p>", "--b--")
    #expect(text.lines == ["t 光缆"])
  }

  @Test func `attached files are told, a mail within a mail is read`() throws {
    let text = try read(
      "Subject: a", "Content-Type: multipart/mixed; boundary=b", "", "--b",
      "Content-Type: text/plain", "",
      "见附件", "--b", "Content-Type: application/msword; name*=utf-8''%E7%AE%80%E8%AE%AF.doc",
      "Content-Disposition: attachment", "", "xx", "--b", "Content-Type: message/rfc822", "",
      "Subject: 转发", "Content-Type: text/html", "", "<p>里面</p>", "--b--")
    #expect(text.lines == ["t 见附件", "h1 转发", "t 里面"])
    #expect(text.warnings == [.attachments])
  }

  @Test func `mails within mails without end are read to some depth`() throws {
    let head = "Subject: 转\r\nContent-Type: message/rfc822\r\n\r\n"
    let bytes = Array((String(repeating: head, count: 100) + "Subject: x\r\n\r\n光缆").utf8)
    let text = try DocumentsTests.read(bytes, ending: "eml")
    #expect(text.warnings == [.partSkipped])
  }

  @Test func `a mail of very many lines is refused`() throws {
    let bytes = Array(
      ("Subject: a\r\nFrom: b\r\n\r\n" + String(repeating: "x\n", count: 260_000)).utf8)
    #expect(try problem(of: bytes, ending: "eml") == .limit(.textBytes))
  }

  @Test func `lines that end with a blank go on where the mail says so`() throws {
    let text = try read(
      "Subject: a", "Content-Type: text/plain; format=flowed", "", "光缆抢修 ", "完成。", "基站。")
    #expect(text.lines == ["t 光缆抢修 完成。", "t 基站。"])
    #expect(text.areParagraphsWhole)
  }

  @Test(arguments: [
    ("=?gb2312?B?uQ==?= =?gb2312?B?4sDC?=", "光缆"), ("=?utf-8?Q?5G_=E5=85=89?= x", "5G 光 x"),
    ("a =?x", "a =?x"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
    ("=?utf-8*zh?Q?a?= b =?utf-8?Q?c?=", "a b c"),
    ("光缆", "光缆"), ("=?UTF-8?B?5YWJ?=缆", "光缆"),
  ])
  func `encoded words are decoded, also such as are cut within a character`(
    value: String, text: String
  ) {
    #expect(EncodedWords.decoded(Array(value.utf8)) == text)
  }

  @Test(arguments: [
    ("a; name=\"b;c\\\"d\"; x=y", "b;c\"d"), ("a; name*=utf-8'zh'%E5%85%89", "光"),
    ("a; name*0*=utf-8''%E5%85; name*1*=%89; name*2=\".doc\"", "光.doc"),
    ("a; name==?utf-8?B?5YWJ?=", "光"),
  ])
  func `parameters are read in all their forms`(value: String, text: String) {
    #expect(MIMEParameters(Array(value.utf8)).text("name") == text)
  }

  @Test(
    arguments: [
      ("Thu, 28 Sep 2023 09:00:00 +0800", "2023-09-28"), ("1 Jan 99 00:00 GMT", "1999-01-01"),
      ("28-Sep-2023", "2023-09-28"), ("Sep", nil), ("", nil), ("99 Sep 2023", nil),
    ] as [(String, String?)])
  func `dates of mails are days`(text: String, date: String?) {
    #expect(MailDate.iso(text) == date)
  }
}
