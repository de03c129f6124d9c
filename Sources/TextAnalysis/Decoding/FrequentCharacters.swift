/// Characters by which a right decoding is told from a wrong one: the most frequent Han characters
/// of simplified and of traditional texts, and Chinese punctuation.
///
/// They are some four fifths of modern Chinese text, and one in thirty of what a wrong table makes.
package enum FrequentCharacters {
  /// Whether a scalar is one of them.
  package static func contains(_ scalar: UInt32) -> Bool { scalars.contains(scalar) }

  private static let scalars = Set(text.unicodeScalars.lazy.filter { $0 != "\n" }.map(\.value))

  private static let text = """
    一七三上下不与专且业两並个中串为主义之九也书了予事二于五些交产人从他付代令以件任份企优会传但位住
    体何作你使來例供依係保信修個值停備储債價儲元免入內全八公六共关其具内再写农决况准出击函分划列则创
    删別利别到制券則前劃力办功加务动助動務勞包化区區十协協单原县参參及反发取受变口句另只可号司各合同
    名后向否含启告员命和品員商單器四回因围国图國圍圖團土在地场均型城域執基報場境增处备复外多大央失如
    始委子字存学學它安完官定实审客室害家容密察實審对导将將專對導小少就局展属屬工已市布師常幣平年并序
    库应府度廠廢建开式引强当录形影律後得從徵心必志态性息您情意應成或戶户所打执扩批承技投护报择括持指
    按换据排採接控推提換損操擔據擬支收改放政效教数整數文料新方於施无日时明易是显時更書最會月有服期未
    本术机权条来构果查标校核根格框案档條检業構標模機檔檢權次款止正此步段每比民氣水求決治法注活流测海
    消添清減測源準滿点為無然照營版物特状獎率环现現理生產用由申电畫當病療登發百的益监監目直相省督知码
    研确確示社票种科称移稅程種稱究空窗立章端符第等算管節範簡类系紀約級素索組結給統經維線編練縣總繳續
    级线组细织经结给络统编网罚置罰義考者而职联職股育能自至致臺與舉航船节若范获营萬藥處號融行術表被装
    補裝製要規視见规视解訂計訊訓託記設許訴評試該認調請證警議護變计认议记许设访证识试话询该详语误说请
    调象負財貨責費資質購负责质费资起超路身車軍載輸轄轉车转载输辦農达过运返还这进违连述退送适选通造連
    進運過道達違適選部都配醫采重量金銷錄错键長開間關门问间阅防附限院除際險集電需非面項預領額類页项须
    预题驗驱验體高默點
    ，。、；：？！“”‘’《》（）【】〔〕—…·％　
    """
}
