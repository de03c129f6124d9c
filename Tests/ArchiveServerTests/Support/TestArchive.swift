import AnswerRecords
import ArchiveServer
import BulletinSearch
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder with an index that a site answers from.
struct TestArchive: ~Copyable {
  let folder: TemporaryDirectory
  let site: ArchiveSite
  let archive: OpenArchive

  var indexPath: String { folder.path + "/.bsearch" }

  /// An index of files with these names and texts.
  init(_ issues: [(name: String, text: String)] = Self.issues, token: AccessToken? = nil) throws {
    let folder = try TemporaryDirectory()
    for issue in issues { try folder.write(issue.text, to: "issues/" + issue.name) }
    let index = folder.path + "/.bsearch"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: index)
    let archive = try OpenArchive(
      CompanionSettings(index: index, language: .chinese, ownDictionary: index + ".dict"))
    let check = RequestCheck(hosts: HostRule(isLoopback: token == nil), token: token)
    self.folder = folder
    self.archive = archive
    site = ArchiveSite(archive, check: check, language: .chinese)
  }

  func update() throws {
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: indexPath)
  }

  /// The answer to a path.
  func get(_ target: String, _ headers: [String: String] = [:]) throws -> ServerResponse {
    site.response(
      to: try #require(
        ServerRequest(method: "GET", target: target, host: ["127.0.0.1:1"], headers: headers)))
  }

  /// The text of an answer, which has to be right.
  func text(_ target: String) throws -> String {
    let response = try get(target)
    #expect(response.status == 200, "\(target): \(response.text)")
    return response.text
  }

  static func issue(_ number: Int, _ articles: [(title: String, text: String)]) -> String {
    "# 青禾水务简讯\n\n2023年第\(number)期（总第\(90 + number)期）\n\n2023-0\(number)-28\n\n"
      + articles.map { "## 【行业动态】\n\n### **\($0.title)**\n\n\($0.text)\n\n（王宁）\n\n" }.joined()
  }

  static let issues = [
    (
      "1.md",
      issue(
        1,
        [
          ("泵站更新完成", "城东泵站换了水泵，泵站运行正常。\n\n全市泵站共有12座。"),
          ("水库安全检查", "检查了三座水库的大坝。"),
        ])
    ),
    ("2.md", issue(2, [("泵站用电减少", "二月全市泵站共有13座，用电减少。")])),
  ]
}

extension ServerResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// Escapes a text as a query has it.
func encoded(_ text: String) -> String { PercentCode.encoded(text) }
