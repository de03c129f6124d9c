/// Classes, identifiers and roles that say what a part of a page is for.
///
/// Makers of pages name things as they like, in English or in the letters of Pinyin, yet a few
/// hundred words are most of what they use.
enum BoilerplateNames {
  enum Verdict: Int {
    case none
    /// The words of visitors: they may be longer than the article.
    case comments
    /// Probably boilerplate; what is in it has to agree.
    case weak
    /// A table of contents.
    case contents
    /// When and by whom, with the number of readers.
    case info
    case strong
    /// The headline of the article.
    case headline
    /// The text of the article.
    case body
  }

  /// What the class and the identifier of an element say.
  static func verdict(of tag: Tag, in source: [UInt8]) -> Verdict {
    var result = Verdict.none
    for attribute in ["class", "id", "itemprop"] {
      guard let range = tag.value(of: attribute, in: source), range.count <= longestNames else {
        continue
      }
      for name in source[range].split(whereSeparator: { $0 <= 0x20 }) {
        let found = verdict(ofName: name)
        if found.rawValue > result.rawValue { result = found }
      }
    }
    return result
  }

  /// Styles made by programs go on for pages, and their names say nothing.
  private static let longestNames = 400

  static func isRoleOfBoilerplate(_ role: String) -> Bool { roles.contains(role.lowercased()) }

  private static func verdict(ofName name: ArraySlice<UInt8>) -> Verdict {
    let words = words(of: name)
    let whole = words.joined()
    if headlines.contains(whole) { return .headline }
    if bodies.contains(whole) { return .body }
    var result = Verdict.none
    for word in words + (words.count > 1 ? [whole] : []) {
      let found = verdict(ofWord: word)
      if found.rawValue > result.rawValue { result = found }
    }
    return result
  }

  private static func verdict(ofWord word: String) -> Verdict {
    if let found = stemVerdict(word) { return found }
    // sharebox, navlist, footlinks.
    for ending in endings where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count {
      if let found = stemVerdict(String(word.dropLast(ending.count))) { return found }
    }
    for beginning in beginnings where word.hasPrefix(beginning) {
      if let found = stemVerdict(String(word.dropFirst(beginning.count))) { return found }
    }
    return .none
  }

  private static func stemVerdict(_ word: String) -> Verdict? {
    if strong.contains(word) { return .strong }
    if infos.contains(word) { return .info }
    if contents.contains(word) { return .contents }
    if weak.contains(word) { return .weak }
    return comments.contains(word) ? .comments : nil
  }

  /// `post-nav`, `post_nav` and `postNav` are post and nav.
  private static func words(of name: ArraySlice<UInt8>) -> [String] {
    var words: [[UInt8]] = [[]]
    var wasLower = false
    for byte in name {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if wasLower { words.append([]) }
        words[words.count - 1].append(byte | 0x20)
        wasLower = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        words[words.count - 1].append(byte)
        wasLower = true
      default:
        words.append([])
        wasLower = false
      }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar",
    "dialog", "alertdialog", "tablist",
  ]
  private static let headlines: Set<String> = [
    "headline", "richmediatitle", "activityname", "posttitle", "entrytitle", "articletitle",
    "arttitle", "artititle", "newstitle", "contenttitle", "detailtitle", "infotitle", "xltitle",
    "biaoti", "wzbt", "newsbt", "articleheadline",
  ]
  private static let bodies: Set<String> = [
    "articlebody", "richmediacontent", "jscontent", "postcontent", "postbody", "entrycontent",
    "articlecontent", "articlecon", "artcontent", "newscontent", "newstext", "trseditor",
    "contentarticle", "detailcontent", "ucapcontent", "zoom", "vsbcontent", "markdownbody",
  ]
  private static let strong: Set<String> = [
    "nav", "navbar", "navigation", "navi", "topnav", "subnav", "daohang", "breadcrumb",
    "breadcrumbs",
    "crumb", "crumbs", "mbx", "mianbao", "mianbaoxie", "dqwz", "weizhi", "menu", "menus", "submenu",
    "sidebar", "sidenav", "sider", "related", "relate", "relation", "relatedtopics", "recommend",
    "recommended", "recommends", "recommendation", "recommendations", "tuijian", "xgnews", "share",
    "sharing", "shares", "fenxiang", "jiathis", "bdshare", "bdsharebuttonbox", "bshare", "social",
    "footer", "copyright", "beian", "icp", "friendlink", "flink", "yqlj", "cookie", "cookies",
    "gdpr", "consent", "pagination", "pager", "paginator", "pagebar", "pagenav", "paging",
    "prevnext",
    "searchbox", "qr", "qrcode", "ewm", "erweima", "gotop", "backtop", "backtotop", "totop",
    "toolbar",
    "popup", "modal", "advert", "advertisement", "adsense", "donate", "reward", "dashang",
    "headerlink", "hashlink", "skiplink", "skip", "gutter", "tagcloud", "taglist", "navheader",
    "navfooter", "login", "dayin",
  ]
  private static let weak: Set<String> = [
    "header", "head", "foot", "top", "topbar", "topinfo", "bottom", "banner", "links", "hot",
    "rank",
    "ranking", "position", "location", "path", "guide", "place", "tags", "tag", "hits",
    "tool", "tools", "catalog", "btn", "button", "buttons", "search", "ad", "ads", "follow",
    "subscribe", "categories", "category", "archive", "archives", "editthispage", "print",
    "feedback",
    "vote", "author", "profile", "newsletter", "widget", "shuxing", "func", "logo",
    "language",
  ]
  private static let contents: Set<String> = ["toc", "tocbot", "outline", "contents"]
  private static let infos: Set<String> = [
    "meta", "pubtime", "publishtime", "posttime", "postdate", "arcinfo", "artinfo", "articleinfo",
    "newsinfo", "postinfo", "entryinfo", "infobar", "pagesdate", "xlly",
  ]
  private static let comments: Set<String> = [
    "comment", "comments", "disqus", "gitalk", "gitment", "giscus", "valine", "waline", "twikoo",
    "utterances", "respond", "pinglun", "cyan", "reply", "replies",
  ]
  private static let endings = [
    "box", "bar", "list", "wrap", "wrapper", "area", "info", "link", "links", "btn", "button",
    "container", "div", "inner", "panel", "block", "group", "menu", "nav", "item", "items", "s",
  ]
  private static let beginnings = [
    "page", "site", "post", "article", "top", "main", "js", "my", "us",
  ]
}
