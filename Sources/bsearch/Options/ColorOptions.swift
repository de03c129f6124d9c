internal import ArgumentParser

/// Whether output has colours.
struct ColorOptions: ParsableArguments {
  @Option(help: .words("颜色", "when to use colours"))
  var color = ColorChoice.auto

  @Option(help: .words("把文件名做成链接（OSC 8）", "make names of files links (OSC 8)"))
  var hyperlink = ColorChoice.auto

  func painter(for stream: OutputStream) -> Painter {
    Painter(color: color, hyperlink: hyperlink, for: stream)
  }
}

extension ColorChoice: ExpressibleByArgument {}
