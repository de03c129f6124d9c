import Testing

@testable import Bulletins

/// Pages as they are served, of the kinds that bulletins are published on.
struct PageTests {
  private func texts(_ page: String, fileName: String = "01.html") -> [String] {
    parse(page, path: fileName).articles.map { "\($0.title)\n\($0.text.string)" }
  }

  private func furniture(_ page: String) -> [String] {
    let file = HTMLReader(Array(page.utf8)).read()
    return file.lines.indices.filter { file.lines[$0].kind == .furniture }.map { file.string($0) }
  }

  @Test func `the portal of an office`() {
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8">
      <title>青禾县召开春耕工作会议_工作动态_青禾县人民政府</title>
      <meta name="SiteName" content="青禾县人民政府"><meta name="ArticleTitle" content="青禾县召开春耕工作会议">
      <meta name="PubDate" content="2023-03-06 09:12"></head><body>
      <div class="top"><a href="/">设为首页</a> | <a href="/">加入收藏</a> | <a href="/">无障碍</a></div>
      <div id="mainNav"><ul><li><a href="/">首页</a><li><a href="/1">政务公开</a><li><a href="/2">办事服务</a></ul></div>
      <div class="dqwz">您现在的位置：<a href="/">首页</a> &gt; <a href="/3">工作动态</a></div>
      <div class="main"><div class="title">青禾县召开春耕工作会议</div>
      <div class="info">发布时间：2023-03-06 09:12　来源：县农业局　浏览次数：<span>128</span>　字号：[大 中 小]</div>
      <div class="TRS_Editor"><p>三月五日，青禾县召开春耕工作会议。</p><p>会议要求备足种子，修好水渠。</p></div>
      <div class="bdsharebuttonbox"><a href="#">分享到微信</a><a href="#">分享到微博</a></div>
      <p>【打印本页】 【关闭窗口】</p>
      <ul><li>上一篇：<a href="/a">青禾县植树造林</a></li><li>下一篇：<a href="/b">青禾县水库放水</a></li></ul></div>
      <div class="footer">主办：青禾县人民政府办公室 网站标识码：0000000000</div></body></html>
      """
    #expect(texts(page) == ["青禾县召开春耕工作会议\n三月五日，青禾县召开春耕工作会议。\n会议要求备足种子，修好水渠。"])
    let masthead = parse(page).masthead
    let read = parse(page, path: "t20230306_17.html").masthead
    #expect(read.name == "青禾县人民政府")
    #expect(read.date == IssueDate(year: 2023, month: 3, day: 6))
    #expect(masthead.number == nil)
    #expect(furniture(page).contains { $0.contains("浏览次数：128") })
    #expect(furniture(page).contains { $0.hasPrefix("您现在的位置") })
    #expect(furniture(page).contains { $0.hasPrefix("上一篇") })
  }

  @Test func `an article of an account`() {
    let page = """
      <html><head><meta property="og:title" content="岚江茶讯｜春茶开采"/><meta name="author" content="林小满"/>
      <title>岚江茶讯｜春茶开采</title><script>var msg = "<p>不是正文</p>";</script></head>
      <body id="activity-detail"><div class="rich_media_inner">
      <h1 class="rich_media_title" id="activity-name">
        岚江茶讯｜春茶开采
      </h1>
      <div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">林小满</span>
      <a id="js_name" href="javascript:void(0);">岚江茶社</a><em id="publish_time">2024年3月20日</em></div>
      <div class="rich_media_content" id="js_content" style="visibility: hidden;">
      <section><p><span>春分这天，岚江两岸的茶园开采。</span></p></section><p>头采的茶香气清高。</p></div>
      <div class="rich_media_tool"><a href="#">阅读原文</a> 阅读 <span>3512</span></div>
      <div id="js_pc_qr_code" class="qr_code_pc">微信扫一扫关注该公众号</div>
      <mp-common-profile></mp-common-profile></div></body></html>
      """
    #expect(texts(page) == ["岚江茶讯｜春茶开采\n春分这天，岚江两岸的茶园开采。\n头采的茶香气清高。"])
    #expect(parse(page, path: "a.html").masthead.date == IssueDate(year: 2024, month: 3, day: 20))
  }

  @Test func `a post of a blog`() {
    let page = """
      <!DOCTYPE html><html lang="zh"><head><title>给老船换桨 | 岚江船坞</title>
      <meta property="article:published_time" content="2022-05-07T08:00:00.000Z"></head><body>
      <header class="site-header"><h1 class="site-title"><a href="/">岚江船坞</a></h1>
      <nav><ul><li><a href="/">首页</a></li><li><a href="/archives">归档</a></li></ul></nav></header>
      <main><article class="post"><header><h1 class="post-title" itemprop="name headline">给老船换桨</h1>
      <div class="post-meta">发表于 <time datetime="2022-05-07">2022-05-07</time> | 分类于 <a href="/c">手艺</a> | 3 条评论</div></header>
      <div class="post-body" itemprop="articleBody"><p>旧桨用了十年，木纹都裂了。</p>
      <h2 id="选料">选料<a class="headerlink" href="#选料" title="选料">¶</a></h2><p>杉木轻，榆木韧。</p>
      <figure class="highlight"><table><tr><td class="gutter"><pre>1<br>2<br></pre></td><td class="code"><pre>cut()
      plane()</pre></td></tr></table></figure></div>
      <footer class="post-footer"><div class="post-tags"><a href="/t">木工</a></div>
      <div class="post-nav"><a href="/p">&laquo; 补帆</a><a href="/n">刷漆 &raquo;</a></div></footer></article></main>
      <aside class="sidebar"><p>摇船的人，写字的人。</p></aside>
      <section id="comments"><p>读者甲：写得好，什么时候再写一篇？</p></section>
      <footer>&copy; 2022 岚江船坞. Powered by Hexo</footer></body></html>
      """
    #expect(
      texts(page) == ["给老船换桨\n旧桨用了十年，木纹都裂了。\n选料\n杉木轻，榆木韧。\ncut()\nplane()"])
    let masthead = parse(page, path: "index.html").masthead
    #expect(masthead.name == "岚江船坞")
    #expect(masthead.date == IssueDate(year: 2022, month: 5, day: 7))
    #expect(furniture(page).contains("读者甲：写得好，什么时候再写一篇？"))
  }

  @Test func `a page laid out with tables`() {
    let page = """
      <HTML><HEAD><TITLE>东岭小学</TITLE></HEAD><BODY>
      <TABLE><TR><TD><IMG SRC="logo.gif" ALT="校徽"></TD><TD><A HREF="/">首页</A> <A HREF="/a">校务</A> <A HREF="/b">荣誉</A></TD></TR></TABLE>
      <TABLE><TR><TD CLASS=left><A HREF="/c">班级</A></TD><TD>
      <TABLE><TR><TD ALIGN=center><B>三月的话：惜时</B></TD></TR><TR><TD>同学们要珍惜时间，把每一天过好。<P>春天是读书的好时候。</TD></TR></TABLE>
      <TABLE><TR><TD>班级</TD><TD>书</TD></TR><TR><TD>一班</TD><TD>12</TD></TR></TABLE>
      </TD></TR></TABLE>
      <CENTER>版权所有 东岭小学</CENTER></BODY></HTML>
      """
    let text = "同学们要珍惜时间，把每一天过好。\n春天是读书的好时候。\n班级 书\n一班 12"
    #expect(texts(page).last == "三月的话：惜时\n\(text)")
    #expect(parse(page, path: "08.html").masthead.name == "东岭小学")
  }

  @Test func `the words for a picture are no title`() {
    let page = """
      <html><head><title>东岭小学</title></head><body>
      <h2><img src="a.png" alt="正方形按钮"></h2>
      <table><tr><td><b>三月的话：惜时</b></td></tr><tr><td>同学们要珍惜时间，把每一天过好。</td></tr></table>
      </body></html>
      """
    #expect(parse(page, path: "09.html").articles.map(\.title) == ["三月的话：惜时"])
  }

  @Test func `menus without names and related links`() {
    let page = """
      <html><head><title>东岭镇中心小学校园新闻</title></head><body>
      <ul><li>首页</li><li>校园新闻</li></ul>
      <h1>春季运动会圆满落幕</h1>
      <div>学校: 东岭镇中心小学</div><div>日期: 2017年11月16日</div>
      <p>十一月十五日，运动会在操场举行。</p>
      <h2>相关信息</h2><ul><li>别的新闻标题</li></ul>
      </body></html>
      """
    #expect(texts(page) == ["春季运动会圆满落幕\n学校: 东岭镇中心小学\n十一月十五日，运动会在操场举行。"])
    let masthead = parse(page, path: "sports.html").masthead
    #expect(masthead.name == "东岭镇中心小学校园新闻")
    #expect(masthead.date == IssueDate(year: 2017, month: 11, day: 16))
  }

  @Test func `an issue keeps its masthead, its sections and its lists of links`() {
    let page = """
      <html><head><title>青禾周报 第12期 - 青禾周报</title></head><body>
      <header><a href="/">青禾周报</a></header>
      <h1>青禾周报 第12期</h1>
      <h2>新闻</h2><ul><li><a href="a">茶树开花了</a></li><li><a href="b">水渠修好了</a></li><li><a href="c">桥通了</a></li></ul>
      <h2>相关链接</h2><ul><li><a href="d">嫁接的办法</a></li></ul>
      </body></html>
      """
    let bulletin = parse(page, path: "12.html")
    #expect(bulletin.masthead.name == "青禾周报")
    #expect(bulletin.masthead.number?.number == 12)
    #expect(texts(page) == ["新闻\n茶树开花了\n水渠修好了\n桥通了", "相关链接\n嫁接的办法"])
  }

  @Test(arguments: [
    "<form id=\"form1\"><div class=\"nav-content\"><h1>题</h1><p>正文在表单里，一句话。</p></div></form>",
    "<div class=\"menu\"><p>正文很长，名字却叫菜单。</p></div>",
    "<nav><h1>题</h1><p>正文，没有结尾。</p>",
    "<div hidden><p>一句话。</div><div class=share><p>又一句话，比前一句长得多。</div>",
    "<div class=\"comment\"><p>评论员文章，第一段。</p><p>第二段。</p></div>",
  ])
  func `what is most of a page is its text`(body: String) {
    #expect(furniture(body).allSatisfy { !$0.contains("，") })
  }

  @Test func `every byte of a page belongs to a line`() {
    let page = "<nav><a href=x>首页</a></nav>前<div class=share>分享</div>后<span class=hits>99</span>尾"
    let bulletin = parse(page, path: "a.html")
    #expect(bulletin.blocks.map(\.bytes.upperBound).last == page.utf8.count)
    #expect(
      zip(bulletin.blocks, bulletin.blocks.dropFirst()).allSatisfy {
        $0.bytes.upperBound == $1.bytes.lowerBound
      })
    #expect(furniture(page) == ["首页", "分享"])
  }

  @Test(arguments: [
    "<div>", "<p class=nav>", "<a href=x>", "<table><tr><td>", "<ul class=menu><li>", "</div>",
  ])
  func `deep and broken nesting takes linear time`(piece: String) {
    func time(_ count: Int) -> Duration {
      let page = Array(String(repeating: piece + "字", count: count).utf8)
      return ContinuousClock().measure { _ = HTMLReader(page).read() }
    }
    _ = time(1_000)
    #expect(time(40_000) < time(10_000) * 16 + .milliseconds(200))
  }
}
