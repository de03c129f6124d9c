import TestSupport

/// An OFD file of text objects.
struct SmallOFD {
  /// The parts of the file by their paths.
  var parts: [String: String] = [:]

  static let space = #"xmlns:ofd="http://www.ofdspec.org/2016""#

  /// Makes pages of objects; `uses` names the templates that each page has.
  init(
    pages: [String], templates: [String: String] = [:], uses: [[String]] = [],
    outlines: [String] = [], folder: String = "Doc_0"
  ) {
    parts["OFD.xml"] = Self.root([folder])
    addDocument(folder, pages, templates, uses, outlines)
  }

  static func root(_ folders: [String]) -> String {
    let bodies = folders.map {
      "<ofd:DocBody><ofd:DocRoot>\($0)/Document.xml</ofd:DocRoot></ofd:DocBody>"
    }
    return "<ofd:OFD \(space)>\(bodies.joined())</ofd:OFD>"
  }

  mutating func addDocument(
    _ folder: String, _ pages: [String], _ templates: [String: String] = [:],
    _ uses: [[String]] = [], _ outlines: [String] = []
  ) {
    let places = pages.indices.map {
      #"<ofd:Page ID="\#($0 + 10)" BaseLoc="Pages/Page_\#($0)/Content.xml"/>"#
    }
    let frames = templates.keys.sorted().map {
      #"<ofd:TemplatePage ID="\#($0)" BaseLoc="Tpls/\#($0).xml"/>"#
    }
    let titles = outlines.map { #"<ofd:OutlineElem Title="\#($0)"/>"# }
    parts["\(folder)/Document.xml"] = """
      <ofd:Document \(Self.space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>
      \(frames.joined())</ofd:CommonData><ofd:Pages>\(places.joined())</ofd:Pages>
      <ofd:Outlines>\(titles.joined())</ofd:Outlines></ofd:Document>
      """
    for (index, page) in pages.enumerated() {
      let used = (index < uses.count ? uses[index] : []).map {
        #"<ofd:Template TemplateID="\#($0)"/>"#
      }
      parts["\(folder)/Pages/Page_\(index)/Content.xml"] =
        "<ofd:Page \(Self.space)>\(used.joined())<ofd:Content><ofd:Layer>\(page)</ofd:Layer></ofd:Content></ofd:Page>"
    }
    for (id, content) in templates {
      parts["\(folder)/Tpls/\(id).xml"] =
        "<ofd:Page \(Self.space)><ofd:Content><ofd:Layer>\(content)</ofd:Layer></ofd:Content></ofd:Page>"
    }
  }

  /// A text object whose first character stands at a place in millimetres, 4 mm large.
  static func text(
    _ text: String, x: Double = 25, y: Double, size: Double = 4, deltas: String? = nil,
    attributes: String = ""
  ) -> String {
    let deltas = deltas ?? "g \(text.unicodeScalars.count) \(size)"
    return """
      <ofd:TextObject Boundary="\(x) \(y - size) 180 6" Size="\(size)" Font="1" \(attributes)>\
      <ofd:TextCode X="0" Y="\(size)" DeltaX="\(deltas)">\(text)</ofd:TextCode></ofd:TextObject>
      """
  }

  var bytes: [UInt8] {
    var writer = ZIPWriter()
    for (path, part) in parts.sorted(by: { $0.key < $1.key }) {
      writer.add(path, Array(part.utf8), method: .deflated)
    }
    return writer.archive()
  }
}
