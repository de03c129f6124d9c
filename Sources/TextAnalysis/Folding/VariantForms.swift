/// Variants that ICU's table of traditional characters leaves alone, and that old fonts, scanning
/// and Taiwanese or Japanese keyboards put where a reader expects the usual form.
///
/// ○ (U+25CB) for 〇 is not one of them: only between numerals is it a digit.
enum VariantForms {
  /// Each two characters: the variant, then the usual form.
  static let pairs = ""
}
