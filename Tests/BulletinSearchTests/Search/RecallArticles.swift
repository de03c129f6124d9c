/// Invented articles with the kinds of text that make searching hard.
enum RecallArticles {
  static let documents = [
    TestDocument(
      id: "simplified", title: "东渡水厂5G智慧调度平台上线",
      body: """
        5月24日，东渡水厂的5G智慧调度平台上线。平台由5G-DMN专网、23个5G基站和1套AI算法组成，日供水能力达98.14%。
        “数字哨兵”在各县（区、市）同步运行，执行GB/T19000-ISO9000标准，完成“1+9+3”布局。太忻一体化、习近平讲话、互联网、疫情防控。
        哈哈哈哈，水水水；厂厂！
        """),
    TestDocument(
      id: "traditional", title: "東渡水廠５Ｇ調度平臺",
      body: """
        東渡水廠裡的５Ｇ基站，乾隆年間的後臺，發展與頭髮，皇后在後面；麵條、下面。「數字哨兵」與『智慧』。
        臺灣、台北、裏外、週邊、周圍、乾淨、干部、徵收、象徵、復興、複雜、覆蓋。㐂𠮷野家𪚥龘。
        """),
    TestDocument(
      id: "letters", title: "C++ / Python 3.11 & Node.js: a report",
      body: """
        See https://example.org/a/b?x=1&y=2#top or mail a.b-c@example.org; 10.0.0.1:8080, $5.00, 50 %, 3,000 m².
        The straße, Ça va, naïve café, İstanbul, ﬁne ﬂow, Ⅷ, ½, ①②, ㎏, №5, ™. C# and F#, C++ C+ C.
        Line one
        line two — don't stop; re-use, e.g. "x" 'y' `z`.
        """),
    TestDocument(
      id: "signs", title: "😀👩‍🌾 e\u{301}cole ✓",
      body: """
        👍🏽点赞👍点赞❤️❤ 🇨🇳🇫🇷 1️⃣2️⃣ ★★☆ →上升↑3% ±0.5℃ 100㎡ ㈱㌔ ﷺ
        e\u{301}le\u{300}ve a\u{308}\u{323}b 한국어 \u{1112}\u{1161}\u{11AB} ｶﾞｷﾞ がぎ カメラ ー Ελλάδα ΣΊΣΥΦΟΣ Привет עברית العربية हिन्दी ไทย
        零\u{200B}宽\u{200D}空\u{FEFF}格\u{AD}软 全　角\u{A0}空\u{2003}格
        """),
    TestDocument(
      id: "mixed", title: "（一）Ａ区＋Ｂ区：ＡＢＣ１２３",
      body: """
        ＡＢＣ１２３，abc１２３，ABC123。第８期（总第９２期）　２０２２－０８－３０。
        5G 基站、5G\u{3000}基站、5G
        基站，“5G”基站；5g基站5G5G5G。IPv6＋、iPhone15Pro、4K/8K、A/B、24×7、2^10、-40℃～85℃。
        """),
    TestDocument(
      id: "forms", title: "二○○八年工作要點（民國97年）",
      body: """
        二〇〇八年、二零零八年、二00八年與二◯○九年；五○一廠、五〇一厂、一百零五人，零售零件，第一零售店、○項目、张○○、归零一次，00后。
        ⻓江⻔户⻢路⻛险⻰头，⽔利⽅案，峯會滙豐衞生署邨辦嶽麓，乾隆乾净，鍾意钟锺，瞭望了解，覆盖复杂，沈阳沉默。
        以"1+6+N"体系、“1+6+N”体系、‘5G’网络，Moody’s、O'Brien、Oʼ；2021-2023年、2021—2023、2021–23、Wi‑Fi、Wi-Fi、3·15、3.15、12‧5。
        投资1,180万元、1180万元、12,345,678户、第1,2,3组、21,1800；GB/T 19001—2016、GB/T19001-2016，3GPP R18，10 km、10km、０，２００。
        民國112年、中華民國九十年，ｋ８、㏎10；5G十〇，二0 0二，0一，一0a，○，零。
        """),
    TestDocument(id: "short", title: "", body: "水"),
  ]
}
