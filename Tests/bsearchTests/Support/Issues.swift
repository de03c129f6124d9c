import TestSupport

/// Two invented issues of a bulletin and the index of them.
struct Issues: ~Copyable {
  let directory: TemporaryDirectory

  var command: Command { Command(folder: directory.path) }

  /// Issues that have only been written.
  static func written() throws -> Issues {
    let directory = try TemporaryDirectory()
    try directory.write(Self.august, to: "issues/2022-08.md")
    try directory.write(Self.september, to: "issues/2022-09.md")
    return Issues(directory: directory)
  }

  /// Issues that have been indexed.
  static func indexed() throws -> Issues {
    let issues = try Issues.written()
    _ = try issues.command.run("index", "issues")
    return issues
  }

  private static let august = """
    # 青川水务简讯

    第8期 总第92期

    青川水务局

    2022年8月30日

    ## 目 录

    <b>【工程建设】</b> ..... <b>1</b>
    城南泵站投入运行 ..... 1
    老城管网改造过半 ..... 2

    ## 【工程建设】

    # 城南泵站投入运行

    八月十二日，城南泵站通过验收，日供水两万吨，五个街道的水压当晚恢复正常。（林舟）

    # 老城管网改造过半

    老城更换管道十七公里，占计划的百分之五十六，北门一带要等雨季过去再动工。（苏禾）

    """

  private static let september = """
    # 青川水务简讯

    第9期 总第93期

    青川水务局

    2022年9月30日

    ## 目 录

    <b>【工程建设】</b> ..... <b>1</b>
    第二泵站开工 ..... 1

    ## 【工程建设】

    # 第二泵站开工

    九月三日，第二泵站在河东开工，建成后与城南互为备用，总投资一千二百万元。（林舟）

    """
}

extension Issues {
  /// An issue of as many short articles.
  static func invented(articleCount: Int) -> String {
    let articles = (1...articleCount).map { number in
      """
      # 第\(number)号泵站检修完毕

      第\(number)号泵站检修完毕，更换水泵\(number)台，当晚恢复供水。（林舟）


      """
    }
    return """
      # 青川水务简讯

      第10期 总第94期

      青川水务局

      2022年10月30日

      ## 【工程建设】


      """ + articles.joined()
  }
}
