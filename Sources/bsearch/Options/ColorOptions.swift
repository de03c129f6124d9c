internal import ArgumentParser

/// Whether output has colours.
struct ColorOptions: ParsableArguments {
  @Option(help: .words("颜色", "when to use colours"))
  var color = ColorChoice.auto

  func painter(for stream: OutputStream) -> Painter {
    Painter(usesColor: color.isOn(for: stream))
  }
}

extension ColorChoice: ExpressibleByArgument {}
