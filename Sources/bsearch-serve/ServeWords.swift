internal import AnswerRecords

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the program says on a terminal.
struct ServeWords {
  let messages: Messages

  var isListening: String {
    messages.say(
      "在浏览器里打开上面的地址；按 Ctrl-C 结束", "open the address above in a browser; Ctrl-C ends the server")
  }
  var noBrowser: String {
    messages.say(
      "没有程序能打开浏览器（xdg-open）；请自己打开地址",
      "there is no program to open a browser (xdg-open); open the address yourself")
  }
  var badToken: String {
    messages.say(
      "BSEARCH_TOKEN 至少要 16 个字母或数字", "BSEARCH_TOKEN needs at least 16 letters or digits")
  }
  var shortened: String {
    messages.say(
      "索引文件被别的程序截短；请运行 bsearch check",
      "the index was shortened by another program; run `bsearch check`")
  }

  func cannotListen(_ host: String, _ port: Int, _ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return messages.say(
      "不能在 \(host):\(port) 上提供服务：\(reason)；请换 --port 或 --host",
      "cannot listen on \(host):\(port): \(reason); choose another --port or --host")
  }

  func failed(_ error: String) -> String {
    messages.say("服务没能开始：\(error)", "the server cannot start: \(error)")
  }
}
