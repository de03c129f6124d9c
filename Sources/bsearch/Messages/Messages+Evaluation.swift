internal import AnswerRecords
internal import BulletinSearch

/// The words of `eval`.
extension Messages {
  func exclusive(_ first: String, _ second: String) -> String {
    say("\(first) 和 \(second) 只能用一个", "\(first) and \(second) cannot be used together")
  }

  func noSuchSetting(_ settings: String, names: [String]) -> String {
    let names = names.joined(separator: say("、", ", "))
    return say(
      "\(settings) 不是搜索方式；请写匹配方式，或 参数=数值（不小于 0，b 不大于 1），以逗号相连；可写 \(names)",
      "\(settings) is no way to search; write kinds of matching, or NAME=VALUE with a value "
        + "from 0 on, for b up to 1, joined by commas, of \(names)")
  }

  func pairedTest(drawCount: Int, seed: UInt64) -> String {
    say(
      "p：双侧配对随机化检验（Smucker、Allan 和 Carterette，2007），抽取 \(grouped(drawCount)) 次，种子 \(seed)",
      "p: paired randomisation test on two sides (Smucker, Allan and Carterette, 2007), "
        + "\(grouped(drawCount)) draws, seed \(seed)")
  }

  func missingDocuments(_ missing: Int, of count: Int) -> String {
    say(
      "\(grouped(count)) 篇相关文档中有 \(grouped(missing)) 篇不在索引里，查不到",
      "\(grouped(missing)) of \(grouped(count)) relevant documents are not in the index "
        + "and cannot be found")
  }

  func leftOut(_ number: Int) -> String {
    say(
      "\(grouped(number)) 个查询没有相关文档，不计",
      "\(count(number, "", "query", "queries")) left out, without a relevant document")
  }

  func unanswered(_ number: Int) -> String {
    say(
      "\(grouped(number)) 个查询没有结果，计 0 分",
      "\(count(number, "", "query", "queries")) without results, counted as 0")
  }

  func notWritable(_ path: String, _ code: Int32) -> String {
    say(
      "\(path)：写不了（\(system(code))）", "\(path): \(system(code)); name a file that can be written")
  }

  func evaluation(_ error: EvaluationError) -> String {
    switch error {
    case .unreadable(let path, let reason):
      say(
        "\(path)：读不到（\(self.reason(reason))）", "cannot read \(path): \(self.reason(reason))")
    case .malformed(let path, let line, let kind):
      say(
        "\(path):\(line)：不是\(name(kind))；每行应为 \(form(kind))",
        "\(path):\(line): not a line of \(name(kind)); each line is \(form(kind))")
    case .repeatedQuery(let path, let line, let id):
      say(
        "\(path):\(line)：前面已有编号为 \(id) 的查询；每个查询要有自己的编号",
        "\(path):\(line): the query identifier \(id) is already used; give each query its own")
    case .empty(let path, let kind):
      say(
        "\(path)：里面没有\(name(kind))；每行应为 \(form(kind))",
        "\(path) contains no \(name(kind)); each line is \(form(kind))")
    case .noJudgedQuery(let queries, let judgements):
      say(
        "\(queries) 里没有一个查询在 \(judgements) 里有相关文档；请看这两个文件是否配套",
        "no query of \(queries) has a relevant document in \(judgements); check that the two belong "
          + "together")
    case .noJudgedDocument(let judgements):
      say(
        "\(judgements) 里的相关文档没有一篇在索引里；请看索引是否就是这个文档集的",
        "none of the relevant documents of \(judgements) is in the index; check that it is the index of "
          + "the same collection")
    case .blankInIdentifier(let id):
      say(
        "编号“\(id)”里有空白，不能写进 TREC 结果文件；请去掉 --run",
        "the identifier '\(id)' contains a blank, which a TREC run file cannot have; omit --run")
    case .noTemporaryFolder(let path):
      say(
        "\(path)：写不了临时索引；请把 TMPDIR 设为有空间的文件夹",
        "cannot write a temporary index in \(path); set TMPDIR to a folder that has room")
    }
  }

  private func name(_ kind: EvaluationError.FileKind) -> String {
    switch kind {
    case .queries: say("查询", "queries")
    case .judgements: say("相关判断", "judgements")
    case .run: say("检索结果", "results")
    }
  }

  private func form(_ kind: EvaluationError.FileKind) -> String {
    switch kind {
    case .queries:
      say(
        "查询编号⇥文本，或含 _id 和 text 的 JSON", "QUERY-ID⇥TEXT, or a JSON object with _id and text")
    case .judgements:
      say(
        "查询编号⇥文档编号⇥等级，或 查询编号 0 文档编号 等级",
        "QUERY-ID⇥DOCUMENT-ID⇥GRADE, or QUERY-ID 0 DOCUMENT-ID GRADE")
    case .run:
      say("查询编号 Q0 文档编号 名次 分数 标签", "QUERY-ID Q0 DOCUMENT-ID RANK SCORE TAG")
    }
  }
}
