/// What `bsearch help TOPIC` tells of, besides commands.
enum HelpTopic: String, CaseIterable {
  case syntax
  case format
  case exit
  case encoding
  case bulletin
  case citing
  case configuration = "config"

  /// The Chinese name.
  var chineseName: String {
    switch self {
    case .syntax: "语法"
    case .format: "格式"
    case .exit: "退出状态"
    case .encoding: "编码"
    case .bulletin: "简讯"
    case .citing: "引用"
    case .configuration: "配置"
    }
  }

  init?(named name: String) {
    guard let topic = Self.allCases.first(where: { $0.rawValue == name || $0.chineseName == name })
    else { return nil }
    self = topic
  }
}
