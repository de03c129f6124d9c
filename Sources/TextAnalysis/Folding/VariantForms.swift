/// Variants that ICU's table of traditional characters leaves alone, and that old fonts, scanning
/// and Taiwanese or Japanese keyboards put where a reader expects the usual form.
///
/// ○ (U+25CB) for 〇 is not one of them: only between numerals is it a digit.
enum VariantForms {
  /// Each two characters: the variant, then the usual form.
  static let pairs = """
    靑青麪面囯国両两査查歩步痺痹擡抬柺拐谘咨妳你牠它甦苏囘回冐冒凢凡刼劫劎剑淸清敎教旣既卽即敍叙
    塡填愼慎戸户歳岁毎每髙高徳德黒黑錬炼鶏鸡歴历舘馆珎珍煑煮畧略峩峨糉粽氷冰晩晚
    """
}
